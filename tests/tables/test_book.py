"""The workbook as a whole: its order, its shape, what it tells to whom, and the marks for the way back."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest
from books import EXAMPLES, book_of, cells_of, report_of_text, report_on, sheet_of, tables_of, words_of

from oc_strategy import lang
from oc_strategy.model import node, text, vocabulary
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import CLASSES, LANGUAGES, Confidentiality, Language
from oc_strategy.tables.book import workbook
from oc_strategy.tables.returning import mark, said, written
from oc_strategy.tables.sheet import Cell, Chart, Fields, Gantt, Picture, Table, Tiles, Workbook

KEYS = (
    "cover", "one-page", "business", "technology", "options", "comparison", "patents", "secrets", "standards",
    "conformity", "licenses", "agreements", "economic-security", "people", "monitoring", "roadmap", "gaps",
    "indicators",
)  # fmt: skip
BLANK = "id: blank\ntitle: Blank\n"
PROJECTS = sorted(folder.parent.name for folder in EXAMPLES.glob("*/project.yaml"))
INSIDE: tuple[Confidentiality, ...] = ("internal", "restricted")


def test_sheets_stand_in_reading_order() -> None:
    book = book_of("qr-code")
    assert tuple(sheet.key for sheet in book.sheets) == KEYS
    assert [sheet.number for sheet in book.sheets] == list(range(18))


@pytest.mark.parametrize("audience", CLASSES)
@pytest.mark.parametrize("example", PROJECTS)
def test_every_block_says_something(example: str, audience: Confidentiality) -> None:
    for sheet in book_of(example, audience).sheets:
        assert sheet.blocks
        for block in sheet.blocks:
            match block:
                case Table() | Gantt():
                    assert all(block.empty.of(language).strip() for language in LANGUAGES)
                case Fields():
                    assert block.pairs
                case Tiles():
                    assert len(block.tiles) >= 3
                case Picture():
                    assert block.alternative.of("ja")
                case Chart():
                    assert all(len(values) == len(block.categories) for _, values in block.series)


@pytest.mark.parametrize("example", PROJECTS)
def test_rows_fit_their_headings(example: str) -> None:
    for table in chain.from_iterable(tables_of(sheet) for sheet in book_of(example).sheets):
        keys = [column.key for column in table.columns]
        assert len(set(keys)) == len(keys)
        assert {len(row.cells) for row in table.rows} <= {len(keys)}


def test_a_project_with_nothing_in_it_has_all_sheets() -> None:
    book = workbook(report_of_text(BLANK))
    assert tuple(sheet.key for sheet in book.sheets) == KEYS
    assert all(not table.rows or table.title for sheet in book.sheets[2:] for table in tables_of(sheet))


@pytest.mark.parametrize("example", PROJECTS)
def test_drop_downs_name_lists_that_exist(example: str) -> None:
    columns = [c for s in book_of(example).sheets for t in tables_of(s) for c in t.columns if c.choices]
    words = {c.choices for c in columns if c.choices and not c.choices.startswith("ids:")} - {"Bool"}
    assert {w for w in words if not any(hasattr(module, w) for module in (vocabulary, text, node))} == set()
    sections = {s for c in columns if c.choices and c.choices.startswith("ids:") for s in c.choices[4:].split("+")}
    assert sections <= set(SECTIONS)


def test_a_cell_of_a_word_list_holds_a_word_of_it() -> None:
    for table in chain.from_iterable(tables_of(sheet) for sheet in book_of("agv").sheets):
        for index, column in enumerate(table.columns):
            if column.choices and not column.choices.startswith(("ids:", "Bool")):
                allowed = {lang.text(k).en for k in lang.keys("en") if k.startswith(f"words.{column.choices}.")}
                shown = {words_of(row.cells[index]) for row in table.rows if row.cells[index].tone != "muted"}
                assert shown <= allowed | {""}


def test_the_same_project_gives_the_same_book() -> None:
    assert workbook(report_on.__wrapped__("qr-code")) == book_of("qr-code")


def marks_of(book: Workbook, language: Language = "en") -> dict[tuple[str, str], str]:
    return {(row, field): mark(said(cell, lambda words: words.of(language))) for row, field, cell in written(book)}


def test_a_mark_changes_with_its_field_alone() -> None:
    plain = "id: demo\noutputs:\n  a: {title: First, trl: 3}\n  b: {title: Second, trl: 3, part_of: a}\n"
    before = marks_of(workbook(report_of_text(plain)))
    after = marks_of(workbook(report_of_text(plain.replace("First, trl: 3", "Renamed, trl: 4"))))
    assert {at for at in before if before[at] != after[at]} == {("a", "trl"), ("a", "title")}
    assert before["b", "summary"] == ""
    assert all(re.fullmatch("([0-9a-f]{10})?", made) for made in before.values())


@pytest.mark.parametrize("example", PROJECTS)
def test_no_field_comes_back_from_two_places(example: str) -> None:
    places = Counter((row, field) for row, field, _ in written(book_of(example)))
    assert {place for place, count in places.items() if count > 1} == set()


def test_only_own_nodes_can_be_written_back() -> None:
    book = book_of("qr-code")
    catalog = {"iso-iec-jtc-1"}
    shown = {row for row, _ in cells_of(book)}
    assert catalog <= shown
    assert not any(cell.field for row, cell in cells_of(book) if row in catalog)


@pytest.mark.parametrize("audience", CLASSES)
def test_who_may_not_see_all_is_told_so_whatever_there_is(audience: Confidentiality) -> None:
    withheld = lang.text("sheets.withheld").of("en")
    for book in (book_of("agv", audience), workbook(report_of_text(BLANK, audience))):
        said = {key: withheld in {words_of(c) for c in told(book, key)} for key in ("secrets", "gaps", "comparison")}
        is_inside = audience in INSIDE
        assert said == {"secrets": audience != "restricted", "gaps": not is_inside, "comparison": not is_inside}


def told(book: Workbook, key: str) -> list[Cell]:
    fields = [block for block in sheet_of(book, key).blocks if isinstance(block, Fields)]
    return [cell for block in fields for _, cell in block.pairs]


def test_outsiders_are_not_told_that_nothing_was_written() -> None:
    nothing = lang.text("tables.nothing-shown")
    empties = {table.empty for sheet in book_of("agv", "public").sheets for table in tables_of(sheet)}
    assert empties == {nothing}


def test_outsiders_hear_of_no_finding() -> None:
    messages = {finding.message.of("en") for finding in report_on("agv").findings}
    assert messages & {words_of(cell) for _, cell in cells_of(book_of("agv"))}
    assert not messages & {words_of(cell) for _, cell in cells_of(book_of("agv", "partner"))}


def test_a_secret_is_shown_by_its_care_never_by_its_content() -> None:
    book = workbook(
        report_of_text(
            """
id: demo
secrets:
  recipe: {title: Recipe K-01, summary: stir at eighty degrees, note: twice, measures: [nda], marked: true}
"""
        )
    )
    everything = "\n".join(words_of(cell) for _, cell in cells_of(book))
    assert "Recipe K-01" in everything
    assert "eighty" not in everything
    assert "twice" not in everything
