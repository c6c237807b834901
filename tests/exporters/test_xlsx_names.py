"""Names and page headers that Excel accepts."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_book import BOOK

from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.exporters.xlsx.cleaning import cut_header, for_header, units
from oc_strategy.exporters.xlsx.names import sheet_names, table_name, unique_headings
from oc_strategy.model.text import CLASSES, Text
from oc_strategy.tables.sheet import Sheet

TITLES = st.lists(st.tuples(st.integers(0, 99), st.text(max_size=50), st.text(max_size=50)), max_size=12)


def sheet(number: int, ja: str, en: str) -> Sheet:
    return Sheet(number, "key", Text(ja=ja, en=en), Text.plain("x"), ())


@given(TITLES)
def test_sheet_names_are_short_allowed_and_unique(titles: list[tuple[int, str, str]]) -> None:
    names = sheet_names([sheet(*title) for title in titles], ("ja", "en"))
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < units(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_a_sheet_name_says_both_languages_where_both_fit() -> None:
    sheets = [
        sheet(3, "技術要素", "Technology breakdown"),
        sheet(9, "認証・調達・規制", "Conformity, procurement, regulation"),
    ]
    assert sheet_names(sheets, ("ja", "en")) == ["03 技術要素 Technology breakdown", "09 認証・調達・規制"]
    assert sheet_names(sheets, ("en",)) == ["03 Technology breakdown", "09 Conformity, procurement, re…"]


def test_equal_titles_get_numbers_and_width_makes_no_difference() -> None:
    sheets = [sheet(1, "A/B", ""), sheet(1, "A:B", ""), sheet(1, "Ａ B", "")]
    assert sheet_names(sheets, ("ja",)) == ["01 A B", "01 A B (2)", "01 Ａ B (3)"]


def test_headings_of_a_table_differ_and_keep_their_lines() -> None:
    assert unique_headings(["名称", "名称", "", "a \n\n b", "a b", "NAME", "name"]) == [
        "名称", "名称 (2)", "-", "a\nb", "a b (2)", "NAME", "name (2)",
    ]  # fmt: skip


def test_a_table_name_is_no_address_of_a_cell() -> None:
    assert re.fullmatch(r"oc_table_1_a1_b", table_name("a1-b", 1))


@pytest.mark.parametrize(
    ("words", "printed"),
    [("R&D", "R&&D"), ("&G&Z&F", "&&G&&Z&&F"), ("&[Path]", "&& [Path]"), ("a\nb\x00", "a b")],
)
def test_header_codes_are_escaped(words: str, printed: str) -> None:
    assert for_header(words) == printed


@given(st.text(alphabet="&aあ"), st.integers(5, 30))
def test_a_cut_header_never_ends_in_half_an_escape(words: str, limit: int) -> None:
    short = cut_header(for_header(words), limit)
    assert len(short) <= limit
    assert all(len(run) % 2 == 0 for run in re.findall("&+", short))


@pytest.mark.parametrize("audience", CLASSES)
@pytest.mark.parametrize("title", ["極秘 R&D 部", "&" * 300, "長い題名" * 100])
def test_a_page_header_has_class_title_and_date_within_the_limit(audience: str, title: str) -> None:
    book = replace(BOOK, title=Text.plain(title), audience=audience)
    with ZipFile(BytesIO(workbook_bytes(book, ("ja", "en"), {}))) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    header = next(node.text for node in root.iter() if node.tag.endswith("oddHeader"))
    assert header is not None
    assert len(header) <= 255
    left, center, right = re.fullmatch("&L&9 (.+)&C&9 (.+)&R&9 (.+)", header).groups()  # type: ignore[union-attr]
    assert " / " in left
    assert center[:2] == for_header(title)[:2]
    assert right == "基準日 2026/11/23"
    assert "&" not in re.sub("&&", "", center)
