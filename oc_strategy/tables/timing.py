"""Dates to keep, in the words of a cell: what falls due, how soon, and on what basis."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from oc_strategy.deadlines import Deadline, Nearness
from oc_strategy.facts import Fact
from oc_strategy.lang import text
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines
from oc_strategy.tables.columns import Shown, worked_out
from oc_strategy.tables.sheet import Cell, Tone

_TONES: Mapping[Nearness, Tone | None] = {"past": "error", "near": "warning", "far": None}
_FEW = 3
"""Dates told in a cell; the roadmap has them all."""


def deadline_words(deadline: Deadline) -> Text:
    """What falls due, and at which office or stage."""
    return _what(deadline.kind, deadline.office)


def days_words(deadline: Deadline, today: date) -> Text:
    """How many days are left, or how many it is past."""
    return _days(deadline.days_left(today))


def urgency(report: Report, deadline: Deadline) -> Tone | None:
    """Past, near, or neither."""
    return _TONES[deadline.nearness(report.today)]


def basis_words(deadline: Deadline) -> Text | None:
    """The fact of law or policy that a date was computed from, with its source; None for a date somebody set."""
    return None if deadline.fact is None else _basis(deadline.fact, deadline.is_confirmed)


# A portfolio has a hundred thousand dates, and few ways to tell them: those told alike share one text.


@lru_cache(maxsize=1024)
def _what(kind: str, office: str | None) -> Text:
    what = text(f"deadlines.{kind}")
    return text("tables.at-office", what=what, office=office) if office else what


@lru_cache(maxsize=4096)
def _days(left: int) -> Text:
    return text("tables.days-left", days=left) if left >= 0 else text("tables.days-past", days=-left)


@lru_cache(maxsize=1024)
def _basis(fact: Fact, is_confirmed: bool) -> Text | None:
    statement = Text(ja=fact.statement_ja, en=fact.statement_en)
    doubt = [] if is_confirmed else [text("agenda.unconfirmed")]
    return lines([*doubt, statement, *fact.source[:1]])


def dates_by_node(report: Report) -> dict[str, list[Deadline]]:
    """The dates to keep of each node that has some, by its id."""
    found: dict[str, list[Deadline]] = {}
    for deadline in report.deadlines:
        found.setdefault(deadline.node.id, []).append(deadline)
    return found


def dates_column(report: Report) -> Shown[Node]:
    """Every date to keep of a node, one a line."""
    by_node = dates_by_node(report)
    return worked_out("dates", 34, lambda node: _dates(report, by_node.get(node.id, [])))


def record_dates_column(report: Report, container: str) -> Shown[tuple[Node, int]]:
    """The dates to keep that come from one record in a list of a node's."""
    by_node = dates_by_node(report)

    def cell(at: tuple[Node, int]) -> Cell:
        node, index = at
        dates = by_node.get(node.id, [])
        return _dates(report, [d for d in dates if tuple(d.where)[:2] == (container, index)])

    return worked_out("dates", 34, cell)


def _dates(report: Report, mine: list[Deadline]) -> Cell:
    due = mine[:_FEW]
    words = [text("tables.due", on=d.on.text, what=deadline_words(d), left=days_words(d, report.today)) for d in due]
    if len(mine) > _FEW:
        words.append(text("tables.more", count=len(mine) - _FEW))
    tones = [urgency(report, deadline) for deadline in mine]
    return Cell(lines(words), "error" if "error" in tones else "warning" if "warning" in tones else None)
