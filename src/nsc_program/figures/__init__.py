"""The range of values that each indicator can still take: `tally`, its figures and their notes."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
