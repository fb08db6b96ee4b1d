"""The faults of cells and rows, and their sentences in both languages."""
