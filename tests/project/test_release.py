"""What is released: the README on a package index, and the one file of the command."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_MAKE_PYZ = runpy.run_path(str(ROOT / "tools" / "make_pyz.py"))["make"]


def test_an_index_shows_the_readme_without_links_to_pages_beside_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    for each in project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        shown = re.sub(each["pattern"], each["replacement"], shown)

    assert [] == re.findall(r"\]\((?!https?://|#)[^)]*\)", shown)
    assert "<!--" not in shown
    assert ["## Reports", "## Try it"] == re.findall(
        r"^## (?:Reports|Try it)$", shown, re.MULTILINE
    )


def test_one_file_cannot_hold_a_compiled_extension(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "_fast.cpython-311-x86_64-linux-gnu.so").touch()

    with pytest.raises(ValueError, match=r"^not pure Python: _fast\.cpython"):
        _MAKE_PYZ(folder, tmp_path / "file.pyz")


_EVERY_TOOL = "see `pyproject.toml`"


def test_every_extra_is_on_the_page_with_what_it_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    page = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| .* \| (.*) \|$", page, re.MULTILINE))
    needed = {
        name: ", ".join(f"`{re.split('[<>=]', each)[0]}`" for each in packages)
        for name, packages in extras.items()
    }

    assert rows == {**needed, "dev": _EVERY_TOOL}
