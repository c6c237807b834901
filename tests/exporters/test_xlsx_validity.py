"""What makes Excel offer to repair a file, looked for in the parts of written books."""

from __future__ import annotations

import posixpath
import re
import warnings
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from sample_book import BOOK, PICTURES

from oc_strategy.checking import Settings
from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.facts import Facts
from oc_strategy.model.text import LANGUAGES
from oc_strategy.portfolio import find
from oc_strategy.report import report
from oc_strategy.tables.book import workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BOOKS = ("sample", "qr-code", "agv")
ACROSS = {(9, "portrait"): 90, (9, "landscape"): 131, (8, "landscape"): 189}
"""Characters across a page by paper and orientation; letters of 10 points stay near 7 on what is no wider."""
Box = tuple[int, int, int, int]


@cache
def data_of(name: str) -> bytes:
    if name == "sample":
        return workbook_bytes(BOOK, LANGUAGES, PICTURES)
    portfolio = find(EXAMPLES / name)
    assert portfolio is not None
    told = report(portfolio.load(portfolio.folders[0]), Settings(date(2026, 11, 23), Facts()), "restricted")
    return workbook_bytes(workbook(told), LANGUAGES, PICTURES)


@cache
def parts_of(name: str) -> dict[str, ElementTree.Element]:
    with ZipFile(BytesIO(data_of(name))) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
        return {n: ElementTree.fromstring(archive.read(n)) for n in names}


def sheets_of(name: str) -> dict[str, ElementTree.Element]:
    return {n: part for n, part in parts_of(name).items() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)}


def tables_of(name: str) -> list[ElementTree.Element]:
    return [part for n, part in parts_of(name).items() if n.startswith("xl/tables/")]


def related(name: str, part: str) -> dict[str, tuple[str, str]]:
    """Targets and modes by id."""
    folder, file = posixpath.split(part)
    relations = parts_of(name).get(f"{folder}/_rels/{file}.rels")
    found = [] if relations is None else list(relations)
    return {r.get("Id", ""): (r.get("Target", ""), r.get("TargetMode", "Internal")) for r in found}


def box(cells: str) -> Box:
    return range_boundaries(cells)  # type: ignore[return-value]


def meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def words(cell: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))


@pytest.mark.parametrize("name", BOOKS)
def test_it_opens_without_a_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_workbook(BytesIO(data_of(name)))


@pytest.mark.parametrize("name", BOOKS)
def test_the_names_of_table_columns_are_the_heading_cells(name: str) -> None:
    for part, sheet in sheets_of(name).items():
        cells = {cell.get("r"): words(cell) for cell in sheet.iter(f"{MAIN}c")}
        places = [box(merged.get("ref", "")) for merged in sheet.iter(f"{MAIN}mergeCell")]
        frames = []
        for number, (target, _) in related(name, part).items():
            if "table" not in target:
                continue
            assert number
            table = parts_of(name)[target.lstrip("/")]
            left, top, right, bottom = frame = box(table.get("ref", ""))
            heads = [cells[load_ref(top, column)] for column in range(left, right + 1)]
            names = [column.get("name", "").replace("_x000a_", "\n") for column in table.iter(f"{MAIN}tableColumn")]
            assert names == heads
            assert all(names)
            assert len({one.casefold() for one in names}) == len(names)
            assert bottom > top
            assert not any(meet(frame, place) for place in places)
            frames.append(frame)
        assert not any(meet(*pair) for pair in combinations(frames, 2))
        assert not any(meet(*pair) for pair in combinations(places, 2))


def load_ref(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


@pytest.mark.parametrize("name", BOOKS)
def test_tables_have_their_own_names_and_numbers(name: str) -> None:
    tables = tables_of(name)
    names = [table.get("displayName", "") for table in tables]
    assert tables
    assert len({one.casefold() for one in names}) == len(names)
    assert len({table.get("id") for table in tables}) == len(tables)
    assert all(re.fullmatch(r"[A-Za-z_][\w.]{3,254}", one) for one in names)


@pytest.mark.parametrize("name", BOOKS)
def test_drop_downs_name_lists_and_their_words_are_short(name: str) -> None:
    defined = {node.get("name") for node in parts_of(name)["xl/workbook.xml"].iter(f"{MAIN}definedName")}
    rules = [rule for sheet in sheets_of(name).values() for rule in sheet.iter(f"{MAIN}dataValidation")]
    lists = [rule for rule in rules if rule.get("type") == "list"]
    assert lists
    for rule in rules:
        assert max(len(rule.get(key, "")) for key in ("prompt", "error")) <= 255
        assert max(len(rule.get(key, "")) for key in ("promptTitle", "errorTitle")) <= 32
    assert {rule.findtext(f"{MAIN}formula1") for rule in lists} <= defined


@pytest.mark.parametrize("name", BOOKS)
def test_links_lead_somewhere(name: str) -> None:
    titles = {node.get("name", "") for node in parts_of(name)["xl/workbook.xml"].iter(f"{MAIN}sheet")}
    for part, sheet in sheets_of(name).items():
        links = list(sheet.iter(f"{MAIN}hyperlink"))
        assert len({link.get("ref") for link in links}) == len(links)
        for link in links:
            place = link.get("location")
            if place is None:
                target, mode = related(name, part)[link.get(RELATION, "")]
                assert (target[:8], mode) == ("https://", "External")
            else:
                title, _ = re.fullmatch(r"'(.+)'!([A-Z]+\d+)", place).groups()  # type: ignore[union-attr]
                assert title.replace("''", "'") in titles


@pytest.mark.parametrize("name", BOOKS)
def test_every_relation_and_type_has_its_part(name: str) -> None:
    with ZipFile(BytesIO(data_of(name))) as archive:
        held = set(archive.namelist())
    for part in (n for n in held if not n.endswith((".rels", ".png"))):
        for target, mode in related(name, part).values():
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
            assert mode == "External" or posixpath.normpath(whole) in held
    types = [node.get("PartName", "").lstrip("/") for node in parts_of(name)["[Content_Types].xml"]]
    assert {one for one in types if one} <= held


@pytest.mark.parametrize("name", BOOKS)
def test_rows_cells_columns_and_styles_are_in_order(name: str) -> None:
    styles = parts_of(name)["xl/styles.xml"].find(f"{MAIN}cellXfs")
    assert styles is not None
    for sheet in sheets_of(name).values():
        rows = list(sheet.iter(f"{MAIN}row"))
        numbers = [int(row.get("r", "0")) for row in rows]
        assert numbers == sorted(set(numbers))
        for row in rows:
            columns = [box(cell.get("r", ""))[0] for cell in row]
            assert columns == sorted(set(columns))
            assert all(int(cell.get("s", "0")) < len(styles) for cell in row)
        edges = [int(c.get(side, "0")) for c in sheet.iter(f"{MAIN}col") for side in ("min", "max")]
        assert edges == sorted(edges)


@pytest.mark.parametrize("name", BOOKS)
def test_what_is_printed_is_one_page_wide_and_leaves_the_tool_s_columns_out(name: str) -> None:
    book = load_workbook(BytesIO(data_of(name)))
    for sheet in (sheet for sheet in book.worksheets if sheet.sheet_state == "visible"):
        assert sheet.page_setup.fitToWidth == 1
        left, _, right, _ = box(str(sheet.print_area).rpartition("!")[2].replace("$", ""))
        assert left == 2
        shown = sum(c.width for c in sheet.column_dimensions.values() if left <= c.min <= right and not c.hidden)
        assert shown <= ACROSS[sheet.page_setup.paperSize, sheet.page_setup.orientation] / 0.69, sheet.title
