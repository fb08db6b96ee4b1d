"""Records of what happened, and the register that holds all their versions."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
