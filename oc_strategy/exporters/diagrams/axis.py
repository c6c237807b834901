"""Days to places on paper: the range of a time axis, its grid and its labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from oc_strategy.views.view import Span, Timeline

CHART = 960.0
"""The width of the time axis in points."""
_CORE_WIDTH, _CORE_AT_MOST = 0.8, 0.5
"""The part of the width for the years with most dates, where these are at most so large a part of all years."""
_LABEL = 34.0
_QUARTER = 13.0


@dataclass(frozen=True, slots=True)
class Axis:
    """The time axis: days with their places in points; between two neighbours the scale is even."""

    knots: tuple[tuple[date, float], ...]

    def at(self, day: date) -> float:
        """The place of a day in points."""
        return next((_between(one, two, day) for one, two in pairwise(self.knots) if day <= two[0]), self.knots[-1][1])

    @property
    def is_even(self) -> bool:
        """Whether every year is as wide as any other."""
        return len(self.knots) == 2

    @property
    def years(self) -> list[date]:
        """The first days of the years that get a line and a label, no denser than labels can be read."""
        shown: list[date] = []
        for year in range(self.knots[0][0].year, self.knots[-1][0].year):
            day = date(year, 1, 1)
            if not shown or self.at(day) - self.at(shown[-1]) >= _LABEL:
                shown.append(day)
        return shown

    @property
    def quarters(self) -> list[date]:
        """The first days of the other quarters of years that have room for them."""
        years = range(self.knots[0][0].year, self.knots[-1][0].year)
        quarters = [(date(year, month, 1), date(year, month - 3, 1)) for year in years for month in (4, 7, 10)]
        return [day for day, before in quarters if self.at(day) - self.at(before) >= _QUARTER]


def _between(one: tuple[date, float], two: tuple[date, float], day: date) -> float:
    return one[1] + (two[1] - one[1]) * (day - one[0]).days / (two[0] - one[0]).days


def axis_of(timeline: Timeline, left: float) -> Axis:
    """The whole years that hold every span and the day marked as today, `left` points from the edge.

    Where a few dates lie far from all others, the years that hold most of them are drawn wider than the rest.
    """
    spans = [span for lane in timeline.lanes for span in lane.spans]
    days = sorted([timeline.today, *(day for span in spans for day in bounds(span))])
    first, last = _new_year(days[0].year), _new_year(days[-1].year + 1)
    core = [_new_year(days[len(days) // 10].year), _new_year(days[-1 - len(days) // 10].year + 1)]
    core = [min(core[0], _new_year(timeline.today.year)), max(core[1], _new_year(timeline.today.year + 1))]
    if (core[1] - core[0]).days > _CORE_AT_MOST * (last - first).days:
        return Axis(((first, left), (last, left + CHART)))
    outside = CHART * (1 - _CORE_WIDTH) / ((last - first) - (core[1] - core[0])).days
    places = (left + outside * (core[0] - first).days, left + CHART - outside * (last - core[1]).days)
    knots = ((first, left), (core[0], places[0]), (core[1], places[1]), (last, left + CHART))
    return Axis(tuple(dict(knots).items()))


def _new_year(year: int) -> date:
    return date(year, 1, 1) if year <= date.max.year else date.max


def bounds(span: Span) -> tuple[date, date]:
    """The first and the last day that the span may cover, in order even if it was written the wrong way round."""
    return min(span.start.first, span.end.first), max(span.start.last, span.end.last)


def is_milestone(span: Span) -> bool:
    """Whether it is one date rather than a period."""
    return span.start == span.end
