"""Judge a text by its place: whether it is the name, the content or the paper that is asked for."""
