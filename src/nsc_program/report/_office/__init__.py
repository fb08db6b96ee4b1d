"""Reports as Word documents and workbooks, and workbooks to fill in."""
