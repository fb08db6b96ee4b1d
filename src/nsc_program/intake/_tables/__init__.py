"""Find the tables of a sheet: their headings, rows, groups and the lines around them."""
