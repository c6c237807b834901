"""Text reaches a cell as text, whatever it holds, and comes back the same."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.exporters.xlsx.cleaning import CELL_LIMIT, clean, cut, units
from oc_strategy.model.text import Text
from oc_strategy.tables.sheet import Cell, Column, Row, Sheet, Table, Workbook

FORMULAS = ["=1+1", "=>結論", "@x", "+1", "-1", "\t=1", "'", "|cmd", "=HYPERLINK(1)", "#REF!", "_x0041_", "{=1}"]


def book_of(words: list[str]) -> Workbook:
    columns = (Column("what", Text.plain("何")),)
    rows = tuple(Row((Cell(one),), id=f"n{number}") for number, one in enumerate(words))
    table = Table(columns, rows, Text.plain("空"))
    return Workbook("k", Text.plain("題"), date(2026, 1, 1), "internal", (sheet_of(table),))


def sheet_of(table: Table) -> Sheet:
    return Sheet(1, "s", Text.plain("表"), Text.plain("目的"), (table,))


def shown(data: bytes) -> list[object]:
    paper = load_workbook(BytesIO(data)).worksheets[0]
    return [cell.value for cell in paper["B"][4:]]


def sheets_of(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=())) | st.sampled_from(FORMULAS), min_size=1, max_size=20))
def test_any_text_stays_text(words: list[str]) -> None:
    data = workbook_bytes(book_of(words), ("ja",), {})
    assert re.search("<f[ >/]", sheets_of(data)) is None
    back = [unescape(value) if isinstance(value, str) else value for value in shown(data)]
    assert back == [clean(one) or None for one in words]


@pytest.mark.parametrize("words", ["=1+1", "=>結論", "@x", "+1", "-1", "\tx"])
def test_what_looks_like_a_formula_is_quoted_too(words: str) -> None:
    cell = load_workbook(BytesIO(workbook_bytes(book_of([words]), ("ja",), {}))).worksheets[0]["B5"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", words, True)


def test_control_characters_go_and_lone_surrogates_are_marked() -> None:
    assert clean("a\x00b\x07\x1b[31mc\x9f") == "ab[31mc"
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert clean("x\ud800y\uffff") == "x\ufffdy"
    assert clean("税\t込") == "税\t込"


@given(st.text(max_size=60), st.integers(10, 40))
def test_a_cut_text_fits_and_keeps_its_beginning(words: str, limit: int) -> None:
    short = cut(words, limit, "…")
    assert units(short) <= limit
    assert short == words or (short.endswith("…") and words.startswith(short[:-1]))


@pytest.mark.parametrize("letter", ["あ", "a", "𠮷"])
def test_too_long_a_text_is_cut_with_a_word_about_it(letter: str) -> None:
    words = letter * 40_000
    (value,) = shown(workbook_bytes(book_of([words]), ("ja",), {}))
    assert isinstance(value, str)
    assert units(value) <= CELL_LIMIT
    assert value.startswith(letter * 1000)
    assert f"{units(words):,}" in value[-40:]
    assert "以下省略" in value[-40:]


def test_rows_are_never_higher_than_excel_allows() -> None:
    data = workbook_bytes(book_of(["長い文。" * 5000]), ("ja",), {})
    heights = [float(height) for height in re.findall(r' ht="([0-9.]+)"', sheets_of(data))]
    assert max(heights) == 409
