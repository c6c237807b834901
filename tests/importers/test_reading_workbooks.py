"""What stands in a workbook, whoever saved it; and that no workbook can do harm or end in a traceback."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from oc_strategy.importers.xlsx import Fault, Formula, ReadBook, Unreadable, address, read_workbook
from tests.importers import hostile

MUTANTS = 120


def read(folder: Path, data: bytes, timeout: float = 30) -> ReadBook | Unreadable:
    path = folder / "book.xlsx"
    path.write_bytes(data)
    return read_workbook(path, timeout)


def cells(folder: Path, rows: str, **parts: bytes) -> dict[str, object]:
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    book = read(folder, hostile.having({hostile.SHEET: hostile.sheet(rows), **named}))
    assert isinstance(book, ReadBook)
    return {address(row, column): it for row, line in book.sheets[0].rows.items() for column, it in line.items()}


@pytest.mark.parametrize("name", sorted(hostile.REFUSED))
def test_a_hostile_workbook_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    data, code = hostile.REFUSED[name]
    refused = read(tmp_path, data)
    assert isinstance(refused, Unreadable)
    assert refused.code == code
    assert refused.said.en.endswith(f"[{code}]") if refused.said.en else False
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


@pytest.mark.parametrize("name", sorted(hostile.READ))
def test_what_looks_dangerous_and_is_not_is_read(name: str, tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, hostile.READ[name]), ReadBook)


def test_no_mutant_ends_in_a_traceback(tmp_path: Path) -> None:
    data, chance = hostile.plain(), random.Random(7)
    for _ in range(MUTANTS):
        mutant = bytearray(data)
        for _ in range(chance.randrange(1, 8)):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        found = read(tmp_path, bytes(mutant[: chance.choice((len(mutant), chance.randrange(len(mutant))))]))
        assert isinstance(found, ReadBook | Unreadable)


def test_no_hostile_workbook_takes_more_than_a_quarter_gigabyte(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    # In a process of its own: what this one has started before, such as an office, is counted with its children.
    script = (
        "import pathlib, resource, sys; from tests.importers import hostile; "
        "from tests.importers.test_reading_workbooks import read; "
        "[read(pathlib.Path(sys.argv[1]), data) for data, _ in hostile.REFUSED.values()]; "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    made = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=True, text=True)
    assert int(made.stdout) < 256 * 1024


def test_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    slow = read(tmp_path, hostile.plain(), timeout=0.01)
    assert isinstance(slow, Unreadable)
    assert slow.code == "too-slow"


def test_a_file_that_is_not_there_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_workbook(tmp_path / "none.xlsx")


def test_words_come_back_however_they_were_saved(tmp_path: Path) -> None:
    shared = (
        f'<sst xmlns="{hostile.MAIN}"><si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></si>'
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si><si><t>a_x000D_\nb_x005F_x0041_</t></si></sst>"
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
        '<row><c t="inlineStr"><is><t xml:space="preserve"> kept </t></is></c><c t="str"><v>said</v></c></row>'
    )
    found = cells(tmp_path, rows, xl__sharedStrings_xml=shared.encode())
    assert found == {"A1": "rich text", "B1": "東京", "C1": "a\nb_x0041_", "A2": " kept ", "B2": "said"}


def test_numbers_answers_faults_and_formulas_are_told_apart(tmp_path: Path) -> None:
    rows = (
        '<row r="3"><c r="A3"><v>1.5</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c>'
        '<c r="D3"><f>1+1</f><v>2</v></c><c r="E3"><f>NOW()</f></c><c r="F3" t="d"><v>2024-05-06</v></c></row>'
    )
    assert cells(tmp_path, rows) == {
        "A3": 1.5, "B3": True, "C3": Fault("#REF!"), "D3": Formula(2), "E3": Formula(None), "F3": date(2024, 5, 6),
    }  # fmt: skip


@pytest.mark.parametrize(("epoch", "shown"), [(CALENDAR_WINDOWS_1900, 45_418), (CALENDAR_MAC_1904, 43_956)])
def test_days_are_counted_from_where_the_book_counts(epoch: datetime, shown: int, tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = epoch
    book.worksheets[0]["A1"] = date(2024, 5, 6)
    data = hostile.saved(book)
    assert f"<v>{shown}</v>".encode() in zipfile.ZipFile(BytesIO(data)).read(hostile.SHEET)
    found = read(tmp_path, data)
    assert isinstance(found, ReadBook)
    assert found.sheets[0].rows == {1: {1: date(2024, 5, 6)}}


def test_hidden_sheets_are_read_and_marked(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("secret").sheet_state = "veryHidden"
    found = read(tmp_path, hostile.saved(book))
    assert isinstance(found, ReadBook)
    assert [(sheet.name, sheet.is_hidden) for sheet in found.sheets] == [("Sheet", False), ("secret", True)]


@pytest.mark.parametrize(("row", "column", "name"), [(1, 1, "A1"), (4, 26, "Z4"), (9, 27, "AA9"), (2, 702, "ZZ2")])
def test_a_cell_has_the_name_that_people_know(row: int, column: int, name: str) -> None:
    assert address(row, column) == name
