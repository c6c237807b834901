"""One way to put text on a terminal: no control codes of others, colours only where they are wanted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import indent
from typing import Any, Final

_CODES: Final = {"red": "31", "green": "32", "yellow": "33", "cyan": "36", "bold": "1", "dim": "2"}
# Line ends and tabs, other control characters and lone halves of pairs, marks that turn the direction of what follows,
# and the separators of Unicode that some viewers take as line ends.
_BLANKS: Final = re.compile(r"\r\n|[\t\n\v\f\r\x85]")
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNING: Final = re.compile(r"[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_UNSAFE_IN_JSON: Final = re.compile(rf"{_CONTROLS.pattern}|{_TURNING.pattern}|(?<=##)\[")
_COMMAND: Final = re.compile(r"^(\s*):(?=:)")


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours words, or leaves them plain."""

    is_on: bool

    def __call__(self, words: str, colour: str) -> str:
        """The words in a colour of the terminal."""
        return f"\x1b[{_CODES[colour]}m{words}\x1b[0m" if self.is_on else words


def clean(words: str) -> str:
    """Text that a person wrote, safe to print on one line.

    Line ends and tabs become spaces, other control characters are dropped, direction marks are spelt out. Commands of
    CI services are taken apart: the runner of GitHub Actions obeys `::` after any blanks at the start of a line, and
    `##[` anywhere in one (its ActionCommand.cs).
    """
    # Nearly all texts are free of anything that does not print, and of what might be a command.
    if words.isprintable() and "##[" not in words and "::" not in words:
        return words
    flat = _CONTROLS.sub("", _BLANKS.sub(" ", words))
    told = _TURNING.sub(lambda mark: f"<U+{ord(mark[0]):04X}>", flat)
    return _COMMAND.sub(r"\1: ", told.replace("##[", "## ["))


def json_of(data: Any, *, is_line: bool = False) -> str:
    """Data as JSON that is safe to print: what `clean` would change is written as an escape, so no value changes.

    As one line it is written many times as fast.
    """
    lines = json.dumps(data, ensure_ascii=False, indent=None if is_line else 2).split("\n")
    return "\n".join(_UNSAFE_IN_JSON.sub(lambda char: f"\\u{ord(char[0]):04x}", line) for line in lines) + "\n"


def json_list(batches: Iterable[Sequence[Any]], margin: str = "") -> Iterator[str]:
    """One list as JSON, in pieces as its items come; every line but the first stands `margin` further in."""
    before = "["
    for batch in filter(None, batches):
        # One call for many items: each leaves behind what is collected late.
        yield f"{before}\n{indent(json_of(batch)[2:-3], margin)}"
        before = ","
    yield "[]" if before == "[" else f"\n{margin}]"
