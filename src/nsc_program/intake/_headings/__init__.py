"""The columns of a list: the words of their headings, and what each may hold."""
