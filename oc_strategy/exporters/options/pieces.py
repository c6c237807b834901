"""The pieces that texts about options are made of: bars of aims, maps of postures, percentages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.exporters.wrapping import columns_in, padded
from oc_strategy.lang import text, word
from oc_strategy.loading import Places
from oc_strategy.model.text import Language, Text
from oc_strategy.model.vocabulary import Mode, Posture
from oc_strategy.options.ground import POSTURES
from oc_strategy.options.spans import Span
from oc_strategy.rule import Step
from oc_strategy.tables.treatments import mode_words_of
from oc_strategy.wording import named, said

BAR: Final = 24
_READABLE: Final = 10**15
COLOURS: Final[dict[Posture, str]] = {"open": "green", "gated": "yellow", "closed": "red"}
Treated = tuple[str, Mode]
"""What an output is called in a listing, and in which mode it is."""


def heading(words: str, paint: Paint) -> str:
    """The head of a part."""
    return paint(words, "bold")


def bar(low: float, told: float, high: float) -> str:
    """A range with what is told in it, in signs that every console has at one column each."""
    first, last = sorted((_at(low), _at(high)))
    line = ["-" if first <= index <= last else "." for index in range(BAR)]
    line[_at(told)] = "#"
    return f"[{''.join(line)}]"


def _at(share: float) -> int:
    return min(BAR - 1, max(0, int(share * BAR)))


def hundredths(share: float) -> str:
    """A share of an aim's range as a whole number of hundredths."""
    return f"{round(100 * share):3}"


def counted(number: int) -> str:
    """A whole number, or the power of ten that it comes near where nobody would read its digits."""
    return f"{number:,}" if number < _READABLE else f"~10^{len(str(number)) - 1}"


def percent(share: float) -> str:
    """A share of draws or of weights."""
    return f"{100 * share:.0f} %"


def aim_lines(spans: Sequence[Span], language: Language) -> Iterator[str]:
    """One line for each aim: its bar, what is told, and from where to where it may lie."""
    names = {span.aim: text(f"options.aims.{span.aim}").of(language) for span in spans}
    width = max(map(columns_in, names.values()), default=0)
    for span in spans:
        ends = text("options.span", low=hundredths(span.low).strip(), high=hundredths(span.high).strip()).of(language)
        yield f"{padded(names[span.aim], width)}  {bar(span.low, span.told, span.high)} {hundredths(span.told)}  {ends}"


def posture_lines(treated: Sequence[Treated], language: Language, paint: Paint) -> Iterator[str]:
    """What is open, gated and closed, one line each, with the mode of every output."""
    labels = {posture: posture_words(posture).of(language) for posture in get_args(Posture)}
    width = max(map(columns_in, labels.values()))
    for posture, label in labels.items():
        those = [(name, mode) for name, mode in treated if POSTURES[mode] == posture]
        if those:
            yield f"{paint(padded(label, width), COLOURS[posture])}  {treated_words(those, language)}"


def treated_words(treated: Sequence[Treated], language: Language) -> str:
    """Outputs with the mode of each, in one line."""
    pairs = (f"{clean(name)} ({word('Mode', mode).of(language)})" for name, mode in treated)
    return text("options.listed").of(language).join(pairs)


def fact_line(step: Step, places: Places | None, language: Language) -> str:
    """A fact of the model in words, with its place where places are told."""
    words = said(step.node, step.where) if step.where is not None else None
    place = f"  ({places.of(step.node.id, step.where)})" if places is not None and step.node.id in places else ""
    name = named(step.node).of(language)
    return clean(f"{name} — {words.of(language)}{place}" if words else f"{name}{place}")


def posture_words(posture: Posture) -> Text:
    """A posture with its sign, in one word."""
    sign = text(f"words_signs.Posture.{posture}")
    return Text.each(lambda lang: f"{sign.of(lang)} {text(f'options.postures.{posture}').of(lang)}")


def mode_cell(mode: Mode | None) -> Text:
    """A mode with the sign of its posture; a dash where nothing is said."""
    return mode_words_of(mode) if mode else Text.plain("-")


def rows(table: Sequence[Sequence[str]], gap: str = "  ") -> Iterator[str]:
    """A table with every column as wide as its widest cell; the last one is not padded."""
    widths = [max(columns_in(row[index]) for row in table) for index in range(len(table[0]))] if table else []
    for row in table:
        yield gap.join([*map(padded, row[:-1], widths), row[-1]]).rstrip()
