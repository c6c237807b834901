"""A workbook to its cells: looked at first, then read by a child process whose memory and time are bounded."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

from oc_strategy.importers.xlsx.preflight import MAX_FILE, looked_at
from oc_strategy.importers.xlsx.sheets import Content, Fault, Formula, ReadBook, ReadSheet, Unreadable, unreadable

_WORKER: Final = Path(__file__).with_name("worker.py")
_SECONDS: Final = 30.0


def read_workbook(path: Path, timeout: float = _SECONDS) -> ReadBook | Unreadable:
    """The cells of every worksheet of an .xlsx, or why it is not read; OSError where the file cannot be opened.

    At most 20,000 rows and 256 columns a sheet; `timeout` in seconds. Nothing in the file is obeyed or worked out.
    """
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    return looked_at(data) or _told(data, timeout)


def _told(data: bytes, timeout: float) -> ReadBook | Unreadable:
    """What the child process says."""
    try:
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-P", str(_WORKER)], input=data, capture_output=True, timeout=timeout, check=False
        )
        answer = json.loads(run.stdout)
    except subprocess.TimeoutExpired:
        return unreadable("too-slow", seconds=f"{timeout:g}")
    except ValueError:
        # The system ended it at a limit, in the midst of its answer.
        return unreadable("too-much")
    if "code" in answer:
        return unreadable(answer["code"], **answer["values"])
    sheets = tuple(_sheet(sheet) for sheet in answer["sheets"])
    return ReadBook(sheets) if sheets else unreadable("broken", problem="0")


def _sheet(told: Any) -> ReadSheet:
    rows = {
        row: {column: content for column, *cell in cells if (content := _content(*cell)) is not None}
        for row, cells in told["rows"]
    }
    return ReadSheet(told["name"], told["hidden"], {row: cells for row, cells in rows.items() if cells})


def _content(kind: str, value: Any, is_formula: bool) -> Content | None:
    if kind == "fault":
        return Fault(value)
    plain = date.fromisoformat(value) if kind == "date" else value
    if is_formula:
        return Formula(plain)
    return None if plain == "" else plain
