"""Dates as intervals: `1997` is the whole year, `2006-07..2006-08` two months, and nobody pads either to a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SPAN = ".."


@dataclass(frozen=True, slots=True)
class Date:
    """A date known to the year, the month, the day or a span: every day from `first` to `last` is possible."""

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Date:
        """`1997`, `1997-10`, `1997-10-05`, or a span of two such as `2006-07..2006-08`.

        ValueError for anything else, impossible days and spans that run backwards included.
        """
        return _parsed(text)

    @classmethod
    def day(cls, day: date) -> Date:
        """The one day."""
        return cls(day, day, day.isoformat())

    @property
    def is_exact(self) -> bool:
        """Whether it is known to the day."""
        return self.first == self.last

    def certainly_before(self, other: Date) -> bool:
        """Before `other`, whichever days the two really were."""
        return self.last < other.first

    def possibly_before(self, other: Date) -> bool:
        """Before `other` on at least one reading of the two."""
        return self.first < other.last

    def possibly_same(self, other: Date) -> bool:
        """The two may have been one day."""
        return self.first <= other.last and other.first <= self.last

    def plus_months(self, months: int) -> Date:
        """Calendar months later (or earlier), clamped to the end of the month (Paris Convention Art. 4C)."""
        return _months_on(self.first, self.last, months)

    def plus_days(self, days: int) -> Date:
        """So many days later, without any roll-over on closed days."""
        return _days_on(self.first, self.last, days)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        one = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
        form = {"type": "string", "pattern": f"^{one}(\\.\\.{one})?$"}
        # Editors read a bare year as a number.
        return {"anyOf": [form, {"type": "integer", "minimum": 1000, "maximum": 9999}]}


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Date:
    if _SPAN in text:
        start, _, end = text.partition(_SPAN)
        return _spanning(_parsed(start), _parsed(end), text)
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day is not None and month is not None:
        exact = date(year, month, day)
        return Date(exact, exact, text)
    first = date(year, month or 1, 1)
    last_month = month or 12
    return Date(first, date(year, last_month, calendar.monthrange(year, last_month)[1]), text)


def _spanning(start: Date, end: Date, text: str) -> Date:
    if _SPAN in end.text or end.last < start.first:
        raise ValueError(text)
    return Date(start.first, end.last, text)


def _validated(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    try:
        return _parsed(value)
    except (ValueError, TypeError) as error:
        raise PydanticCustomError("date_form", "not a date: {value}", {"value": str(value)}) from error


def _between(first: date, last: date) -> Date:
    return Date(first, last, first.isoformat() if first == last else f"{first.isoformat()}{_SPAN}{last.isoformat()}")


# The same few periods are counted from the same day for each office that a family was filed at.
@lru_cache(maxsize=4096)
def _months_on(first: date, last: date, months: int) -> Date:
    return _between(add_months(first, months), add_months(last, months))


@lru_cache(maxsize=4096)
def _days_on(first: date, last: date, days: int) -> Date:
    return _between(first + timedelta(days), last + timedelta(days))


def add_months(day: date, months: int) -> date:
    """The same day-number so many months on, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # Every month has 28 days, and looking the others up costs most of the time.
    number = day.day if day.day <= 28 else min(day.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, number)


def next_working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend (public holidays need an office's calendar)."""
    weekday = day.weekday()
    return day if weekday < 5 else day + timedelta(days=7 - weekday)


def period_end(start: Date, months: int) -> Date:
    """The last day of a period of calendar months from a day on, moved past a weekend."""
    return _period_end(start.first, start.last, months)


@lru_cache(maxsize=4096)
def _period_end(first: date, last: date, months: int) -> Date:
    return rolled(_months_on(first, last, months))


def rolled(end: Date) -> Date:
    """A last day moved past a weekend, each possible day by itself."""
    first, last = next_working_day(end.first), next_working_day(end.last)
    if (first, last) == (end.first, end.last):
        return end
    return _between(first, last)
