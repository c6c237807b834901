"""The line of the text that a finding stands at, with a caret below the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Final

from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.exporters.wrapping import columns_in
from oc_strategy.model.diagnostic import Place
from oc_strategy.yamlsource import MAX_BYTES

LineOf = Callable[[Place], str | None]
"""The line at a place, or None where it cannot be read."""

_ENDS: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where YAML ends a line."""
_WIDEST: Final = 72
_BEFORE: Final = 40
_FILES_KEPT: Final = 64


def line_reader() -> LineOf:
    """Reads lines of files, each file once as long as few are asked for in turn."""

    @lru_cache(_FILES_KEPT)
    def lines(file: str) -> list[str]:
        try:
            path = Path(file)
            data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
        except (OSError, ValueError):
            return []
        return _lines_of(data.decode("utf-8-sig", errors="replace"))

    def line_of(place: Place) -> str | None:
        found = lines(place.file)
        return found[place.line - 1] if place.line <= len(found) else None

    return line_of


def _lines_of(words: str) -> list[str]:
    # Nearly all files have one kind of line end.
    return _ENDS.split(words) if any(end in words for end in "\r\x85\u2028\u2029") else words.split("\n")


def excerpt(place: Place, line_of: LineOf, paint: Paint) -> list[str]:
    """The line at a place and a caret below it, or nothing where the line is empty or cannot be read."""
    line = line_of(place)
    if line is None or not line.strip():
        return []
    at = min(place.column - 1, len(line))
    before, after = clean("." + line[:at])[1:], clean("." + line[at:])[1:]
    shown = before if columns_in(before + after) <= _WIDEST else _end_of(before, _BEFORE)
    rest = _cut(after, _WIDEST - columns_in(shown))
    margin = f"{place.line:>5} | "
    caret = " " * columns_in(shown) + "^"
    # Cleaned in two pieces, the line could hold a command across the place where they meet.
    told = (shown + rest).replace("##[", "## [")
    return [paint(margin + told, "dim"), " " * (len(margin) - 2) + "| " + paint(caret, "bold")]


def _cut(words: str, columns: int) -> str:
    """As much of the beginning as so many columns hold."""
    return words if columns_in(words) <= columns else words[: _fitting(words, columns)] + "…"


def _end_of(words: str, columns: int) -> str:
    """As much of the end as so many columns hold."""
    if columns_in(words) <= columns:
        return words
    return "…" + words[len(words) - _fitting(reversed(words), columns) :]


def _fitting(chars: Iterable[str], columns: int) -> int:
    """How many characters, with the mark that more was there, so many columns hold."""
    widths = accumulate(map(columns_in, chars))
    return sum(1 for _ in takewhile(lambda used: used < columns, widths))
