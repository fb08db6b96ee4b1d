"""Put an evaluation into one table of text, which every drawing of it shows.

The table does not depend on a medium: a terminal, a web page and a printed report all draw the
same cells.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter
from typing import final

from attrs import field, frozen

from nsc_program.plan._questions import Question
from nsc_program.plan._readings import Asked
from nsc_program.plan._sources import Citation, Document
from nsc_program.plan._targets import Target
from nsc_program.report import phrases
from nsc_program.report._reached import reached
from nsc_program.report._titles import titled
from nsc_program.report._why import why
from nsc_program.report.labels import label
from nsc_program.report.notes import figure_note, notes_of, phase_of
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import is_a, is_text, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._notes import UnitsDiffer
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import ObjectiveFigure, PhaseEvaluation, Verdict

HEADINGS = (
    Text(vi="STT", en="No."),
    Text(vi="Nội dung", en="Target"),
    Text(vi="Chỉ tiêu theo Kế hoạch", en="Wording of the plan"),
    Text(vi="Kết quả thực hiện", en="Reached"),
    Text(vi="Ngưỡng đạt", en="Accepted"),
    Text(vi="Đánh giá", en="Status"),
    Text(vi="Vì sao", en="Why"),
)
ASPIRATIONAL = Text(vi=" (phấn đấu)", en=" (aspirational)")


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
        why: why the target has this status, in one sentence of one or more parts.
        notes: one text for each note on which the verdict rests; those on the baseline are one.
        answers: one text for each answer to a question on which the verdict rests.
    """

    id: str = field(validator=is_text)
    number: str = field(validator=is_text)
    target: str = field(validator=is_text)
    words: str = field(validator=is_text)
    reached: str = field(validator=is_text)
    accepted: str = field(validator=is_text)
    status: str = field(validator=is_text)
    why: tuple[str, ...] = field(validator=tuple_of(is_text))
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
        title: the name of the phase, with the number of its targets of each status.
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
    words = _Words(evaluation, lang)
    return Table(
        title=titled(evaluation.title, evaluation.edition, evaluation.as_of, lang),
        headings=phrases.each_in(lang, HEADINGS),
        sections=tuple(map(words.section, evaluation.phases)),
        objectives=tuple(_objective(evaluated, lang) for evaluated in evaluation.objectives),
        sources=sources(_citations(evaluation), lang),
    )


@final
@frozen
class _Words:
    """An evaluation in one language.

    Attributes:
        evaluation: the evaluation.
        lang: the language.
    """

    evaluation: Evaluation
    lang: Lang

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions by id."""
        return {question.id: question for question in self.evaluation.questions}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The running numbers of the targets, by id."""
        verdicts = enumerate(self.evaluation.verdicts, 1)
        return {verdict.target.id: str(number) for number, verdict in verdicts}

    def section(self, phase: PhaseEvaluation) -> Section:
        """Write one phase, with the number of its targets of each status in the title."""
        period = phrases.period(phase.period, self.lang)
        name = Text(vi=f"Giai đoạn {period}", en=f"Phase {period}").in_(self.lang)
        counts = counts_of(phase.verdicts, self.lang)
        title = f"{name}: {counts}" if counts else name
        return Section(title=title, rows=tuple(map(self.row, phase.verdicts)))

    def row(self, verdict: Verdict) -> Row:
        """Write one verdict."""
        return Row(
            id=verdict.target.id,
            number=self.numbers[verdict.target.id],
            target=named(verdict.target, self.lang),
            words=words(verdict.target.citations),
            reached=reached_of(verdict, self.lang),
            accepted=numbers_of(verdict, self.lang),
            status=status_of(verdict).in_(self.lang),
            why=why(verdict, self.lang),
            notes=notes_of(verdict, self.lang),
            answers=tuple(map(self.answer, verdict.asked)),
        )

    def answer(self, asked: Asked) -> str:
        """Write the answer to a question."""
        return phrases.answer(asked, self.questions[asked.question], self.lang)


_NOT_BEGUN = Text(vi="Chưa đến kỳ", en="Not begun")


def status_of(verdict: Verdict) -> Text:
    """Return the name of a status; a target whose days have not begun is not “pending”.

    Args:
        verdict: the verdict.
    """
    first = min(comparison.period.first for comparison in verdict.comparisons)
    is_to_come = verdict.status is Status.PENDING and verdict.as_of < first
    return _NOT_BEGUN if is_to_come else label(verdict.status)


def counts_of(verdicts: Sequence[Verdict], lang: Lang) -> str:
    """Write how many of some targets have each status, the first with the word for them.

    Args:
        verdicts: the verdicts on the targets.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    in_order = sorted(verdicts, key=lambda verdict: (*Status,).index(verdict.status))
    numbers = Counter(map(status_of, in_order))
    nouns = chain((Text(vi=" chỉ tiêu", en=" targets").in_(lang),), repeat(""))
    return ", ".join(
        f"{number}/{len(verdicts)}{noun} {status.in_(lang).lower()}"
        for noun, (status, number) in zip(nouns, numbers.items(), strict=False)
    )


def reached_of(verdict: Verdict, lang: Lang) -> str:
    """Write what was reached, for each year if the target is about years.

    Args:
        verdict: the verdict.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return _each_period(_reached, verdict, lang)


def numbers_of(verdict: Verdict, lang: Lang) -> str:
    """Write what is accepted, for each year if the target is about years.

    Args:
        verdict: the verdict.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return _each_period(_accepted, verdict, lang)


def _each_period(
    cell: Callable[[Verdict, Comparison, Lang], str], verdict: Verdict, lang: Lang
) -> str:
    """Write a cell for each comparison, after its year if the target is about years."""
    if phase_of(verdict):
        return cell(verdict, verdict.comparisons[0], lang)
    return "; ".join(
        f"{phrases.period(compared.period, lang)}: {cell(verdict, compared, lang)}"
        for compared in verdict.comparisons
    )


def _reached(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write what was reached."""
    indicator, notes = verdict.indicator, verdict.notes
    return reached(comparison.possible, comparison.period, notes, indicator, lang)


def _accepted(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write what is accepted and, for growth, the baseline."""
    return accepted_of(verdict, comparison, lang) + _measured(comparison.baseline, lang)


def accepted_of(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write the numbers that a verdict accepts in one comparison.

    Args:
        verdict: the verdict.
        comparison: one of its comparisons.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The numbers; if the units of the figure and its baseline differ, that note instead.
    """
    differing = _units_differ(verdict)
    if differing is None:
        return phrases.accepted(comparison, verdict.indicator, lang)
    return figure_note(differing, differing.period, verdict.indicator, lang)


def _units_differ(verdict: Verdict) -> UnitsDiffer | None:
    """Return the note on units that differ; `None` without one."""
    return next((found for found in verdict.notes if isinstance(found, UnitsDiffer)), None)


def named(target: Target, lang: Lang) -> str:
    """Return the title of a target, marked if the target is aspirational.

    An aspirational target has a verdict, but it is not weighed in the status of its phase.

    Args:
        target: a target of the plan.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    mark = ASPIRATIONAL.in_(lang) if target.aspirational else ""
    return target.title.in_(lang) + mark


def _measured(baseline: Range | None, lang: Lang) -> str:
    """Write the baseline from which growth is measured."""
    if baseline is None:
        return ""
    value = phrases.range_(baseline, lang)
    return Text(vi=f" (kỳ gốc: {value})", en=f" (baseline: {value})").in_(lang)


def words(citations: tuple[Citation, ...]) -> str:
    """Quote each wording once, with the ids of the documents that carry it.

    Args:
        citations: the citations of one target, objective or funding source.
    """
    documents: dict[str, list[str]] = {}
    for citation in citations:
        documents.setdefault(citation.words, []).append(citation.document.id)
    return "; ".join(f"“{quoted}” [{', '.join(ids)}]" for quoted, ids in documents.items())


def _objective(evaluated: ObjectiveFigure, lang: Lang) -> str:
    """Write an aim without a number, with the figure of its indicator if it has one."""
    title, figure = evaluated.objective.title.in_(lang), evaluated.figure
    if figure is None or evaluated.indicator is None:
        return title
    indicator = evaluated.indicator
    value = reached(figure.range, figure.period, figure.notes, indicator, lang)
    notes = (figure_note(found, figure.period, indicator, lang) for found in figure.notes)
    return f"{title} ({phrases.period(figure.period, lang)}): {'; '.join((value, *notes))}"


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
    named = (_source(document, lang) for document in sorted(documents, key=attrgetter("id")))
    return (*named, *phrases.each_in(lang, errata))


def _source(document: Document, lang: Lang) -> str:
    """Name a document, with its remark if it has one."""
    remark = f" {document.remark.in_(lang)}" if document.remark else ""
    return f"[{document.id}] {document.title.in_(lang)}.{remark}"
