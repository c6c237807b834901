"""A time axis drawn in cells: bars with their labels, milestones, today, and what the bars mean."""

from __future__ import annotations

from itertools import groupby

from oc_strategy.exporters.xlsx.axis import axis_of
from oc_strategy.exporters.xlsx.bars import MILESTONE, packed_rows
from oc_strategy.exporters.xlsx.canvas import FIRST, ID_COLUMN, Canvas
from oc_strategy.exporters.xlsx.cells import put_across, put_nothing, put_text
from oc_strategy.exporters.xlsx.gantt_heading import TimeArea, draw_axis
from oc_strategy.exporters.xlsx.gantt_lane import draw_bars
from oc_strategy.exporters.xlsx.headings import draw_sentence, draw_title
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in, width_of
from oc_strategy.exporters.xlsx.palette import DEEP, LOOKS, PALE, QUIET
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.lang import text
from oc_strategy.tables.sheet import Gantt
from oc_strategy.views.view import TimeLane, Timeline

_GROUP = Style(is_bold=True, ink=DEEP, fill=PALE, edges="grid", upright="center", is_wrapped=False)
_LABEL = Style(edges="grid", upright="center", indent=1)
_PERIOD = Style(size=9, ink=QUIET, edges="grid", upright="center", align="center")
_HIDDEN = Style(size=8, ink=QUIET, is_wrapped=False, format="@")
_KEY = Style(size=9, upright="center", is_wrapped=False)
_PERIOD_COLUMNS = 4


def draw_gantt(canvas: Canvas, gantt: Gantt) -> None:
    """Draw the lanes under their groups on one axis, then the legend; the `empty` sentence where no span is."""
    draw_title(canvas, gantt.title)
    axis = axis_of(gantt.timeline)
    if axis is None:
        draw_sentence(canvas, gantt.empty)
        return
    area = TimeArea(axis, FIRST + canvas.layout.labels, canvas.last, axis.column(gantt.timeline.today))
    draw_axis(canvas, area, gantt.timeline.today)
    for group, lanes in groupby(gantt.timeline.lanes, key=lambda lane: lane.group):
        put_across(canvas, canvas.row, (FIRST, area.last), canvas.shared.say(group, " / "), _GROUP)
        canvas.raise_to(canvas.row, 16)
        canvas.row += 1
        for lane in lanes:
            _draw_lane(canvas, lane, area)
    _draw_legend(canvas, gantt.timeline, area)


def _draw_lane(canvas: Canvas, lane: TimeLane, area: TimeArea) -> None:
    """The lane's label and period at the left, and as many rows as its bars and their labels need."""
    top = canvas.row
    rows = packed_rows(canvas, lane, area)
    for bars in rows:
        draw_bars(canvas, bars, area)
        canvas.raise_to(canvas.row, 16)
        canvas.row += 1
    split = FIRST + canvas.layout.labels - _PERIOD_COLUMNS
    label = canvas.shared.say(lane.label)
    _put_left(canvas, top, (FIRST, split - 1), label, _LABEL)
    _put_left(canvas, top, (split, area.first - 1), period_of(lane), _PERIOD)
    lines = lines_in(label, canvas.width(FIRST, split - 1) - 2)
    for row in range(top, canvas.row):
        canvas.raise_to(row, height_of(lines) / len(rows))
    if lane.id:
        put_text(canvas, top, ID_COLUMN, lane.id, _HIDDEN)
        canvas.places.setdefault(lane.id, ref(top, FIRST))


def _put_left(canvas: Canvas, top: int, place: tuple[int, int], words: str, style: Style) -> None:
    first, last = place
    for row in range(top, canvas.row):
        put_nothing(canvas, row, first, style, last)
    put_text(canvas, top, first, words, style)
    canvas.merge(top, first, last, down_to=canvas.row - 1)


def period_of(lane: TimeLane) -> str:
    """From the earliest start to the latest end, each only as exact as it is known."""
    if not lane.spans:
        return ""
    first = min((span.start for span in lane.spans), key=lambda day: (day.first, day.last))
    last = max((span.end for span in lane.spans), key=lambda day: (day.last, day.first))
    return " – ".join(dict.fromkeys((first.text.replace("-", "/"), last.text.replace("-", "/"))))


def _draw_legend(canvas: Canvas, timeline: Timeline, area: TimeArea) -> None:
    """Each look that occurs as a swatch with its word, and the sign of milestones."""
    spans = [span for lane in timeline.lanes for span in lane.spans]
    used = {span.look for span in spans}
    canvas.skip(6)
    put_text(canvas, canvas.row, FIRST, canvas.shared.say(text("xlsx.legend"), " / "), _KEY._replace(is_bold=True))
    column = area.first
    for look in (look for look in LOOKS if look in used):
        words = canvas.shared.say(text(f"diagrams.looks.{look}"), " / ")
        column = _room_for(canvas, column, words, area)
        paint = LOOKS[look]
        put_nothing(
            canvas, canvas.row, column, Style(fill=paint.fill, ink=paint.ink, edges="bar-single", edge=paint.edge)
        )
        put_text(canvas, canvas.row, column + 1, words, _KEY)
        column = _after(canvas, column + 1, words)
    if any(span.start == span.end for span in spans):
        words = f"{MILESTONE} {canvas.shared.say(text('xlsx.milestone'), ' / ')}"
        column = _room_for(canvas, column, words, area)
        put_text(canvas, canvas.row, column, words, _KEY)
    canvas.raise_to(canvas.row, 18)
    canvas.row += 1


def _room_for(canvas: Canvas, column: int, words: str, area: TimeArea) -> int:
    """The column for the next entry of the legend: this one, or the start of a new line."""
    if _after(canvas, column + 1, words) <= area.last + 1:
        return column
    canvas.raise_to(canvas.row, 18)
    canvas.row += 1
    return area.first


def _after(canvas: Canvas, column: int, words: str) -> int:
    wanted = width_of(words) + 2.0
    while wanted > 0 and column <= canvas.last:
        wanted -= canvas.width(column, column)
        column += 1
    return column + (wanted > 0)
