"""Findings: entries of a register that look wrong but are not rejected."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
