"""The time axis: few enough columns, every day in the right one, no label over another bar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sample_book import TIMELINE, both

from oc_strategy.exporters.xlsx.axis import axis_of
from oc_strategy.exporters.xlsx.gantt import period_of
from oc_strategy.model.dates import Date
from oc_strategy.views.view import Span, TimeLane, Timeline

DAYS = st.dates(date(1950, 1, 1), date(2120, 12, 31))


def timeline(start: date, end: date, today: date) -> Timeline:
    lane = TimeLane(
        both("群", "Group"), both("項目", "Item"), (Span(Date.day(start), Date.day(end), both("線", "Bar")),)
    )
    return Timeline("t", both("題", "Title"), (lane,), today)


@given(DAYS, st.integers(0, 60_000), DAYS)
def test_the_axis_has_at_most_48_columns_and_holds_every_span(start: date, days: int, today: date) -> None:
    end = start + timedelta(days)
    axis = axis_of(timeline(start, end, today))
    assert axis is not None
    assert 1 <= axis.count <= 48
    assert 0 <= axis.column(start) <= axis.column(end) < axis.count


def test_columns_are_months_then_quarters_then_years() -> None:
    today = date(2026, 6, 1)
    steps = []
    for years in (2, 6, 20, 60):
        axis = axis_of(timeline(date(2026, 1, 1), date(2026 + years, 1, 1), today))
        assert axis is not None
        steps.append(axis.months)
    assert steps == [1, 3, 12, 24]


def test_a_day_far_away_does_not_stretch_the_axis() -> None:
    axis = axis_of(timeline(date(1997, 1, 1), date(1998, 12, 31), date(2026, 11, 23)))
    assert axis is not None
    assert axis.count == 24
    assert axis.column(date(2026, 11, 23)) > axis.count


def test_nothing_dated_means_no_axis() -> None:
    assert axis_of(replace(TIMELINE, lanes=())) is None


def test_a_period_is_as_exact_as_it_is_known() -> None:
    assert [period_of(lane) for lane in TIMELINE.lanes][:3] == [
        "2024/04 – 2026/12", "2024/06/01 – 2026/03/31", "2025/02/10 – 2027/08/10",
    ]  # fmt: skip
    assert period_of(timeline(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1)).lanes[0]) == "2026/01/01"
