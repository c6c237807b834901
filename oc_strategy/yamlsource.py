"""YAML 1.2 text to plain values that remember where each stood, with limits that no hostile file passes.

Every scalar stays a string (or None) until a type gives it meaning. Anchors, aliases, tags, merge keys, second
documents and duplicate keys are refused with their place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import yaml

try:
    from yaml import CSafeLoader as _Events
except ImportError:  # libyaml is absent: the pure-Python event parser gives the same events, slower
    from yaml import SafeLoader as _Events  # type: ignore[assignment]

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_DEPTH: Final = 40
MAX_VALUES: Final = 2_000_000
MAX_SCALAR: Final = 200_000
# Asked once a value: a name of this module is found sooner than one of another.
_SCALAR: Final = yaml.ScalarEvent
_MAP_START: Final = yaml.MappingStartEvent
_MAP_END: Final = yaml.MappingEndEvent
_SEQ_END: Final = yaml.SequenceEndEvent
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_ODD_KEYS: Final = _NULLS | {"<<"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and a column in a text, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text was not read: a code, where, and the values that the message names."""

    code: str
    spot: Spot
    values: tuple[tuple[str, str], ...] = ()


class Map(dict[str, Any]):
    """A YAML mapping; `spots` has for each key the marks of the key and of its value."""

    __slots__ = ("mark", "spots")
    mark: Any
    spots: dict[str, Any]

    def key_spot(self, key: str) -> Spot:
        """Where a key stands."""
        return _spot(self.spots[key][0])

    def value_spot(self, key: str) -> Spot:
        """Where the value of a key begins."""
        return _spot(self.spots[key][1])


class Seq(list[Any]):
    """A YAML sequence; `spots` has the mark of each item."""

    __slots__ = ("mark", "spots")
    mark: Any
    spots: list[Any]

    def value_spot(self, index: int) -> Spot:
        """Where an item begins."""
        return _spot(self.spots[index])


def _spot(mark: Any) -> Spot:
    return Spot(mark.line + 1, mark.column + 1)


class _RefusalError(Exception):
    def __init__(self, code: str, mark: Any, **values: str) -> None:
        self.refusal = Refusal(code, _spot(mark), tuple(values.items()))


def read(data: bytes) -> tuple[Any, list[Refusal]]:
    """The one document of a text as `Map`, `Seq`, str or None, and what was wrong with it.

    A text that cannot be read gives (None, [why]). Nothing is raised for what a user wrote.
    """
    if len(data) > MAX_BYTES:
        return None, [Refusal("file-too-large", Spot(1, 1), (("limit", f"{MAX_BYTES // 2**20} MiB"),))]
    text, problem = _decoded(data)
    return (None, [problem]) if problem else _built(text)


def _decoded(data: bytes) -> tuple[str, Refusal | None]:
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return "", Refusal("not-utf8", Spot(line, column))


def _built(text: str) -> tuple[Any, list[Refusal]]:
    builder = _Builder(text)
    try:
        return builder.document(), builder.duplicates
    except _RefusalError as refused:
        return None, [refused.refusal]
    except yaml.MarkedYAMLError as error:
        return None, [_refusal(error)]
    except (yaml.YAMLError, ValueError) as error:
        return None, [Refusal("not-yaml", Spot(*_reader_spot(text, error)), (("problem", _short(error)),))]


def _refusal(error: yaml.MarkedYAMLError) -> Refusal:
    mark = error.problem_mark or error.context_mark
    spot = _spot(mark) if mark else Spot(1, 1)
    problem = str(error.problem or error.context)
    if "nesting" in problem:
        # Newer parsers have a limit of their own, and look so far ahead that it comes before ours.
        return Refusal("too-deep", spot, (("limit", str(MAX_DEPTH)),))
    return Refusal("not-yaml", spot, (("problem", problem),))


def _reader_spot(text: str, error: Exception) -> tuple[int, int]:
    before = text[: getattr(error, "position", 0) or 0]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _short(error: Exception) -> str:
    return str(getattr(error, "reason", error)).splitlines()[0]


class _Builder:
    """Builds values from libyaml's events, one call an event kind."""

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Any] = _Events(text).get_event
        self._left = MAX_VALUES
        self.duplicates: list[Refusal] = []

    def document(self) -> Any:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), 0)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusalError("second-document", after.start_mark)
        return value

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            raise _RefusalError("alias", event.start_mark, name=str(event.anchor))
        self._check(event)
        if depth >= MAX_DEPTH:
            raise _RefusalError("too-deep", event.start_mark, limit=str(MAX_DEPTH))
        return self._map(event, depth) if kind is _MAP_START else self._seq(event, depth)

    def _check(self, event: Any) -> None:
        self._left -= 1
        if self._left < 0:
            raise _RefusalError("too-many-values", event.start_mark, limit=str(MAX_VALUES))
        if event.anchor is not None:
            raise _RefusalError("anchor", event.start_mark, name=event.anchor)
        if event.tag is not None:
            raise _RefusalError("tag", event.start_mark, name=event.tag)

    def _scalar(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None or self._left <= 0:
            self._check(event)
        self._left -= 1
        value: str = event.value
        if len(value) > MAX_SCALAR:
            raise _RefusalError("scalar-too-long", event.start_mark, limit=str(MAX_SCALAR))
        return None if value in _NULLS and event.implicit[0] else value

    def _map(self, start: Any, depth: int) -> Map:
        found = Map()
        found.mark = start.start_mark
        spots: dict[str, Any] = {}
        found.spots = spots
        following, deeper = self._next, depth + 1
        event = following()
        while type(event) is not _MAP_END:
            key = self._key(event)
            after = following()
            value = self._scalar(after) if type(after) is _SCALAR else self._value(after, deeper)
            if key in spots:
                self._duplicate(key, event, spots[key][0])
            else:
                found[key] = value
                spots[key] = (event.start_mark, after.start_mark)
            event = following()
        return found

    def _key(self, event: Any) -> str:
        if type(event) is _SCALAR and event.anchor is None and event.tag is None:
            word: str = event.value
            if word not in _ODD_KEYS and self._left > 0 and len(word) <= MAX_SCALAR:
                self._left -= 1
                return word
        return self._odd_key(event)

    def _odd_key(self, event: Any) -> str:
        if type(event) is not _SCALAR:
            if type(event) is yaml.AliasEvent:
                raise _RefusalError("alias", event.start_mark, name=str(event.anchor))
            raise _RefusalError("key-not-word", event.start_mark)
        value = self._scalar(event)
        if value == "<<":
            raise _RefusalError("merge-key", event.start_mark)
        return "" if value is None else value

    def _duplicate(self, key: str, event: Any, first: Any) -> None:
        values = (("key", key), ("first", str(first.line + 1)))
        self.duplicates.append(Refusal("duplicate-key", _spot(event.start_mark), values))

    def _seq(self, start: Any, depth: int) -> Seq:
        found = Seq()
        found.mark = start.start_mark
        spots: list[Any] = []
        found.spots = spots
        event = self._next()
        while type(event) is not _SEQ_END:
            found.append(self._value(event, depth + 1))
            spots.append(event.start_mark)
            event = self._next()
        return found


def spot_of(value: Any, path: tuple[str | int, ...]) -> Spot:
    """Where the value at a path below a `Map` or `Seq` stands; the nearest enclosing place if the path ends early.

    Steps that the text does not have (a wrapper that only a type knows) are passed over.
    """
    spot = _spot(value.mark)
    for step in path:
        if isinstance(value, Map) and step in value:
            key = str(step)
            spot, value = value.value_spot(key), value[key]
        elif isinstance(value, Seq) and isinstance(step, int) and step < len(value):
            spot, value = value.value_spot(step), value[step]
    return spot


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
