"""List every known kind of hostile input, by name."""

import hostile_books
import hostile_pairs
import hostile_plans
import hostile_registers
import hostile_results
import hostile_sheets
import hostile_texts
from hostile_ways import Kind

KINDS: dict[str, Kind] = {
    **hostile_texts.KINDS,
    **hostile_plans.KINDS,
    **hostile_registers.KINDS,
    **hostile_pairs.KINDS,
    **hostile_results.KINDS,
    **hostile_books.KINDS,
    **hostile_sheets.KINDS,
}
