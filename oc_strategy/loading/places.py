"""Where each node, and each value below it, stands in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oc_strategy import yamlsource
from oc_strategy.model.diagnostic import Place
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.yamlsource import Map

_ALIASES: Mapping[str | int, str | int] = {
    name: info.alias for node_class in NODE_CLASSES for name, info in node_class.model_fields.items() if info.alias
}
_Held = tuple[str, Map, str | None]
"""A file, the mapping in it that holds a node, and the key that the node stands under (None at the top)."""


@dataclass(slots=True)
class Places:
    """What holds each node, by its id; what an earlier layer has counts before what a later one has."""

    _layers: tuple[dict[str, _Held], ...] = field(default_factory=lambda: ({},))

    def add(self, node_id: str, file: str, holder: Map, key: str | None) -> None:
        """Remember where a node stands."""
        self._layers[0][node_id] = (file, holder, key)

    def __contains__(self, node_id: str) -> bool:
        return any(node_id in layer for layer in self._layers)

    def merged(self, *others: Places) -> Places:
        """The places of all; this one's win, then those of the first."""
        return Places((*self._layers, *(layer for places in others for layer in places._layers)))

    def update(self, other: Places) -> None:
        """Remember those of another, too."""
        self._layers[0].update(other._held())

    def under(self, prefix: str) -> Places:
        """The same places for ids with a prefix, such as `plug/`."""
        return Places(({f"{prefix}{node_id}": held for node_id, held in self._held().items()},))

    def moved(self, old: str, new: str) -> Places:
        """The same places with another beginning of their files' paths."""
        held = self._held().items()
        return Places(({i: (new + file.removeprefix(old), holder, key) for i, (file, holder, key) in held},))

    def of(self, node_id: str, path: tuple[str | int, ...] | str | None = None) -> Place:
        """The place of a node's key, or of the value at a path of fields below it; KeyError for an unknown node."""
        place = self.find(node_id, path)
        if place is None:
            raise KeyError(node_id)
        return place

    def find(self, node_id: str, path: tuple[str | int, ...] | str | None = None) -> Place | None:
        """The same, or None for a node that stands nowhere."""
        held = self._at(node_id)
        if held is None:
            return None
        file, holder, key = held
        spot = _spot(holder, key, (path,) if isinstance(path, str) else path)
        return Place(file, spot.line, spot.column)

    def raw(self, node_id: str) -> Any:
        """What the text has of a node, as it was read."""
        held = self._at(node_id)
        if held is None:
            raise KeyError(node_id)
        _, holder, key = held
        return holder if key is None else holder[key]

    def _held(self) -> dict[str, _Held]:
        return {node_id: held for layer in reversed(self._layers) for node_id, held in layer.items()}

    def _at(self, node_id: str) -> _Held | None:
        for layer in self._layers:
            if node_id in layer:
                return layer[node_id]
        return None


def _spot(holder: Map, key: str | None, steps: tuple[str | int, ...] | None) -> yamlsource.Spot:
    """Where the value at some steps below a node stands; where the node does, if it has no such field."""
    node = holder if key is None else holder[key]
    if steps and isinstance(node, Map) and (first := _ALIASES.get(steps[0], steps[0])) in node:
        below = (first, *[_ALIASES.get(step, step) for step in steps[1:]])
        return yamlsource.spot_of(node, below)
    return yamlsource.spot_of(holder, ()) if key is None else holder.key_spot(key)
