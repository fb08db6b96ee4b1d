"""Laws that check a plan, and a counter of one's own, with Hypothesis."""
