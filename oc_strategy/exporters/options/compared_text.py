"""Options side by side as text: treatments that differ, aims, findings new and gone, dates, what to decide by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oc_strategy.criteria import AIMS
from oc_strategy.deadlines import Deadline
from oc_strategy.exporters.options.pieces import bar, heading, hundredths, mode_cell, rows
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language
from oc_strategy.options.account import Account
from oc_strategy.options.side_by_side import Held, SideBySide
from oc_strategy.tables.timing import deadline_words
from oc_strategy.wording import named

_DATES: Final = 12
_SIGNS: Final = {"new": "+", "gone": "-", "same": "=", None: " "}
_COLOURS: Final = {"+": "red", "-": "green"}


def compared_text(both: SideBySide, told: Account, language: Language, paint: Paint) -> str:
    """Everything in one language; `told` says to whom, and where the frontier stands."""
    parts = [
        list(_head(both, language, paint)),
        list(_treatments(both, told, language, paint)),
        list(_aims(both, language, paint)),
        list(_findings(both, language, paint)) if told.shows_reasons else [],
        list(_dates(both, both.doors, "doors", language, paint)),
        list(_dates(both, [d for d in both.deadlines if not d.is_shared], "own-dates", language, paint)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _letters(both: SideBySide) -> list[str]:
    return [chr(ord("A") + index) for index in range(len(both.alternatives))]


def _head(both: SideBySide, language: Language, paint: Paint) -> Iterator[str]:
    yield heading(text("options.compared").of(language), paint)
    for letter, other in zip(_letters(both), both.alternatives, strict=True):
        yield f"  {letter}  {other.name}  {clean(other.title.of(language))}"


def _treatments(both: SideBySide, told: Account, language: Language, paint: Paint) -> Iterator[str]:
    yield heading(text("options.differing").of(language), paint)
    differing = [output for output in both.differing if told.is_shown(output.id)]
    if not differing:
        yield "  " + text("options.no-difference").of(language)
        return
    table = [["", *_letters(both)]] + [
        [clean(output.id), *(mode_cell(other.mode(output)).of(language) for other in both.alternatives)]
        for output in differing
    ]
    yield from (f"  {line}" for line in rows(table))


def _aims(both: SideBySide, language: Language, paint: Paint) -> Iterator[str]:
    yield heading(text("options.aims-heading").of(language), paint)
    for index, aim in enumerate(AIMS):
        yield f"  {text(f'options.aims.{aim}').of(language)}"
        for letter, other in zip(_letters(both), both.alternatives, strict=True):
            if not other.spans:
                yield f"    {letter}  {text('options.incomplete').of(language)}"
                continue
            span = other.spans[index]
            ends = text("options.span", low=hundredths(span.low).strip(), high=hundredths(span.high).strip())
            line = f"{bar(span.low, span.told, span.high)} {hundredths(span.told)}  {ends.of(language)}"
            yield f"    {letter}  {line}"


def _findings(both: SideBySide, language: Language, paint: Paint) -> Iterator[str]:
    yield heading(text("options.findings").of(language), paint)
    alike = sum(held.is_shared for held in both.findings)
    for held in both.findings:
        if not held.is_shared:
            gap = held.what
            severity = word("Severity", gap.severity).of(language)
            words = f"{severity} [{gap.code}] {clean(gap.message.of(language))}"
            yield f"  {_marks(both, held, paint)}  {words}"
    yield "  " + text("options.findings-alike", count=alike).of(language)


def _marks(both: SideBySide, held: Held[Diagnostic], paint: Paint) -> str:
    """The letters of those that have it, with what became of it against the first."""
    marks = []
    for index, letter in enumerate(_letters(both)):
        sign = _SIGNS[held.fate(index)]
        marks.append(paint(f"{sign}{letter}", _COLOURS[sign]) if sign in _COLOURS else f"{sign}{letter}")
    return " ".join(mark if held.fate(i) else "  " for i, mark in enumerate(marks))


def _dates(
    both: SideBySide, dates: Sequence[Held[Deadline]], key: str, language: Language, paint: Paint
) -> Iterator[str]:
    if not dates:
        return
    yield heading(text(f"options.{key}").of(language), paint)
    table = [
        [
            held.what.on.text,
            "".join(letter if has else "." for letter, has in zip(_letters(both), held.by, strict=True)),
            deadline_words(held.what).of(language),
            clean(named(held.what.node).of(language)),
        ]
        for held in dates[:_DATES]
    ]
    yield from (f"  {line}" for line in rows(table))
    if len(dates) > _DATES:
        yield "  " + text("tables.more", count=len(dates) - _DATES).of(language)
