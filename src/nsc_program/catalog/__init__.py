"""The plans themselves, as data: each number stands beside the words that carry it."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
