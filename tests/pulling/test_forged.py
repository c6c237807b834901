"""Workbooks of strangers: whatever stands in any cell, hidden ones included, ends in a plan, not in a traceback."""

from __future__ import annotations

import random

import pytest

from oc_strategy.importers.xlsx import Content, Fault, Formula, ReadBook, ReadSheet
from oc_strategy.model.text import Text
from oc_strategy.pulling import Plan, files_after, planned, record_of
from tests.pulling.books import EXAMPLES, project_at, read, written

ODD: tuple[Content, ...] = (
    "", "x", "a/b/c", "agv", "agv/members/999", "agv/treatments", "p/treatments/q/stages/x", "_id technology.1",
    "_id nothing.9", "_title", "_field note", "_field nonsense.deep", "_empty", "=1+1", "\x1b[31m", "[[[", "[x]", "..",
    "title=zzzzzzzzzz trl=", "schema", "該当なし：", "Not applicable: x", "1/0", "9" * 400, "語" * 3000, 0, -1, 1e308,
    float("inf"), 10**18, True, Fault("#REF!"), Formula(None), Formula("x"),
)  # fmt: skip


def forged(book: ReadBook, chance: random.Random) -> ReadBook:
    """The book with odd contents in some cells, more of them in hidden places, or with those of another row."""
    sheets = []
    for sheet in book.sheets:
        rows = {row: dict(line) for row, line in sheet.rows.items()}
        for row in chance.sample(sorted(rows), min(len(rows), 3)):
            place = chance.choice((1, 1, 2, *rows[row]))
            other = rows[chance.choice(sorted(rows))]
            rows[row][place] = chance.choice((*ODD, *list(other.values())[:2]))
        sheets.append(ReadSheet(sheet.name, sheet.is_hidden, rows))
    return ReadBook(tuple(sheets))


@pytest.mark.parametrize("project", ["qr-code", "agv"])
def test_no_forged_workbook_ends_in_a_traceback(project: str) -> None:
    portfolio, loaded = project_at(EXAMPLES / project)
    book, chance = read(written(loaded, ("ja", "en"))), random.Random(11)
    read_on = 0
    for _ in range(40):
        odd = forged(book, chance)
        record = record_of(odd)
        if not isinstance(record, Text):
            plan = planned(portfolio, loaded, odd, record)
            assert isinstance(plan, Plan)
            files_after([step for step in plan.steps if step.kind in {"change", "new"}])
            read_on += 1
    assert read_on > 5
