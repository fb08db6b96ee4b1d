"""Evaluations, sweeps, comparisons and findings as tables of text, in Vietnamese and English.

Nothing is decided here: each table takes its verdicts from the result that it shows.
"""

from nsc_program.report.counting import explain, reason
from nsc_program.report.findings import finding_text, findings_grid
from nsc_program.report.grids import Grid, change_grid, evidence_lines, sweep_grid
from nsc_program.report.labels import LABELS, label
from nsc_program.report.money import funding_grid
from nsc_program.report.table import Row, Section, Table, table

__all__ = [
    "LABELS",
    "Grid",
    "Row",
    "Section",
    "Table",
    "change_grid",
    "evidence_lines",
    "explain",
    "finding_text",
    "findings_grid",
    "funding_grid",
    "label",
    "reason",
    "sweep_grid",
    "table",
]
