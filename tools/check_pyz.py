"""Use the command from its one file on a Python without packages: `nox -s pyz`.

`python tools/check_pyz.py FILE` runs the file with this Python, which sees none of the packages
that are installed for it. It takes in workbooks, evaluates the made-up register and writes
reports, and prints the size of the file and the processor time that an evaluation takes.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

BARE = (sys.executable, "-I", "-S")
_ROWS = (
    ("STT", "Mã hồ sơ", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành", "Đã xác minh"),
    ("1", "HT-01", "9900000016", "05/01/2026", "20/03/2026", "x"),
    ("2", "HT-02", "9900000023", "10/02/2026", "31/06/2026", "x"),
)
_XLSX = """
import sys
sys.path.insert(0, sys.argv[1])
from openpyxl import Workbook
book = Workbook()
for row in eval(sys.argv[2]):
    book.active.append(row)
book.save("list.xlsx")
"""
_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body>
<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>
</office:body></office:document-content>"""
_ODS_CELL = (
    '<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
)
_REPORT = ("report", "sample.json", "--as-of", "31/12/2025", "--period", "2025", "-o")
_EVALUATE = ("evaluate", "sample.json", "--as-of", "2026-06-30")
# The arguments, the exit code, and the file that is written or a word that is printed.
STEPS = (
    (("sample", "-o", "sample.json"), 0, "sample.json"),
    (_EVALUATE, 0, "Giai đoạn 2021-2025"),
    (("intake", "support", "list.xlsx", "-o", "list.json"), 1, "list.json"),
    (("intake", "support", "list.ods", "-o", "of-ods.json"), 1, "of-ods.json"),
    (("intake", "support", "broken.xls", "-o", "of-xls.json"), 2, "XLRDError"),
    (("check", "list.json", "--as-of", "30/6/2026"), 1, "chưa tiếp nhận"),
    (("template", "support", "-o", "template.xlsx"), 0, "template.xlsx"),
    (("completion", "bash"), 0, "complete"),
    (("schema", "register"), 0, "urn:nsc-program:schema:register:1"),
    (("plan", "--template"), 0, "[[phases]]"),
    *(((*_REPORT, name), 0, name) for name in ("report.html", "report.xlsx", "report.md")),
    ((*_REPORT, "report.docx"), 2, "python-docx"),
)


def write_lists(file: Path, folder: Path) -> None:
    """Write lists to take in: an .xlsx by the packages of the file, an .ods, and a broken .xls."""
    made = [*BARE, "-c", _XLSX, str(file), repr(_ROWS)]
    subprocess.run(made, cwd=folder, check=True)
    cells = ("".join(_ODS_CELL.format(cell=cell) for cell in row) for row in _ROWS)
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    with ZipFile(folder / "list.ods", "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", _ODS.format(rows=rows))
    (folder / "broken.xls").write_text("x")


def run(file: Path, folder: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the file in a folder with these arguments."""
    command = [*BARE, str(file), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)


def main() -> int:
    """Follow the steps; return 1 if one does not end as it should."""
    file, wrong = Path(sys.argv[1]).resolve(), []
    with TemporaryDirectory() as folder:
        write_lists(file, Path(folder))
        for arguments, code, expected in STEPS:
            done = run(file, folder, *arguments)
            written = (Path(folder) / expected).is_file()
            if done.returncode != code or not (written or expected in done.stdout + done.stderr):
                wrong.append(f"{' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        times = [_seconds(file, folder) for _ in range(5)]
    told = f"{file.name}: {file.stat().st_size:,} bytes; {len(STEPS)} steps, {len(wrong)} wrong"
    version = sys.version.partition(" ")[0]
    told += f"; an evaluation takes {min(times):.2f} s of a processor on Python {version}"
    sys.stdout.write("\n".join((told, *wrong)) + "\n")
    return bool(wrong)


def _seconds(file: Path, folder: str) -> float:
    """Return how much processor time the process of an evaluation takes."""
    before = os.times()
    run(file, folder, *_EVALUATE)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


if __name__ == "__main__":
    sys.exit(main())
