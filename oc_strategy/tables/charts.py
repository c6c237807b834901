"""Charts of what a person would rather look at than read: gaps by theme, dates by quarter, the way of an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from oc_strategy.lang import text, word
from oc_strategy.model.dates import Date
from oc_strategy.model.steering import Indicator
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.tables.sheet import Chart

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "question")
_QUARTERS: Final = 8


def gaps_chart(themes: Mapping[str, Mapping[str, int]]) -> Chart | None:
    """How many gaps of which severity there are on each theme that has any, most first; None without any gap."""
    counts = {theme: [found.get(severity, 0) for severity in _SEVERITIES] for theme, found in themes.items()}
    shown = sorted((theme for theme in counts if any(counts[theme])), key=lambda theme: (-sum(counts[theme]), theme))
    if not shown:
        return None
    series = tuple(
        (word("Severity", severity), tuple(counts[theme][index] or None for theme in shown))
        for index, severity in enumerate(_SEVERITIES)
    )
    names = tuple(text(f"themes.{theme}") for theme in shown)
    return Chart(text("tables.titles.gaps-by-theme"), names, series, _SEVERITIES, is_lying=True, is_stacked=True)


def quarters_chart(days: Iterable[Date], today: date) -> Chart | None:
    """How many dates fall due in each of the next quarters, how many are past, and how many come later."""
    first = _quarter(today)
    counts = [0] * (_QUARTERS + 2)
    for day in days:
        place = 0 if day.last < today else _quarter(day.last) - first + 1
        counts[min(place, _QUARTERS + 1)] += 1
    if not any(counts):
        return None
    names = (text("portfolio.past"), *(_name(first + n) for n in range(_QUARTERS)), text("portfolio.later"))
    series = ((text("tables.titles.deadlines"), tuple(map(float, counts))),)
    return Chart(text("tables.titles.dates-by-quarter"), names, series)


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _name(quarter: int) -> Text:
    year, part = divmod(quarter, 4)
    return text("portfolio.quarter", year=year, months=f"{part * 3 + 1}-{part * 3 + 3}")


def way_chart(indicator: Indicator) -> Chart | None:
    """What was measured against the straight way to the target; None without two measurements and a dated target.

    The way begins at the baseline where there is one, on the day of the first measurement.
    """
    measured = {actual.on.last: actual.value for actual in indicator.actuals}
    target, end = indicator.target, indicator.target_by.last if indicator.target_by else None
    if len(measured) < 2 or target is None or end is None or end <= min(measured):
        return None
    first = min(measured)
    start = measured[first] if indicator.baseline is None else indicator.baseline
    days = sorted({*measured, end})

    def planned(day: date) -> float:
        return round(start + (target - start) * min(1.0, (day - first).days / (end - first).days), 3)

    unit = indicator.unit
    name = text("portfolio.with-unit", name=indicator.name(), unit=unit) if unit else indicator.name()
    return Chart(
        name,
        tuple(Text.plain(day.isoformat().replace("-", "/")) for day in days),
        (
            (text("portfolio.actual"), tuple(measured.get(day) for day in days)),
            (text("portfolio.planned"), tuple(planned(day) for day in days)),
        ),
        is_lines=True,
    )
