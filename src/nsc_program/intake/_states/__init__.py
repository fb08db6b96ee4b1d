"""Texts that say how a record stands: cancelled, stopped, planned, not accepted."""
