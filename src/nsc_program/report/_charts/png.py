"""Pictures as PNG, for documents that do not take SVG; they need the extra `png`."""

from nsc_program.errors import InvalidValue
from nsc_program.values._validators import require

_WIDEST = 10_000


def to_png(picture: str, *, width: int = 1440) -> bytes:
    """Draw a picture in SVG as PNG.

    The letters are drawn in a font of this machine, so the picture is not the same everywhere.

    Args:
        picture: the picture, as `bullet_chart` and `years_chart` return it.
        width: the width in pixels, from 1 to 10,000.

    Returns:
        The content of a file of the type PNG.

    Raises:
        ImportError: without the extra `png`.
        InvalidType: if `picture` is not a text.
        InvalidValue: for another width, or if the text is not a picture in SVG.
    """
    from resvg_py import svg_to_bytes  # noqa: PLC0415  # an optional extra

    require(str, "picture", picture)
    if not 1 <= width <= _WIDEST:
        raise InvalidValue.at(
            "width",
            code="outside-the-range",
            vi=f"chiều rộng phải từ 1 đến {_WIDEST} điểm ảnh",
            en=f"the width must be from 1 to {_WIDEST} pixels",
        )
    try:
        return svg_to_bytes(svg_string=picture, width=width)
    except ValueError as error:
        raise InvalidValue.at(
            "picture",
            code="not-a-picture",
            vi="không phải là hình vẽ SVG; hãy dùng kết quả của bullet_chart hoặc years_chart",
            en="it is not a picture in SVG; give what bullet_chart or years_chart returns",
        ) from error
