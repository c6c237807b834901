"""What was written, what the workbook says, what the project says now: conflicts are what both changed."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy.importers.xlsx import ReadBook
from oc_strategy.pulling import Plan
from tests.pulling.books import cell_of, of_text, plan_of, read, with_cells, written

SIDES = ("kind", "trl", "position", "summary", "depends_on")
HEADINGS = {
    "kind": "Kind",
    "trl": "TRL (technology)",
    "position": "Position",
    "summary": "Summary",
    "depends_on": "Depends on",
}
VALUES: dict[str, tuple[Any, ...]] = {
    "kind": (None, "material", "data"),
    "trl": (None, 3, 7),
    "position": (None, "core", "boundary"),
    "summary": (None, "one", "two"),
    "depends_on": (None, "b", "c"),
}
SHOWN = {"material": "Material", "data": "Data", "core": "Core", "boundary": "Boundary"}
STATES = st.fixed_dictionaries({field: st.sampled_from(VALUES[field]) for field in SIDES})
State = dict[str, Any]


def text_of(state: State) -> str:
    given_fields = ", ".join(f"{field}: {value}" for field, value in state.items() if value is not None)
    fields = f"{{title: First, {given_fields}}}" if given_fields else "{title: First}"
    return f"id: demo\noutputs:\n  a: {fields}\n  b: {{title: Second}}\n  c: {{title: Third}}\n"


@cache
def book_of(text: str) -> ReadBook:
    return read(written(of_text(text)[1]))


def edited(book: ReadBook, state: State) -> ReadBook:
    for field, value in state.items():
        sheet, row, column = cell_of(book, "a", HEADINGS[field])
        book = with_cells(book, sheet, {(row, column): SHOWN.get(str(value), value)})
    return book


def outcome(plan: Plan) -> dict[str, str]:
    return {step.key.partition(".")[2]: step.kind for step in plan.steps}


def oracle(base: Any, theirs: Any, now: Any) -> str | None:
    if theirs in {base, now}:
        return None
    return "change" if now == base else "conflict"


@settings(max_examples=60, deadline=None)
@given(base=STATES, theirs=STATES, now=STATES)
def test_only_what_both_changed_differently_is_in_conflict(base: State, theirs: State, now: State) -> None:
    plan = plan_of(*of_text(text_of(now)), edited(book_of(text_of(base)), theirs))
    expected = {field: oracle(base[field], theirs[field], now[field]) for field in SIDES}
    assert outcome(plan) == {field: kind for field, kind in expected.items() if kind}
    assert plan.problems == ()


def test_workbooks_of_two_people_merge_one_after_another() -> None:
    base = {"kind": "data", "trl": 3, "position": None, "summary": "one", "depends_on": None}
    book = book_of(text_of(base))
    first = plan_of(*of_text(text_of(base)), edited(book, {**base, "trl": 7}))
    assert outcome(first) == {"trl": "change"}
    second = plan_of(*of_text(text_of({**base, "trl": 7})), edited(book, {**base, "summary": "two"}))
    assert outcome(second) == {"summary": "change"}


def test_a_node_that_was_renamed_is_known_by_its_former_id() -> None:
    book = book_of("id: demo\noutputs:\n  a: {title: First}\n")
    sheet, row, column = cell_of(book, "a", "Title")
    now = of_text("id: demo\noutputs:\n  z: {title: First, moved_from: a}\n")
    plan = plan_of(*now, with_cells(book, sheet, {(row, column): "Premier"}))
    assert [(step.key, step.kind) for step in plan.steps] == [("z.title", "change")]


def test_a_record_that_moved_in_its_list_is_known_by_what_it_says() -> None:
    member = "{{office: {}, kind: {}}}"
    before = f"id: demo\npatents:\n  p: {{members: [{member.format('JP', 'B2')}]}}\n"
    now = f"id: demo\npatents:\n  p: {{members: [{member.format('US', 'B1')}, {member.format('JP', 'B2')}]}}\n"
    book = book_of(before)
    sheet, row, column = cell_of(book, "p/members/0", "Kind code")
    plan = plan_of(*of_text(now), with_cells(book, sheet, {(row, column): "A"}))
    assert [(step.key, step.kind) for step in plan.steps] == [("p/members/1.kind", "change")]
