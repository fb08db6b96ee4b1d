"""The example of a report in a layout of one's own: it runs, with public names only."""

import ast
import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SCRIPT = EXAMPLES / "own_report.py"


def test_it_prints_a_page_of_the_sample(capsys: pytest.CaptureFixture[str]) -> None:
    main = runpy.run_path(str(SCRIPT))["main"]
    main([str(EXAMPLES / "made-up-register.json"), "2026-06-30", "2026"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Kết quả thực hiện Kế hoạch số 149/KH-UBND năm 2026")
    assert "✔ Chuyên gia đạt trình độ khu vực và quốc tế" in lines
    assert "Chưa đạt: 4/5 chỉ tiêu" in lines
    bars = [line for line in lines if line.startswith("  [")]
    assert 5 == len(bars)
    assert 1 == sum("·" not in line for line in bars)


def test_it_uses_public_names_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [part for node in imported for part in (node.module or "").split(".")]
    names += [alias.name for node in imported for alias in node.names]
    assert [] == [name for name in names if name.startswith("_")]
