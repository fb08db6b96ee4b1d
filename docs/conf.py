"""How Sphinx builds the documentation: `nox -s docs`.

The folder of the sources is the whole repository, so that a link between pages leads to the same
page here as in the repository.
"""

from nsc_program import __version__

project = "nsc_program"
author = "The nsc_program maintainers"
release = version = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "docs/index"
include_patterns = [
    "README.md",
    "README.vi.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/**",
]
exclude_patterns = ["docs/_templates"]

html_theme = "furo"
html_title = f"nsc_program {release}"
templates_path = ["_templates"]
html_additional_pages = {"index": "to_index.html"}

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
default_role = "code"

suppress_warnings = ["misc.highlighting_failure"]  # Pygments has no lexer for lists
