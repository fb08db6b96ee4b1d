"""Plans as data: each number stands beside the words of the document that carry it."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
