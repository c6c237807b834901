"""YAML of any shape to values that remember where each stood, from the events of libyaml.

Every scalar stays a string (or None) until a type gives it meaning. Anchors, aliases, tags, merge keys, second
documents and duplicate keys are refused with their place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml

from oc_strategy.yamlsource.limits import MAX_DEPTH, MAX_SCALAR, MAX_VALUES, NULLS, ODD_KEYS
from oc_strategy.yamlsource.refusal import Refusal
from oc_strategy.yamlsource.values import LINE, NOWHERE, Map, Seq, Spot, spot_at

try:
    from yaml import CSafeLoader as _Events
except ImportError:  # libyaml is absent: the pure-Python event parser gives the same events, slower
    from yaml import SafeLoader as _Events  # type: ignore[assignment]

# Asked once a value: a name of this module is found sooner than one of another.
_SCALAR: Final = yaml.ScalarEvent
_MAP_START: Final = yaml.MappingStartEvent
_MAP_END: Final = yaml.MappingEndEvent
_SEQ_END: Final = yaml.SequenceEndEvent
_NULLS: Final = NULLS
_ODD_KEYS: Final = ODD_KEYS


class _RefusalError(Exception):
    def __init__(self, code: str, mark: int, **values: str) -> None:
        self.refusal = Refusal(code, spot_at(mark), tuple(values.items()))


def built(text: str, line: int = 0, depth: int = 0) -> tuple[Any, list[Refusal]]:
    """The one document of a text as `Map`, `Seq`, str or None, and what was wrong with it.

    A part of a larger text is given with the line it begins at and with how deep in the whole it stands.
    """
    builder = _Builder(text, line)
    try:
        return builder.document(depth), builder.duplicates
    except _RefusalError as refused:
        return None, [refused.refusal]
    except yaml.MarkedYAMLError as error:
        return None, [_refusal(error)]
    except (yaml.YAMLError, ValueError) as error:
        return None, [Refusal("not-yaml", Spot(*_reader_spot(text, error)), (("problem", _short(error)),))]


def _refusal(error: yaml.MarkedYAMLError) -> Refusal:
    mark = error.problem_mark or error.context_mark
    spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
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

    def __init__(self, text: str, line: int) -> None:
        self._next: Callable[[], Any] = _Events(text).get_event
        self._left = MAX_VALUES
        self._line = line
        self.duplicates: list[Refusal] = []

    def document(self, depth: int) -> Any:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), depth)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusalError("second-document", self._mark(after))
        return value

    def _mark(self, event: Any) -> int:
        start = event.start_mark
        return (self._line + start.line) * LINE + start.column  # type: ignore[no-any-return]

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            raise _RefusalError("alias", self._mark(event), name=str(event.anchor))
        self._check(event)
        if depth >= MAX_DEPTH:
            raise _RefusalError("too-deep", self._mark(event), limit=str(MAX_DEPTH))
        return self._map(event, depth) if kind is _MAP_START else self._seq(event, depth)

    def _check(self, event: Any) -> None:
        self._left -= 1
        if self._left < 0:
            raise _RefusalError("too-many-values", self._mark(event), limit=str(MAX_VALUES))
        if event.anchor is not None:
            raise _RefusalError("anchor", self._mark(event), name=event.anchor)
        if event.tag is not None:
            raise _RefusalError("tag", self._mark(event), name=event.tag)

    def _scalar(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None or self._left <= 0:
            self._check(event)
        self._left -= 1
        value: str = event.value
        if len(value) > MAX_SCALAR:
            raise _RefusalError("scalar-too-long", self._mark(event), limit=str(MAX_SCALAR))
        return None if value in _NULLS and event.implicit[0] else value

    def _map(self, start: Any, depth: int) -> Map:
        found = Map()
        found.mark = self._mark(start)
        spots: list[int] = []
        elsewhere: dict[str, int] = {}
        found.spots = spots
        following, deeper, line = self._next, depth + 1, self._line
        event = following()
        while type(event) is not _MAP_END:
            key = self._key(event)
            after = following()
            value = self._scalar(after) if type(after) is _SCALAR else self._value(after, deeper)
            if key in found:
                self._duplicate(key, event, spots[list(found).index(key)])
            else:
                found[key] = value
                # Reckoned here, not asked for: this is done once a value.
                at, there = event.start_mark, after.start_mark
                spots.append((line + at.line) * LINE + at.column)
                if there.column != at.column + len(key) + 2 or there.line != at.line:
                    elsewhere[key] = (line + there.line) * LINE + there.column
            event = following()
        found.elsewhere = elsewhere or NOWHERE
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
                raise _RefusalError("alias", self._mark(event), name=str(event.anchor))
            raise _RefusalError("key-not-word", self._mark(event))
        value = self._scalar(event)
        if value == "<<":
            raise _RefusalError("merge-key", self._mark(event))
        return "" if value is None else value

    def _duplicate(self, key: str, event: Any, first: int) -> None:
        values = (("key", key), ("first", str(spot_at(first).line)))
        self.duplicates.append(Refusal("duplicate-key", spot_at(self._mark(event)), values))

    def _seq(self, start: Any, depth: int) -> Seq:
        found = Seq()
        found.mark = self._mark(start)
        spots: list[int] = []
        found.spots = spots
        event = self._next()
        while type(event) is not _SEQ_END:
            found.append(self._value(event, depth + 1))
            spots.append(self._mark(event))
            event = self._next()
        return found
