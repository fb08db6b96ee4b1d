"""What happened: the classes of records, and the register that holds their versions."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
