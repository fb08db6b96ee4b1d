"""The words of the command line: how they are parsed, error messages, and the pages of help."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from command import SAMPLE, run
from each import for_each
from nsc_program.cli import main
from nsc_program.cli._commands import COMMANDS, MODULES
from nsc_program.cli._grammar import Command
from nsc_program.cli._parsing import language_of, read_options
from nsc_program.cli._words import BadUsage

EVERY_COMMAND = pytest.mark.parametrize("command", COMMANDS.values(), ids=[*COMMANDS])
BOTH_LANGUAGES = pytest.mark.parametrize("lang", ["vi", "en"])


class TestParsing:
    """The value of an option is the next word or follows `=`; arguments may stand anywhere."""

    @pytest.mark.parametrize(
        "words",
        [
            ["r.json", "--as-of", "2026-06-30"],
            ["--as-of=2026-06-30", "r.json"],
            ["--as-of", "2026-06-30", "--", "r.json"],
            ["r.json", "--as-o", "2026-06-30"],
            ["r.json", "--as-of", "2025-01-01", "--as-of", "2026-06-30"],
        ],
    )
    def test_equivalent_spellings(self, words: list[str]) -> None:
        options = read_options(COMMANDS["evaluate"], words)

        assert ("r.json", date(2026, 6, 30)) == (options.register, options.as_of)
        assert ("vi", "table", None, []) == (
            options.lang,
            options.format,
            options.as_known_on,
            options.program,
        )

    @pytest.mark.parametrize(
        "words", [["-o", "o.json"], ["-oo.json"], ["-o=o.json"], ["--out=o.json"]]
    )
    def test_a_short_option_is_a_long_one(self, words: list[str]) -> None:
        assert "o.json" == str(read_options(COMMANDS["merge"], ["a.json", *words]).output)

    def test_all_words_after_two_dashes_are_arguments(self) -> None:
        assert ["-", "-o", "--lang"] == read_options(
            COMMANDS["merge"], ["-", "-oo.json", "--", "-o", "--lang"]
        ).registers

    def test_a_value_may_contain_an_equals_sign(self) -> None:
        assert [("id", "a=b")] == read_options(
            COMMANDS["intake"], ["support", "r.csv", "-oo.json", "--column=id=a=b"]
        ).column


class TestLanguage:
    """The language is determined before anything is parsed, so that errors are written in it."""

    @for_each(
        ("words", "lang"),
        [
            ([], "vi"),
            (["--lang", "en", "plan"], "en"),
            (["plan", "--lang=en"], "en"),
            (["plan", "--la", "en"], "en"),
            (["plan", "--lang=en", "--lang", "vi"], "vi"),
            (["plan", "--lang=en", "--lang", "fr"], "en"),
            (["plan", "--lang"], "vi"),
            (["plan", "--", "--lang", "en"], "vi"),
        ],
    )
    def test_it_may_stand_anywhere(self, words: list[str], lang: str) -> None:
        assert lang == language_of(words)

    @EVERY_COMMAND
    def test_every_command_accepts_it(
        self, capsys: pytest.CaptureFixture[str], command: Command
    ) -> None:
        assert "the language:" in run(capsys, command.name, "--help", "--lang", "en")[1]

    def test_it_may_stand_before_the_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "plan", "--lang", "en") == run(capsys, "--lang", "en", "plan")


class TestWrongUsage:
    """The command ends with 2, names the mistake and its correction, and refers to a help page."""

    @pytest.mark.parametrize(
        ("words", "vi", "en"),
        [
            (
                "evaluate x.json",
                "thiếu --as-of: đánh giá tính đến",
                "--as-of is missing: evaluate as of the close",
            ),
            (
                "evaluate",
                "thiếu DỮ_LIỆU.json: cơ sở dữ liệu",
                "REGISTER.json is missing: the register",
            ),
            (
                "evaluat",
                "không có lệnh 'evaluat'; có phải là 'evaluate' không?",
                "did you mean 'evaluate'?",
            ),
            ("xyz", "không có lệnh 'xyz'", "there is no command 'xyz'"),
            ("--", "không có lệnh '--'", "there is no command '--'"),
            (
                "plan --las x",
                "không có tùy chọn --las; có phải là '--lang' không?",
                "did you mean '--lang'?",
            ),
            ("plan --zzzzz", "không có tùy chọn --zzzzz", "there is no option --zzzzz"),
            ("plan -x", "không có tùy chọn -x", "there is no option -x"),
            ("--zzzzz plan", "không có tùy chọn --zzzzz", "there is no option --zzzzz"),
            (
                "check r --as 2024-01-01",
                "viết tắt của nhiều tùy chọn (--as-of, --as-known-on)",
                "--as: this is short for",
            ),
            (
                "plan --as-of",
                "--as-of: thiếu giá trị NGÀY",
                "--as-of: the value DAY is missing",
            ),
            (
                "plan --as-of --template",
                "--as-of: thiếu giá trị",
                "--as-of: the value DAY is missing",
            ),
            (
                "plan --as-of -- x",
                "--as-of: thiếu giá trị",
                "--as-of: the value DAY is missing",
            ),
            (
                "plan --template=yes",
                "--template: tùy chọn này không có giá trị",
                "--template: this option does not take a value",
            ),
            (
                "plan --format xml",
                "--format: không nhận 'xml'; chọn một trong: 'text', 'json'",
                "choose one of 'text', 'json'",
            ),
            (
                "plan --format jsn",
                "chọn một trong: 'text', 'json'; có phải là 'json' không?",
                "'json'; did you mean 'json'?",
            ),
            (
                "schema programs",
                "TÀI_LIỆU: không nhận 'programs'",
                "DOCUMENT: 'programs' is not accepted",
            ),
            (
                "schema program x",
                "thừa 'x'; hãy bỏ đi, hoặc đặt cụm có dấu cách trong dấu ngoặc kép",
                "unexpected argument 'x'; remove it, or put quotation marks around a value that ",
            ),
            (
                "check r --as-of 31/6/2026",
                "--as-of: cần một ngày có thật",
                "expected a day such as 2026-06-30",
            ),
            ("check r --as-of 20260630", "nhưng nhận được '20260630'", "got '20260630'"),
            ("check r --as-of 2026-02-30", "nhưng nhận được '2026-02-30'", "got '2026-02-30'"),
        ],
    )
    def test_the_message_is_in_both_languages(
        self, capsys: pytest.CaptureFixture[str], words: str, vi: str, en: str
    ) -> None:
        for lang, sentence in (("vi", vi), ("en", en)):
            code, out, err = run(capsys, "--lang", lang, *words.split())

            assert (2, "") == (code, out)
            assert sentence in err.splitlines()[0]
            assert err.splitlines()[0].startswith("nsc-program: ")

    def test_an_unknown_language(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, err = run(capsys, "plan", "--lang", "fr")

        assert 2 == code
        assert (
            "nsc-program: --lang: không nhận 'fr'; chọn một trong: 'vi', 'en'"
            == err.splitlines()[0]
        )

    def test_all_missing_parameters_are_listed_at_once(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, _, err = run(capsys, "evidence", "--lang", "en")

        assert ["REGISTER.json", "TARGET", "--as-of"] == [
            line.split()[1] for line in err.splitlines()[:-1]
        ]

    @pytest.mark.parametrize(
        ("words", "hint"),
        [
            ("plan -x", "nsc-program: cách dùng: nsc-program plan --help (English: --lang en)"),
            ("pla", "nsc-program: cách dùng: nsc-program --help (English: --lang en)"),
            (
                "plan -x --lang en",
                "nsc-program: usage: nsc-program plan --help --lang en (Tiếng Việt: --lang vi)",
            ),
        ],
    )
    def test_a_hint_refers_to_the_page_of_help(
        self, capsys: pytest.CaptureFixture[str], words: str, hint: str
    ) -> None:
        assert hint == run(capsys, *words.split())[2].splitlines()[-1]

    def test_a_word_is_escaped(self, capsys: pytest.CaptureFixture[str]) -> None:
        for word in ("\x1b[31m", "--\x1b[31m", "\udcff", "--lang=\x1b"):
            code, _, err = run(capsys, word)

            assert 2 == code
            assert err.isascii() or "\x1b" not in err

    def test_a_long_word_is_shortened(self, capsys: pytest.CaptureFixture[str]) -> None:
        for words in (
            ["x" * 100_000],
            ["plan", "--" + "x" * 100_000],
            ["plan", "--format", "x" * 100_000],
        ):
            assert len(run(capsys, *words)[2]) < 400

    def test_an_inadmissible_answer_names_the_option(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, _, err = run(
            capsys,
            "evaluate",
            SAMPLE,
            "--as-of",
            "2026-06-30",
            "--reading",
            "tolerance=1/2",
            "--lang",
            "en",
        )

        assert 2 == code
        assert err.startswith("nsc-program: --reading: ")

    def test_it_is_an_error_of_the_library(self) -> None:
        with pytest.raises(BadUsage, match="--as-of is missing"):
            read_options(COMMANDS["figures"], ["r.json"])


class TestHelp:
    """Each page is in one language, with examples and the exit codes."""

    def test_without_words_the_overview_is_shown_on_standard_error(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, out, err = run(capsys)

        assert (2, "") == (code, out)
        assert run(capsys, "--help") == (0, err, "")

    @BOTH_LANGUAGES
    def test_it_names_every_command(self, capsys: pytest.CaptureFixture[str], lang: str) -> None:
        out = run(capsys, "--lang", lang, "-h")[1]

        assert [] == [name for name in COMMANDS if f"\n  {name} " not in out]
        assert "\n  2    " in out

    @EVERY_COMMAND
    @BOTH_LANGUAGES
    def test_a_page_describes_every_parameter(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        command: Command,
        lang: str,
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")

        code, out, err = run(capsys, command.name, "--help", "--lang", lang)

        assert (0, "") == (code, err)
        for parameter in (*command.arguments, *command.options):
            label = parameter.label.in_("vi" if lang == "vi" else "en")
            assert f"\n  {', '.join(parameter.flags) or label}" in out
        assert out.index(command.examples[0][0]) < out.index("\n  130, 143")
        assert all(
            len(line) <= 80 for line in out.splitlines() if not line.startswith("  nsc-program ")
        )

    @EVERY_COMMAND
    def test_help_is_shown_whatever_else_is_wrong(
        self, capsys: pytest.CaptureFixture[str], command: Command
    ) -> None:
        assert run(capsys, command.name, "--help") == run(capsys, command.name, "--nonsense", "-h")

    @EVERY_COMMAND
    def test_the_examples_can_be_parsed(
        self,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path_factory: pytest.TempPathFactory,
        command: Command,
    ) -> None:
        monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
        for line, _ in command.examples:
            name, *words = re.sub(r" > \S+$", "", line).split()

            assert command.name == name
            assert (
                "vi"
                == read_options(
                    command, [word for word in words if word not in ("--lang", "en")]
                ).lang
            )

    def test_the_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = run(capsys, "--version", "--lang", "en")

        assert 0 == code
        assert re.fullmatch(r"nsc-program \d+\.\d+\.\d+\S*\n", out)

    def test_a_command_has_no_version_option(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 2 == main(["plan", "--version"])
        assert "--version" in capsys.readouterr().err


class TestReferencePage:
    """The reference page agrees with the command."""

    PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "command.md").read_text(
        encoding="utf-8"
    )

    def test_it_lists_the_commands(self) -> None:
        assert [
            f"| `{command.name}` | {command.summary.en} |" for command in COMMANDS.values()
        ] == [line for line in self.PAGE.splitlines() if line.startswith("| `")]

    def test_its_error_messages_are_those_of_the_command(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.chdir(tmp_path)
        shown = re.findall(
            r"^\$ nsc-program (.+)\n((?:nsc-program: .+\n)+)", self.PAGE, re.MULTILINE
        )

        assert 3 == len(shown)
        assert [(2, "", message) for _, message in shown] == [
            run(capsys, *words.split()) for words, _ in shown
        ]


def test_each_module_has_the_commands_of_its_list() -> None:
    held = {
        module: tuple(one.name for one in import_module(f"nsc_program.cli.{module}").COMMANDS)
        for module in MODULES
    }
    assert held == MODULES
