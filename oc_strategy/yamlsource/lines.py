"""Plain YAML read line by line: quicker than from events, and the same values at the same places.

Plain is what needs no second look: `key: words`, `key:` above a deeper block, `- item`, a list or mapping that closes
on its line, words in quotes without escapes. An entry of any other shape (a block of text, a list over several lines)
is cut out with its lines and read from events. Where that finds anything wrong, or the lines do not fit each other, the
text is not read here at all: what is wrong with it is told by the events of the whole.
"""

from __future__ import annotations

import re
from typing import Any, Final

from oc_strategy.yamlsource.flows import FIRST, KEY, QUOTED, NotPlainError, flow_read, unquoted
from oc_strategy.yamlsource.limits import MAX_DEPTH, MAX_SCALAR, MAX_VALUES, NULLS, ODD_KEYS
from oc_strategy.yamlsource.values import LINE, NOWHERE, Map, Seq

_LINE: Final = re.compile(
    rf"""(\ *)(-\ )?(?:({KEY}):(?:\ |(?=\n)))?      # how far in, an item, a key
    (?: ({FIRST}[^:\#\n]*(?:(?::(?!\s)|(?<!\s)\#)[^:\#\n]*)*(?<!\s))\ *(?:(?<=\ )\#.*)?   # words, and a remark
      | \ *(?:\#.*)?                                # nothing, or a remark alone
      | (.+)                                        # anything else
    )\n""",
    re.VERBOSE,
)
_QUOTED: Final = re.compile(QUOTED)
# Where a key that is told by a question mark has no value, events place that at what follows, which may be cut off.
_KEY_APART: Final = re.compile(r"(?:^|[-\[{,])[ \t]*\?(?:\s|$)", re.MULTILINE)
_Row = tuple[str, str, str, str, str]
"""A line that says something: its indentation, `- ` if it is an item, its key, then words or anything else."""
_END: Final[_Row] = ("", "end", "", "", "")


def plainly_read(text: str) -> Map | None:
    """The mapping that a text is, if it is a plain one; None where anything takes a second look."""
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    if not _is_within_limits(text, lines):
        return None
    try:
        return _Lines(text, lines).document()
    except NotPlainError:
        return None


def _is_within_limits(text: str, lines: list[str]) -> bool:
    """Whether a text holds nothing but printable characters, and surely neither too many values nor too long ones."""
    at_most = 2 * text.count(":") + sum(map(text.count, ",[{-"))
    is_short = at_most < MAX_VALUES and max(map(len, lines)) <= MAX_SCALAR
    # The wide space of Japanese texts is no character that Python prints, though YAML takes it as any other.
    return is_short and text.replace("\n", "").replace("\u3000", "").isprintable()


def _stay_above(depth: int) -> None:
    if depth >= MAX_DEPTH:
        raise NotPlainError


class _Lines:
    """Reads blocks from the lines that say something; `_at` is the one that comes next."""

    def __init__(self, text: str, lines: list[str]) -> None:
        rows: list[_Row] = _LINE.findall(text if text.endswith("\n") else f"{text}\n")
        self._lines = lines
        self._numbers = [number for number, row in enumerate(rows) if any(row[1:])]
        self._rows = [*(rows if len(rows) == len(self._numbers) else map(rows.__getitem__, self._numbers)), _END]
        self._numbers.append(len(rows))
        self._at = 0

    def document(self) -> Map:
        found = self._map(self._rows[0][0], 0)
        if not found or self._at != len(self._rows) - 1:
            raise NotPlainError
        return found

    def _map(self, indent: str, depth: int) -> Map:
        """The entries that stand so far in."""
        _stay_above(depth)
        rows, numbers, at = self._rows, self._numbers, self._at
        found = Map()
        found.mark = numbers[at] * LINE + len(indent)
        found.spots = spots = []
        elsewhere: dict[str, int] = {}
        row = rows[at]
        while row[0] == indent and not row[1]:
            _, _, key, words, other = row
            if not key or key in found:
                raise NotPlainError
            mark = numbers[at] * LINE + len(indent)
            spots.append(mark)
            at += 1
            row = rows[at]
            if words and row[0] <= indent:
                found[key] = None if words in NULLS else words
                continue
            self._at = at
            if words or other:
                found[key], elsewhere[key] = self._odd(at - 1, mark + len(key) + 2, depth)
            else:
                found[key], elsewhere[key] = self._below(at - 1, mark + len(key) + 1, depth)
            at = self._at
            row = rows[at]
        self._at = at
        found.elsewhere = elsewhere or NOWHERE
        self._leave(indent)
        if not ODD_KEYS.isdisjoint(found):
            raise NotPlainError
        return found

    def _seq(self, indent: str, depth: int) -> Seq:
        """The items whose dashes stand so far in."""
        _stay_above(depth)
        rows, numbers = self._rows, self._numbers
        found = Seq()
        found.mark = numbers[self._at] * LINE + len(indent)
        spots: list[int] = []
        found.spots = spots
        while rows[self._at][:2] == (indent, "- "):
            at = self._at
            _, _, key, words, other = rows[at]
            begin = numbers[at] * LINE + len(indent) + 2
            value: Any
            if key:
                rows[at] = (f"{indent}  ", "", key, words, other)
                value = self._map(f"{indent}  ", depth + 1)
            else:
                self._at += 1
                if words and rows[at + 1][0] <= indent:
                    value = None if words in NULLS else words
                else:
                    value, begin = self._odd(at, begin, depth)
            found.append(value)
            spots.append(begin)
        self._leave(indent)
        return found

    def _leave(self, indent: str) -> None:
        """What follows a block stands less far in, or as far where it belongs to what is around it."""
        if self._rows[self._at][0] > indent:
            raise NotPlainError

    def _below(self, at: int, mark: int, depth: int) -> tuple[Any, int]:
        """What stands on the lines below a key that has nothing behind it, and where; nothing is right behind it."""
        indent = self._rows[at][0]
        further, dash, key, _, _ = self._rows[self._at]
        if further > indent and not (dash or key):
            return self._cut(at, depth)
        if dash == "- " and further >= indent:
            found: Map | Seq = self._seq(further, depth + 1)
        elif further > indent:
            found = self._map(further, depth + 1)
        else:
            return None, mark
        return found, found.mark

    def _odd(self, at: int, mark: int, depth: int) -> tuple[Any, int]:
        """What stands behind a key or a dash, and where, if it is more than words on one line."""
        indent, _, _, _, other = self._rows[at]
        if other and self._rows[self._at][0] <= indent:
            if other[0] in "[{":
                try:
                    return flow_read(other, mark, depth + 1), mark
                except NotPlainError:
                    pass
            elif _QUOTED.fullmatch(other):
                return unquoted(other), mark
        return self._cut(at, depth)

    def _cut(self, at: int, depth: int) -> tuple[Any, int]:
        """The value of an entry or an item, and where it stands, read from the events of all its lines."""
        from oc_strategy.yamlsource.events import built

        indent, _, key, _, _ = self._rows[at]
        while self._rows[self._at][0] > indent:
            self._at += 1
        number, following = self._numbers[at], self._numbers[self._at]
        first, *more = self._lines[number:following]
        own = "\n".join((indent + first[len(indent) :], *more))
        if _KEY_APART.search(own):
            raise NotPlainError
        tree, problems = built(own if following == len(self._lines) else f"{own}\n", number, depth)
        if problems or len(tree) != 1 or (key and key not in tree):
            raise NotPlainError
        if isinstance(tree, Seq):
            return tree[0], tree.spots[0]
        return tree[key], tree.value_mark(key)
