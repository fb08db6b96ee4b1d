"""Refuse a packed workbook that is broken or unpacks to too much, before it is read."""

import zipfile

from nsc_program.errors import InvalidValue
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake.files._content import Content

_MOST_UNPACKED = 500 * 2**20


def refuse_bombs(content: Content) -> None:
    """Raise an error for a file that is not packed, or that unpacks to too much.

    Args:
        content: the content of the file.

    Raises:
        InvalidValue: for such a file.
    """
    unpacked = _unpacked_size(content)
    if unpacked > _MOST_UNPACKED:
        size, most = unpacked // 2**20, _MOST_UNPACKED // 2**20
        raise InvalidValue.at(
            code="too-large",
            vi=f"tệp giải nén ra {number_in('vi', size)} MB, nhiều hơn {most} MB; "
            "hãy lưu thành .csv",
            en=f"it unpacks to {number_in('en', size)} MB, more than {most}; save it as .csv",
        )


def _unpacked_size(content: Content) -> int:
    """Return the bytes that a packed file claims to unpack to."""
    with content.opened() as file:
        try:
            return sum(part.file_size for part in zipfile.ZipFile(file).infolist())
        except Exception:  # noqa: BLE001  # a broken directory may raise any error
            raise _no_workbook(content.suffix) from None


def _no_workbook(suffix: str) -> InvalidValue:
    """Return the error for a file that is not packed."""
    return InvalidValue.at(
        code="not-a-workbook",
        vi=f"không phải là tệp {suffix}; hãy lưu lại thành .xlsx hoặc .csv, không đặt mật khẩu",
        en=f"it is not a {suffix} workbook; save it as .xlsx or .csv, without a password",
    )
