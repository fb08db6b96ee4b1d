"""Reports as pages of HTML, and results as fragments of HTML."""
