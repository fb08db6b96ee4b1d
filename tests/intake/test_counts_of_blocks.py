"""Sums that count rows are compared with all rows and with their blocks. All data are made up."""

from collections.abc import Sequence

from each import for_each
from nsc_program import Support, Training
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._tables.unread_lines import Why

HEADS = "Mã hồ sơ", "MST", "Bắt đầu", "Kết thúc"
A, B = "I. Phòng A", "II. Phòng B"


def block(count: int) -> str:
    return f"Cộng: {count} doanh nghiệp"


def total(count: int) -> str:
    return f"Tổng cộng: {count} doanh nghiệp"


def taken(*parts: str | int, same: bool = False) -> Intake:
    """Read a list of lines, and of as many records as each number between them says."""
    rows: list[dict[str, object]] = []
    for part in parts:
        for number in range(len(rows), len(rows) + part) if isinstance(part, int) else ():
            key = "SAMPLE-1" if same else f"SAMPLE-{number}"
            rows.append(
                dict(zip(HEADS, (f"h{number}", key, "05/01/2024", "20/06/2024"), strict=True))
            )
        if isinstance(part, str):
            rows.append({**dict.fromkeys(HEADS), HEADS[0]: part})
    return read(Support, rows)


def lost(found: Intake) -> list[tuple[int, int]]:
    """Return the lines that count otherwise, with how many rows each stands for."""
    assert {Fault.OTHER_COUNT} >= {problem.code for problem in found.problems}
    rows = [row.number for row in found.rejected]
    return list(zip(rows, (each.things for each in found.register.rejected), strict=True))


@for_each(
    "parts",
    [
        (A, 3, B, 2, total(5)),
        (A, 3, block(3), B, 2, block(2), total(5)),
        (A, 3, B, 2, block(2)),
        (A, 3, block(3), B, block(0), "III. Phòng C", 1, block(1), total(4)),
        (A, block(3), 3, B, block(2), 2),
        ("I. Phòng A (3 doanh nghiệp)", 3, "II. Phòng B (2 doanh nghiệp)", 2),
        (A, 3, "II. Phòng B (2 doanh nghiệp)", 2),
        (3, total(3), "Phường A: 2 doanh nghiệp", "Phường B: 1 doanh nghiệp"),
    ],
)
def test_a_sum_that_counts_all_rows_or_its_block_is_in_order(parts: Sequence[str | int]) -> None:
    assert [] == lost(taken(*parts))


@for_each(
    ("parts", "expected"),
    [
        ((A, 2, block(3), B, 3, block(2)), [(4, 1), (9, 1)]),  # they add up to all rows
        ((A, 3, block(3), B, 2, block(4), total(5)), [(9, 2)]),  # the total is right
        ((A, 3, B, 3, block(2), total(4)), [(9, 1)]),  # the sum and the total add up to all rows
        ((A, 2, block(3), B, 3, block(3)), [(4, 1)]),  # the next block has as many
        ((A, 2, block(3), B, 2, block(2), total(5)), [(4, 1)]),  # the row that A lost
        ((A, 2, block(4), B, 1, block(2), total(9)), [(4, 2), (7, 1), (8, 3)]),
        ((A, block(3), 2, B, block(2), 2), [(2, 1)]),
        ((A, 2, B, 2, total(5)), [(7, 1)]),
        ((A, 3, block(0), B, 1, block(1)), [(5, 1)]),
        ((A, 3, B, "II. Phòng B (2 doanh nghiệp)", 1), [(6, 1)]),
        ((A, 3, B, 2, total(2)), [(8, 1)]),  # a single total is not that of the last block
        (((block(1)),), [(1, 1)]),
    ],
)
def test_a_sum_that_counts_otherwise_stands_for_the_rows_that_are_missing(
    parts: Sequence[str | int], expected: list[tuple[int, int]]
) -> None:
    assert expected == lost(taken(*parts))


def test_an_enterprise_may_stand_in_several_rows_of_a_block() -> None:
    assert [] == lost(taken(A, 3, block(1), B, 2, block(1), total(5), same=True))


def test_classes_are_things_of_a_list_of_trainings() -> None:
    heads = "Mã lớp", "Nội dung", "Ngày tổ chức", "Số học viên"
    rows = [
        *((f"L{number}", "Đào tạo 5S", "05/01/2024", 20 + number) for number in range(2)),
        ("Tổng cộng: 2 lớp, 41 học viên", None, None, None),
    ]
    found = read(Training, [dict(zip(heads, row, strict=True)) for row in rows])
    assert (2, ()) == (found.accepted, found.problems)
    assert not any(line.why is Why.OTHER_COUNT for line in found.lines)
