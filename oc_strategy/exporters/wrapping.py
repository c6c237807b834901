"""Lines broken at the width of a terminal, where Japanese letters take two columns and may be parted anywhere."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NEVER_FIRST: Final = "、。，．・：；？！」』】〉》）］｝’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…"
_NEVER_LAST: Final = "「『【〈《（［｛‘“"
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_WIDE: Final = r"\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
_PIECE: Final = (
    rf"\s+|[{_NEVER_LAST}]*(?:[{_WIDE}\U0001f300-\U0003ffff]|[^\s{_WIDE}\U0001f300-\U0003ffff]+)?[{_NEVER_FIRST}]*"
)
"""Compiled by `re` when the first long line comes, which keeps the help quick."""
_MARGIN: Final = re.compile(r" *(?:[|=] )?")
_NARROWEST: Final = 20


def columns_in(words: str) -> int:
    """How many columns of a terminal words take; colours take none."""
    plain = _COLOUR.sub("", words) if "\x1b" in words else words
    return len(plain) if plain.isascii() else sum(map(_columns, plain))


def padded(words: str, columns: int) -> str:
    """Words with blanks up to a number of columns."""
    return words + " " * (columns - columns_in(words))


def wrapped(words: str, columns: int, hanging: int = 2) -> str:
    """Every line broken into lines of at most so many columns; what follows stands below the line's own margin.

    It hangs in by `hanging` blanks more. A word that is longer than a line, such as an address, stays whole.
    """
    return "\n".join(part for line in words.split("\n") for part in _lines(line, columns, hanging))


def _lines(line: str, columns: int, more: int) -> list[str]:
    if columns_in(line) <= columns:
        return [line]
    margin = _MARGIN.match(line)[0]  # type: ignore[index]
    hanging = margin if "|" in margin else " " * (len(margin) + (0 if "=" in margin else more))
    room = max(columns, _NARROWEST)
    lines, used = [margin], len(margin)
    for piece in re.findall(_PIECE, line[len(margin) :].rstrip()):
        width = columns_in(piece)
        # Blanks that reach past the end break the line, too: what they keep apart must not run together.
        if used + width > room and used > len(hanging):
            lines.append(hanging)
            used = len(hanging)
        if piece.strip() or used > len(hanging):
            lines[-1] += piece
            used += width
    return [each.rstrip() for each in lines]


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "FW" else 1
