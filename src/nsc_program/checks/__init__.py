"""What looks wrong in a register without being refused: `findings`, and what each can be."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
