"""Evaluations as people read them, in Vietnamese and English. Everything decided is read from the evaluation."""

from nsc_program.report.table import Row, Section, Table, table

__all__ = ["Row", "Section", "Table", "table"]
