"""The results: evaluation, sweep, phase comparison, evidence, progress and funding."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
