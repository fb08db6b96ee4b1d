"""Where a statement comes from, and text in the library's two languages."""

from typing import Literal, TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program._validators import is_a, is_id, is_text, tuple_of
from nsc_program._values import Value
from nsc_program.errors import UnknownId

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


@final
@frozen(kw_only=True)
class Document(Value):
    """A text that was read (văn bản, bài báo): its id, its title, where it stands, and what must be known of it."""

    id: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    place: str = field(validator=is_id)
    remark: Text | None = field(default=None, validator=optional(is_a(Text)))


@final
@frozen(kw_only=True)
class Citation(Value):
    """Căn cứ: the few words of a document that carry a statement, in the document's own language.

    `erratum` says how a slip in the source is read.
    """

    document: Document = field(validator=is_a(Document))
    words: str = field(validator=is_id)
    lang: str = field(default="vi", validator=is_id)
    erratum: Text | None = field(default=None, validator=optional(is_a(Text)))


are_citations = tuple_of(is_a(Citation))
