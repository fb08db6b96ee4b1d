"""Compare the lines around a table with its rows: counts, sums, days and periods."""
