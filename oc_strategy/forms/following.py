"""Names of lists about what differs between two states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from oc_strategy.forms.subject import Subject, nobody
from oc_strategy.lang import text
from oc_strategy.tables.follow_up import follow_up
from oc_strategy.tables.sheet import Table


def _titled(title: str) -> Callable[[Subject], Table]:
    """The table of the follow-up workbook that has a title; without rows where nothing was compared."""

    def table(subject: Subject) -> Table:
        changes = subject.changes or nobody().changes
        assert changes is not None
        every = (block for sheet in follow_up(changes).sheets for block in sheet.blocks)
        wanted = text(f"tables.titles.{title}")
        return next(block for block in every if isinstance(block, Table) and block.title == wanted)

    return table


def _findings(subject: Subject) -> Table:
    """What became of findings, without those that stayed the same; outsiders are told of none."""
    table = _titled("findings-since")(subject)
    if not subject.report.shows_findings:
        return replace(table, rows=(), empty=text("sheets.withheld"))
    same = text("changes.outcomes.same")
    return replace(table, rows=tuple(row for row in table.rows if not _says(row.cells[0].value, same.en or "")))


def _says(value: object, words: str) -> bool:
    return words in str(getattr(value, "en", ""))


LISTS: Final = {
    "since-moves": _titled("moves"),
    "since-findings": _findings,
    "since-nodes": _titled("nodes-since"),
}
