"""Text in the library's two languages."""

from typing import Literal, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import UnknownId
from nsc_program.values._validators import is_text
from nsc_program.values._value import Value

Lang: TypeAlias = Literal["vi", "en"]


@final
@frozen
class Text(Value):
    """One text in Vietnamese and in English.

    >>> Text(vi="doanh nghiệp", en="enterprise").in_("en")
    'enterprise'
    """

    vi: str = field(validator=is_text)
    en: str = field(validator=is_text)

    def in_(self, lang: Lang) -> str:
        """The text in one of the two languages.

        Raises:
            UnknownId: for another language.
        """
        if lang not in ("vi", "en"):
            raise UnknownId("language", lang, ("vi", "en"))
        return self.vi if lang == "vi" else self.en
