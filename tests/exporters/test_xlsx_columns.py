"""Which columns stand where, how wide, what goes to paper, and how pictures stand beside tables."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook as ExcelBook
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sample_book import BOOK, ONE_PAGE, PICTURES, both, png

from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.exporters.xlsx.measuring import lines_in
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.sheet import Cell, Column, Picture, Row, Sheet, Table

HINT = both("書き方", "How to fill it in")


def columns(*kinds: str) -> tuple[Column, ...]:
    """Columns named by letter: `f` always filled in, `r` rarely, `e` never, `w` rarely and worked out."""
    return tuple(
        Column(f"{kind}{n}", Text.plain(f"{kind}{n}"), note=None if kind == "w" else HINT)
        for n, kind in enumerate(kinds)
    )


def table(*kinds: str) -> Table:
    def value(kind: str, row: int) -> str | None:
        return "words" if kind == "f" or (kind in "rw" and row == 0) else None

    rows = tuple(Row(tuple(Cell(value(kind, n)) for kind in kinds), id=f"row-{n}") for n in range(4))
    return Table(columns(*kinds), rows, Text.plain("none"))


def opened(sheet: Sheet, languages: tuple[Language, ...] = ("ja",), pictures: dict[str, bytes] = PICTURES) -> Worksheet:
    book: ExcelBook = load_workbook(BytesIO(workbook_bytes(replace(BOOK, sheets=(sheet,)), languages, pictures)))
    return book.worksheets[0]


def of(*blocks: Table) -> Sheet:
    return Sheet(1, "s", both("表", "Sheet"), both("目的", "Purpose"), blocks, paper="A3")


def headings(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[4][1:]]


def test_empty_columns_come_last_and_are_folded_away() -> None:
    sheet = opened(of(table(*"ffefefffe")))
    assert headings(sheet)[:9] == ["f0", "f1", "f3", "f5", "f6", "f7", "e2", "e4", "e8"]
    folded = {letter for letter, c in sheet.column_dimensions.items() if c.hidden and c.outlineLevel}
    assert folded == {"H", "I", "J"}
    assert sheet.sheet_format.outlineLevelCol == 1
    assert sheet.print_area == f"'{sheet.title}'!$B$1:$G$8"
    assert "［＋］" in str(sheet["B2"].value)


def test_key_columns_stay_in_front_though_empty() -> None:
    assert headings(opened(of(table(*"eefffff"))))[:3] == ["e0", "e1", "f2"]


def test_rare_columns_of_a_wide_sheet_are_seen_but_not_printed() -> None:
    sheet = opened(of(table(*"ff", "r", "w", *"f" * 15, "r", "f")))
    assert headings(sheet)[:4] == ["f0", "f1", "w3", "f4"]
    assert headings(sheet)[18:21] == ["f20", "r2", "r19"]
    assert str(sheet.print_area).endswith("$B$1:$T$8")
    assert not any(c.hidden for letter, c in sheet.column_dimensions.items() if letter in {"U", "V"})
    assert "2 列" in str(sheet["B2"].value)


def test_a_narrow_sheet_keeps_the_order_of_its_columns() -> None:
    assert headings(opened(of(table(*"ffrfrf"))))[:6] == ["f0", "f1", "r2", "f3", "r4", "f5"]


def test_rows_keep_their_ids_and_values_when_columns_move() -> None:
    sheet = opened(of(table(*"ffefr", "f", "f")))
    assert [cell.value for cell in sheet["A"][4:]] == ["row-0", "row-1", "row-2", "row-3"]
    assert [cell.value for cell in sheet[5]][1:8] == ["words"] * 6 + [None]


def test_long_text_gets_the_room_and_rows_are_no_higher_than_it_needs() -> None:
    words = "長い文をここに書く。" * 12
    made = Table(columns(*"ffff"), (Row((Cell("a"), Cell("b"), Cell(words), Cell("c")), id="x"),), Text.plain("none"))
    sheet = opened(of(made))
    widths = [sheet.column_dimensions[letter].width for letter in "BCDE"]
    assert widths[2] > 3 * max(widths[0], widths[1], widths[3])
    lines = lines_in(words, widths[2] - 0.71)
    assert sheet.row_dimensions[5].height == pytest.approx(lines * 14.6 + 3.4, abs=1)


@pytest.mark.parametrize(("width", "height"), [(1600, 1000), (1000, 1600), (4000, 500)])
def test_a_picture_fits_its_box_beside_the_tables(width: int, height: int) -> None:
    page = replace(ONE_PAGE, is_beside_picture=True, is_one_page=True)
    sheet = opened(page, pictures={"strategy": png(width, height)})
    (image,) = sheet._images
    ratio = image.anchor.ext.width / image.anchor.ext.height
    assert ratio == pytest.approx(width / height, rel=0.01)
    right = next(c.column for row in sheet.iter_rows() for c in row if c.value == "重大なギャップ")
    box = sum(c.width for letter, c in sheet.column_dimensions.items() if 1 < c.min < right) * 6 * 12_700
    assert image.anchor.ext.width <= box
    assert (sheet.page_setup.fitToHeight, sheet.page_setup.orientation) == (1, "landscape")


def test_tiles_stand_where_the_picture_is_missing() -> None:
    (tiles,) = (block for block in ONE_PAGE.blocks[:1])
    blocks = tuple(replace(b, instead=tiles) if isinstance(b, Picture) else b for b in ONE_PAGE.blocks[1:])
    sheet = opened(replace(ONE_PAGE, blocks=blocks, is_beside_picture=True), pictures={})
    words = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "経路計画アルゴリズム" in words
    assert not any("図は作成されていない" in str(one) for one in words)


def test_ids_in_brackets_stand_once_in_a_cell_of_both_languages() -> None:
    cells = (Cell(both("電池 [battery]", "Battery [battery]")), Cell(both("Denso [denso]", "Denso [denso]")))
    made = Table(columns(*"ff"), (Row(cells, id="x"),), Text.plain("none"))
    sheet = opened(of(made), ("ja", "en"))
    assert [cell.value for cell in sheet[5]][1:3] == ["電池 [battery]\nBattery", "Denso [denso]"]


@pytest.mark.parametrize(
    ("value", "shown"), [(1_234_567, "#,##0"), (7, "#,##0"), (1234.5, "#,##0.0##"), (2.0, "#,##0")]
)
def test_numbers_have_separators_of_thousands(value: float, shown: str) -> None:
    column = Column("n", Text.plain("n"), kind="number")
    made = Table((column,), (Row((Cell(value),), id="x"),), Text.plain("none"))
    cell = opened(of(made))["B5"]
    assert (cell.value, cell.number_format) == (value, shown)
    assert cell.alignment.horizontal == ("right" if value > 999 else "center")
