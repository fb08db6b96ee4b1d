"""What each indicator can still be: `tally`, its figures, and the notes on what they rest on."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
