"""The writer's own source: one way into a cell, and no formula."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import oc_strategy.exporters.xlsx as package

FILES = sorted(Path(package.__file__).parent.glob("*.py"))
MAY_TOUCH_CELLS = {"cells.py", "packing.py"}
DIRECT = {"cell", "append_row", "iter_rows"}


def trouble(tree: ast.AST) -> list[str]:
    """Every way past `put_text`: openpyxl's own cells, the drawn rows, and the XML of a cell."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Attribute(attr="value" | "_value"), *_]):
                found.append(f"{node.lineno}: assigns a value")
            case ast.Call(func=ast.Attribute(attr=name)) if name in DIRECT:
                found.append(f"{node.lineno}: calls {name}")
            case ast.Assign(targets=[ast.Subscript(value=ast.Attribute(attr="sheet")), *_]):
                found.append(f"{node.lineno}: assigns to a cell of a sheet")
            case ast.Attribute(value=ast.Name(id="canvas"), attr="rows"):
                found.append(f"{node.lineno}: touches the drawn rows")
            case ast.Constant(value=str(words)) if "<c " in words or "inlineStr" in words:
                found.append(f"{node.lineno}: writes the XML of a cell")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_only_one_module_writes_cells(path: Path) -> None:
    found = trouble(ast.parse(path.read_text(encoding="utf-8")))
    assert path.name in MAY_TOUCH_CELLS or found == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_module_can_write_a_formula(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    # `<formula1>` names the list of a drop-down, which computes nothing.
    assert [one for one in words if re.search("<f(?!ormula1>)", one) or 't="str"' in one] == []


def test_the_search_for_trouble_finds_it() -> None:
    bad = "cell.value = 1\nws.cell(1, 1)\ncanvas.sheet['A1'] = 2\ncanvas.rows[1] = {}\nx = '<c r='"
    assert len(trouble(ast.parse(bad))) == 5


def test_openpyxl_is_loaded_by_this_package_only() -> None:
    exporters = Path(package.__file__).parents[1]
    assert "openpyxl" not in (exporters / "__init__.py").read_text(encoding="utf-8")
    assert "openpyxl" not in (exporters / "files.py").read_text(encoding="utf-8")
