"""Messages to other systems: well-formed whatever the data hold, and with the codes given."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import evolve
from defusedxml.ElementTree import fromstring

from building import FIRST, plan_of, wanted
from each import for_each
from nsc_program import (
    HANOI,
    AtLeast,
    InvalidType,
    InvalidValue,
    Period,
    Register,
    Text,
)
from nsc_program.errors import DocumentError
from nsc_program.report import Report, message, report
from nsc_program.serialization import digest, from_json
from nsc_program.values._validators import printable

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"
DAY, YEAR = date(2025, 12, 31), Period.of_years(2025, 2025)
HOSTILE = "<script>\"'&]]>\u202e\x01{{ 7 * 7 }}"


@pytest.fixture(scope="module")
def sample() -> Report:
    register = from_json(SAMPLE.read_bytes(), Register)
    return report(HANOI, register, as_of=DAY, period=YEAR)


def written(made: Report, template: str, **codes: dict[str, str]) -> list[Any]:
    """Return what a message in JSON says."""
    said: list[Any] = json.loads(message(made, template, "json", codes))
    return said


def refused(made: Report, template: str, **codes: dict[str, str]) -> str:
    """Return why a message in JSON is refused."""
    with pytest.raises(InvalidValue) as caught:
        message(made, template, "json", codes)
    return str(caught.value)


class TestContent:
    def test_verdicts_have_the_codes_of_the_other_system(self, sample: Report) -> None:
        template = """[{{ constants.sender }}, {{ period.start }}
            {% for target in targets %}
            , [{{ target.code }}, {{ target.status }}, {{ target.share | down(2) }}]
            {% endfor %}
            ]"""
        statuses = {"attained": "1", "missed": "0", "undecided": "?", "pending": "?"}
        sender = {"sender": "MADE-UP"}
        said = written(sample, template, constants=sender, statuses=statuses)

        assert ["MADE-UP", "2025-01-01"] == said[:2]
        assert [line.target.id for line in sample.lines] == [row[0] for row in said[2:]]
        assert ["?", "1", "1", "0", "?"] == [row[1] for row in said[2:]]
        assert 93.33 == said[5][2]

    def test_figures_have_values_ends_and_a_status(self, sample: Report) -> None:
        template = """[
            {% for figure in figures if figure.indicator_id == "supported" %}
            [{{ figure.indicator }}, {{ figure.unit }}, {{ figure.period.name }},
             {{ figure.period.end }}, {{ figure.status }}, {{ figure.value }}, {{ figure.low }},
             {{ figure.high }}],
            {% endfor %}
            null]"""
        rows = written(
            sample, template, indicators={"supported": "SUP"}, units={"enterprise": "DN"}
        )

        assert ["SUP", "DN", "2021-2025", "2025-12-31", "O", None, 1480, 1490] in rows

    def test_the_figures_of_a_target(self, sample: Report) -> None:
        template = """[
            {% for target in targets if target.id == "2021-2025/models" %}
            {{ target.title.en }}, {{ target.planned }}, {{ target.cumulative.value }},
            {{ target.current.low }}, {{ target.before.high }}, {{ target.estimate }}
            {% endfor %}
            ]"""
        (line,) = (each for each in sample.lines if each.target.id == "2021-2025/models")
        assert line.before is not None
        current, before = line.current.range.low, line.before.range.high

        assert [line.target.title.en, 15, 14, current, before, None] == written(sample, template)

    def test_the_report_itself(self, sample: Report) -> None:
        template = "[{{ plan }}, {{ edition }}, {{ area }}, {{ period.code }}, {{ digest }}]"
        codes = {"areas": {"VN-HN": "01"}, "periods": {"2025-01-01/2025-12-31": "N2025"}}
        own = digest(sample.evaluation)

        assert ["hanoi", "149/KH-UBND", "01", "N2025", own] == written(sample, template, **codes)

    def test_without_tables_ids_are_sent(self, sample: Report) -> None:
        template = (
            "[{{ targets[0].code }}, {{ targets[0].status }}, {{ period.code }}, {{ library }}]"
        )

        assert written(sample, template)[:3] == ["2021-2025/trained", "undecided", "2025"]


class TestHostileTexts:
    """A text of the plan stays a text."""

    @pytest.fixture
    def made(self) -> Report:
        title = Text(vi=HOSTILE, en=HOSTILE)
        (target,) = plan_of(FIRST, wanted(AtLeast(2))).targets
        plan = plan_of(FIRST, evolve(target, title=title))
        return report(plan, Register(), as_of=DAY, period=YEAR)

    def test_in_json(self, made: Report) -> None:
        assert [HOSTILE] == written(made, "[{{ targets[0].title.vi }}]")

    def test_in_xml(self, made: Report) -> None:
        said = "{{ targets[0].title.vi }}"
        root = fromstring(message(made, f'<a b="{said}">{said}</a>', "xml"))

        assert [] == [*root]
        assert root.text == root.get("b") == printable(HOSTILE)


class TestXml:
    def test_a_value_as_a_whole_tells_nothing(self, sample: Report) -> None:
        whole = "<a>{{ '%s' | format(targets[0]) }}</a>"

        assert "<a>&lt;CodedTarget&gt;</a>" == message(sample, whole, "xml")

    def test_values_are_text(self, sample: Report) -> None:
        number = "{{ targets[3].planned }}|{{ targets[3].planned == 15 }}"
        said = message(
            sample, f"<a>{number}|{{{{ targets[3].estimate }}}}|{{{{ as_of }}}}</a>", "xml"
        )

        assert "<a>15|true||2025-12-31</a>" == said

    def test_constants_of_the_template_are_values_too(self, sample: Report) -> None:
        said = "<a>{{ true }}|{{ none }}|{{ '<' }}</a>"

        assert "<a>true||&lt;</a>" == message(sample, said, "xml")
        with pytest.raises(InvalidValue, match="writes a float"):
            message(sample, "<a>{{ 1.5 }}</a>", "xml")

    def test_what_is_not_well_formed_is_refused(self, sample: Report) -> None:
        with pytest.raises(InvalidValue, match="well-formed XML: mismatched tag"):
            message(sample, "<a></b>", "xml")


class TestNumbers:
    """Numbers are exact; one that does not end is cut as the template says, never rounded."""

    @pytest.mark.parametrize(
        ("filtered", "expected"),
        [("down(2)", 93.33), ("up(2)", 93.34), ("down", 93), ("up", 94)],
    )
    def test_numbers_are_cut_on_the_side_that_is_asked_for(
        self, sample: Report, filtered: str, expected: float
    ) -> None:
        assert [expected] == written(sample, f"[{{{{ targets[3].share | {filtered} }}}}]")

    def test_a_number_that_does_not_end_is_refused(self, sample: Report) -> None:
        assert (
            "template: line 2: the number 93.33… does not end; cut it after some decimals: "
            "'| down(2)' cuts it down, '| up(2)' up"
        ) == refused(sample, "[\n{{ targets[3].share }}]")

    def test_blanks_stay_blank(self, sample: Report) -> None:
        template = "[{{ targets[3].estimate | down }}, {{ targets[3].estimate | up }}]"

        assert [None, None] == written(sample, template)

    def test_binary_fractions_are_refused(self, sample: Report) -> None:
        assert "writes a float" in refused(sample, "[{{ targets[3].planned * 0.1 }}]")

    def test_decimals_are_exact(self, sample: Report) -> None:
        assert "[0.1]" == message(sample, "[{{ targets[3].planned / 150 }}]", "json")


class TestRefusals:
    @for_each(
        ("template", "why"),
        [
            ("[\n{{ as_off }}]", "line 2: no name 'as_off'; did you mean 'as_of'?"),
            ("[{{ nothing }}]", "no name 'nothing'; known: 'plan', 'edition', 'area', "),
            ("[{{ targets[0].shar }}]", "no name 'shar'; did you mean 'share'?"),
            ("[{{ title.fr }}]", "no name 'fr'; known: 'vi', 'en'"),
            ("[{{ targets[99].id }}]", "no name '99'; known: "),
            ("[{{ targets[0]['a' ~ 'b'].id }}]", "no name 'ab'; known: "),
            ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
            ("[{{ targets | xmlattr }}]", "has no attribute 'items'"),
            ("[{% include 'other' %}]", "no loader"),
            ("[{{ targets[0]._line }}]", "unsafe"),
            ("[{% for %}]", "line 1"),
            ("[{{ 1 // 0 }}]", "division"),
            ("[{{ targets[0] }}]", "writes a CodedTarget"),
            ("[{{ targets[0].share + none }}]", "unsupported operand"),
            ("[1, 2", "well-formed JSON"),
            ("[NaN]", "well-formed JSON: NaN"),
            ('["{{ plan }}"]', "well-formed JSON"),
            ("[{{ targets.append(1) }}]", "unsafe"),
            ("[{{ 1e999 }}]", "'inf' is not defined"),
            ("['\ud800']", "well-formed Unicode"),
        ],
    )
    def test_mistakes_of_templates(self, sample: Report, template: str, why: str) -> None:
        assert why in refused(sample, template)

    def test_a_template_that_is_too_deep_is_refused(self, sample: Report) -> None:
        assert "the template has a mistake: " in refused(sample, f"[{{{{ {'-' * 50_000}1 }}}}]")

    def test_an_id_without_a_code_is_not_sent(self, sample: Report) -> None:
        why = refused(sample, "[{{ targets[3].status }}]", statuses={"attained": "1"})

        assert "codes.statuses.missed: line 1: the template uses the code of 'missed'" in why

    @for_each(
        ("codes", "why"),
        [
            ({"statusses": {}}, "no table of codes 'statusses'; did you mean 'statuses'?"),
            ({"statuses": {"reached": "1"}}, "statuses.reached: no status 'reached'; known:"),
            ({"indicators": {"suported": "1"}}, "did you mean 'supported'?"),
            ({"targets": {"2021/x": "1"}}, "targets.2021/x: no target '…'"),
            ({"units": {"persn": "1"}}, "did you mean 'person'?"),
            ({"observations": {"B": "1"}}, "no status of a figure 'B'"),
            ({"periods": {"quý I": "1"}}, "periods.quý I: '…' does not name a period"),
            ({"periods": {"2025-02-30": "1"}}, "does not name a period"),
            (
                {"indicators": {"supported": "1", "models/city": "1"}},
                "two of its ids have one code",
            ),
            ({"constants": {"sender": 5}}, "constants.sender: expected text"),
            ({"constants": "x"}, "constants: expected a table of codes"),
            ({"units": {5: "1"}}, "units.5: no unit '5'"),
            (5, "codes: expected tables of codes"),
        ],
    )
    def test_codes_that_do_not_suit_the_plan(
        self,
        sample: Report,
        codes: Any,  # noqa: ANN401  # wrong ones too
        why: str,
    ) -> None:
        with pytest.raises(DocumentError) as caught:
            message(sample, "[]", "json", codes)

        assert why in str(caught.value)

    def test_other_arguments(self, sample: Report) -> None:
        with pytest.raises(InvalidType):
            message(cast("Report", sample.evaluation), "[]", "json")
        with pytest.raises(InvalidType):
            message(sample, cast("str", b"[]"), "json")
        with pytest.raises(InvalidValue, match="form: expected one of 'json', 'xml'"):
            message(sample, "[]", cast("Any", "yaml"))

    def test_without_the_extra_the_package_is_named(
        self, sample: Report, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delitem(sys.modules, "nsc_program.report._messages.jinja", raising=False)
        monkeypatch.setitem(sys.modules, "jinja2", None)

        assert "nsc_program[messages]" in refused(sample, "[]")
