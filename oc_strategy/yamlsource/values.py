"""Values that remember where each stood in its text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

LINE: Final = 1 << 26
"""A mark is the line times this, plus the column, both counted from 0: one plain number for each place. No line is as
long as this."""
NOWHERE: Final[Mapping[str, int]] = {}
"""No value of a mapping stands elsewhere than right behind its key."""


class Spot(NamedTuple):
    """A line and a column in a text, counted from 1."""

    line: int
    column: int


def spot_at(mark: int) -> Spot:
    """The line and the column that a mark stands for."""
    line, column = divmod(mark, LINE)
    return Spot(line + 1, column + 1)


class Map(dict[str, Any]):
    """A YAML mapping; `spots` has the mark of each key, in their order.

    A value stands right behind its key, a colon and a space; where it does not, `elsewhere` has its mark.
    """

    __slots__ = ("_by_key", "elsewhere", "mark", "spots")
    mark: int
    spots: list[int]
    elsewhere: Mapping[str, int]

    @classmethod
    def nothing(cls) -> Map:
        """A mapping without entries, which stands nowhere."""
        found = cls()
        found.mark, found.spots, found.elsewhere = 0, [], NOWHERE
        return found

    def part(self, keys: Collection[str]) -> Map:
        """The entries under some of the keys, where they stand."""
        found = Map((key, value) for key, value in self.items() if key in keys)
        found.mark, found.elsewhere = self.mark, self.elsewhere
        found.spots = [spot for key, spot in zip(self, self.spots, strict=True) if key in keys]
        return found

    def key_spot(self, key: str) -> Spot:
        """Where a key stands."""
        return spot_at(self.key_mark(key))

    def value_spot(self, key: str) -> Spot:
        """Where the value of a key begins."""
        return spot_at(self.value_mark(key))

    def value_mark(self, key: str) -> int:
        """The mark of where the value of a key begins."""
        return self.elsewhere.get(key) or self.key_mark(key) + len(key) + 2

    def key_mark(self, key: str) -> int:
        """The mark of where a key stands."""
        # Few mappings are ever asked, and of some each of thousands of keys.
        if not hasattr(self, "_by_key"):
            self._by_key = dict(zip(self, self.spots, strict=True))
        return self._by_key[key]


class Seq(list[Any]):
    """A YAML sequence; `spots` has the mark of each item."""

    __slots__ = ("mark", "spots")
    mark: int
    spots: list[int]

    def value_spot(self, index: int) -> Spot:
        """Where an item begins."""
        return spot_at(self.spots[index])


def spot_of(value: Any, path: tuple[str | int, ...]) -> Spot:
    """Where the value at a path below a `Map` or `Seq` stands; the nearest enclosing place if the path ends early.

    Steps that the text does not have (a wrapper that only a type knows) are passed over.
    """
    mark = value.mark
    for step in path:
        if isinstance(value, Map) and step in value:
            key = str(step)
            mark, value = value.value_mark(key), value[key]
        elif isinstance(value, Seq) and isinstance(step, int) and step < len(value):
            mark, value = value.spots[step], value[step]
    return spot_at(mark)


def key_spot_of(value: Any, path: tuple[str | int, ...]) -> Spot:
    """Where the key at the end of a path stands."""
    parent: Any = value
    for step in path[:-1]:
        parent = _below(parent, step)
    last = path[-1]
    return parent.key_spot(str(last)) if isinstance(parent, Map) and last in parent else spot_of(value, path)


def _below(value: Any, step: str | int) -> Any:
    is_there = (isinstance(value, Map) and step in value) or (isinstance(value, Seq) and isinstance(step, int))
    return value[step] if is_there else value
