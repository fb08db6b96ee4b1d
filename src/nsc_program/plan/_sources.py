"""The sources of a plan: documents, and the words in them that carry a statement."""

from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.values._keys import is_id
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, tuple_of
from nsc_program.values._value import Value


@final
@frozen(kw_only=True)
class Document(Value):
    """A document that was read (văn bản, bài báo).

    Attributes:
        id: the id of the document, such as `1322/QĐ-TTg`.
        title: the title.
        place: where the document can be found.
        remark: a caution about the document, such as that it is a press report; `None` without one.
    """

    id: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    place: str = field(validator=is_id)
    remark: Text | None = field(default=None, validator=optional(is_a(Text)))


@final
@frozen(kw_only=True)
class Citation(Value):
    """Căn cứ: the words of a document that carry a statement.

    Attributes:
        document: the document.
        words: a short quotation, in the language of the document.
        lang: the language of the quotation.
        erratum: how a slip in the source is corrected; `None` if the words have no slip.
    """

    document: Document = field(validator=is_a(Document))
    words: str = field(validator=is_id)
    lang: str = field(default="vi", validator=is_id)
    erratum: Text | None = field(default=None, validator=optional(is_a(Text)))


are_citations = tuple_of(is_a(Citation))
