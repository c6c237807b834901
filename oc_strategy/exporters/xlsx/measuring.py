"""How much room words take: widths in half-width characters, heights in points."""

from __future__ import annotations

import math
import re

TALLEST_ROW = 409.0
"""Points (Excel specifications and limits)."""
_RESERVE = 1.15
_WIDE = re.compile("[\u0370-\u04ff\u1100-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff]")


def width_of(line: str) -> int:
    """Half-width characters that one line takes; ambiguous ones count double, as Japanese fonts draw them."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def widest(words: str) -> int:
    """Width of the longest line."""
    return max(map(width_of, words.split("\n")))


def lines_in(words: str, width: float) -> int:
    """Lines that words take when wrapped at `width` half-width characters, with a reserve of 15 %."""
    if "\n" not in words and len(words) * 2 * _RESERVE <= width:
        return 1
    return sum(max(1, math.ceil(width_of(line) * _RESERVE / width)) for line in words.split("\n"))


def height_of(lines: int, size: float = 10) -> float:
    """Points that so many lines take, in a font with the wide line spacing of Yu Gothic."""
    return min(TALLEST_ROW, round(lines * size * 1.65 + 3, 2))
