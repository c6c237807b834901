"""Names of lists that are tables of the workbook: a section's nodes, records inside nodes, what is worked out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from oc_strategy.forms.subject import Subject, nobody
from oc_strategy.lang import field_label, section_label, text
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.book import SHEETS
from oc_strategy.tables.sheet import Sheet, Table

_RECORDS: Final = {
    "patent-members": ("patents", "members"),
    "stages": ("standards", "stages"),
    "clauses": ("standards", "clauses"),
    "measurements": ("indicators", "actuals"),
    "rejected-options": ("decisions", "rejected"),
    "prior-use": ("secrets", "prior_use"),
}
_WORKED: Final = {
    "treatments": "treatments", "gaps": "gaps", "gravest-gaps": "gravest", "strengths": "strengths",
    "deadlines": "deadlines", "next-deadlines": "next-deadlines", "compared-options": "compared",
    "since-review": "since-review",
}  # fmt: skip
Rows = Callable[[Subject], Table]


def sheet_lists() -> dict[str, Rows]:
    """Every list that stands in the workbook, by its name."""
    found: dict[str, Rows] = {section: _found(lambda t, s=section: t.section == s) for section in _sections()}  # type: ignore[misc]
    for name, (section, field) in _RECORDS.items():
        found[name] = _titled(text("tables.part", whole=section_label(section), part=field_label(section, field)))
    for name in ("revisions", "reviews"):
        found[name] = _titled(field_label("project", name))
    for name, title in _WORKED.items():
        found[name] = _titled(text(f"tables.titles.{title}"))
    return found


def _titled(title: Text) -> Rows:
    return _found(lambda table: table.title == title)


def _sections() -> list[str]:
    return list(dict.fromkeys(table.section for _, table in _shapes() if table.section))


@cache
def _shapes() -> tuple[tuple[Callable[[Report], Sheet], Table], ...]:
    """Every table of the workbook of nothing, with what makes its sheet."""
    return tuple((make, table) for make in SHEETS for table in _tables(make(nobody().report)))


def _found(is_it: Callable[[Table], bool]) -> Rows:
    """The table in a report; where its audience is not told of it, the same columns and the reason."""

    def rows(subject: Subject) -> Table:
        make, shape = next(pair for pair in _shapes() if is_it(pair[1]))
        there = [table for table in _tables(make(subject.report)) if is_it(table)]
        return there[0] if there else replace(shape, rows=(), empty=text("sheets.withheld"))

    return rows


def _tables(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table)]
