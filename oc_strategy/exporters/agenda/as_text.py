"""Dates to keep as a table for a terminal: past, near, far, each with its basis and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from oc_strategy.deadlines import Entry, Nearness
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.exporters.wrapping import columns_in, padded
from oc_strategy.lang import text
from oc_strategy.model.text import Language
from oc_strategy.tables.timing import days_words, deadline_words
from oc_strategy.wording import named

_COLOURS: Final[dict[Nearness, str]] = {"past": "red", "near": "yellow", "far": "dim"}


def agenda_text(
    entries: Sequence[Entry], today: date, language: Language, paint: Paint, *, more_past: int = 0, with_advice: bool
) -> str:
    """The dates in one language, in their order, and a line that sums up; `more_past` were not asked for."""
    widths = [
        max((columns_in(row[i]) for row in (_row(e, today, language) for e in entries)), default=0) for i in (0, 1, 2)
    ]
    lines: list[str] = []
    for nearness, members in groupby(entries, key=lambda entry: entry.deadline.nearness(today)):
        group = list(members)
        lines.append(paint(text(f"agenda.{nearness}", count=len(group)).of(language), "bold"))
        lines += [line for entry in group for line in _lines(entry, today, language, paint, widths)]
        lines.append("")
    if not entries:
        lines.append(text("agenda.none").of(language))
    if more_past:
        lines.append(paint(text("agenda.more-past", count=more_past).of(language), "yellow"))
    notes = ("agenda.weekends", "advice.disclaimer") if with_advice and entries else ()
    return "\n".join([*lines, *(paint(text(key).of(language), "dim") for key in notes)]).rstrip("\n") + "\n"


def _row(entry: Entry, today: date, language: Language) -> tuple[str, str, str, str]:
    deadline = entry.deadline
    whose = f"{entry.project} / " if entry.project else ""
    words = (deadline.on.text, days_words(deadline, today).of(language), deadline_words(deadline).of(language))
    return (*words, whose + clean(named(deadline.node).of(language)))


def _lines(entry: Entry, today: date, language: Language, paint: Paint, widths: Sequence[int]) -> Iterator[str]:
    on, left, what, whom = _row(entry, today, language)
    painted = paint(padded(left, widths[1]), _COLOURS[entry.deadline.nearness(today)])
    yield f"  {paint(padded(on, widths[0]), 'bold')}  {painted}  {padded(what, widths[2])}  {whom}"
    for line in _below(entry, language):
        yield paint(f"    | {clean(line)}", "dim")


def _below(entry: Entry, language: Language) -> Iterator[str]:
    if entry.deadline.event is not None:
        yield text("agenda.counted-from", event=named(entry.deadline.event)).of(language)
    fact = entry.deadline.fact
    if fact is not None:
        mark = "" if entry.deadline.is_confirmed else f"{text('agenda.unconfirmed').of(language)} "
        statement = fact.statement_ja if language == "ja" else fact.statement_en
        yield f"{mark}{statement} [{fact.id}, {fact.confidence}] {' '.join(fact.source[:1])}".rstrip()
    if entry.place is not None:
        yield str(entry.place)
