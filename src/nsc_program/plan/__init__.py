"""Plans: their phases, targets, bounds and bases, open questions and readings, and sources."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
