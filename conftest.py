"""What every test run shares: the documentation's code blocks as tests, and Hypothesis' settings."""

import os
from secrets import randbelow

from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Neither how long an example takes nor how long it takes to draw is a law: a busy machine is no failure.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `nox -s thorough`: twenty times as many examples.
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2_000)
# tools/mutants.py runs the tests some thousands of times: few examples, the same each time, and none made smaller.
settings.register_profile(
    "mutants",
    settings.get_profile("default"),
    max_examples=30,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("default")

# Every error that any test meets is held to both languages.
pytest_plugins = ["refusals_met"]

# Tables are as wide as the terminal, and where tests share processes there is none.
os.environ["COLUMNS"] = "140"

# Some pages need a server. They are collected only where one is given, so that none is skipped: asked for without one,
# such a page is no test at all, and pytest fails with that.
NEEDS_A_SERVER = () if "NSC_DOCS_DATABASE" in os.environ else ("*-postgresql.md",)
pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"], excludes=NEEDS_A_SERVER).pytest()

# The cases that tests/test_oracle.py draws afresh: other ones in each run, unless the environment names a seed.
os.environ.setdefault("NSC_ORACLE_SEED", str(randbelow(10**6)))
os.environ.setdefault("NSC_ORACLE_CASES", "300")


def pytest_report_header() -> str:
    """Say how the same cases are drawn again."""
    seed, cases = os.environ["NSC_ORACLE_SEED"], os.environ["NSC_ORACLE_CASES"]
    again = f"again with NSC_ORACLE_SEED={seed}, more with NSC_ORACLE_CASES=…"
    return f"oracle: fresh seed {seed}, {cases} cases each; {again}"
