"""Write what the command prints in both languages, so that people read every change of a sentence.

`python tools/write_outputs.py` rewrites `tests/outputs`; a test compares the files. Read the
difference line by line before you commit it. The inputs are made up.
"""

import io
import os
import re
import shlex
import tempfile
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from unittest.mock import patch

from nsc_program import __version__
from nsc_program.cli import main as run

OUTPUTS = Path(__file__).parents[1] / "tests" / "outputs"
SAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "made-up-register.json"
LANGS = ("vi", "en")
_ON = "--as-of 2026-06-30"
_REPORT = f"report small.json {_ON} --period 2026"
COMMANDS: Mapping[str, str] = {
    "help": "--help",
    "evaluate-80": f"evaluate sample.json {_ON} --width 80",
    "evaluate-140": f"evaluate sample.json {_ON} --width 140",
    "evaluate-why": f"evaluate small.json {_ON} --width 80 --why",
    "sweep": f"sweep sample.json {_ON} --width 80",
    "compare": f"compare small.json {_ON} --width 80",
    "changes": "changes small.json --since 2025-12-31 --as-of 2026-06-30 --width 80",
    "compare-plans": "compare-plans hanoi national --width 80",
    "check": f"check small.json {_ON} --width 80",
    "evidence": f"evidence small.json 2021-2025/supported {_ON} --width 80",
    "figures": f"figures small.json {_ON} --period 2026-H1 --format table --width 80",
    "funding": f"funding small.json {_ON} --width 80",
    "plan": "plan --width 80",
    "intake-supports": "intake support supports.csv -o {folder}/out.json --width 80",
    "intake-trainings": "intake training trainings.csv -o {folder}/out.json --width 80",
    "refusals": "evaluate missing.json --as-of 31/6/2026 --period 2026",
    "report-md": f"{_REPORT} --format md",
    "report-csv": f"{_REPORT} --format csv",
    "report-sdmx": f"{_REPORT} --format sdmx --dataflow 'SAMPLE:FLOW(1.0)'",
    "report-html": f"{_REPORT} --format html",
}
"""The words of the command for each output."""
CASES = tuple(
    (name, lang) for name, lang in product(COMMANDS, LANGS) if (name, lang) != ("report-sdmx", "vi")
)
"""The outputs; codes for other systems are the same in both languages."""
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


class _Text(HTMLParser):
    """The text of a page, a line for each piece; what a browser does not show is left out."""

    def __init__(self) -> None:
        """Begin without text."""
        super().__init__()
        self.pieces: list[str] = []
        self.is_hidden = False

    def handle_starttag(self, tag: str, _: object) -> None:
        """Leave out the text of a style sheet."""
        self.is_hidden = tag == "style"

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        if data.strip() and not self.is_hidden:
            self.pieces.append(" ".join(data.split()))


def text_of(page: str) -> str:
    """Return the text of a page of HTML, a line for each piece.

    Args:
        page: the page.
    """
    parser = _Text()
    parser.feed(page)
    return "".join(f"{piece}\n" for piece in parser.pieces)


def printed(words: str, lang: str) -> str:
    """Return what the command prints, on standard output and then on standard error.

    Args:
        words: the words after the name of the command.
        lang: the language.
    """
    out, err = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder, chdir(OUTPUTS / "inputs"):
        # A path of the same length everywhere, because lines are wrapped.
        sample = os.path.relpath(SAMPLE)
        given = shlex.split(words.format(folder=folder).replace("sample.json", sample))
        on_any_terminal = patch.dict(os.environ, {"COLUMNS": "100"})
        with on_any_terminal, redirect_stdout(out), redirect_stderr(err):
            run([*given, "--lang", lang])
        text = out.getvalue() + err.getvalue()
    return text.replace(sample, "sample.json").replace(__version__, "VERSION")


def output(name: str, lang: str) -> str:
    """Return one output: what the command prints, and of a page its text.

    Args:
        name: the name of the output.
        lang: the language.
    """
    words = COMMANDS[name]
    text = _DIGEST.sub("DIGEST", printed(words, lang))
    return text_of(text) if words.endswith("html") else text


def main() -> None:
    """Rewrite all outputs."""
    for name, lang in CASES:
        target = OUTPUTS / lang / f"{name}.txt"
        target.parent.mkdir(exist_ok=True)
        target.write_text(output(name, lang), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
