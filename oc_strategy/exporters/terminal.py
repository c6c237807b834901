"""One way to put text on a terminal: no control codes of others, colours only where they are wanted."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

_CODES: Final = {"red": "31", "green": "32", "yellow": "33", "cyan": "36", "bold": "1", "dim": "2"}
_BIDI: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours words, or leaves them plain."""

    is_on: bool

    def __call__(self, words: str, colour: str) -> str:
        """The words in a colour of the terminal."""
        return f"\x1b[{_CODES[colour]}m{words}\x1b[0m" if self.is_on else words


def clean(words: str) -> str:
    """Text that a person wrote, safe to print on one line.

    Control characters are dropped, direction marks are spelt out, line ends become spaces, and workflow commands of
    CI services cannot begin a line (`::` and `##[` keep a space before them).
    """
    flat = "".join(_safe(char) for char in words.replace("\r\n", "\n").replace("\n", " "))
    return f" {flat}" if flat.startswith(("::", "##[")) else flat


def _safe(char: str) -> str:
    if char in _BIDI:
        return f"<U+{ord(char):04X}>"
    return "" if unicodedata.category(char) in {"Cc", "Cs"} else char
