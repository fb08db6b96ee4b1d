"""Text in the library's two languages."""

from typing import Literal, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import UnknownId
from nsc_program.values._validators import is_text
from nsc_program.values._value import Value

Lang: TypeAlias = Literal["vi", "en"]
"""A language: Vietnamese or English."""


@final
@frozen
class Text(Value):
    """One text in Vietnamese and in English.

    Attributes:
        vi: the text in Vietnamese.
        en: the same text in English.

    Raises:
        InvalidType: for a text that is not a `str`.
        InvalidValue: for a text with half of a Unicode character (a lone surrogate).

    >>> Text(vi="doanh nghiệp", en="enterprise").in_("en")
    'enterprise'
    """

    vi: str = field(validator=is_text)
    en: str = field(validator=is_text)

    def in_(self, lang: Lang) -> str:
        """Return the text in one of the two languages.

        Args:
            lang: `"vi"` or `"en"`.

        Returns:
            The text in that language.

        Raises:
            UnknownId: for any other language.
        """
        if lang not in ("vi", "en"):
            raise UnknownId("language", lang, ("vi", "en"))
        return self.vi if lang == "vi" else self.en
