"""Texts of separated values, in whatever encoding and with whatever separator and line ends; and hostile ones."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.importers.delimited import MAX_COLUMN, MAX_ROW, read_delimited
from oc_strategy.importers.xlsx import Unreadable

TABLE = "番号,名称\n1,歯車\n2,軸\n"


def cells(data: bytes, **options: str) -> dict[int, dict[int, object]]:
    found = read_delimited(data, "list", **options)
    assert not isinstance(found, Unreadable), found
    return {row: dict(line) for row, line in found[0].sheets[0].rows.items()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_table_reads_alike_however_it_was_saved(encoding: str, end: str, separator: str) -> None:
    data = TABLE.replace("\n", end).replace(",", separator).encode(encoding)
    assert cells(data) == {1: {1: "番号", 2: "名称"}, 2: {1: "1", 2: "歯車"}, 3: {1: "2", 2: "軸"}}


def test_western_texts_are_read_and_their_encoding_is_named() -> None:
    data = "name,city\nCafé Über,Zürich\n".encode("cp1252")
    found = read_delimited(data, "list")
    assert not isinstance(found, Unreadable)
    assert found[1] == "cp1252"
    assert found[0].sheets[0].rows[2] == {1: "Café Über", 2: "Zürich"}


def test_line_breaks_inside_quotes_and_ragged_rows_stay_where_they_are() -> None:
    assert cells(b'a,b,c\n"x\r\ny",2\n1,2,3,4\n\n,,z\n') == {
        1: {1: "a", 2: "b", 3: "c"}, 2: {1: "x\ny", 2: "2"}, 3: {1: "1", 2: "2", 3: "3", 4: "4"}, 5: {3: "z"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,b\n\x00,1\n", "not-text"),
        (b"x\n" * (MAX_ROW + 1), "too-many-lines"),
        (b"x," * MAX_COLUMN + b"x\n", "line-too-wide"),
        (b"x" * 40_000, "value-too-long"),
        (b'"' + b"x" * 200_000, "not-a-table"),
        (b"\xff\xfe\x00\xd8a", "other-encoding"),
    ],
)
def test_what_is_beyond_a_limit_is_refused_with_its_reason(data: bytes, code: str) -> None:
    found = read_delimited(data, "list")
    assert isinstance(found, Unreadable)
    assert found.code == code


def test_an_encoding_that_is_none_or_another_is_told() -> None:
    data = TABLE.encode("cp932")
    for name, code in (("klingon", "no-such-encoding"), ("utf-8", "other-encoding")):
        found = read_delimited(data, "list", encoding=name)
        assert isinstance(found, Unreadable)
        assert found.code == code


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_reason(data: bytes) -> None:
    assert read_delimited(data, "list") is not None


_CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00\r\n", exclude_categories=("Zs", "Cc")), max_size=12
)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    raw = io.StringIO()
    csv.writer(raw, lineterminator="\n").writerows(rows)
    wanted = {
        number: found
        for number, row in enumerate(rows, start=1)
        if (found := {column: cell.strip() for column, cell in enumerate(row, start=1) if cell.strip()})
    }
    assert cells(raw.getvalue().encode("utf-8-sig"), separator=",") == wanted
