"""Read the texts of an .ods workbook that stand in no cell: in shapes, and on the printed page."""

from collections.abc import Iterator, Mapping
from typing import Final, final
from xml.etree.ElementTree import Element

from attrs import define, field

from nsc_program.intake._words.words import single_spaced
from nsc_program.intake.files._ods_cells import NAMESPACE, TABLE, TEXT
from nsc_program.intake.files._pages import lines_of_a_page
from nsc_program.intake.files._tips import tip

_DRAWN: Final = f"{NAMESPACE}drawing:1.0}}"
_STYLE: Final = f"{NAMESPACE}style:1.0}}"
_PARAGRAPH: Final = f"{TEXT}p"
_PLAIN = frozenset({f"{TEXT}span", f"{TEXT}a"})
"""Elements whose text is typed; that of all others, such as the number of the page, is a field."""
_SPACES = frozenset({f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"})
_OF_PAGES = tuple(
    f"{_STYLE}{part}{side}" for part in ("header", "footer") for side in ("", "-left", "-first")
)
_TITLE: Final = f"{NAMESPACE}chart:1.0}}title"
_OBJECT: Final = f"{_DRAWN}object"
_REFERENCE: Final = "{http://www.w3.org/1999/xlink}href"
_SHOWN_TIP: Final = f"{TABLE}help-message"
MASTER_PAGE: Final = f"{_STYLE}master-page"


def lines_of_shapes(element: Element) -> Iterator[str]:
    """Yield the lines in the shapes within an element, such as text boxes.

    Args:
        element: the element of a row, or of the shapes of a sheet.
    """
    for shape in element.iter():
        if shape.tag.startswith(_DRAWN):
            lines = (single_spaced(_typed_in(line)) for line in shape if line.tag == _PARAGRAPH)
            yield from filter(None, lines)


def parts_of_objects(element: Element) -> Iterator[str]:
    """Yield the names of the parts that hold the objects within an element, such as charts.

    Args:
        element: the element of a row, or of the shapes of a sheet.
    """
    for placed in element.iter(_OBJECT):
        yield f"{placed.get(_REFERENCE, '').removeprefix('./')}/content.xml"


def lines_of_titles(element: Element) -> Iterator[str]:
    """Yield the lines in the title of a chart or of an axis.

    Args:
        element: an element of the chart; any other than a title has none.
    """
    if element.tag == _TITLE:
        yield from filter(None, (single_spaced(_typed_in(line)) for line in element))


def tip_of(rule: Element) -> str:
    """Return the tip of a rule about what may be typed; empty if it shows none.

    Args:
        rule: the element of the rule.
    """
    shown = rule.find(_SHOWN_TIP)
    if shown is None or shown.get(f"{TABLE}display") != "true":
        return ""
    return tip(shown.get(f"{TABLE}title", ""), " ".join(map(_typed_in, shown)))


def _typed_in(element: Element) -> str:
    """Return the text of a paragraph that a person typed, without its fields."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _PLAIN:
            pieces.append(_typed_in(child))
        elif child.tag in _SPACES:
            pieces.append(" ")
        pieces.append(child.tail or "")
    return "".join(pieces)


@final
@define
class Pages:
    """The printed pages of a workbook.

    Attributes:
        lines: the lines at the top and the bottom of each master page, by its name.
        of_styles: the master page of each style of sheets that names one.
    """

    lines: dict[str, tuple[str, ...]] = field(factory=dict)
    of_styles: dict[str, str] = field(factory=dict)

    def add_page(self, page: Element) -> None:
        """Read a master page.

        Args:
            page: the element of the master page.
        """
        shown = (part for tag in _OF_PAGES for part in page.iter(tag) if _is_shown(part))
        texts = (_typed_in(line) for part in shown for line in part.iter(_PARAGRAPH))
        lines = (line for text in texts for line in lines_of_a_page(text.replace("&", "&&")))
        self.lines[page.get(f"{_STYLE}name", "")] = tuple(dict.fromkeys(lines))

    def add_style(self, style: Element) -> None:
        """Note the master page of a style.

        Args:
            style: the element of the style.
        """
        page = style.get(f"{_STYLE}master-page-name")
        if page:
            self.of_styles[style.get(f"{_STYLE}name", "")] = page

    def lines_of(self, attributes: Mapping[str, str]) -> tuple[str, ...]:
        """Return the lines on the pages of a sheet.

        Args:
            attributes: the attributes of the element of the sheet.
        """
        style = attributes.get(f"{TABLE}style-name", "")
        return self.lines.get(self.of_styles.get(style, "Default"), ())


def _is_shown(part: Element) -> bool:
    """Tell whether the top or the bottom of a page is printed."""
    return part.get(f"{_STYLE}display", "true") != "false"
