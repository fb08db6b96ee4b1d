"""Values that do not depend on any plan: exact ranges, periods of days, text in two languages."""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
