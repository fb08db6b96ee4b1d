"""Evaluations, sweeps, comparisons and findings as tables of text, in Vietnamese and English.

Nothing is decided here: each table takes its verdicts from the result that it shows.
"""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
