"""Tools for testing other code: strategies, laws for plans and counters, and conformance cases."""
