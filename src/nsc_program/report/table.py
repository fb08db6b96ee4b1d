"""One neutral table of an evaluation: what every drawing of it draws."""

from collections.abc import Callable
from typing import final

from attrs import field, frozen

from nsc_program.plan._readings import Question
from nsc_program.plan._sources import Citation
from nsc_program.plan._targets import Target
from nsc_program.report import phrases
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import is_a, is_text, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import Evaluation, PhaseEvaluation, Verdict

HEADINGS = (
    Text(vi="STT", en="No."),
    Text(vi="Nội dung", en="Target"),
    Text(vi="Chỉ tiêu theo Kế hoạch", en="What the plan says"),
    Text(vi="Kết quả thực hiện", en="Reached"),
    Text(vi="Mức được coi là đạt", en="Accepted"),
    Text(vi="Đánh giá", en="Status"),
    Text(vi="Căn cứ và cách hiểu", en="Rests on"),
)


@final
@frozen(kw_only=True)
class Row(Value):
    """One target, its cells as text: what the verdict rests on is one text for each note and each answer."""

    id: str = field(validator=is_text)
    number: str = field(validator=is_text)
    target: str = field(validator=is_text)
    words: str = field(validator=is_text)
    reached: str = field(validator=is_text)
    accepted: str = field(validator=is_text)
    status: str = field(validator=is_text)
    notes: tuple[str, ...] = field(validator=tuple_of(is_text))
    answers: tuple[str, ...] = field(validator=tuple_of(is_text))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The notes, then the answers."""
        return (*self.notes, *self.answers)


@final
@frozen(kw_only=True)
class Section(Value):
    """A phase with its rows."""

    title: str = field(validator=is_text)
    rows: tuple[Row, ...] = field(validator=tuple_of(is_a(Row)))


@final
@frozen(kw_only=True)
class Table(Value):
    """An evaluation to be drawn: headings, a section for each phase, the aims without numbers, the sources."""

    title: str = field(validator=is_text)
    headings: tuple[str, ...] = field(validator=tuple_of(is_text))
    sections: tuple[Section, ...] = field(validator=tuple_of(is_a(Section)))
    objectives: tuple[str, ...] = field(validator=tuple_of(is_text))
    sources: tuple[str, ...] = field(validator=tuple_of(is_text))


def table(evaluation: Evaluation, lang: Lang) -> Table:
    """Put an evaluation into words, one row for each target."""
    questions = {question.id: question for question in evaluation.questions}
    as_of = phrases.day(evaluation.as_of, lang)
    numbers = {
        verdict.target.id: str(number) for number, verdict in enumerate(evaluation.verdicts, 1)
    }
    return Table(
        title=Text(
            vi=f"{evaluation.title.vi} ({evaluation.edition}), tính đến hết ngày {as_of}",
            en=f"{evaluation.title.en} ({evaluation.edition}), as of the close of {as_of}",
        ).in_(lang),
        headings=tuple(heading.in_(lang) for heading in HEADINGS),
        sections=tuple(_section(phase, numbers, questions, lang) for phase in evaluation.phases),
        objectives=tuple(_objectives(evaluation, lang)),
        sources=sources(_citations(evaluation), lang),
    )


def _section(
    phase: PhaseEvaluation, numbers: dict[str, str], questions: dict[str, Question], lang: Lang
) -> Section:
    status = "" if phase.status is None else f": {phrases.STATUSES[phase.status].in_(lang)}"
    name = Text(
        vi=f"Giai đoạn {phrases.period(phase.period, lang)}",
        en=f"Phase {phrases.period(phase.period, lang)}",
    )
    rows = tuple(
        _row(numbers[verdict.target.id], verdict, questions, lang) for verdict in phase.verdicts
    )
    return Section(title=name.in_(lang) + status, rows=rows)


def _row(number: str, verdict: Verdict, questions: dict[str, Question], lang: Lang) -> Row:
    return Row(
        id=verdict.target.id,
        number=number,
        target=named(verdict.target, lang),
        words=words(verdict.target.citations),
        reached=_each(
            verdict, lambda each: phrases.figure(each.possible, verdict.indicator, lang), lang
        ),
        accepted=_each(
            verdict,
            lambda each: phrases.accepted_of(verdict, each, lang) + _measured(each.baseline, lang),
            lang,
        ),
        status=phrases.STATUSES[verdict.status].in_(lang),
        notes=tuple(phrases.note(note, verdict, lang) for note in verdict.notes),
        answers=tuple(
            phrases.answer(asked, questions[asked.question], lang) for asked in verdict.asked
        ),
    )


def _each(verdict: Verdict, cell: Callable[[Comparison], str], lang: Lang) -> str:
    """Write something of each comparison, after its year where it is about one."""
    if phrases.phase_of(verdict):
        return cell(verdict.comparisons[0])
    return "; ".join(
        f"{phrases.period(each.period, lang)}: {cell(each)}" for each in verdict.comparisons
    )


def named(target: Target, lang: Lang) -> str:
    """Name a target, and say if it is only striven for: it is shown then, never weighed."""
    mark = (
        Text(vi=" (phấn đấu)", en=" (aspirational)") if target.aspirational else Text(vi="", en="")
    )
    return target.title.in_(lang) + mark.in_(lang)


def _measured(baseline: Range | None, lang: Lang) -> str:
    """Say what growth is measured from."""
    if baseline is None:
        return ""
    value = phrases.range_(baseline, lang)
    return Text(vi=f" (số gốc {value})", en=f" (growth from {value})").in_(lang)


def words(citations: tuple[Citation, ...]) -> str:
    """Quote each wording once, with the ids of the documents that carry it."""
    carried: dict[str, list[str]] = {}
    for citation in citations:
        carried.setdefault(citation.words, []).append(citation.document.id)
    return "; ".join(f"“{quoted}” [{', '.join(ids)}]" for quoted, ids in carried.items())


def _objectives(evaluation: Evaluation, lang: Lang) -> list[str]:
    shown = []
    for each in evaluation.objectives:
        title = each.objective.title.in_(lang)
        if each.figure is None or each.indicator is None:
            shown.append(title)
        else:
            period = phrases.period(each.figure.period, lang)
            found = [phrases.figure(each.figure.range, each.indicator, lang)]
            found += [
                phrases.figure_note(note, each.figure.period, lang) for note in each.figure.notes
            ]
            shown.append(f"{title} ({period}): {'; '.join(found)}")
    return shown


def _citations(evaluation: Evaluation) -> list[Citation]:
    cited = [verdict.target.citations for verdict in evaluation.verdicts]
    cited += [each.objective.citations for each in evaluation.objectives]
    return [citation for citations in cited for citation in citations]


def sources(citations: list[Citation], lang: Lang) -> tuple[str, ...]:
    """Name each document once, with what must be known of it, and how slips are read."""
    documents = dict.fromkeys(citation.document for citation in citations)
    errata = dict.fromkeys(citation.erratum for citation in citations if citation.erratum)
    named = (
        f"[{document.id}] {document.title.in_(lang)}."
        + (f" {document.remark.in_(lang)}" if document.remark else "")
        for document in sorted(documents, key=lambda document: document.id)
    )
    return (*named, *(erratum.in_(lang) for erratum in errata))
