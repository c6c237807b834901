"""Workbooks that LibreOffice saved again, as .xlsx or through .ods, still say what was written and what was changed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from oc_strategy.importers.xlsx import ReadBook, read_workbook
from tests.pulling.books import EXAMPLES, cell_of, plan_of, project_at, read, written

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
EXPECTED = [("battery-latch.trl", "change"), ("battery-latch.completed_on", "change"), ("battery-latch.note", "change")]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadBook]:
    """The workbook of an example and an edited one, saved again in both ways, by name."""
    folder = tmp_path_factory.mktemp("saved")
    _, loaded = project_at(EXAMPLES / "agv")
    data = written(loaded, ("ja", "en"))
    (folder / "plain.xlsx").write_bytes(data)
    _edit(folder, data)
    names = ["plain.xlsx", "edited.xlsx"]
    _convert(folder, [folder / name for name in names], "xlsx", folder / "xlsx")
    _convert(folder, [folder / name for name in names], "ods", folder / "ods")
    _convert(folder, sorted((folder / "ods").glob("*.ods")), "xlsx", folder / "back")
    found = {f"{way} {Path(n).stem}": read_workbook(folder / way / n) for way in ("xlsx", "back") for n in names}
    return {name: book for name, book in found.items() if isinstance(book, ReadBook)}


def _edit(folder: Path, data: bytes) -> None:
    """Edit three cells as openpyxl does, which writes the rest of the file in its own way, too."""
    book, read_book = load_workbook(folder / "plain.xlsx"), read(data)
    for heading, value in (("TRL (technology)", 9), ("Completed on", "2027/04"), ("Note", "=> 注意 ")):
        sheet, row, column = cell_of(read_book, "battery-latch", heading)
        cell = book[sheet].cell(row, column)
        cell.value = value
        cell.data_type = "n" if isinstance(value, int) else "s"
    book.save(folder / "edited.xlsx")


def _convert(folder: Path, files: list[Path], form: str, into: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(into), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


@pytest.mark.parametrize("way", ["xlsx", "back"])
def test_an_unedited_workbook_still_asks_for_nothing(way: str, saved: dict[str, ReadBook]) -> None:
    plan = plan_of(*project_at(EXAMPLES / "agv"), saved[f"{way} plain"])
    assert (plan.steps, plan.problems) == ((), ())


@pytest.mark.parametrize("way", ["xlsx", "back"])
def test_exactly_what_was_edited_comes_back(way: str, saved: dict[str, ReadBook]) -> None:
    plan = plan_of(*project_at(EXAMPLES / "agv"), saved[f"{way} edited"])
    assert sorted((step.key, step.kind) for step in plan.steps) == sorted(EXPECTED)
    assert plan.bad == ()
