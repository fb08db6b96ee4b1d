"""For the tests of other people: strategies, properties of plans and counters, conformance cases."""
