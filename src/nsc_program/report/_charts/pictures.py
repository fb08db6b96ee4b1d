"""What all pictures share: their looks, their labels and the words for those who cannot see them.

Each shape has a class, so that a page can colour it for a dark screen, and attributes with its
looks on white paper, which every program that draws SVG understands.
"""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

from attrs import frozen

from nsc_program.report._markup import Attribute, Element, Node, drawn, element
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

WIDTH = 360
"""The width of a picture in its own units; a letter is about 7 units wide."""
LINE = 16
"""The height of a line of text."""
MARGIN = 6
_LETTER = 6.7
_MOST_LETTERS = 51

_LOOKS: dict[str, dict[str, Attribute]] = {
    "ground": {"fill": "#ffffff"},
    "words": {"fill": "#1b1b1b"},
    "faint": {"fill": "#555555"},
    "sure": {"fill": "#1f5fa8"},
    "stripe": {"stroke": "#1f5fa8", "stroke_width": 2},
    "maybe": {"stroke": "#1f5fa8", "stroke_width": 1, "fill": "none"},
    "accepted": {"fill": "#d3e8d3"},
    "perhaps": {"fill": "#edf5ed"},
    "bound": {"stroke": "#1b1b1b", "stroke_width": 2},
    "hope": {"stroke": "#1b1b1b", "stroke_width": 1, "stroke_dasharray": "3 2"},
    "planned": {"stroke": "#1b1b1b", "stroke_width": 1, "stroke_dasharray": "1 2"},
    "axis": {"stroke": "#767676", "stroke_width": 1},
    "pace": {"fill": "#8a4600"},
    "line": {"stroke": "#1f5fa8", "stroke_width": 2, "fill": "none"},
}
"""The attributes of each class of shapes on white paper."""


def shape(name: str, look: str, *children: Node, **attributes: Attribute) -> Element:
    """Return a shape with the looks of its class.

    Args:
        name: the name of the element of SVG.
        look: the class.
        children: what it holds, such as the text of a label.
        attributes: its other attributes.
    """
    return element(name, *children, class_=look, **{**_LOOKS[look], **attributes})


def rectangle(look: str, left: int, top: int, right: int, bottom: int) -> Element | None:
    """Return a rectangle; `None` if it has no width.

    Args:
        look: the class.
        left: its left side.
        top: its upper side.
        right: its right side.
        bottom: its lower side.
    """
    if right <= left:
        return None
    size = {"width": right - left, "height": bottom - top}
    return shape("rect", look, x=left, y=top, **size)


def line(look: str, x1: int, y1: int, x2: int, y2: int) -> Element:
    """Return a straight line.

    Args:
        look: the class.
        x1: where it begins, from the left.
        y1: where it begins, from above.
        x2: where it ends, from the left.
        y2: where it ends, from above.
    """
    return shape("line", look, x1=x1, y1=y1, x2=x2, y2=y2)


def triangle(x: int, y: int) -> Element:
    """Return the mark of the pace: a triangle that points upward.

    Args:
        x: where it points, from the left.
        y: where it points, from above.
    """
    return shape("path", "pace", d=f"M{x} {y}l5 8h-10z")


def fitted(text: str) -> str:
    """Return a text that fits into a picture; the end of a longer one becomes an ellipsis.

    A number is never cut: if one does not fit, only the ellipsis is left.

    Args:
        text: the text.
    """
    shown = printable(text)
    if len(shown) <= _MOST_LETTERS:
        return shown
    kept, cut = shown[: _MOST_LETTERS - 1], shown[_MOST_LETTERS - 1 :]
    return "…" if any(map(str.isdigit, cut)) else f"{kept.rstrip()}…"


def label(text: str, x: int, y: int, *, look: str = "words", middle: bool = True) -> Element:
    """Return a label that does not leave the picture.

    Args:
        text: its text.
        x: the place that it is about, from the left.
        y: its base line, from above.
        look: its class.
        middle: whether its middle is there, and not its beginning.
    """
    shown = fitted(text)
    place, anchor = _anchored(x, round(len(shown) * _LETTER) // 2) if middle else (x, None)
    return shape("text", look, shown, x=max(place, MARGIN), y=y, text_anchor=anchor)


def _anchored(x: int, half: int) -> tuple[int, str | None]:
    """Return where a label of a width stands: its middle, or the end that must not leave."""
    if x - half < MARGIN:
        return MARGIN, None
    if x + half > WIDTH - MARGIN:
        return WIDTH - MARGIN, "end"
    return x, "middle"


def identified(kind: str, name: str) -> str:
    """Return the id of a picture in a page, which is different for each target.

    >>> identified("years", "2026-2030/supported")
    'years-2026-2030_2f_supported'

    Args:
        kind: the kind of the picture.
        name: the id of the target.
    """
    return f"{kind}-{re.sub('[^A-Za-z0-9-]', _as_code, name)}"


def _as_code(found: re.Match[str]) -> str:
    return f"_{ord(found[0]):x}_"


@frozen
class Picture:
    """A picture, with the words that stand for it.

    Attributes:
        id: its id in a page.
        title: what it shows.
        told: all of its numbers in sentences.
        height: its height.
        shapes: its shapes; they may fill their own with `url(#ID-hatch)`.
    """

    id: str
    title: str
    told: str
    height: int
    shapes: tuple[Node, ...]

    def embedded(self, lang: Lang) -> Element:
        """Return the picture as a part of a page.

        Args:
            lang: the language of its words.
        """
        return self._svg(lang, self.height, 0, self.shapes)

    def alone(self, lang: Lang, legend: Iterable[tuple[str, Text]]) -> str:
        """Return the picture as a document of its own, with its title and a legend.

        Args:
            lang: the language of its words.
            legend: the classes of shapes with their meanings; those in the picture are explained.
        """
        used = {*classes(self.shapes)}
        legend = [each for each in legend if each[0] in used]
        title = wrap(printable(self.title), _MOST_LETTERS, max_lines=3, placeholder="…")
        above = LINE * len(title) + MARGIN
        entries = legend_entries(self.id, legend, self.height + MARGIN, lang)
        height = above + self.height + LINE * len(entries) + 2 * MARGIN
        shapes = (
            rectangle("ground", 0, 0, WIDTH, height),
            *(label(each, 0, LINE * place, middle=False) for place, each in enumerate(title, 1)),
            element("g", *self.shapes, *entries, transform=f"translate(0 {above})"),
        )
        return drawn(self._svg(lang, height, WIDTH, shapes)) + "\n"

    def _svg(self, lang: Lang, height: int, width: int, shapes: Iterable[Node]) -> Element:
        """Return the element of the picture, with a width of its own if it is not 0."""
        size = {"width": width * 2, "height": height * 2} if width else {}
        return element(
            "svg",
            element("title", self.title, id=f"{self.id}-title"),
            element("desc", self.told, id=f"{self.id}-desc"),
            hatch(self.id),
            *shapes,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {height}",
            **size,
            lang=lang,
            role="img",
            aria_labelledby=f"{self.id}-title",
            aria_describedby=f"{self.id}-desc",
            font_family="Arial, DejaVu Sans, sans-serif",
            font_size=13,
        )


def classes(nodes: Iterable[Node]) -> Iterator[Attribute]:
    """Yield the class of every shape in a picture.

    Args:
        nodes: the shapes.
    """
    for node in nodes:
        if isinstance(node, Element):
            yield dict(node.attributes).get("class")
            yield from classes(node.children)


def hatch(picture: str) -> Element:
    """Return the stripes of what is possible and not certain, as a pattern to fill shapes with.

    Args:
        picture: the id of the picture.
    """
    square = {"width": 6, "height": 6}
    pattern = element(
        "pattern",
        shape("rect", "ground", **square),
        line("stripe", 3, 0, 3, 6),
        id=f"{picture}-hatch",
        **square,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def striped(picture: str) -> str:
    """Return the value of `fill` that stands for the stripes of a picture.

    Args:
        picture: the id of the picture.
    """
    return f"url(#{picture}-hatch)"


def legend_entries(
    picture: str, legend: Iterable[tuple[str, Text]], top: int, lang: Lang
) -> tuple[Element, ...]:
    """Return a line for each kind of shape, with its swatch and its meaning.

    Args:
        picture: the id of the picture.
        legend: the classes of the shapes with their meanings.
        top: where the first line begins, from above.
        lang: the language.
    """
    return tuple(
        element(
            "g",
            _swatch(picture, look, top + LINE * place),
            label(meaning.in_(lang), 34, top + LINE * place + 12, look="faint", middle=False),
        )
        for place, (look, meaning) in enumerate(legend)
    )


def _swatch(picture: str, look: str, top: int) -> Element | None:
    """Return the example of a kind of shape in a legend."""
    left, right = MARGIN, 28
    if look == "pace":
        return triangle((left + right) // 2, top + 4)
    if look in ("bound", "hope", "planned"):
        middle = (left + right) // 2
        return line(look, middle, top + 2, middle, top + LINE - 2)
    if look == "maybe":
        size = {"width": right - left, "height": 10}
        return shape("rect", "maybe", x=left, y=top + 3, **size, fill=striped(picture))
    return rectangle(look, left, top + 3, right, top + 13)
