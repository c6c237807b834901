"""Which row each bar of a lane takes, and where its label stands, so that no label covers another bar."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.gantt_heading import TimeArea
from oc_strategy.exporters.xlsx.measuring import width_of
from oc_strategy.views.view import Look, Span, TimeLane

MILESTONE = "◆"


class Bar(NamedTuple):
    """A span on its columns (from 0), its words, where they stand, and the columns that both take together."""

    first: int
    last: int
    look: Look
    words: str
    side: Literal["inside", "right", "left"]
    start: int
    end: int
    is_milestone: bool


def packed_rows(canvas: Canvas, lane: TimeLane, area: TimeArea) -> list[list[Bar]]:
    """Rows of bars that do not touch each other, at least one; earlier bars come first."""
    rows: list[list[Bar]] = []
    for span in sorted(lane.spans, key=lambda span: (span.start.first, span.end.last)):
        bar = _placed(canvas, span, area)
        free = next((row for row in rows if all(bar.start > b.end or bar.end < b.start for b in row)), None)
        if free is None:
            rows.append([bar])
        else:
            free.append(bar)
    return rows or [[]]


def _placed(canvas: Canvas, span: Span, area: TimeArea) -> Bar:
    """The label inside a bar that is long enough, else at its right, else at its left."""
    first = area.axis.column(span.start.first)
    last = max(first, area.axis.column(span.end.last))
    is_milestone = span.start == span.end
    words = " ".join(canvas.shared.say(span.label, " / ").split())
    cells = math.ceil((width_of(words) * 0.95 + 1) / canvas.width(area.first, area.first)) if words else 0
    count = area.last - area.first + 1
    place = (first, last, span.look, words)
    if not is_milestone and cells <= last - first + 1:
        return Bar(*place, "inside", first, last, is_milestone)
    if last + cells < count or first < cells:
        return Bar(*place, "right", first, min(last + cells, count - 1), is_milestone)
    return Bar(*place, "left", first - cells, last, is_milestone)
