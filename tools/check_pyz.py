"""Use the command from its one file on a Python without packages: `nox -s pyz`.

`python tools/check_pyz.py FILE` runs the file with this Python, which sees none of the packages
that are installed for it. It takes in a workbook, evaluates the made-up register and writes
reports, and prints the size of the file and the time that an evaluation takes.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

BARE = (sys.executable, "-I", "-S")
_WORKBOOK = """
import sys
sys.path.insert(0, sys.argv[1])
from openpyxl import Workbook
book = Workbook()
for row in (
    ("STT", "Mã hồ sơ", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành", "Đã xác minh"),
    (1, "HT-01", "9900000016", "05/01/2026", "20/03/2026", "x"),
    (2, "HT-02", "9900000023", "10/02/2026", "31/06/2026", "x"),
):
    book.active.append(row)
book.save("list.xlsx")
"""
# The arguments, the exit code, and the file that is written or a word that is printed.
STEPS = (
    (("sample", "-o", "sample.json"), 0, "sample.json"),
    (("evaluate", "sample.json", "--as-of", "2026-06-30"), 0, "Giai đoạn 2021-2025"),
    (("intake", "support", "list.xlsx", "-o", "list.json"), 1, "list.json"),
    (("check", "list.json", "--as-of", "30/6/2026"), 1, "chưa tiếp nhận"),
    (("template", "support", "-o", "template.xlsx"), 0, "template.xlsx"),
    (("schema", "register"), 0, "urn:nsc-program:schema:register:1"),
    (("plan", "--template"), 0, "[[phases]]"),
    *(
        (
            ("report", "sample.json", "--as-of", "31/12/2025", "--period", "2025", "-o", name),
            0,
            name,
        )
        for name in ("report.html", "report.xlsx", "report.md")
    ),
    (
        ("report", "sample.json", "--as-of", "31/12/2025", "--period", "2025", "-o", "report.docx"),
        2,
        "python-docx",
    ),
)


def run(file: Path, folder: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the file in a folder with these arguments."""
    command = [*BARE, str(file), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)


def main() -> int:
    """Follow the steps; return 1 if one does not end as it should."""
    file, wrong = Path(sys.argv[1]).resolve(), []
    with TemporaryDirectory() as folder:
        made = [*BARE, "-c", _WORKBOOK, str(file)]
        subprocess.run(made, cwd=folder, check=True)
        for arguments, code, expected in STEPS:
            done = run(file, folder, *arguments)
            written = (Path(folder) / expected).is_file()
            if done.returncode != code or not (written or expected in done.stdout + done.stderr):
                wrong.append(f"{' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        times = [_seconds(file, folder) for _ in range(5)]
    told = f"{file.name}: {file.stat().st_size:,} bytes; {len(STEPS)} steps, {len(wrong)} wrong"
    version = sys.version.partition(" ")[0]
    told += f"; an evaluation takes {min(times):.2f} s on Python {version}"
    sys.stdout.write("\n".join((told, *wrong)) + "\n")
    return bool(wrong)


def _seconds(file: Path, folder: str) -> float:
    """Return how long an evaluation takes, from the start of the process to its end."""
    begun = perf_counter()
    run(file, folder, "evaluate", "sample.json", "--as-of", "2026-06-30")
    return perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
