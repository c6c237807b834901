"""What can be changed in a text, and what the values are afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
Scalar = str | int | float | bool
Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]


@dataclass(frozen=True, slots=True)
class Put:
    """Have this value at a path: it is replaced where one is there, else added, with the mappings above it.

    Of a mapping or a list only what differs is written. The path may lead one past the end of a list.
    """

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Drop:
    """Have nothing at a path: a key goes with its value, an item out of its list."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rekey:
    """Have another key at the end of a path, with the same value."""

    path: Path
    key: str


Change = Put | Drop | Rekey
"""Paths of all changes made together are those of the text before them."""


def applied(tree: Any, changes: Sequence[Change]) -> Any:
    """The values that a tree holds after some changes; KeyError or IndexError where a path leads nowhere."""
    result = _copied(tree)
    for put in (change for change in changes if isinstance(change, Put)):
        result = _with(result, put.path, _copied(put.value))
    # Later items first, so that those before keep their places; deep keys before those above them.
    for drop in sorted((c for c in changes if isinstance(c, Drop)), key=lambda c: _order(c.path), reverse=True):
        del _at(result, drop.path[:-1])[drop.path[-1]]
    for rekey in sorted((c for c in changes if isinstance(c, Rekey)), key=lambda c: len(c.path), reverse=True):
        _rename(_at(result, rekey.path[:-1]), rekey.path[-1], rekey.key)
    return result


def plain(value: Any) -> Any:
    """A value as the reader gives it: mappings, lists and text; None for nothing."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value if value is None else scalar_text(value)


def scalar_text(value: Scalar) -> str:
    """A single value as it is written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _copied(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_copied(item) for item in value]
    return value


def _with(tree: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items: list[Any] = tree if isinstance(tree, list) else []
        if step == len(items):
            items.append(None)
        items[step] = _with(items[step], rest, value)
        return items
    holder: dict[str, Any] = tree if isinstance(tree, dict) else {}
    holder[step] = _with(holder.get(step), rest, value)
    return holder


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    return tuple((isinstance(s, int), s if isinstance(s, int) else 0, str(s)) for s in path)


def _rename(holder: dict[str, Any], old: str | int, new: str) -> None:
    if new in holder and new != old:
        raise KeyError(new)
    pairs = [(new if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(pairs)
