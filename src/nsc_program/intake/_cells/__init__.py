"""Read one cell as one value, or say what is wrong with it."""
