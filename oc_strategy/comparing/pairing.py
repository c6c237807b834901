"""Which record of a list was which before: records have no ids, but most have a name of some kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Record
from oc_strategy.model.text import Text

Pair = tuple[int | None, int | None]


def paired(before: Sequence[Record], after: Sequence[Record]) -> list[Pair]:
    """For each record its places before and after; None where it was not there, or is no more.

    Equal records belong together, then those with the same name in their order. What comes last was removed.
    """
    known: dict[int, int] = {}
    for same in (_itself, name_in):
        _match(before, after, same, known)
    kept: list[Pair] = [(known.get(there), there) for there in range(len(after))]
    return kept + [(here, None) for here in range(len(before)) if here not in known.values()]


def _match(
    before: Sequence[Record], after: Sequence[Record], same: Callable[[Any], Any], known: dict[int, int]
) -> None:
    """Add to `known` (place after: place before) the first record left on each side that is the same."""
    left = [here for here in range(len(before)) if here not in known.values()]
    for there in range(len(after)):
        here = next((h for h in left if there not in known and same(before[h]) == same(after[there])), None)
        if here is not None:
            known[there] = here
            left.remove(here)


def _itself(record: Record) -> Record:
    return record


def name_in(record: Record | None) -> str | None:
    """The first word, text or date in a record, by which people tell it from its like: an office, a stage, a day."""
    for _, value in record or ():
        if isinstance(value, Text):
            return value.of("en")
        if isinstance(value, str | Date):
            return str(value)
    return None
