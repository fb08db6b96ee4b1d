"""The text of a report in the order that an office expects, for every format with paragraphs."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Any, final

from attrs import frozen

from nsc_program.report import phrases
from nsc_program.report._body_groups import group_sentences, list_sentences, money_sentences
from nsc_program.report._header import DOTS, Header, filled_in
from nsc_program.report._report import Report
from nsc_program.report._sentences import sentence
from nsc_program.report._sheets import decimal, written
from nsc_program.report._spoken import spoken
from nsc_program.report._table import named
from nsc_program.report._target_lines import TargetLine, across_phases
from nsc_program.report._titles import numbered
from nsc_program.report._why import needed
from nsc_program.report.labels import label
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable
from nsc_program.values._written_days import written_day
from nsc_program.verdicts._status import Status


class Kind(StrEnum):
    """What a paragraph of a report is.

    Attributes:
        BASIS: a document that the report is based on.
        PART: the heading of a part.
        SECTION: the heading of a section of a part.
        TEXT: a paragraph.
        ITEM: an item of a list.
        BLANK: room for what an officer writes.
    """

    BASIS = "basis"
    PART = "part"
    SECTION = "section"
    TEXT = "text"
    ITEM = "item"
    BLANK = "blank"


@final
@frozen
class Paragraph:
    """A paragraph of a report.

    Attributes:
        kind: what it is.
        text: its text.
    """

    kind: Kind
    text: str


def body(report: Report, lang: Lang, header: Header) -> Iterator[Paragraph]:
    """Yield the paragraphs of a report, from its bases to its last sentence.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends the report, and what it is based on.
    """
    words = _Body(report, lang, header)
    for kind, text in (
        *words.opening(),
        *words.direction(),
        *words.results(),
        *words.appraisal(),
        *words.outlook(),
        *words.proposals(),
        *words.close(),
    ):
        yield Paragraph(kind, text if isinstance(text, str) else text.in_(lang))


_Written = Iterator[tuple[Kind, Text | str]]
_NOTHING = Text(vi="Không có.", en="None.")
_NONE_ATTAINED = Text(vi="Chưa có chỉ tiêu nào đạt.", en="No target is attained yet.")
_NONE_LACKING = Text(
    vi="Đến nay chưa có chỉ tiêu nào không đạt hoặc chưa xác định được.",
    en="So far no target is missed or undecided.",
)


@final
@frozen
class _Body:
    """The parts of a report in one language.

    Attributes:
        report: the report.
        lang: the language.
        header: who sends it.
    """

    report: Report
    lang: Lang
    header: Header

    def opening(self) -> _Written:
        """Yield what the report is based on, its period and the day of its data."""
        for basis in self.header.bases:
            yield Kind.BASIS, _based(printable(basis), self.lang)
        evaluation, own = self.report.evaluation, filled_in(self.header.body)
        plan, edition = evaluation.title, evaluation.edition
        yield (
            Kind.TEXT,
            Text(
                vi=f"Triển khai {numbered(edition)} ({plan.vi}), {own} báo cáo kết quả như sau:",
                en=f"Under plan {edition} ({plan.en}), {own} reports as follows:",
            ),
        )
        yield Kind.TEXT, self._days()

    def _days(self) -> Text:
        """Return which days the report is about, and which its data reach."""
        period, as_of = self.report.period, self.report.as_of
        start = period.first
        first, last = written_day(start, "vi"), written_day(period.end, "vi")
        ends = Text(
            vi=f"Kỳ báo cáo: từ ngày {first} đến ngày {last}. "
            f"Số liệu tính đến hết ngày {written_day(as_of, 'vi')}.",
            en=f"Report period: from {start} to {period.end}. Data as of the close of {as_of}.",
        )
        if as_of >= period.end:
            return ends
        return Text(
            vi=f"{ends.vi} Kỳ báo cáo chưa kết thúc, nên số liệu trong kỳ là số đến ngày này.",
            en=f"{ends.en} The period is not over, so its numbers are those through that day.",
        )

    def direction(self) -> _Written:
        """Yield the part on direction, which an officer writes."""
        yield Kind.PART, Text(vi="I. TÌNH HÌNH CHỈ ĐẠO, TRIỂN KHAI", en="I. DIRECTION AND WORK")
        yield Kind.BLANK, DOTS

    # --- II ---

    def results(self) -> _Written:
        """Yield the results: by target, by task, and the money."""
        yield Kind.PART, Text(vi="II. KẾT QUẢ THỰC HIỆN", en="II. RESULTS")
        yield Kind.SECTION, Text(vi="1. Kết quả chung", en="1. The targets")
        yield Kind.TEXT, self._numbers()
        for line in self.report.lines:
            yield Kind.ITEM, sentence(line, self.lang)
        for remark in across_phases(self.report.lines):
            yield Kind.TEXT, remark
        yield from self._aims()
        yield Kind.SECTION, Text(vi="2. Kết quả theo nhiệm vụ", en="2. The tasks")
        yield from self._items(list_sentences(self.report, self.lang))
        yield from self._items(group_sentences(self.report, self.lang))
        yield Kind.TEXT, self.report.sheet("groups").remarks[0]
        yield Kind.SECTION, Text(vi="3. Kinh phí", en="3. Money")
        yield Kind.TEXT, self._money_table()
        yield from self._items(money_sentences(self.report, self.lang))

    def _numbers(self) -> Text:
        """Return how many targets have each status, and where the table is."""
        lines = self.report.lines
        counts = {status: sum(line.status is status for line in lines) for status in Status}
        found = {status: count for status, count in counts.items() if count}
        listed = Text(
            vi=", ".join(f"{count} {label(each).vi.lower()}" for each, count in found.items()),
            en=", ".join(f"{count} {label(each).en.lower()}" for each, count in found.items()),
        )
        annex = self._annex("results")
        return Text(
            vi=f"Báo cáo nêu {len(lines)} chỉ tiêu: {listed.vi} (Bảng 1, {annex}).",
            en=f"The report is about {len(lines)} targets: {listed.en} (Table 1, {annex}).",
        )

    def _aims(self) -> _Written:
        """Yield the aims without a number that something was counted or measured for."""
        for title, _, unit, current, whole in self.report.sheet("objectives").rows:
            if unit is not None:
                name, of = written(title, self.lang), written(unit, self.lang)
                now, total = _in_words(current, self.lang), _in_words(whole, self.lang)
                yield (
                    Kind.ITEM,
                    Text(
                        vi=f"{name} ({of}): trong kỳ {now}; cả giai đoạn {total}.",
                        en=f"{name} ({of}): in the period {now}; in the whole phase {total}.",
                    ),
                )

    def _items(self, sentences: Iterable[str], nothing: Text = _NOTHING) -> _Written:
        """Yield sentences as items; without one, what there is instead."""
        none = True
        for text in sentences:
            none = False
            yield Kind.ITEM, text
        if none:
            yield Kind.ITEM, nothing

    # --- III to V ---

    def appraisal(self) -> _Written:
        """Yield what is attained, what is missed or undecided, and room for the reasons."""
        yield Kind.PART, Text(vi="III. ĐÁNH GIÁ", en="III. APPRAISAL")
        yield Kind.SECTION, Text(vi="1. Kết quả nổi bật", en="1. What was attained")
        lines = self.report.lines
        attained = (line for line in lines if line.status is Status.ATTAINED)
        yield from self._items((self._attained(line) for line in attained), _NONE_ATTAINED)
        yield Kind.BLANK, DOTS
        yield Kind.SECTION, Text(vi="2. Tồn tại, hạn chế", en="2. What is missed or undecided")
        lacking = (line for line in lines if line.status in (Status.MISSED, Status.UNDECIDED))
        yield from self._items((_lacking(line, self.lang) for line in lacking), _NONE_LACKING)
        yield Kind.BLANK, DOTS
        yield Kind.SECTION, Text(vi="3. Nguyên nhân", en="3. Reasons")
        yield Kind.BLANK, DOTS

    def _attained(self, line: TargetLine) -> str:
        """Write that a target is attained."""
        return f"{named(line.target, self.lang)}: {label(line.status).in_(self.lang).lower()}."

    def outlook(self) -> _Written:
        """Yield what is still needed in each month, and room for measures."""
        yield Kind.PART, Text(vi="IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", en="IV. WHAT COMES NEXT")
        for text in _pace(self.report.lines, self.lang):
            yield Kind.ITEM, text
        yield Kind.BLANK, DOTS

    def proposals(self) -> _Written:
        """Yield the questions whose answer changes a verdict, and room for other proposals."""
        yield Kind.PART, Text(vi="V. KIẾN NGHỊ, ĐỀ XUẤT", en="V. PROPOSALS")
        rows = self.report.sheet("hinges").rows
        if rows:
            yield (
                Kind.TEXT,
                Text(
                    vi="Đề nghị cấp có thẩm quyền hướng dẫn cách hiểu các nội dung sau, vì cách "
                    f"hiểu khác cho kết luận khác ({self._annex('hinges')}):",
                    en="Please rule on these questions, since another reading gives another "
                    f"status ({self._annex('hinges')}):",
                ),
            )
        for title, statuses, hinges, _ in rows:
            yield Kind.ITEM, self._question(title, statuses, hinges)
        yield Kind.BLANK, DOTS

    def _question(self, title: Any, statuses: Any, hinges: Any) -> Text:  # noqa: ANN401  # cells
        """Return the questions on which the status of a target depends."""
        name, asked = written(title, self.lang), written(hinges, self.lang)
        tolerance = Text(vi="biên độ của “khoảng”", en="the tolerance of “about”")
        about, can_be = asked or tolerance.in_(self.lang), written(statuses, self.lang)
        return Text(
            vi=f"{name}: {about} (có thể là: {can_be}).",
            en=f"{name}: {about} (it can be: {can_be}).",
        )

    def close(self) -> _Written:
        """Yield the annexes, and the last sentence."""
        listed = "; ".join(
            f"{annex.name.in_(self.lang)}: {annex.title.in_(self.lang)}"
            for annex in self.report.annexes
        )
        yield Kind.TEXT, Text(vi=f"Kèm theo Báo cáo: {listed}.", en=f"Annexes: {listed}.")
        own = filled_in(self.header.body)
        to = "; ".join(map(printable, self.header.addressees)) or DOTS
        yield (
            Kind.TEXT,
            Text(vi=f"Trên đây là báo cáo của {own}, kính gửi {to}./.", en=f"{own}, to {to}."),
        )

    def _annex(self, sheet: str) -> str:
        """Return the name of the annex that holds a table."""
        return annex_of(self.report, sheet, self.lang)

    def _money_table(self) -> Text:
        """Return where the money stands by source and year."""
        annex = self._annex("funding-years")
        return Text(
            vi=f"Kinh phí theo nguồn vốn và năm ngân sách: Bảng 2, {annex}.",
            en=f"The money by source and budget year: Table 2, {annex}.",
        )


def _based(basis: str, lang: Lang) -> str:
    """Write a document that the report is based on."""
    begins = Text(vi="Căn cứ", en="Based on").in_(lang)
    words = basis.rstrip(" .;")
    return f"{words};" if words.startswith(begins) else f"{begins} {words};"


def annex_of(report: Report, sheet: str, lang: Lang) -> str:
    """Return the name of the annex that holds a table.

    Args:
        report: the report.
        sheet: the id of the table.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    held = {each.id: annex.name for annex in report.annexes for each in annex.sheets}
    return held[sheet].in_(lang)


def _in_words(cell: Any, lang: Lang) -> str:  # noqa: ANN401  # a cell
    """Write a cell as it stands in a sentence."""
    return spoken(cell, lang) if isinstance(cell, Range) else written(cell, lang)


def _lacking(line: TargetLine, lang: Lang) -> str:
    """Write that a target is missed or open, and how many more are needed."""
    name, status = named(line.target, lang), label(line.status).in_(lang).lower()
    indicator, comparisons = line.verdict.indicator, line.verdict.comparisons
    missing = needed(comparisons[0], indicator, lang) if len(comparisons) == 1 else ()
    return f"{name}: {'; '.join((status, *missing))}."


_MONTHS = Text(vi="tháng", en="months")


def _pace(lines: Iterable[TargetLine], lang: Lang) -> Iterator[str]:
    """Yield how many more are needed in each month that is left, rounded up."""
    for line in lines:
        pace, gap = line.pace, line.gap
        if pace is None or not pace.needed or gap is None or not gap.high:
            continue
        unit = phrases.difference(Range.exactly(gap.high), line.verdict.indicator, lang)
        months = decimal(pace.months_left, lang)
        left = phrases.things(Range.exactly(pace.months_left), _MONTHS, lang)
        more, monthly = decimal(gap.high, lang), decimal(Fraction(ceil(pace.needed)), lang)
        text = Text(
            vi=f"để chắc chắn đạt cần thêm {more} {unit} trong {months} {left} còn lại của giai "
            f"đoạn, bình quân mỗi tháng {monthly} {unit} (đã làm tròn lên)",
            en=f"{more} more {unit} in the {months} {left} left of the phase surely suffice, "
            f"{monthly} in each month (rounded up)",
        )
        yield f"{named(line.target, lang)}: {text.in_(lang)}."
