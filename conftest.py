"""Set up every test run: code blocks of the documentation as tests, and Hypothesis settings."""

import os
from secrets import randbelow

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# The time that an example or its drawing takes is not a law: a busy machine must not fail a test.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `nox -s thorough`: twenty times as many examples.
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2_000)
# tools/mutants.py runs the tests several thousand times: few examples, the same each time, and not
# shrunk.
settings.register_profile(
    "mutants",
    settings.get_profile("default"),
    max_examples=30,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("default")

# Every error that a test creates must have its message in both languages.
pytest_plugins = ["refusals_met"]

# Tables are as wide as the terminal, and tests that run in parallel have no terminal.
os.environ["COLUMNS"] = "140"

# Some pages need a server. They are collected only if a server is given, so that none of them is
# skipped. Asked for without a server, such a page is not a test, and pytest fails and says so.
NEEDS_A_SERVER = () if "NSC_DOCS_DATABASE" in os.environ else ("*-postgresql.md",)
pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["*.md"], excludes=NEEDS_A_SERVER
).pytest()

# tests/test_oracle.py draws these cases anew: different ones in each run, unless the environment
# names a seed.
os.environ.setdefault("NSC_ORACLE_SEED", str(randbelow(10**6)))
os.environ.setdefault("NSC_ORACLE_CASES", "300")


# Tests that take long although they draw nothing: what they share is drawn, or they run something
# whole.
LONG = {
    *(
        "test_laws_counter",
        "test_laws_of_plans",
        "test_one_false_piece",
        "test_one_world",
        "test_oracle",
    ),
    *(
        "test_dirty_workbook",
        "test_intake_messages",
        "test_large_registers",
        "test_privacy",
        "test_schemas",
    ),
    *("test_determinism", "test_strategies", "test_threads"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `--all`."""
    parser.addoption(
        "--all", action="store_true", help="run every test, not only those that are fast"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Run only the fast tests, unless `--all`, `-m` or the names of files ask for others."""
    asked = config.getoption("--all") or config.option.markexpr
    if not asked and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        config.option.markexpr = "not property"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark drawn tests and slow tests: `-m property` runs these, and `--all` runs all."""
    for item in items:
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if drawn or item.path.stem in LONG:
            item.add_marker("property")


def pytest_report_header() -> str:
    """Say how to draw the same cases again."""
    seed, cases = os.environ["NSC_ORACLE_SEED"], os.environ["NSC_ORACLE_CASES"]
    again = f"again with NSC_ORACLE_SEED={seed}, more with NSC_ORACLE_CASES=…"
    return f"oracle: fresh seed {seed}, {cases} cases each; {again}"
