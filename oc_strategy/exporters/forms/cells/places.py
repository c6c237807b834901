"""Cell references, and where each goes when rows repeat."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import column_index_from_string, get_column_letter

_CELL: Final = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})")
_QUALIFIED: Final = re.compile(r"(?:('(?:[^']|'')+'|[^'!]+)!)?(.+)")


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that repeat together, so many times, for a list."""

    first: int
    last: int
    name: str
    count: int

    @property
    def height(self) -> int:
        """How many rows it has once."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Growth:
    """The repeating blocks of a sheet from top to bottom."""

    blocks: tuple[Block, ...] = ()

    def at(self, row: int, copy: int = 0) -> int:
        """Where a row goes; one that repeats, in that copy."""
        inside = self.block(row)
        above = sum((b.count - 1) * b.height for b in self.blocks if b.last < row)
        return row + above + (copy * inside.height if inside else 0)

    def end(self, row: int) -> int:
        """Where a row goes; one that repeats, in its last copy."""
        inside = self.block(row)
        return self.at(row, inside.count - 1 if inside else 0)

    def block(self, row: int) -> Block | None:
        """The block that a row belongs to."""
        return next((b for b in self.blocks if b.first <= row <= b.last), None)


def split(reference: str) -> tuple[int, int]:
    """Row and column of a cell such as `B7`."""
    match = _CELL.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    return int(match[4]), column_index_from_string(match[2])


def corners(area: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of an area such as `B7:D9`, or of one cell."""
    first, _, last = area.partition(":")
    return (*split(first), *split(last or first))


def area(top: int, left: int, bottom: int, right: int) -> str:
    """An area in words."""
    start, end = f"{get_column_letter(left)}{top}", f"{get_column_letter(right)}{bottom}"
    return start if start == end else f"{start}:{end}"


def moved_area(words: str, growth: Growth) -> str:
    """An area, or several apart by blanks, grown to where its rows went."""
    return " ".join(_moved(part, growth.at, growth.end) for part in words.split())


def _moved(words: str, start: Callable[[int], int], end: Callable[[int], int]) -> str:
    first, colon, last = words.partition(":")
    moved = _at(first, start)
    return f"{moved}:{_at(last, end)}" if colon else moved


def _at(words: str, row: Callable[[int], int]) -> str:
    match = _CELL.fullmatch(words)
    return f"{match[1]}{match[2]}{match[3]}{row(int(match[4]))}" if match else words


def moved_formula(formula: str, sheet: str, growths: dict[str, Growth], copy: tuple[Block, int] | None = None) -> str:
    """A formula (without `=`) that stands on a sheet, with each reference where its rows went.

    `copy` is the block and the number of the copy that the formula stands in: what it says of its own block holds for
    its own copy.
    """
    parts = Tokenizer(f"={formula}").items
    return "".join(_token(part, sheet, growths, copy) for part in parts)


def _token(part: Token, sheet: str, growths: dict[str, Growth], copy: tuple[Block, int] | None) -> str:
    if part.type != Token.OPERAND or part.subtype != Token.RANGE:
        return str(part.value)
    match = _QUALIFIED.fullmatch(part.value)
    named = match[1].strip("'").replace("''", "'") if match and match[1] else sheet
    growth = growths.get(named)
    if match is None or growth is None:
        return str(part.value)
    own = copy if copy and named == sheet else None

    def inside(row: int) -> bool:
        return own is not None and own[0].first <= row <= own[0].last

    def start(row: int) -> int:
        return growth.at(row, own[1] if own and inside(row) else 0)

    def end(row: int) -> int:
        return growth.at(row, own[1]) if own and inside(row) else growth.end(row)

    prefix = f"{match[1]}!" if match[1] else ""
    return prefix + _moved(match[2], start, end)
