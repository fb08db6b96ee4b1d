"""The command `compare-plans`: several plans side by side, indicator by indicator."""

from nsc_program.catalog._plans import PLANS
from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import file_name
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import FORMAT, read_plan
from nsc_program.cli._page import WIDTH, drawn, page
from nsc_program.cli._words import at
from nsc_program.errors import Message
from nsc_program.report.plans import plans_grid
from nsc_program.report.text import Shape, drawn_grid
from nsc_program.serialization import to_json
from nsc_program.verdicts._plan_comparison import PlanComparison, compare_plans

_PLANS = Parameter(
    name="plans",
    shown=Message("KẾ_HOẠCH", "PLAN"),
    help=Message(
        f"các kế hoạch, ít nhất hai: tệp (.toml hoặc .json), hoặc {', '.join(PLANS)}",
        f"the plans, at least two: files (.toml or .json), or any of {', '.join(PLANS)}",
    ),
    take=file_name,
    required=True,
    several=True,
)
_OF_INDICATOR, _OF_REMARKS = 16, 34
"""The shares of the first and the last column in the width, in hundredths."""


def _compare(options: Options) -> Done:
    """Set plans side by side, as a document or as a table."""
    comparison = _comparison(options)
    if options.format == "json":
        return OK, [to_json(comparison)]
    grid = plans_grid(comparison, options.lang)
    shape = Shape(_shares(len(comparison.plans)))
    return OK, [grid.title, *drawn(drawn_grid(grid, shape, page(options)))]


def _comparison(options: Options) -> PlanComparison:
    """Compare the plans that the options name."""
    plans = list(map(read_plan, options.plans))
    with at(_PLANS.label):
        return compare_plans(plans)


def _shares(plans: int) -> tuple[int, ...]:
    """Return the share of each column in the width: the plans share what the others leave."""
    each = (100 - _OF_INDICATOR - _OF_REMARKS) // plans
    return (_OF_INDICATOR, *(plans * (each,)), _OF_REMARKS)


COMMANDS = (
    Command(
        name="compare-plans",
        summary=Message("so sánh các kế hoạch", "set several plans side by side"),
        about=Message(
            "Đặt các kế hoạch cạnh nhau theo từng chỉ tiêu: mỗi kế hoạch đề ra con số nào, con số "
            "nào so sánh được với nhau, con số nào không và vì sao. Không quy đổi con số nào.",
            "Set plans side by side, indicator by indicator: the numbers of each plan, which of "
            "them can be compared, which cannot, and why. No number is scaled.",
        ),
        parameters=(_PLANS, FORMAT, WIDTH),
        examples=(
            (
                "compare-plans hanoi national",
                Message("so sánh Hà Nội với cả nước", "compare Hanoi with the nation"),
            ),
            (
                "compare-plans hanoi national plan.toml --format json",
                Message("thêm một kế hoạch khác, in ra JSON", "add another plan, and print JSON"),
            ),
        ),
        run=_compare,
    ),
)
