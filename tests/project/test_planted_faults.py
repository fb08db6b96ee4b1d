"""The planted faults still fit the code that they break.

`nox -s faults` shows that tests find them.
"""

import runpy
from pathlib import Path
from typing import Any

import pytest

from each import for_each

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "tools" / "planted_faults.py"))


@for_each("fault", SCRIPT["FAULTS"], ids=lambda fault: fault.name)
def test_each_fault_changes_one_place(fault: Any) -> None:  # noqa: ANN401  # a class of the script
    sound = (ROOT / "src" / "nsc_program" / fault.file).read_text(encoding="utf-8")

    assert sound != SCRIPT["planted"](fault, sound)


def test_a_fault_that_does_not_fit_is_reported() -> None:
    with pytest.raises(SystemExit, match=r"occurs 0 times in figures/_sheet\.py"):
        SCRIPT["planted"](SCRIPT["FAULTS"][0], "")
