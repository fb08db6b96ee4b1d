"""Collect the documentation's code blocks as tests, and set up Hypothesis and the test rings."""

import gc
import os
from collections.abc import Generator
from secrets import randbelow

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Tests change the XML of workbooks, which openpyxl writes in another form where lxml is installed.
os.environ["OPENPYXL_LXML"] = "False"

# A busy machine must not fail a test: examples have no deadline and may be slow to draw.
# Each run draws new ones, so CI draws few in each.
settings.register_profile(
    "default", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# For `nox -s thorough`.
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2_000)
# tools/mutants.py runs the tests thousands of times: few examples, the same each time, not shrunk.
settings.register_profile(
    "mutants",
    settings.get_profile("default"),
    max_examples=30,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("default")

# Every error that a test meets is checked for its message in both languages. Coverage traces the
# first examples of a law. The command has a fixture.
pytest_plugins = ["refusals_met", "tracing", "command"]

# Tables are as wide as the terminal, and parallel test processes do not have one.
os.environ["COLUMNS"] = "140"

# Projects of their own, with their own tests: `nox -s service django`.
collect_ignore = ["docs/examples/service", "docs/examples/django_app"]

# Some pages need a server. They are collected only if the environment names one, so that no test is
# skipped. If such a page is asked for without a server, pytest finds no test and fails.
NEEDS_A_SERVER = () if "NSC_DOCS_DATABASE" in os.environ else ("*-postgresql.md",)
# These pages show the files of those projects; tests/project/test_service_pages.py compares them.
SHOWN = ("*/database.md", "*/web-service.md", "*/django.md")
pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["*.md"], excludes=(*NEEDS_A_SERVER, *SHOWN)
).pytest()

# tests/figures/test_oracle.py draws new cases in each run, unless the environment names a seed.
os.environ.setdefault("NSC_ORACLE_SEED", str(randbelow(10**6)))
os.environ.setdefault("NSC_ORACLE_CASES", "100")


# These tests are slow although they are not Hypothesis tests: they draw shared data, or run a lot.
LONG = {
    "test_cli_endings",
    "test_determinism",
    "test_dirty_workbook",
    "test_fast_writing",
    "test_hostile_inputs",
    "test_intake_hostile",
    "test_intake_messages",
    "test_large_registers",
    "test_laws_counter",
    "test_laws_of_plans",
    "test_one_false_piece",
    "test_one_world",
    "test_oracle",
    "test_privacy",
    "test_schemas",
    "test_schemas_of_own_records",
    "test_strategies",
    "test_threads",
    "test_wording_laws",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `--all`."""
    parser.addoption("--all", action="store_true", help="run every test, not only the fast ones")


def pytest_configure(config: pytest.Config) -> None:
    """Select the fast tests, unless `--all`, `-m` or named files select other tests.

    The processes take the files in their order, and not those with many tests first.
    """
    config.option.loadscopereorder = False
    asked = config.getoption("--all") or config.option.markexpr
    if not asked and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        config.option.markexpr = "not property"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep what is collected away from the garbage collector: it lives as long as the run."""
    gc.disable()
    result = yield
    gc.freeze()
    gc.enable()
    return result


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that draw examples or are slow; `-m property` and `--all` run them.

    The files with such tests come first, so that no process waits for the last one.
    """
    for item in items:
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if drawn or item.path.stem in LONG:
            item.add_marker("property")
    slow = {item.path for item in items if item.get_closest_marker("property")}
    items.sort(key=lambda item: (item.path.stem not in LONG, item.path not in slow))


def pytest_report_header() -> str:
    """Return a line that says how to draw the same cases again."""
    seed, cases = os.environ["NSC_ORACLE_SEED"], os.environ["NSC_ORACLE_CASES"]
    again = f"again with NSC_ORACLE_SEED={seed}, more with NSC_ORACLE_CASES=…"
    return f"oracle: fresh seed {seed}, {cases} cases each; {again}"
