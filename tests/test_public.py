"""The face of the package: its public names, how light it is, and that its documentation runs."""

import ast
import contextlib
import doctest
import importlib
import io
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import nsc_program

ROOT = Path(__file__).parents[1]

NAMES = """
    ARTICLE BAOMOI DECISION_1322 HANOI INDICATORS KINHTEVADUBAO NATIONAL WORDING
    About Answer AnyRecord Asked AssessmentBody AtLeast AtMost Audience
    BaseMayBeZero Basis Between Bound
    Change Choice Citation ClaimOutdated Clash ClashingEvidence Comparison ConditionsApart Counted Coverage Covered
    Dissemination Document DocumentError
    EachYear EnteredTwice Enterprise EnterpriseKind EnterpriseNotListed Estimated
    EstimatesWouldDecide Evaluation Evidence
    Expert ExpertNotTrained
    Fact Figure FigureEvidence FigureNote Figures Finding Funding FundingSource FundingTotal
    Growth
    Incomparable Indicator InvalidProgram InvalidType InvalidValue
    KeyChanged KeyInTwoPhases KeysAlike KindDiffers
    Lang LeftOut LessThan Level
    Mention ModelNotSupported MoreThan
    NoPlannedBase NotCovered Note NotStarted NscError
    Objective ObjectiveFigure Outcome OutsidePhases
    Pace PartAboveWhole PartTooLarge PeopleNotIdentified Period Phase PhaseComparison PhaseEvaluation
    PilotModel Plain Program
    Question
    Range Reached Reading RecordedBeforehand RecordName Register RegisterConflict Reported ReportedFigure ReportNotUsed
    RowsSetAside
    Scope SetAside Side Solution Status Support SupportAcrossPhases Sweep
    Target TargetSweep Text Training
    Unit UnitsDiffer UnknownId UnknownIndicator UnlawfulSource UnreadRow Unverified UnverifiedReport
    Verdict
    WhyNot WithEstimates WrongCheckDigit
    YearlyGrowth
    compare_phases evaluate evidence exact facts findings funding gap in_force margin opaque_key pace progress reconcile
    sweep tally
"""


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(nsc_program.__path__, "nsc_program.")
    return [importlib.import_module(module.name) for module in found if module.name != "nsc_program.__main__"]


class TestPublicNames:
    def test_they_are_this_fixed_list(self) -> None:
        assert sorted(NAMES.split()) == dir(nsc_program)

    @pytest.mark.parametrize("name", dir(nsc_program))
    def test_each_can_be_imported(self, name: str) -> None:
        assert getattr(nsc_program, name) is not None
        assert name in dir(nsc_program)

    def test_type_checkers_see_the_same_names(self) -> None:
        """The imports that only type checkers read, and the table that Python reads, name the same homes."""
        tree = ast.parse(Path(nsc_program.__file__).read_text(encoding="utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        seen = {name.name: node.module for node in imports if node.module for name in node.names}

        homes = {name: f"nsc_program.{home}" for name, home in nsc_program._HOME.items()}
        assert homes == {name: module for name, module in seen.items() if module.startswith("nsc_program")}

    def test_another_name_is_an_attribute_error(self) -> None:
        with pytest.raises(AttributeError, match="module 'nsc_program' has no attribute 'evaluat'"):
            nsc_program.evaluat  # type: ignore[attr-defined]  # noqa: B018

    def test_every_public_name_says_what_it_is(self) -> None:
        classes = (getattr(nsc_program, name) for name in dir(nsc_program))

        assert [] == [one for one in classes if isinstance(one, type) and not one.__doc__]


def imported_by(code: str, *names: str) -> list[str]:
    """Which of these modules a piece of code imports, in a process of its own."""
    code = f"import sys; before = {{*sys.modules}}; {code}; print(*{{*sys.modules}} - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603
    return [name for name in names if name in done.stdout.split()]


def test_importing_the_package_imports_none_of_it() -> None:
    """Only what is used is imported: the package's face alone needs no attrs, no cattrs, no Hypothesis."""
    assert [] == imported_by("import nsc_program", "attr", "attrs", "cattrs", "hypothesis", "stdnum")


def test_the_core_needs_no_cattrs() -> None:
    assert [] == imported_by("from nsc_program import HANOI, evaluate, findings", "cattrs", "hypothesis", "stdnum")


class TestDocumentation:
    @pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
    def test_the_examples_in_docstrings_run(self, module: ModuleType) -> None:
        assert 0 == doctest.testmod(module).failed

    def test_there_are_examples_in_docstrings(self) -> None:
        assert 10 < sum(doctest.testmod(module).attempted for module in modules())

    def test_the_readmes_program_prints_what_the_readme_says(self) -> None:
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        program, *_ = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        printed = io.StringIO()

        with contextlib.redirect_stdout(printed):
            exec(program, {})  # noqa: S102  # our own README

        assert printed.getvalue().startswith("attained (Asked(question='support-event', answer='completion'), ")
        assert "Asked(question='tolerance', answer=Fraction(1, 20))" in printed.getvalue()
