"""Where a statement comes from."""

from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_id, tuple_of
from nsc_program.values._value import Value


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
