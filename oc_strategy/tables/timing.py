"""Dates to keep, in the words of a cell: what falls due, how soon, and on what basis."""

from __future__ import annotations

from oc_strategy.deadlines import NEAR_DAYS, Deadline
from oc_strategy.lang import text
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines
from oc_strategy.tables.sheet import Cell, Tone


def deadline_words(deadline: Deadline) -> Text:
    """What falls due, and at which office or stage."""
    kind = text(f"deadlines.{deadline.kind}")
    return text("tables.at-office", what=kind, office=deadline.office) if deadline.office else kind


def days_words(report: Report, deadline: Deadline) -> Text:
    """How many days are left, or how many it is past."""
    left = deadline.days_left(report.today)
    return text("tables.days-left", days=left) if left >= 0 else text("tables.days-past", days=-left)


def urgency(report: Report, deadline: Deadline) -> Tone | None:
    """Past, near, or neither."""
    left = deadline.days_left(report.today)
    return "error" if left < 0 else "warning" if left <= NEAR_DAYS else None


def basis_words(deadline: Deadline) -> Text | None:
    """The fact of law or policy that a date was computed from, with its source; None for a date somebody set."""
    fact = deadline.fact
    if fact is None:
        return None
    statement = Text(ja=fact.statement_ja, en=fact.statement_en)
    return lines([statement, *fact.source[:1]])


def dates_of(report: Report, node: Node) -> Cell:
    """Every date to keep of a node, one a line."""
    return _dates(report, [deadline for deadline in report.deadlines if deadline.node == node])


def dates_at(report: Report, node: Node, place: Path) -> Cell:
    """The dates to keep that come from one place below a node."""
    mine = [d for d in report.deadlines if d.node == node and tuple(d.where)[: len(place)] == place]
    return _dates(report, mine)


def _dates(report: Report, mine: list[Deadline]) -> Cell:
    words = [text("tables.due", on=d.on.text, what=deadline_words(d), left=days_words(report, d)) for d in mine]
    tones = [urgency(report, deadline) for deadline in mine]
    return Cell(lines(words), "error" if "error" in tones else "warning" if "warning" in tones else None)
