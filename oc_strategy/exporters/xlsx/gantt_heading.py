"""The heading of a time axis: today, the years, and the months or quarters below them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise

from oc_strategy.exporters.xlsx.axis import Axis
from oc_strategy.exporters.xlsx.canvas import FIRST, Canvas
from oc_strategy.exporters.xlsx.cells import put_across, put_nothing, put_text
from oc_strategy.exporters.xlsx.measuring import width_of
from oc_strategy.exporters.xlsx.palette import DEEP, PALE, TODAY, WHITE
from oc_strategy.exporters.xlsx.styles import Edges, Style
from oc_strategy.lang import text

_HEAD = Style(is_bold=True, ink=WHITE, fill=DEEP, edges="grid", upright="center", align="center", is_wrapped=False)
_UNIT = Style(size=8, ink=DEEP, fill=PALE, edges="grid", upright="center", align="center", is_wrapped=False)
_TODAY = Style(size=9, is_bold=True, ink=TODAY, upright="bottom", is_wrapped=False)
_PERIOD_COLUMNS = 4
HEADING_ROWS = 3


@dataclass(frozen=True, slots=True)
class TimeArea:
    """Where an axis stands on the sheet: its first and last column there, and today's place on it, from 0."""

    axis: Axis
    first: int
    last: int
    today: int

    def period(self, year: int) -> int:
        """The year itself over months and quarters, the first of its decade over columns of years."""
        return year if self.axis.months < 12 else year // 10 * 10


@lru_cache(maxsize=8)
def marks(area: TimeArea) -> tuple[Edges, ...]:
    """The left border of each column of the axis: today's, a year's, or a faint one."""
    periods = [area.period(year) for year, _ in area.axis.starts()]
    starts = [False, *(one != other for one, other in pairwise(periods))]
    found: list[Edges] = ["year" if is_start else "axis" for is_start in starts]
    found += ["axis"] * (area.last - area.first + 1 - len(found))
    return tuple("today" if index == area.today else edges for index, edges in enumerate(found))


def draw_axis(canvas: Canvas, area: TimeArea, today: date) -> None:
    """The sign of today, years over their columns, and the parts of a year, one row each."""
    _draw_today(canvas, area, today)
    split = area.first - _PERIOD_COLUMNS
    for key, first, last in (("item", FIRST, split - 1), ("period", split, area.first - 1)):
        words = canvas.shared.say(text(f"xlsx.{key}"), " / ")
        for row in (canvas.row, canvas.row + 1):
            put_nothing(canvas, row, first, _HEAD, last)
        put_text(canvas, canvas.row, first, words, _HEAD)
        canvas.merge(canvas.row, first, last, down_to=canvas.row + 1)
    _draw_years(canvas, area)
    canvas.raise_to(canvas.row, 20)
    canvas.row += 1
    for index, (year, month) in enumerate(area.axis.starts()):
        put_text(canvas, canvas.row, area.first + index, _unit(area.axis, year, month), _UNIT)
    canvas.raise_to(canvas.row, 16)
    canvas.row += 1


def _draw_today(canvas: Canvas, area: TimeArea, today: date) -> None:
    """The sign stands over its column, its words at the side that has room; beside the axis words say so."""
    day = today.isoformat().replace("-", "/")
    canvas.raise_to(canvas.row, 16)
    if not 0 <= area.today < area.axis.count:
        key = "today_before" if area.today < 0 else "today_after"
        put_text(canvas, canvas.row, area.first, canvas.shared.say(text(f"xlsx.{key}", date=day), " / "), _TODAY)
    else:
        words = canvas.shared.say(text("xlsx.today", date=day), " / ")
        column = area.first + area.today
        fits = canvas.width(column, area.last) >= width_of(words) + 4
        put_text(canvas, canvas.row, column, f"▼ {words}" if fits else f"{words} ▼", _aligned(fits))
    canvas.row += 1


def _aligned(is_left: bool) -> Style:
    return _TODAY._replace(align="left" if is_left else "right")


def _draw_years(canvas: Canvas, area: TimeArea) -> None:
    """Years over months or quarters; over columns of years, the decade."""
    starts = enumerate(area.axis.starts())
    for period, columns in groupby(starts, key=lambda start: area.period(start[1][0])):
        places = [area.first + index for index, _ in columns]
        words = str(period) if area.axis.months < 12 else f"{period}–"
        room = canvas.width(places[0], places[-1])
        put_across(canvas, canvas.row, (places[0], places[-1]), words if room >= width_of(words) else "", _HEAD)


def _unit(axis: Axis, year: int, month: int) -> str:
    if axis.months == 1:
        return str(month)
    return f"Q{(month + 2) // 3}" if axis.months == 3 else f"’{year % 100:02d}"
