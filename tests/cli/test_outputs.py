"""What the command prints is what people have read: `tools/write_outputs.py` rewrites it."""

import runpy
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("read_and_counted_once")
ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "tools" / "write_outputs.py"))


@pytest.mark.parametrize(("name", "lang"), SCRIPT["CASES"])
def test_an_output_is_as_it_was_read(name: str, lang: str) -> None:
    made = SCRIPT["output"](name, lang)
    kept = (ROOT / "tests" / "outputs" / lang / f"{name}.txt").read_text(encoding="utf-8")
    assert kept == made, "read the difference after running tools/write_outputs.py"


def test_no_output_is_left_over() -> None:
    kept = (ROOT / "tests" / "outputs").glob("??/*.txt")
    assert {*SCRIPT["CASES"]} == {(path.stem, path.parent.name) for path in kept}
