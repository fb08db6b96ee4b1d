"""Read the texts at the top and the bottom of a printed page of a workbook."""

import re
from collections.abc import Iterator

from nsc_program.intake._lines.lines_of_parts import is_of_a_part
from nsc_program.intake._words.words import single_spaced

_SECTIONS = re.compile(r"&[LCRlcr]|\n")
_CODES = re.compile(r"&(?:\"[^\"]*\"|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|[0-9]{1,3}|[^&])")
_NUMBERS_PAGES = re.compile(r"(?i:trang|page|of|số|tờ|[\W\d])+")
_LONGEST = 255


def lines_of_a_page(text: str) -> Iterator[str]:
    """Give the lines of a header or a footer, without the codes for fonts, pages and days.

    Args:
        text: the text with its codes.

    >>> list(lines_of_a_page('&L&"Arial,Bold"&12DỰ KIẾN&RTrang &P/&N'))
    ['DỰ KIẾN']
    >>> list(lines_of_a_page("Trang 1/2"))  # typed, so on each page
    ['Trang 1/2']
    """
    for section in _SECTIONS.split(text[:_LONGEST]):
        line = single_spaced(_CODES.sub(" ", section).replace("&&", "&")).strip(" /-–|")
        if line and (is_of_a_part(line) or not _NUMBERS_PAGES.fullmatch(line)):
            yield line
