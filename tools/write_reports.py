"""Write the example reports as workbooks and Word documents, for a look at them."""

import sys
from datetime import date
from pathlib import Path

from nsc_program import HANOI, Period, Register
from nsc_program.report import Header, report, write_docx, write_xlsx
from nsc_program.serialization import from_json
from nsc_program.values import Lang

HERE = Path(__file__).parents[1]
HEADER = Header(
    superior="Ủy ban nhân dân thành phố Hà Nội",
    body="Sở Khoa học và Công nghệ",
    number="5",
    symbol="BC-SKHCN",
    place="Hà Nội",
    day=date(2026, 1, 5),
    addressees=("Ủy ban nhân dân thành phố Hà Nội", "Bộ Khoa học và Công nghệ"),
    signer=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer_name="Nguyễn Văn Mẫu",
    recipients=("Như trên", "Các sở, ngành liên quan", "Lưu: VT, P1"),
    bases=("Kế hoạch số 149/KH-UBND của Ủy ban nhân dân thành phố Hà Nội",),
)
LANGS: tuple[Lang, ...] = ("vi", "en")


def main(folder: Path) -> None:
    """Write the reports on two years, with a header and without one.

    Args:
        folder: where to write them.
    """
    document = (HERE / "docs" / "examples" / "made-up-register.json").read_bytes()
    register = from_json(document, Register)
    for as_of, header in ((date(2025, 12, 31), HEADER), (date(2026, 6, 30), None)):
        period = Period.of_years(as_of.year, as_of.year)
        made = report(HANOI, register, as_of=as_of, period=period)
        for lang in LANGS:
            write_xlsx(made, folder / f"{as_of.year}-{lang}.xlsx", lang, header)
            write_docx(made, folder / f"{as_of.year}-{lang}.docx", lang, header)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
