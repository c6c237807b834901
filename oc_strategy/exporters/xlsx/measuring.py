"""How much room words take: widths in half-width characters, heights in points."""

from __future__ import annotations

import re
from functools import lru_cache

TALLEST_ROW = 409.0
"""Points (Excel specifications and limits)."""
_RESERVE, _LATIN_RESERVE = 1.08, 1.15
"""Where breaks between words and other fonts than ours take more room."""
_BODY_SIZE, _COLUMN_SIZE = 10, 11.5
"""Points of the text in cells, and of the digits that column widths are counted in (11, rounded up to whole pixels)."""
_SPACING = 1.46
"""Height of a line of Yu Gothic in sizes of the font."""
_AIR = 3.4
"""Points above and below the text of a row."""
_WIDE = r"\u1100-\uffff\U00010000-\U0010ffff"
_RUN = re.compile(rf"[{_WIDE}]+|[^\s\-{_WIDE}]*(?:-+|\s+)|[^\s\-{_WIDE}]+")
"""Japanese letters, or a word with the hyphen or the blank after which a line may end."""


def width_of(line: str) -> int:
    """Half-width characters that one line takes, rather too many than too few.

    UTF-8 spends one byte on a narrow letter and three on a full-width one, which is quicker to ask than each letter.
    """
    return len(line) if line.isascii() else (len(line.encode("utf-8", "replace")) + len(line) + 1) // 2


@lru_cache(maxsize=4096)
def lines_in(words: str, width: float, size: float = _BODY_SIZE) -> int:
    """Lines that words of so many points take when wrapped at column width `width`, with a reserve."""
    reserve = _LATIN_RESERVE if words.isascii() else _RESERVE
    room = max(2.0, width * _COLUMN_SIZE / size / reserve)
    lines = 0
    for line in words.split("\n"):
        lines += 1 if len(line) * 2 <= room else _wrapped(line, room)
    return lines


@lru_cache(maxsize=1024)
def height_of(lines: float, size: float = _BODY_SIZE) -> float:
    """Points that so many lines take."""
    return min(TALLEST_ROW, round(lines * size * _SPACING + _AIR, 2))


def _wrapped(line: str, room: float) -> int:
    """Lines after breaks between words and between Japanese letters; a word longer than the room is broken too."""
    if width_of(line) <= room:
        return 1
    lines, used = 1, 0.0
    for run in _RUN.findall(line):
        word = run.rstrip()
        is_latin = word.isascii()
        width = len(word) if is_latin else width_of(word)
        if used and is_latin and used + width > room:
            lines, used = lines + 1, 0.0
        used += width
        if used >= room:
            full, used = divmod(used, room)
            lines += int(full)
        used += len(run) - len(word)
    return lines
