"""Lines of reports from figures made by hand, and what pictures and pages of them show."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from nsc_program import Figures, Period, Program, Reading, evaluate
from nsc_program.plan import Indicator
from nsc_program.report import TargetLine
from nsc_program.report._charts.axis import APART, Mark, high_mark, low_mark, marks
from nsc_program.report._charts.picture_words import accepted, is_known
from nsc_program.report._target_lines import Days, target_lines
from nsc_program.verdicts import Comparison

_SVG = "{http://www.w3.org/2000/svg}"
_VOID = ("meta", "br")


def lines_of(
    program: Program, figures: Figures, reading: Reading = Reading(), period: Period | None = None
) -> list[TargetLine]:
    """Return what a report says of each target of the last phase, or of another period."""
    days = Days(period=period or program.phases[-1].period, as_of=figures.as_of)
    verdicts = evaluate(program, figures, reading).verdicts
    return [*target_lines(program, figures, verdicts, days)]


class Ends(NamedTuple):
    """The places of the ends of a bar: of what is certain, and of what is possible."""

    low: int
    high: int


class Bar:
    """The bar of one comparison, as it is drawn."""

    def __init__(self, group: Element) -> None:
        self._group = group

    def _shapes(self, look: str) -> list[Element]:
        return [each for each in self._group.iter() if each.get("class") == look]

    def ticks(self, look: str) -> list[int]:
        """Return the places of the lines across the bar, from the left."""
        return sorted(int(each.get("x1", "")) for each in self._shapes(look))

    @property
    def zero(self) -> int:
        return self.ticks("axis")[0]

    @property
    def ends(self) -> Ends:
        """Return where what is possible begins and ends."""
        for polygon in self._shapes("maybe"):
            xs = [x for x, _ in points(polygon)]
            return Ends(min(xs), max(xs))
        for solid in self._shapes("sure"):
            left = int(solid.get("x", ""))
            right = left + int(solid.get("width", ""))
            end = right if left == self.zero else left
            return Ends(end, end)
        return Ends(self.zero, self.zero)

    @property
    def certain(self) -> int:
        """The width of what is certain."""
        return sum(int(each.get("width", "")) for each in self._shapes("sure"))

    @property
    def labels(self) -> list[str]:
        return [each.text or "" for each in self._group.iter(f"{_SVG}text")]


def points(shape: Element) -> list[tuple[int, int]]:
    """Return the points of a polygon."""
    pairs = (point.split(",") for point in shape.get("points", "").split())
    return [(int(x), int(y)) for x, y in pairs]


def drawing(svg: str) -> Element:
    """Return the root of a picture, which must be well-formed."""
    root: Element = fromstring(svg)
    return root


def bars(svg: str) -> list[Bar]:
    """Return the bars of a bullet chart."""
    (moved,) = (each for each in drawing(svg).iter(f"{_SVG}g") if each.get("transform"))
    groups = (each for each in moved if each.tag == f"{_SVG}g")
    return [Bar(group) for group in groups if any(e.get("class") == "axis" for e in group)]


def shapes(svg: str, look: str) -> list[Element]:
    """Return the shapes of a class in a picture, without those of its legend."""
    (moved,) = (each for each in drawing(svg).iter(f"{_SVG}g") if each.get("transform"))
    return [each for each in moved if each.get("class") == look]


def words_of(svg: str) -> list[str]:
    """Return all texts that a picture shows."""
    return [each.text or "" for each in drawing(svg).iter(f"{_SVG}text")]


def check_order(comparison: Comparison, bar: Bar, indicator: Indicator) -> None:
    """Check that each end of a bar is drawn on its own side of each bound."""
    possible = comparison.possible
    known = is_known(possible, indicator)
    sure, _ = accepted(comparison, indicator)
    low, high = low_mark(possible), high_mark(possible)
    ends = [(end, x) for end, x in zip((low, high), bar.ends, strict=True) if end and known]
    bounds = zip(sorted({*marks(sure)}), bar.ticks("bound"), strict=True)
    for (end, x), (mark, tick) in product(ends, bounds):
        assert order(end, mark) == order(x, tick)
        assert end == mark or abs(x - tick) >= APART
    assert known or (0, "unknown") == (bar.certain, bar.labels[0].split(": ")[-1])
    assert high or not known or bar.ends.high > max(bar.ticks("bound"), default=0)


def order(first: Mark | int, second: Mark | int) -> int:
    """Return -1, 0 or 1 as the first is below, at or above the second."""
    return (first > second) - (first < second)  # type: ignore[operator]


class Tag(NamedTuple):
    """A start tag of a page."""

    name: str
    attributes: dict[str, str | None]


class Page(HTMLParser):
    """A page, read tag by tag; every tag must be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def named(self, *names: str) -> Iterator[Tag]:
        """Yield the tags of some names."""
        return (tag for tag in self.tags if tag.name in names)

    def values(self, attribute: str) -> list[str]:
        """Return all values of an attribute."""
        return [tag.attributes[attribute] or "" for tag in self.tags if attribute in tag.attributes]
