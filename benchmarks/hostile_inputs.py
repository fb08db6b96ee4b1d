"""Every known kind of hostile input, by name. Spreadsheets have a place here once their costs are held."""

import hostile_pairs
import hostile_plans
import hostile_registers
import hostile_results
import hostile_texts
from hostile_ways import Kind

SPREADSHEETS: dict[str, Kind] = {}
"""Rows of spreadsheets and CSV files: none yet."""

KINDS: dict[str, Kind] = {
    **hostile_texts.KINDS,
    **hostile_plans.KINDS,
    **hostile_registers.KINDS,
    **hostile_pairs.KINDS,
    **hostile_results.KINDS,
    **SPREADSHEETS,
}
