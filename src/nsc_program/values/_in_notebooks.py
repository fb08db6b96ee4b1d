"""The base of the values that a notebook shows as a table."""

from nsc_program._lazy import late


class InNotebooks:
    """A value that IPython shows in Vietnamese, as `nsc_program.report.html_fragment` writes it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the fragment of HTML that a notebook shows instead of the line of `repr`."""
        return str(late("nsc_program.report", "html_fragment")(self, "vi"))
