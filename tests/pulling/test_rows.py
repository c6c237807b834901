"""Rows that were sorted, copied, added or deleted; headings, labels and sheets that were changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oc_strategy.importers.xlsx import Fault, Formula, ReadBook, ReadSheet
from oc_strategy.model.text import Confidentiality, Language
from oc_strategy.pulling import Plan
from oc_strategy.yamlediting import Put
from tests.pulling.books import cell_of, of_text, plan_of, read, with_cells, with_room, without_row, written

TEXT = """
id: demo
title: Demo
outputs:
  a: {title: {ja: 一つ目, en: First}, trl: 3}
  b: {title: Second, depends_on: [a, hidden]}
  hidden: {title: Third, confidentiality: restricted}
patents:
  p: {covers: [a], owners: {o: 40, x: 60}, members: [{office: JP, application: "1"}, {office: US, application: "2"}]}
organizations:
  o: {title: Owner}
  x: {title: Other}
options:
  plan:
    treatments:
      a: patent-free
      b: {mode: keep-secret, reason: {ja: 理由, en: why}}
decisions:
  d: {on: {not_applicable: not decided yet}}
"""
LOADED = of_text(TEXT)
BOOK = read(written(LOADED[1]))


def plan(book: ReadBook, text: str = TEXT) -> Plan:
    return plan_of(*of_text(text), book)


def put(book: ReadBook, row_id: str, heading: str, content: object) -> ReadBook:
    sheet, row, column = cell_of(book, row_id, heading)
    return with_cells(book, sheet, {(row, column): content})  # type: ignore[dict-item]


def changed(found: Plan) -> list[tuple[object, object]]:
    return [(c.path, getattr(c, "value", "gone")) for step in found.steps for c in step.changes]


def said(found: Plan) -> list[str]:
    return [problem.said.en or "" for problem in found.problems]


@pytest.mark.parametrize(
    ("row_id", "heading", "content", "path", "value"),
    [
        ("a", "TRL (technology)", None, ("outputs", "a", "trl"), "gone"),
        ("a", "TRL (technology)", " ７ ", ("outputs", "a", "trl"), 7),
        ("a", "Title", "Premier", ("outputs", "a", "title"), {"ja": "一つ目", "en": "Premier"}),
        ("a", "Completed on", "2024年5月", ("outputs", "a", "completed_on"), "2024-05"),
        ("a", "Completed on", 45418, ("outputs", "a", "completed_on"), "2024-05-06"),
        ("a", "Completed on", 1997, ("outputs", "a", "completed_on"), "1997"),
        ("a", "Kind", "Not applicable: too early", ("outputs", "a", "kind"), {"not_applicable": "too early"}),
        ("b", "Depends on", "First, hidden", ("outputs", "b", "depends_on"), ["a", "hidden"]),
        ("d", "Decided on", "2026/01/05", ("decisions", "d", "on"), "2026-01-05"),
        ("d", "Decided on", "Not applicable: no need", ("decisions", "d", "on"), {"not_applicable": "no need"}),
        ("p", "Owners and shares", "Owner [o] 50%\nOther [x] 50%", ("patents", "p", "owners"), {"o": 50, "x": 50}),
        ("p/members/1", "Application number", "3", ("patents", "p", "members", 1, "application"), "3"),
        ("plan/treatments/a", "Mode", "Keep secret", ("options", "plan", "treatments", "a", "mode"), "keep-secret"),
    ],
)
def test_a_cell_becomes_its_value(row_id: str, heading: str, content: object, path: object, value: object) -> None:
    found = plan(put(BOOK, row_id, heading, content))
    assert (changed(found), said(found)) == ([(path, value)] if value != ["a", "hidden"] else [], [])


def test_a_treatment_in_one_word_keeps_its_mode_when_it_is_given_a_reason() -> None:
    found = plan(put(BOOK, "plan/treatments/a", "Reason", "adoption"))
    above = ("options", "plan", "treatments", "a")
    assert changed(found) == [((*above, "mode"), "patent-free"), ((*above, "reason"), "adoption")]


@pytest.mark.parametrize(
    ("row_id", "heading", "content", "problem"),
    [
        ("a", "TRL (technology)", "seven", "no whole number"),
        ("a", "TRL (technology)", 12, "9"),
        ("a", "Position", "middle", "none of"),
        ("a", "Completed on", "soon", "no date"),
        ("b", "Depends on", "nobody", "names no node"),
        ("b", "Depends on", "Owner [o]", "is asked for"),
        ("a", "Kind", Formula("Data"), "formula"),
        ("a", "Kind", Fault("#REF!"), "#REF!"),
        ("a", "Kind", "Not applicable:", "reason"),
        ("p", "Owners and shares", "Owner [o]\nOther [x] 60%", "no share"),
        ("p/members/0", "Office", "Japan", "Japan"),
        ("a", "ID", "z", "rename"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_cell(row_id: str, heading: str, content: object, problem: str) -> None:
    found = plan(put(BOOK, row_id, heading, content))
    assert found.steps == ()
    (told,) = found.bad
    assert problem in (told.said.en or "")
    sheet, row, _ = cell_of(BOOK, row_id, heading)
    assert str(told.spot).startswith(f"{sheet}!")
    assert str(told.spot).endswith(str(row))


def test_a_formula_that_shows_what_was_written_is_no_change() -> None:
    assert plan(put(BOOK, "a", "TRL (technology)", Formula(3))) == Plan((), ())


def test_a_new_row_becomes_a_node_with_an_id_from_its_title() -> None:
    sheet, row, title = cell_of(BOOK, "hidden", "Title")
    _, _, trl = cell_of(BOOK, "hidden", "TRL (technology)")
    found = plan(with_cells(BOOK, sheet, {(row + 1, title): "First", (row + 1, trl): 4, (row + 2, title): "新しい"}))
    assert changed(found) == [
        (("outputs", "first"), {"title": "First", "trl": 4}),
        (("outputs", "r-d-output-1"), {"title": "新しい"}),
    ]
    assert said(found) == []


def test_a_row_that_was_taken_before_is_no_new_one() -> None:
    sheet, row, title = cell_of(BOOK, "hidden", "Title")
    book = with_cells(BOOK, sheet, {(row + 1, title): "Fourth"})
    assert plan(book, TEXT.replace("patents:", "  fourth: {title: Fourth}\npatents:", 1)) == Plan((), ())


def test_a_copied_row_with_another_id_is_a_new_node() -> None:
    sheet, row, column = cell_of(BOOK, "a", "ID")
    line = next(one for one in BOOK.sheets if one.name == sheet).rows[row]
    copied = {(row + 9, place): content for place, content in {**line, column: "copy"}.items()}
    assert changed(plan(with_cells(BOOK, sheet, copied))) == [
        (("outputs", "copy"), {"title": "First", "trl": 3, "confidentiality": "internal"})
    ]


def test_a_new_record_names_its_node() -> None:
    sheet, row, office = cell_of(BOOK, "p/members/1", "Office")
    found = plan(with_cells(BOOK, sheet, {(row + 1, 2): "p", (row + 1, office): "KR"}))
    assert changed(found) == [(("patents", "p", "members", 2), {"office": "KR"})]
    stray = plan(with_cells(BOOK, sheet, {(row + 1, office): "KR"}))
    assert (changed(stray), len(stray.bad)) == ([], 1)


def test_several_new_records_stand_one_behind_the_other() -> None:
    sheet, row, office = cell_of(BOOK, "p/members/1", "Office")
    cells = {(row + n, column): words for n in (1, 2) for column, words in ((2, "p"), (office, f"K{'RP'[n - 1]}"))}
    found = plan(with_cells(with_room(BOOK, sheet, row, 2), sheet, cells))
    assert changed(found) == [
        (("patents", "p", "members", 2), {"office": "KR"}),
        (("patents", "p", "members", 3), {"office": "KP"}),
    ]


def test_a_deleted_row_is_only_proposed() -> None:
    sheet, row, _ = cell_of(BOOK, "p/members/1", "Office")
    (step,) = plan(without_row(BOOK, sheet, row)).steps
    assert (step.kind, step.key) == ("deleted", "p/members/1")
    (conflict,) = plan(without_row(BOOK, sheet, row), TEXT.replace('application: "2"', 'application: "3"')).steps
    assert conflict.kind == "conflict"


def test_rows_may_be_sorted_with_or_without_the_hidden_column() -> None:
    for with_hidden in (True, False):
        for first, second in (("a", "b"), ("p/members/0", "p/members/1")):
            sheet, one, _ = cell_of(BOOK, first, "Title" if len(first) == 1 else "Office")
            _, two, _ = cell_of(BOOK, second, "Title" if len(first) == 1 else "Office")
            rows = next(s for s in BOOK.sheets if s.name == sheet).rows
            start = 1 if with_hidden else 2
            places = {place for row in (one, two) for place in rows[row] if place >= start}
            swap = {(row, p): rows[other].get(p) for row, other in ((one, two), (two, one)) for p in places}
            assert plan(with_cells(BOOK, sheet, swap)) == Plan((), ())


def test_columns_may_stand_in_another_order() -> None:
    def turned(sheet: ReadSheet) -> ReadSheet:
        lines = {row: {100 - c if c > 1 else c: it for c, it in line.items()} for row, line in sheet.rows.items()}
        return replace(sheet, rows=lines)

    technology = next(sheet for sheet in BOOK.sheets if sheet.name[:2] == "03")
    record = next(sheet for sheet in BOOK.sheets if sheet.name == "_oc")
    found = plan(ReadBook((turned(technology), record)))
    assert (found.steps, found.bad) == ((), ())


def test_strange_and_changed_headings_are_reported() -> None:
    sheet, row, column = cell_of(BOOK, "a", "Position")
    top = row - 1
    own = plan(with_cells(BOOK, sheet, {(top, 99): "My column", (row, 99): "x"}))
    assert (own.steps, own.bad, len(own.notes)) == ((), (), 1)
    renamed = plan(with_cells(BOOK, sheet, {(top, column): "Place", (row, column): "Core"}))
    assert (renamed.steps, len(renamed.bad)) == ((), 1)


def test_a_sheet_that_is_gone_deletes_nothing() -> None:
    found = plan(ReadBook(tuple(sheet for sheet in BOOK.sheets if sheet.name[:2] != "03")))
    assert (found.steps, found.bad) == ((), ())
    assert found.notes


@pytest.mark.parametrize("languages", [("ja",), ("en",), ("ja", "en")])
def test_what_an_audience_may_not_see_stays(languages: tuple[Language, ...]) -> None:
    audience: Confidentiality = "internal"
    book = read(written(LOADED[1], languages, audience))
    heading = {"ja": "依存先", "en": "Depends on"}[languages[-1]]
    found = plan(put(book, "b", heading, None))
    (step,) = found.steps
    assert step.changes == (Put(("outputs", "b", "depends_on"), ["hidden"]),)
