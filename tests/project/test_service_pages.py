"""The pages about the example service show its files, whole and as they are."""

import re
from pathlib import Path

import pytest

_DOCS = Path(__file__).parents[2] / "docs"
_SHOWN = {"database.md": ("tables.py", "store.py"), "web-service.md": ("service.py",)}


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("page", _SHOWN)
def test_a_page_shows_the_files_whole(page: str) -> None:
    text = (_DOCS / "how-to" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    folder = _DOCS / "examples" / "service"
    files = [(folder / name).read_text(encoding="utf-8") for name in _SHOWN[page]]

    assert _lines("".join(files)) == _lines("".join(blocks))


def test_the_page_names_every_constraint_that_is_tested() -> None:
    folder = _DOCS / "examples" / "service"
    tests = (folder / "test_service.py").read_text(encoding="utf-8")
    page = (_DOCS / "how-to" / "database.md").read_text(encoding="utf-8")
    hostile = re.search(r"^HOSTILE = \{\n(.*?)^\}$", tests, re.MULTILINE | re.DOTALL)

    assert hostile is not None
    tested = {*re.findall(r'^    "(\w+)":', hostile[1], re.MULTILINE)}
    named = {*re.findall(r"`(\w+(?:_is_\w+|_are_\w+|_day|_fits|_enterprise|_starts))`", page)}
    assert named == tested - {"supports_pkey", "support_versions_pkey", "one_row"}
