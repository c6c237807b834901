"""What stands in cells, as people in Japan and elsewhere write it: dates, numbers, yes and no, countries, words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.importers.seeding.cells import Unread, words_of
from oc_strategy.importers.seeding.countries import country_in
from oc_strategy.importers.seeding.fields import field_at, paths_of
from oc_strategy.importers.seeding.naming import id_from
from oc_strategy.importers.seeding.reading import pieces_of, value_in
from oc_strategy.importers.seeding.reading_dates import date_in
from oc_strategy.importers.seeding.reading_numbers import money_in, number_in
from oc_strategy.importers.seeding.sheetmap import SheetColumn
from oc_strategy.importers.xlsx import Fault, Formula
from oc_strategy.loading.reading import is_id
from oc_strategy.model.dates import Date
from oc_strategy.model.sections import NODE_CLASSES, SECTIONS
from oc_strategy.model.text import Text


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2024年3月1日", "2024-03-01"), ("2024年3月", "2024-03"), ("2024年", "2024"), ("２０２４年３月", "2024-03"),
        ("令和6年3月1日", "2024-03-01"), ("令和6年", "2024"), ("令和元年", "2019"), ("R6.3.1", "2024-03-01"),
        ("H11/12/3", "1999-12-03"), ("平成31年4月30日", "2019-04-30"), ("昭和64年1月", "1989-01"), ("S60", "1985"),
        ("2024/3/1", "2024-03-01"), ("2024-03-01", "2024-03-01"), ("2024.3.1", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("2024-03-01 09:30:00", "2024-03-01"), ("2006-08-04T23:59:59.000Z", "2006-08-04"), ("2024", "2024"),
        ("15 Mar 2024", "2024-03-15"), ("March 15th, 2024", "2024-03-15"), ("Mar. 2024", "2024-03"),
        ("21.08.2009", "2009-08-21"), ("13/4/2024", "2024-04-13"), ("4/13/2024", "2024-04-13"),
        ("5/5/2024", "2024-05-05"),
        ("2024年度", "2024-04..2025-03"), ("2024Q3", "2024-07..2024-09"), ("2024年第1四半期", "2024-01..2024-03"),
    ],
)  # fmt: skip
def test_a_date_is_known_to_what_was_written(words: str, meant: str) -> None:
    assert date_in(words) == meant


@pytest.mark.parametrize("words", ["2024/13/1", "2023/2/29", "平成40年", "45000", "soon", "12/2024/1", "2024年頃", ""])
def test_what_is_no_date_is_told(words: str) -> None:
    found = date_in(words)
    assert isinstance(found, Text)
    assert words in found.of("ja")
    assert words in found.of("en")


def test_day_and_month_are_never_guessed() -> None:
    assert isinstance(date_in("3/4/2024"), Text)
    assert date_in("3/4/2024", "dmy") == "2024-04-03"
    assert date_in("3/4/2024", "mdy") == "2024-03-04"


@given(st.dates(min_value=date(1989, 1, 8), max_value=date(2060, 12, 31)))
def test_every_form_of_a_day_means_that_day(day: date) -> None:
    heisei = day < date(2019, 5, 1)
    era = f"平成{day.year - 1988}" if heisei else f"令和{day.year - 2018}"
    forms = (f"{era}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day:%d %B %Y}", day.isoformat())
    assert {date_in(form) for form in forms} == {day.isoformat()}


@given(st.text(max_size=30))
def test_any_words_give_a_date_or_a_reason(words: str) -> None:
    found = date_in(words)
    assert isinstance(found, Text) or Date.parse(found)


@pytest.mark.parametrize(
    ("words", "unit", "meant"),
    [
        ("1,200億円", None, 120_000_000_000), ("1,200", "億円", 120_000_000_000), ("１２００", None, 1200),
        ("12.5%", None, 12.5), ("1 200 000", None, 1_200_000),
        ("△3", None, -3), ("(3)", None, -3), ("3.5 million USD", None, 3_500_000), ("$1.2bn", None, 1_200_000_000),
        ("5百万円", None, 5_000_000), ("800億", "億円", 80_000_000_000), ("-0.5", None, -0.5), ("30名", None, 30),
        ("0.1", None, 0.1),
    ],
)  # fmt: skip
def test_a_number_is_worth_what_its_unit_says(words: str, unit: str | None, meant: float) -> None:
    assert number_in(words, unit) == meant


@pytest.mark.parametrize("words", ["many", "1〜3", "1,20", "3 apples", "12 34", "億"])
def test_what_is_no_number_is_told(words: str) -> None:
    assert isinstance(number_in(words), Text)


def test_money_is_known_by_its_sign_or_name() -> None:
    assert [money_in(words) for words in ("1,200億円", "$5", "€3", "usd", "百万米ドル", "5")] == [
        "JPY", "USD", "EUR", "USD", "USD", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("日本", "JP"), ("米国", "US"), ("アメリカ合衆国", "US"), ("United States", "US"), ("USA", "US"), ("jp", "JP"),
        ("英国", "GB"), ("UK", "GB"), ("韓国", "KR"), ("Korea, Republic of", None), ("欧州", "EP"), ("PCT", "WO"),
        ("WIPO", "WO"), ("世界", "world"), ("ドイツ", "DE"), ("DEU", "DE"), ("SU", "SU"), ("火星", None), ("ZZ", None),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_names_and_codes(words: str, code: str | None) -> None:
    assert country_in(words) == code


def test_an_office_is_no_market() -> None:
    countries, office = field_at(SECTIONS["markets"], "countries"), field_at(SECTIONS["patents"], "members[].office")
    assert countries
    assert office
    assert isinstance(value_in("欧州", countries, SheetColumn()), Unread)
    assert value_in("欧州", office, SheetColumn()) == "EP"


@pytest.mark.parametrize(
    ("words", "path", "meant"),
    [
        ("○", "essentiality.claimed", True), ("無", "essentiality.claimed", False),
        ("YES", "essentiality.claimed", True),
        ("登録", "members[].status", "granted"), ("審査中", "members[].status", "pending"),
        ("Granted", "members[].status", "granted"),
        ("高", "contribution", "high"), ("US-12230040-B2", "members[].publication", "US-12230040-B2"),
    ],
)  # fmt: skip
def test_words_are_taken_for_what_their_field_holds(words: str, path: str, meant: object) -> None:
    field = field_at(SECTIONS["patents"], path)
    assert field is not None
    assert value_in(words, field, SheetColumn()) == meant


def test_every_label_of_a_closed_list_means_its_word() -> None:
    from typing import get_args

    from oc_strategy.lang import word
    from oc_strategy.model.vocabulary import PatentStatus

    field = field_at(SECTIONS["patents"], "members[].status")
    assert field is not None
    for value in get_args(PatentStatus):
        for language in ("ja", "en"):
            assert value_in(word("PatentStatus", value).of(language), field, SheetColumn()) == value


def test_a_map_says_what_words_of_its_own_mean() -> None:
    field = field_at(SECTIONS["patents"], "members[].status")
    assert field is not None
    column = SheetColumn(words={"生きている": "granted", "不明": None})
    assert value_in("生きている", field, column) == "granted"
    assert value_in("不明", field, column) is None
    wrong = value_in("grnted", field, column)
    assert isinstance(wrong, Unread)
    assert "granted" in wrong.said.of("ja")


def test_lists_are_cut_where_lists_are() -> None:
    owners, countries = field_at(SECTIONS["patents"], "owners"), field_at(SECTIONS["markets"], "countries")
    assert owners
    assert countries
    assert pieces_of("A社、Amazon Technologies, Inc.;B社", owners, SheetColumn()) == (
        "A社",
        "Amazon Technologies, Inc.",
        "B社",
    )
    assert pieces_of("日本・米国/DE", countries, SheetColumn()) == ("日本", "米国", "DE")
    assert pieces_of("a,b", owners, SheetColumn(split=",")) == ("a", "b")


@pytest.mark.parametrize(
    ("words", "office", "kind"),
    [
        ("US-12230040-B2", "US", "B2"),
        ("特開2024-047263", "JP", None),
        ("USRE033508", "US", None),
        ("kr101326617", "KR", None),
    ],
)
def test_the_number_of_a_document_tells_its_office(words: str, office: str, kind: str | None) -> None:
    field = field_at(SECTIONS["patents"], "members[].office")
    assert field is not None
    assert value_in(words, field, SheetColumn.model_validate({"as": "office"})) == office
    found = value_in(words, field, SheetColumn.model_validate({"as": "kind"}))
    assert found == kind if kind else isinstance(found, Unread)


@pytest.mark.parametrize("content", [Fault("#REF!"), Formula(None), "a\x00b", "a\x0bb", "\ud800"])
def test_what_cannot_be_taken_from_a_cell_is_told(content: object) -> None:
    assert isinstance(words_of(content, set()), Unread)  # type: ignore[arg-type]


def test_cells_are_words() -> None:
    cells = [Formula(3.0), 101, 1.5, True, date(2024, 3, 1), " a ", "-", "", None]
    assert [words_of(cell, {"-"}) for cell in cells] == ["3", "101", "1.5", "true", "2024-03-01", "a", None, None, None]


@given(st.text(min_size=1, max_size=200))
def test_any_words_make_an_id_of_their_own(words: str) -> None:
    made = id_from(words)
    assert is_id(made)
    assert made == id_from(words)


def test_ids_of_japanese_documents_can_be_read() -> None:
    numbers = ("特願2022-152787", "特開平11-353598", "特許第2938338号", "実登3123456")
    assert [id_from(number) for number in numbers] == [
        "jp-app-2022-152787", "jp-pub-h11-353598", "jp-pat-2938338", "jp-um-3123456",
    ]  # fmt: skip


def test_ids_keep_apart_what_differs_in_letters_they_cannot_have() -> None:
    assert len({id_from(words) for words in ("QRコード", "QR符号", "QR", "コード")}) == 4


@pytest.mark.parametrize("kind", NODE_CLASSES, ids=lambda kind: kind.section)
def test_every_path_leads_to_a_field(kind: type) -> None:
    for path in paths_of(kind):
        assert field_at(kind, path) is not None, path
        assert field_at(kind, f"{path}.more") is None
    assert field_at(kind, "members.filed") is None
    assert field_at(kind, "nonsense") is None
