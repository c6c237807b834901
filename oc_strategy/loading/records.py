"""Lists of records under a key, each with its place, such as exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from oc_strategy.loading.files import Source
from oc_strategy.loading.mistakes import mistake
from oc_strategy.loading.validation import found_shape, record, shape
from oc_strategy.model.diagnostic import Diagnostic, Place
from oc_strategy.model.node import Record
from oc_strategy.yamlsource import Map, Seq, Spot

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A record and where it stands."""

    record: R
    place: Place


def placed_records(record_class: type[R], source: Source, key: str) -> tuple[list[Placed[R]], list[Diagnostic]]:
    """The records of the list under a key of a file, and the mistakes in it; none where nothing stands there."""
    listed: Any = source.tree[key]
    if not isinstance(listed, Seq):
        return [], [] if listed is None else [_wrong(source, source.tree.value_spot(key), "list", listed)]
    placed: list[Placed[R]] = []
    mistakes: list[Diagnostic] = []
    for index, raw in enumerate(listed):
        spot = listed.value_spot(index)
        made, wrong = (
            record(record_class, raw, source.file)
            if isinstance(raw, Map)
            else (None, [_wrong(source, spot, "mapping", raw)])
        )
        mistakes += wrong
        if made is not None:
            placed.append(Placed(made, Place(source.file, spot.line, spot.column)))
    return placed, mistakes


def _wrong(source: Source, spot: Spot, expected: str, found: object) -> Diagnostic:
    return mistake("wrong-type", source.file, spot, expected=shape(expected), found=found_shape(found))
