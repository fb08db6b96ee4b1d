"""The pages about the example projects show their files, whole and as they are."""

import re
from pathlib import Path

import pytest

_DOCS = Path(__file__).parents[2] / "docs"
_TEMPLATES = "supports/templates/supports"
_SHOWN = {
    ("database.md", "python"): ("service", "tables.py", "store.py"),
    ("web-service.md", "python"): ("service", "service.py"),
    ("django.md", "python"): (
        "django_app",
        "programme/settings.py",
        *(f"supports/{name}.py" for name in ("models", "records", "forms", "views")),
        "programme/urls.py",
        "supports/admin.py",
        "supports/apps.py",
        "supports/management/commands/evaluate.py",
        "supports/management/commands/check_supports.py",
    ),
    ("django.md", "html"): (
        "django_app",
        *(f"{_TEMPLATES}/{name}.html" for name in ("base", "support", "verdicts")),
    ),
}


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize(("page", "kind"), _SHOWN)
def test_a_page_shows_the_files_whole(page: str, kind: str) -> None:
    text = (_DOCS / "how-to" / page).read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    project, *names = _SHOWN[page, kind]
    folder = _DOCS / "examples" / project
    files = [(folder / name).read_text(encoding="utf-8") for name in names]

    assert _lines("".join(files)) == _lines("".join(blocks))


_NAMES = r"`(\w+(?:_is_\w+|_are_\w+|_day|_fits|_enterprise|_starts))`"
_KEYS = {"supports_pkey", "support_versions_pkey", "one_row"}
_PAGES = {
    "database.md": ("service", "test_service.py"),
    "django.md": ("django_app", "test_supports.py"),
}


@pytest.mark.parametrize("page", _PAGES)
def test_the_page_names_every_constraint_that_is_tested(page: str) -> None:
    project, name = _PAGES[page]
    tests = (_DOCS / "examples" / project / name).read_text(encoding="utf-8")
    text = (_DOCS / "how-to" / page).read_text(encoding="utf-8")
    hostile = re.search(r"^HOSTILE = \{\n(.*?)^\}$", tests, re.MULTILINE | re.DOTALL)

    assert hostile is not None
    tested = {*re.findall(r'^    "(\w+)":', hostile[1], re.MULTILINE)}
    named = {*re.findall(_NAMES, text)}
    assert named - {"one_version_a_day"} == tested - _KEYS
