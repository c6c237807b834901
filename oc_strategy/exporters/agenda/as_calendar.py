"""Dates to keep as an iCalendar file (RFC 5545), byte for byte equal for equal input."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from oc_strategy import __version__
from oc_strategy.deadlines import Entry
from oc_strategy.exporters.terminal import clean
from oc_strategy.lang import text
from oc_strategy.model.text import Confidentiality, Language
from oc_strategy.tables.timing import deadline_words
from oc_strategy.wording import named

_REMINDERS: Final = (timedelta(days=-30), timedelta(days=-7))
_CLASSES: Final[dict[Confidentiality, str]] = {
    "public": "PUBLIC", "partner": "PRIVATE", "internal": "PRIVATE", "restricted": "CONFIDENTIAL",
}  # fmt: skip


def calendar_bytes(entries: Sequence[Entry], today: date, audience: Confidentiality, language: Language) -> bytes:
    """One all-day event a date, with reminders a month and a week before; events keep their ids when dates move.

    A date known to the month or the year is an event over all its days. The stamp is the day looked from.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//oc-strategy//oc-strategy {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", text("agenda.calendar").of(language))
    for entry in entries:
        calendar.add_component(_event(entry, today, audience, language))
    return bytes(calendar.to_ical())


def _clean(words: str) -> str:
    """Text safe in a file and on a screen: a line that is folded there must not begin with what a CI service obeys."""
    return clean(words).replace("::", ": :")


def _event(entry: Entry, today: date, audience: Confidentiality, language: Language) -> Event:
    deadline = entry.deadline
    event = Event()
    event.add("uid", f"{entry.uid}@oc-strategy")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", deadline.on.first)
    event.add("dtend", deadline.on.last + timedelta(days=1))
    event.add("summary", _summary(entry, language), {"language": language})
    event.add("description", _description(entry, language), {"language": language})
    event.add("categories", [text(f"deadlines.{deadline.kind}").of(language)])
    event.add("class", _CLASSES[audience])
    event.add("status", "CONFIRMED" if deadline.is_confirmed else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    for before in _REMINDERS:
        event.add_component(_reminder(before, _summary(entry, language)))
    return event


def _reminder(before: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", before)
    return alarm


def _summary(entry: Entry, language: Language) -> str:
    deadline = entry.deadline
    mark = "" if deadline.is_confirmed else f"{text('agenda.unconfirmed').of(language)} "
    return f"{mark}{deadline_words(deadline).of(language)}: {_clean(deadline.node.name().of(language))}"


def _description(entry: Entry, language: Language) -> str:
    fact = entry.deadline.fact
    lines = [_clean(named(entry.deadline.node).of(language))]
    if entry.project:
        lines.append(entry.project)
    if entry.deadline.event is not None:
        lines.append(_clean(text("agenda.counted-from", event=named(entry.deadline.event)).of(language)))
    if fact is not None:
        statement = fact.statement_ja if language == "ja" else fact.statement_en
        lines += [f"{_clean(statement)} [{fact.id}, {fact.confidence}]", *map(_clean, fact.source[:1])]
    if entry.place is not None:
        lines.append(_clean(str(entry.place)))
    return "\n".join([*lines, text("agenda.weekends").of(language), text("advice.disclaimer").of(language)])
