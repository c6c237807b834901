"""What a written workbook holds, read again by another program."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook as ExcelBook
from openpyxl import load_workbook
from sample_book import BOOK, EMPTY, PICTURES, ROADMAP, TECHNOLOGY, TIMELINE, TODAY, both

from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.returning import mark
from oc_strategy.tables.sheet import Cell, Column, Row, Sheet, Table, Workbook

HERE = Path(__file__).parent


@cache
def opened(book: Workbook = BOOK, languages: tuple[Language, ...] = ("ja",)) -> ExcelBook:
    return load_workbook(BytesIO(workbook_bytes(book, languages, PICTURES)))


def words_of(book: ExcelBook, name: str) -> list[str]:
    return [str(cell.value) for row in book[name].iter_rows() for cell in row if cell.value is not None]


def test_sheets_stand_in_order_and_the_rest_is_hidden() -> None:
    book = opened()
    states = {sheet.title: sheet.sheet_state for sheet in book.worksheets}
    assert list(states) == [
        "00 表紙・改訂", "01 一枚絵", "03 技術要素", "05 比較", "07 営業秘密", "15 工程", "_lists", "_oc",
    ]  # fmt: skip
    assert (states["_lists"], states["_oc"]) == ("hidden", "veryHidden")
    assert book.active.title == "00 表紙・改訂"  # type: ignore[union-attr]


def test_a_sheet_of_data_is_a_real_table_without_merged_cells() -> None:
    sheet = opened()["03 技術要素"]
    (table,) = sheet.tables.values()
    assert table.ref == "A4:J9"
    assert table.autoFilter.ref == table.ref
    header = [cell.value for cell in sheet[4]]
    assert [column.name for column in table.tableColumns] == header
    assert header[0] == "_id technology.1"
    assert all(merged.max_row < 4 for merged in sheet.merged_cells.ranges)
    assert sheet.freeze_panes == "D5"
    assert sheet.print_title_rows == "$4:$4"


def test_the_id_of_each_row_is_hidden_beside_it() -> None:
    sheet = opened()["03 技術要素"]
    assert [cell.value for cell in sheet["A"][4:]] == ["o-agv", "o-if", "o-stop", "o-route", "o-map"]
    assert sheet.column_dimensions["A"].hidden


def test_the_record_says_what_was_written_for_whom() -> None:
    cells = (
        Cell("o", field=None),
        Cell(both("一", "One"), field="title"),
        Cell(field="trl"),
        Cell("x" * 40_000, field="note"),
    )
    columns = tuple(Column(key, both(key, key)) for key in ("id", "title", "trl", "note"))
    sheet = replace(TECHNOLOGY, blocks=(Table(columns, (Row(cells, "o"),), both("無", "none")),))
    book = opened(replace(BOOK, sheets=(sheet,)), ("ja", "en"))
    rows = [tuple(cell.value for cell in row) for row in book["_oc"].iter_rows()]
    facts = dict(rows[:6])
    assert facts["schema"] == "2"
    assert str(facts["tool"]).startswith("oc-strategy ")
    assert (facts["audience"], facts["languages"], facts["as-of"]) == ("internal", "ja en", "2026-11-23")
    assert rows[6:] == [("id", "fields"), ("o", f"title={mark('一' + chr(10) + 'One')} trl= note=cut")]


def test_numbers_and_exact_dates_are_such_and_partial_dates_are_text() -> None:
    sheet = opened()["03 技術要素"]
    assert [sheet.cell(row, 9).value for row in range(5, 10)] == [
        datetime(2024, 4, 1), "2024/06", "2025", datetime(2023, 10, 5), None,
    ]  # fmt: skip
    assert sheet["I5"].number_format == "yyyy/mm/dd"
    assert (sheet["G6"].value, sheet["G6"].number_format, sheet["G7"].number_format) == (0.25, "0%", "0.0%")
    assert sheet["H5"].value == 7


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (date(1900, 2, 28), "1900/02/28"),
        (date(1900, 3, 1), datetime(1900, 3, 1)),
        (date(9999, 12, 31), datetime(9999, 12, 31)),
        (Date.parse("1997"), "1997"),
        (10**15, 10**15),
        (2**53 + 1, "9007199254740993"),
        (0.1, 0.1),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (True, "True"),
    ],
)
def test_no_value_is_changed_by_the_cell(value: object, read: object) -> None:
    table = Table((Column("v", both("値", "Value")),), (Row((Cell(value),)),), both("空", "None"))  # type: ignore[arg-type]
    sheet = Sheet(1, "s", both("表", "Sheet"), both("目的", "Purpose"), (table,))
    assert opened(replace(BOOK, sheets=(sheet,))).worksheets[0]["B5"].value == read


def test_drop_downs_offer_the_words_as_the_cells_say_them() -> None:
    book = opened(languages=("ja", "en"))
    sheet = book.worksheets[2]
    lists = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert {cells: rule.formula1 for cells, rule in lists.items()} == {
        "D5:D9": "oc_list_OutputKind", "E5:E9": "oc_list_ids_outputs", "F5:F9": "oc_list_Posture",
    }  # fmt: skip
    assert (lists["D5:D9"].errorStyle, lists["E5:E9"].errorStyle) == ("stop", "warning")
    entries = {name: offered(book, name) for name in ("oc_list_OutputKind", "oc_list_ids_outputs")}
    assert {sheet.cell(row, 4).value for row in range(5, 10)} <= set(entries["oc_list_OutputKind"])
    assert entries["oc_list_ids_outputs"] == ["o-agv", "o-if", "o-stop", "o-route", "o-map"]


def offered(book: ExcelBook, name: str) -> list[object]:
    ((sheet, cells),) = book.defined_names[name].destinations
    return [cell.value for row in book[sheet][cells] for cell in row]


def test_links_lead_to_the_row_of_an_id_or_to_https_only() -> None:
    book = opened()
    one_page = {cell.value: cell.hyperlink for row in book["01 一枚絵"].iter_rows() for cell in row if cell.hyperlink}
    assert one_page["経路計画アルゴリズム"].location == "'03 技術要素'!B8"
    assert one_page["安全停止の特許（FRAND）"].location == "'15 工程'!B11"
    cover = [cell.hyperlink.target for row in book["00 表紙・改訂"].iter_rows() for cell in row if cell.hyperlink]
    assert cover == ["https://example.org/agv"]


@pytest.mark.parametrize(
    "link", ["http://a", "file:///etc/passwd", "javascript:1", "https://a b", "https://a\n", "unknown-id", "'x'!A1"]
)
def test_other_links_stay_plain_text(link: str) -> None:
    table = Table((Column("v", both("値", "Value")),), (Row((Cell("x", link=link),)),), both("空", "None"))
    sheet = Sheet(1, "s", both("表", "Sheet"), both("目的", "Purpose"), (table,))
    cell = opened(replace(BOOK, sheets=(sheet,))).worksheets[0]["B5"]
    assert (cell.value, cell.hyperlink) == ("x", None)


def test_both_languages_stand_in_a_cell_only_where_they_differ() -> None:
    sheet = opened(languages=("ja", "en"))["03 技術要素 Technology breakdown"]
    assert sheet["C4"].value == "名称\nName"
    assert sheet["B4"].value == "ID"
    assert sheet["C5"].value == "自動搬送ロボット\nAutomated guided vehicle"
    assert sheet["J7"].value == "@review"


def test_an_empty_table_and_an_empty_time_axis_say_why() -> None:
    gantt = replace(ROADMAP.blocks[0], timeline=replace(TIMELINE, lanes=()))  # type: ignore[type-var]
    bare = replace(EMPTY, key="bare", number=8, blocks=())
    book = opened(replace(BOOK, sheets=(EMPTY, replace(ROADMAP, blocks=(gantt,)), bare)))
    assert "ここに示す営業秘密はない。" in words_of(book, "07 営業秘密")
    assert "日付のある項目はない。" in words_of(book, "15 工程")
    assert "このシートに記載する内容はない。" in words_of(book, "08 営業秘密")


@pytest.mark.parametrize("languages", [("ja",), ("en",), ("ja", "en")])
def test_the_legend_of_a_time_axis_names_every_look_that_occurs(languages: tuple[Language, ...]) -> None:
    words = words_of(opened(languages=languages), opened(languages=languages).worksheets[5].title)
    looks = sorted({span.look for lane in TIMELINE.lanes for span in lane.spans})
    for key in (f"looks.{look}" for look in looks):
        assert " / ".join(text(f"diagrams.{key}").of(language) for language in languages) in words
    assert any(one.startswith("◆ ") and one.endswith(text("xlsx.milestone").of(languages[-1])) for one in words)


def test_a_missing_picture_leaves_its_words() -> None:
    data = workbook_bytes(BOOK, ("en",), {})
    book = load_workbook(BytesIO(data))
    assert "The diagram was not drawn. Three layers: open, licensed, closed." in words_of(book, "01 One page")
    assert not book["01 One page"]._images


def test_a_picture_has_words_for_those_who_cannot_see_it() -> None:
    with ZipFile(BytesIO(workbook_bytes(BOOK, ("ja",), PICTURES))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        assert archive.read("xl/media/image1.png") == PICTURES["strategy"]
    assert 'descr="オープン、ライセンス、クローズの三層。"' in drawing.replace("&#12290;", "。")


@pytest.mark.parametrize("png", [b"", b"no picture", PICTURES["strategy"][:20]])
def test_what_is_no_picture_is_not_placed(png: bytes) -> None:
    book = load_workbook(BytesIO(workbook_bytes(BOOK, ("ja",), {"strategy": png})))
    assert any("図は作成されていない" in words for words in words_of(book, "01 一枚絵"))


def test_nothing_overlaps_a_merged_cell() -> None:
    for sheet in opened(languages=("ja", "en")).worksheets:
        ranges = sorted(sheet.merged_cells.ranges, key=str)
        seen: set[tuple[int, int]] = set()
        for merged in ranges:
            cells = {(row, column) for row, column in merged.cells}
            assert not cells & seen, (sheet.title, str(merged))
            seen |= cells


def test_every_page_is_set_up_for_print() -> None:
    book = opened()
    for sheet in book.worksheets[:-2]:
        assert sheet.page_setup.paperSize in (8, 9)
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.sheet_properties.pageSetUpPr.fitToPage) == (1, True)
        assert sheet.oddFooter.center.text == "&P / &N"
    assert book["15 工程"].page_setup.paperSize == 8


def test_the_file_names_nobody_and_no_moment_but_the_given_one() -> None:
    data = workbook_bytes(BOOK, ("ja",), PICTURES)
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert set(re.findall(r">([^<]*\d{4}-\d\d-\d\d[^<]*)<", core)) == {f"{TODAY}T00:00:00Z"}
    assert re.findall("<dc:creator[^>]*>([^<]*)<", core) == ["oc-strategy"]
    assert "lastModifiedBy" not in core


def test_the_bytes_are_the_same_in_every_process() -> None:
    code = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from sample_book import BOOK, PICTURES;"
        "from oc_strategy.exporters.xlsx import workbook_bytes;"
        "print(hashlib.sha256(workbook_bytes(BOOK, ('ja', 'en'), PICTURES)).hexdigest())"
    )
    root = str(HERE.parents[1])
    zones = (("0", "UTC"), ("1", "Asia/Tokyo"), ("4242", "America/New_York"))
    sums = {
        subprocess.run(
            [sys.executable, "-c", code, str(HERE)],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": root},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in zones
    }
    assert len(sums) == 1


def test_a_tone_colours_a_cell_that_says_it_in_words() -> None:
    sheet = opened()["03 技術要素"]
    fills = {sheet.cell(row, 6).fill.fgColor.rgb for row in range(5, 10)}
    assert len(fills) == 4
    assert all(sheet.cell(row, 6).value for row in range(5, 10))


def test_the_font_shows_japanese_everywhere() -> None:
    for sheet in opened().worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value):
            assert (cell.font.name, cell.font.charset) == ("Yu Gothic", 128)


def test_tables_on_one_sheet_of_data_share_columns() -> None:
    first = TECHNOLOGY.blocks[0]
    narrow = Table(
        (Column("a", both("甲", "A"), 50),), (Row((Cell("x"),), id="x"),), both("空", "None"), Text.plain("別表")
    )
    sheet = opened(replace(BOOK, sheets=(replace(TECHNOLOGY, blocks=(first, narrow)),))).worksheets[0]
    assert len(sheet.tables) == 2
    assert sheet.column_dimensions["B"].width > len("o-route")
    assert [str(table.ref) for table in sheet.tables.values()] == ["A4:J9", "A12:B13"]
