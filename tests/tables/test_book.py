"""The workbook as a whole: its order, its shape, what it tells to whom, and the digests for the way back."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from books import EXAMPLES, book_of, cells_of, report_of_text, report_on, sheet_of, tables_of, words_of

from oc_strategy import lang
from oc_strategy.model import node, text, vocabulary
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import CLASSES, LANGUAGES, Confidentiality
from oc_strategy.tables.book import workbook
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


def test_a_digest_changes_with_its_row_alone() -> None:
    plain = "id: demo\noutputs:\n  a: {title: First, trl: 3}\n  b: {title: Second, trl: 3}\n"
    before = dict(workbook(report_of_text(plain)).digests)
    after = dict(workbook(report_of_text(plain.replace("First, trl: 3", "First, trl: 4"))).digests)
    assert {row for row in before if before[row] != after[row]} == {"a"}
    assert all(re.fullmatch("[0-9a-f]{16}", digest) for digest in before.values())


def test_every_row_that_can_be_written_back_has_a_digest() -> None:
    book = book_of("agv")
    rows = {row.id for sheet in book.sheets for table in tables_of(sheet) for row in table.rows if row.id}
    assert rows == set(dict(book.digests))


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
