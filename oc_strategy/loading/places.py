"""Where each node, and each value below it, stands in the text."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from oc_strategy import yamlsource
from oc_strategy.model.diagnostic import Place
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.yamlsource import Map

_ALIASES = {
    name: info.alias for node_class in NODE_CLASSES for name, info in node_class.model_fields.items() if info.alias
}


@dataclass(slots=True)
class Places:
    """For each node id the file, the mapping that holds the node, and the key it stands under (None at the top)."""

    _known: MutableMapping[str, tuple[str, Map, str | None]] = field(default_factory=dict)

    def add(self, node_id: str, file: str, holder: Map, key: str | None) -> None:
        """Remember where a node stands."""
        self._known[node_id] = (file, holder, key)

    def __contains__(self, node_id: str) -> bool:
        return node_id in self._known

    def merged(self, *others: Places) -> Places:
        """The places of all; this one's win, then those of the first."""
        return Places(ChainMap(self._known, *(places._known for places in others)))

    def update(self, other: Places) -> None:
        """Remember those of another, too."""
        self._known.update(other._known)

    def under(self, prefix: str) -> Places:
        """The same places for ids with a prefix, such as `plug/`."""
        return Places({f"{prefix}{node_id}": place for node_id, place in self._known.items()})

    def moved(self, old: str, new: str) -> Places:
        """The same places with another beginning of their files' paths."""
        return Places({i: (new + file.removeprefix(old), *rest) for i, (file, *rest) in self._known.items()})  # type: ignore[misc]

    def of(self, node_id: str, path: tuple[str | int, ...] | str | None = None) -> Place:
        """The place of a node's key, or of the value at a path of fields below it."""
        file, holder, key = self._known[node_id]
        steps = (path,) if isinstance(path, str) else tuple(path or ())
        below: tuple[str | int, ...] = tuple(_ALIASES.get(s, s) if isinstance(s, str) else s for s in steps)
        if not below and key is not None:
            spot = holder.key_spot(key)
        else:
            full = below if key is None else (key, *below)
            spot = yamlsource.spot_of(holder, full) if self._exists(holder, full) else self._fallback(holder, key)
        return Place(file, spot.line, spot.column)

    def raw(self, node_id: str) -> Any:
        """What the text has of a node, as it was read."""
        _, holder, key = self._known[node_id]
        return holder if key is None else holder[key]

    @staticmethod
    def _exists(holder: Map, path: tuple[str | int, ...]) -> bool:
        first = path[: 2 if len(path) > 1 else 1]
        value: Any = holder
        for step in first:
            if not (isinstance(value, Map) and step in value):
                return False
            value = value[str(step)]
        return True

    @staticmethod
    def _fallback(holder: Map, key: str | None) -> yamlsource.Spot:
        return holder.key_spot(key) if key is not None else yamlsource.spot_of(holder, ())
