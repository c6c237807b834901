"""The line of the text that a finding stands at, with a caret below the place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
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
    start = max(0, at - _BEFORE) if columns_in(clean(line)) > _WIDEST else 0
    before, after = clean("." + line[start:at])[1:], clean("." + line[at:])[1:]
    shown = ("…" if start else "") + before
    rest = _cut(after, _WIDEST - columns_in(shown))
    margin = f"{place.line:>5} | "
    caret = " " * columns_in(shown) + "^"
    # Cleaned in two pieces, the line could hold a command across the place where they meet.
    told = (shown + rest).replace("##[", "## [")
    return [paint(margin + told, "dim"), " " * (len(margin) - 2) + "| " + paint(caret, "bold")]


def _cut(words: str, columns: int) -> str:
    if columns_in(words) <= columns:
        return words
    used = end = 0
    for index, char in enumerate(words):
        used += columns_in(char)
        if used >= columns:
            break
        end = index + 1
    return words[:end] + "…"
