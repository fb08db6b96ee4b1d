"""Markup that cannot be broken: a page is built of elements, and every text in it is escaped.

Nothing here takes text as markup, so a name such as `<script>` is shown and never run.
"""

from html import escape
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.values._validators import printable

_VOID = {"meta", "br"}
"""Elements of HTML without content, which have no end tag."""

Attribute: TypeAlias = str | int | None
"""The value of an attribute; an attribute of `None` is left out."""


@final
@frozen
class Element:
    """An element of HTML or SVG.

    Attributes:
        name: its name, a constant of the code.
        attributes: the names of its attributes, constants too, with their values.
        children: the elements and texts in it.
    """

    name: str
    attributes: tuple[tuple[str, Attribute], ...]
    children: tuple["Node", ...]


Node: TypeAlias = Element | str | None
"""An element or a text; `None` is left out."""


def element(_name: str, *children: Node, **attributes: Attribute) -> Element:
    """Return an element.

    Args:
        _name: the name of the element.
        children: the elements and texts in it.
        attributes: the attributes; an underscore stands for a hyphen, and one at the end, as in
            `class_`, is left out.
    """
    named = (
        (name.removesuffix("_").replace("_", "-"), value) for name, value in attributes.items()
    )
    return Element(_name, tuple(named), children)


def drawn(node: Node) -> str:
    """Write an element with everything in it, or escape a text.

    Control characters and invisible ones, such as marks for writing from right to left, are
    written as escapes.

    >>> print(drawn(element("p", "<script>", title='"')))
    <p title="&quot;">&lt;script&gt;</p>

    Args:
        node: the element or the text.
    """
    if node is None:
        return ""
    if isinstance(node, str):
        return escape(printable(node), quote=False)
    start = f"<{node.name}{''.join(_attribute(*each) for each in node.attributes)}>"
    if node.name in _VOID:
        return start
    return f"{start}{''.join(map(drawn, node.children))}</{node.name}>"


def _attribute(name: str, value: Attribute) -> str:
    """Write an attribute after a space; nothing if it has no value."""
    return "" if value is None else f' {name}="{escape(printable(str(value)))}"'
