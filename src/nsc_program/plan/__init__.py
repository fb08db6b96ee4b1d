"""What is asked: programmes, phases and targets, their bounds and bases, questions and readings, sources."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
