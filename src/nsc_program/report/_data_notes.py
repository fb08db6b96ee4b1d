"""What the numbers of a report rest on (thuyết minh số liệu), so that they can be checked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from nsc_program.checks._findings import findings
from nsc_program.plan._readings import Asked
from nsc_program.records._register import Register
from nsc_program.report._results import answered
from nsc_program.report._sheets import Sheet, columns_of
from nsc_program.report._target_lines import TargetLine
from nsc_program.report.findings import finding_text
from nsc_program.report.labels import CLASSES
from nsc_program.serialization import digest
from nsc_program.values._text import Text
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._sweep import Sweep, sweep


def note_sheets(
    evaluation: Evaluation, register: Register, lines: tuple[TargetLine, ...]
) -> Iterator[Sheet]:
    """Yield the sheets that say what the numbers rest on.

    Args:
        evaluation: the result of the register.
        register: the register.
        lines: what the report says of each target.
    """
    inputs = evaluation.made_from()
    yield _readings(evaluation, lines)
    yield _hinges(sweep(inputs.program, inputs.figures), lines)
    yield _findings(evaluation, register)
    yield _claims(register)
    yield _rejected(register)
    yield _origin(evaluation)


def _readings(evaluation: Evaluation, lines: Iterable[TargetLine]) -> Sheet:
    """Return the answers that the verdicts rest on, each with its targets."""
    targets: dict[Asked, list[Text]] = {}
    for line in lines:
        for asked in line.verdict.asked:
            targets.setdefault(asked, []).append(line.target.title)
    questions = {question.id: question for question in evaluation.questions}
    return Sheet(
        id="readings",
        title=Text(vi="Cách hiểu văn bản đã áp dụng", en="Readings that were applied"),
        columns=columns_of(
            ("question", "Mã", "Id"),
            ("phrase", "Từ ngữ của Kế hoạch", "Words of the plan"),
            ("answer", "Cách hiểu", "Reading"),
            ("targets", "Chỉ tiêu", "Targets"),
        ),
        rows=tuple(
            (
                asked.question,
                questions[asked.question].phrase,
                answered(asked, questions),
                tuple(titles),
            )
            for asked, titles in targets.items()
        ),
    )


def _hinges(swept: Sweep, lines: Iterable[TargetLine]) -> Sheet:
    """Return the targets whose status depends on a reading, with what it can be."""
    questions = {question.id: question for question in swept.questions}
    shown = (swept[line.target.id] for line in lines)
    return Sheet(
        id="hinges",
        title=Text(
            vi="Chỉ tiêu mà cách hiểu khác cho kết luận khác",
            en="Targets whose status depends on a reading",
        ),
        columns=columns_of(
            ("target", "Chỉ tiêu", "Target"),
            ("statuses", "Đánh giá có thể có", "Possible statuses"),
            ("hinges", "Phụ thuộc vào cách hiểu", "Hinges on"),
            ("tolerances", "Biên độ làm đổi kết luận (%)", "Tolerances at which it changes (%)"),
        ),
        rows=tuple(
            (
                each.target.title,
                each.statuses,
                tuple(questions[name].phrase for name in each.hinges),
                tuple(tolerance * 100 for tolerance in each.critical_tolerances),
            )
            for each in shown
            if not each.settled
        ),
    )


def _findings(evaluation: Evaluation, register: Register) -> Sheet:
    """Return the entries of the register that look wrong."""
    program = evaluation.made_from().program
    return Sheet(
        id="findings",
        title=Text(vi="Số liệu cần kiểm tra", en="Entries that look wrong"),
        columns=columns_of(
            ("finding", "Nội dung", "Finding"), ("records", "Số hồ sơ", "Number of records")
        ),
        rows=tuple(
            (finding_text(found, program), len(found.records))
            for found in findings(evaluation, register)
        ),
    )


def _kind(name: str) -> Text | str:
    """Return the name of a class of records for people; a caller's class keeps its own."""
    return CLASSES.get(name, name)


def _claims(register: Register) -> Sheet:
    """Return the claims that the register is complete."""
    return Sheet(
        id="claims",
        title=Text(vi="Xác nhận số liệu đầy đủ", en="Claims of completeness"),
        columns=columns_of(
            ("what", "Loại hồ sơ, chỉ tiêu", "Class or indicator"),
            ("period", "Thời gian", "Period"),
            ("recorded_on", "Ngày xác nhận", "Claimed on"),
        ),
        rows=tuple(
            (_kind(claim.what), claim.period, claim.recorded_on) for claim in register.completeness
        ),
    )


def _rejected(register: Register) -> Sheet:
    """Return how many rows could not be read, by class."""
    numbers = Counter(row.what for row in register.unresolved)
    return Sheet(
        id="rejected",
        title=Text(vi="Dòng chưa tiếp nhận được", en="Rejected rows"),
        columns=columns_of(("what", "Loại hồ sơ", "Class"), ("rows", "Số dòng", "Rows")),
        rows=tuple((_kind(what), number) for what, number in sorted(numbers.items())),
    )


def _origin(evaluation: Evaluation) -> Sheet:
    """Return what identifies the result: the plan, the day, the library and the digest."""
    facts: tuple[tuple[str, str, Any], ...] = (
        ("Kế hoạch", "Plan", evaluation.title),
        ("Văn bản", "Edition", evaluation.edition),
        ("Số liệu tính đến hết ngày", "As of the close of", evaluation.as_of),
        ("Phần mềm", "Library", evaluation.library),
        ("Mã kiểm chứng (SHA-256)", "Digest (SHA-256)", digest(evaluation)),
    )
    return Sheet(
        id="origin",
        title=Text(vi="Nguồn gốc kết quả", en="Origin of the result"),
        columns=columns_of(("name", "Nội dung", "Name"), ("value", "Giá trị", "Value")),
        rows=tuple((Text(vi=vi, en=en), fact) for vi, en, fact in facts),
    )
