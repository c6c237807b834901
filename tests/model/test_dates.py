"""Dates are intervals, and months are counted by the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.model.dates import Date, add_months, next_working_day, rolled

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ONE = st.one_of(
    DAYS.map(lambda d: d.isoformat()), DAYS.map(lambda d: d.isoformat()[:7]), DAYS.map(lambda d: d.isoformat()[:4])
)
SPANS = st.tuples(DAYS, DAYS).map(lambda days: "..".join(day.isoformat() for day in sorted(days)))
TEXTS = st.one_of(ONE, SPANS)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1997", "1997-01-01", "1997-12-31"),
        ("1997-02", "1997-02-01", "1997-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1997-10-05", "1997-10-05", "1997-10-05"),
        ("2006-07..2006-08", "2006-07-01", "2006-08-31"),
        ("1991..1994-02-22", "1991-01-01", "1994-02-22"),
        ("2012..2012-11-26", "2012-01-01", "2012-11-26"),
        ("2012-11-26..2012-11-26", "2012-11-26", "2012-11-26"),
    ],
)
def test_a_partial_date_is_every_day_it_may_be(text: str, first: str, last: str) -> None:
    day = Date.parse(text)
    assert (day.first.isoformat(), day.last.isoformat(), str(day)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "1997-13",
        "1997-02-30",
        "97",
        "1997-1",
        "1997/10/05",
        "",
        "１９９７",
        "1997-10-05 ",
        "1998..1997",
        "1997-10-05..1997-10-04",
        "1997..",
        "..1997",
        "1997..1998..1999",
        "1997...1998",
        "1997 .. 1998",
        "2012-03..2012-02-28",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Date.parse(text)


@given(TEXTS, TEXTS)
def test_certain_implies_possible_and_excludes_the_reverse(one: str, other: str) -> None:
    a, b = Date.parse(one), Date.parse(other)
    if a.certainly_before(b):
        assert a.possibly_before(b)
        assert not b.certainly_before(a)
        assert not a.possibly_same(b)
    if not a.possibly_before(b):
        assert b.last <= a.first or a.possibly_same(b)


@given(TEXTS, TEXTS)
def test_one_of_before_after_or_possibly_same_always_holds(one: str, other: str) -> None:
    a, b = Date.parse(one), Date.parse(other)
    assert a.certainly_before(b) + b.certainly_before(a) + a.possibly_same(b) == 1


@pytest.mark.parametrize(
    ("start", "months", "end", "working"),
    [
        # The vectors of the facts page, 1.3: weekends only.
        ("2024-08-31", 12, "2025-08-31", "2025-09-01"),
        ("2024-08-31", 30, "2027-02-28", "2027-03-01"),
        ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
        ("2023-11-30", 30, "2026-05-30", "2026-06-01"),
        # Twelve months exactly are 366 days here.
        ("2011-05-02", 12, "2012-05-02", "2012-05-02"),
    ],
)
def test_months_are_counted_by_the_calendar(start: str, months: int, end: str, working: str) -> None:
    day = add_months(date.fromisoformat(start), months)
    assert day.isoformat() == end
    assert next_working_day(day).isoformat() == working
    assert rolled(Date.day(day)).last.isoformat() == working


@given(DAYS, st.integers(0, 400))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and add_months(later, 0).month == later.month)
