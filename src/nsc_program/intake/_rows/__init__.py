"""Read the rows of a table as records, and compare the rows with each other."""
