"""Bars and milestones of the time axis, and how many of them share one label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.views.texts import joined
from oc_strategy.views.view import Look, Span

_NEAR = timedelta(days=183)
"""Stages nearer than half a year share a bar: on an axis of twenty years their labels would hide one another."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row before it has its place: what it is called, what stands in it, and the node it is about."""

    label: Text
    spans: tuple[Span, ...]
    id: str | None = None
    rank: int = 0
    """Lanes of a lower rank are kept before others of their group."""

    @property
    def lines(self) -> int:
        """About how many lines it takes on paper, where labels must not hide one another."""
        return max(1, (len(self.spans) + 1) // 2 if self.id else len(self.spans))


def lane_of(node: Node, spans: Iterable[Span | None]) -> Lane:
    """The row of a node with the spans that there are."""
    return Lane(node.name(), tuple(span for span in spans if span), node.id)


def point(day: Date | None, label: Text | None, look: Look = "plain") -> Span | None:
    """A milestone, or None without a date; a date known to the year or month stays that wide."""
    return Span(day, day, label or Text.plain(str(day)), look) if day else None


def bar(start: Date | None, end: Date | None, label: Text, look: Look = "plain") -> Span | None:
    """A bar between two dates; where one is missing a milestone that says which end it is; None without both."""
    if start and end and end.last >= start.first:
        return Span(start, end, label, look)
    which = text("dates.from_") if start else text("dates.until")
    return point(start or end, joined([label, which], " "), look)


def same_day(key: str, events: Iterable[tuple[Date | None, str]], look: Look = "plain") -> Iterator[Span]:
    """One milestone for each day, such as "filed CN, EP, US"."""
    days: defaultdict[Date, list[str]] = defaultdict(list)
    for day, office in events:
        if day is not None:
            days[day].append(office)
    for day in sorted(days, key=lambda day: (day.first, day.last)):
        label = joined([text(key), ", ".join(sorted(set(days[day])))], " ")
        yield Span(day, day, label or text(key), look)


def bundled(key: str, stages: Iterable[tuple[Date | None, str]], look: Look) -> Iterator[Span]:
    """Stages in the order of their dates, those near one another as one bar with its first and last code."""
    dated = sorted(((day, code) for day, code in stages if day), key=lambda stage: (stage[0].first, stage[1]))
    starts = [0, *(n + 1 for n, (a, b) in enumerate(pairwise(dated)) if b[0].first - a[0].last > _NEAR)]
    for first, last in pairwise([*starts, len(dated)]):
        run = dated[first:last]
        if run:
            yield _run(key, run, look)


def _run(key: str, run: list[tuple[Date, str]], look: Look) -> Span:
    (start, code), (end, last_code) = run[0], run[-1]
    is_one = len(run) == 1
    label = text(key, stage=code) if is_one else text(f"{key}-run", first=code, last=last_code)
    return Span(start, end, label, look)
