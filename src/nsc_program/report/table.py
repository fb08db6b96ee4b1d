"""Put an evaluation into one table of text, which every drawing of it shows.

The table does not depend on a medium: a terminal, a web page and a printed report all draw the
same cells.
"""

from collections.abc import Callable
from typing import final

from attrs import field, frozen

from nsc_program.plan._readings import Question
from nsc_program.plan._sources import Citation
from nsc_program.plan._targets import Target
from nsc_program.report import phrases
from nsc_program.report.labels import label
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import is_a, is_text, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._verdict import PhaseEvaluation, Verdict

HEADINGS = (
    Text(vi="STT", en="No."),
    Text(vi="Nội dung", en="Target"),
    Text(vi="Chỉ tiêu theo Kế hoạch", en="Wording of the plan"),
    Text(vi="Kết quả thực hiện", en="Reached"),
    Text(vi="Ngưỡng đạt", en="Accepted"),
    Text(vi="Đánh giá", en="Status"),
    Text(vi="Căn cứ và cách hiểu", en="Rests on"),
)


@final
@frozen(kw_only=True)
class Row(Value):
    """The verdict on one target, as cells of text.

    Attributes:
        id: the id of the target.
        number: the running number of the row.
        target: the title of the target; aspirational targets are marked.
        words: the words of the plan, with the ids of the documents that carry them.
        reached: what was reached, with its unit; one value for each year if the target is about
            years.
        accepted: the values that fulfil the target.
        status: attained, missed, pending or undecided, in the language of the table.
        notes: one text for each note on which the verdict rests.
        answers: one text for each answer to a question on which the verdict rests.
    """

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
        """All texts on which the verdict rests: the notes, then the answers."""
        return (*self.notes, *self.answers)


@final
@frozen(kw_only=True)
class Section(Value):
    """The rows of one phase.

    Attributes:
        title: the name of the phase, with its status if it has a status.
        rows: one row for each target of the phase, in the order of the plan.
    """

    title: str = field(validator=is_text)
    rows: tuple[Row, ...] = field(validator=tuple_of(is_a(Row)))


@final
@frozen(kw_only=True)
class Table(Value):
    """An evaluation in words.

    Attributes:
        title: the title and edition of the plan, and the day of the evaluation.
        headings: the headings of the seven columns.
        sections: one section for each phase.
        objectives: the aims without a number, each with the figure of its indicator if it has one.
        sources: the cited documents, then the slips in them and their corrections.
    """

    title: str = field(validator=is_text)
    headings: tuple[str, ...] = field(validator=tuple_of(is_text))
    sections: tuple[Section, ...] = field(validator=tuple_of(is_a(Section)))
    objectives: tuple[str, ...] = field(validator=tuple_of(is_text))
    sources: tuple[str, ...] = field(validator=tuple_of(is_text))


def table(evaluation: Evaluation, lang: Lang) -> Table:
    """Put an evaluation into words, one row for each target.

    Args:
        evaluation: the verdicts to show.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The table, with a section for each phase.
    """
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
    """Write one phase, with its status in the title."""
    status = "" if phase.status is None else f": {label(phase.status).in_(lang)}"
    name = Text(
        vi=f"Giai đoạn {phrases.period(phase.period, lang)}",
        en=f"Phase {phrases.period(phase.period, lang)}",
    )
    rows = tuple(
        _row(numbers[verdict.target.id], verdict, questions, lang) for verdict in phase.verdicts
    )
    return Section(title=name.in_(lang) + status, rows=rows)


def _row(number: str, verdict: Verdict, questions: dict[str, Question], lang: Lang) -> Row:
    """Write one verdict."""
    return Row(
        id=verdict.target.id,
        number=number,
        target=named(verdict.target, lang),
        words=words(verdict.target.citations),
        reached=_by_period(verdict, lambda comparison: _reached(verdict, comparison, lang), lang),
        accepted=_by_period(verdict, lambda comparison: _accepted(verdict, comparison, lang), lang),
        status=label(verdict.status).in_(lang),
        notes=tuple(phrases.note(note, verdict, lang) for note in verdict.notes),
        answers=tuple(
            phrases.answer(asked, questions[asked.question], lang) for asked in verdict.asked
        ),
    )


def _by_period(verdict: Verdict, cell: Callable[[Comparison], str], lang: Lang) -> str:
    """Write a cell for each comparison, after its year if the target is about years."""
    if phrases.phase_of(verdict):
        return cell(verdict.comparisons[0])
    return "; ".join(
        f"{phrases.period(comparison.period, lang)}: {cell(comparison)}"
        for comparison in verdict.comparisons
    )


def _reached(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write what was reached."""
    return phrases.figure(comparison.possible, verdict.indicator, lang)


def _accepted(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write what is accepted and, for growth, the baseline."""
    baseline = _measured(comparison.baseline, lang)
    return phrases.accepted_of(verdict, comparison, lang) + baseline


def named(target: Target, lang: Lang) -> str:
    """Return the title of a target, marked if the target is aspirational.

    An aspirational target has a verdict, but it is not weighed in the status of its phase.

    Args:
        target: a target of the plan.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    mark = (
        Text(vi=" (phấn đấu)", en=" (aspirational)") if target.aspirational else Text(vi="", en="")
    )
    return target.title.in_(lang) + mark.in_(lang)


def _measured(baseline: Range | None, lang: Lang) -> str:
    """Write the baseline from which growth is measured."""
    if baseline is None:
        return ""
    value = phrases.range_(baseline, lang)
    return Text(vi=f" (kỳ gốc: {value})", en=f" (growth from {value})").in_(lang)


def words(citations: tuple[Citation, ...]) -> str:
    """Quote each wording once, with the ids of the documents that carry it.

    Args:
        citations: the citations of one target, objective or funding source.
    """
    documents: dict[str, list[str]] = {}
    for citation in citations:
        documents.setdefault(citation.words, []).append(citation.document.id)
    return "; ".join(f"“{quoted}” [{', '.join(ids)}]" for quoted, ids in documents.items())


def _objectives(evaluation: Evaluation, lang: Lang) -> list[str]:
    """Write each aim without a number, with the figure of its indicator if it has one."""
    lines = []
    for evaluated in evaluation.objectives:
        title, figure = evaluated.objective.title.in_(lang), evaluated.figure
        if figure is None or evaluated.indicator is None:
            lines.append(title)
            continue
        period = phrases.period(figure.period, lang)
        parts = [phrases.figure(figure.range, evaluated.indicator, lang)]
        parts += [phrases.figure_note(note, figure.period, lang) for note in figure.notes]
        lines.append(f"{title} ({period}): {'; '.join(parts)}")
    return lines


def _citations(evaluation: Evaluation) -> list[Citation]:
    """List the citations of the targets, then those of the objectives."""
    cited = [verdict.target.citations for verdict in evaluation.verdicts]
    cited += [evaluated.objective.citations for evaluated in evaluation.objectives]
    return [citation for citations in cited for citation in citations]


def sources(citations: list[Citation], lang: Lang) -> tuple[str, ...]:
    """Name each cited document once, then each slip of the pen in them and how it is read.

    Args:
        citations: the citations whose documents are named.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The documents in the order of their ids, each with a remark if it has one, then the slips.
    """
    documents = dict.fromkeys(citation.document for citation in citations)
    errata = dict.fromkeys(citation.erratum for citation in citations if citation.erratum)
    named = (
        f"[{document.id}] {document.title.in_(lang)}."
        + (f" {document.remark.in_(lang)}" if document.remark else "")
        for document in sorted(documents, key=lambda document: document.id)
    )
    return (*named, *(erratum.in_(lang) for erratum in errata))
