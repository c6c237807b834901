"""Values with their fields put together to what a node says, as it stands in YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oc_strategy.importers.seeding.cells import Unread
from oc_strategy.importers.seeding.fields import Field
from oc_strategy.lang import text
from oc_strategy.model.text import Language

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell says: a field, its values, the language of a text, and the share of each link."""

    field: Field
    values: Sequence[Any]
    language: Language | None = None
    shares: Sequence[float] | None = None


def tree_of(entries: Sequence[Entry], constants: Sequence[Entry], order: Sequence[str]) -> Tree | Unread:
    """What a row says, in the order of the model's paths.

    Of several columns for one value the first that says something counts, and constants come after all.
    """
    tree: Tree = {}
    for entry in (*entries, *constants):
        if not entry.field.is_of_record:
            _put(tree, entry)
    groups: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in entries:
        if entry.field.is_of_record:
            groups.setdefault(_group(entry.field), []).append(entry)
    for (key, item), found in groups.items():
        fixed = [entry for entry in constants if _group(entry.field) == (key, item)]
        items = _items(found, fixed)
        if isinstance(items, Unread):
            return items
        tree.setdefault(key, []).extend(_ordered(made, f"{key}[].", order) for made in items)
    return _ordered(tree, "", order)


def _ordered(tree: Tree, prefix: str, order: Sequence[str]) -> Tree:
    """The same values with their keys in the order of the paths that begin so."""
    first: dict[str, int] = {}
    for index, path in enumerate(order):
        if path.startswith(prefix):
            first.setdefault(path.removeprefix(prefix).partition(".")[0].removesuffix("[]"), index)
    return {key: tree[key] for key in sorted(tree, key=lambda key: first.get(key, len(order)))}


def _group(field: Field) -> tuple[str, str | None]:
    return field.steps[0].key, field.steps[0].item


def _put(tree: Tree, entry: Entry) -> None:
    holder = tree
    for step in entry.field.steps[:-1]:
        holder = holder.setdefault(step.key, {})
    key = entry.field.steps[-1].key
    if entry.shares is not None:
        holder.setdefault(key, {}).update(zip(entry.values, entry.shares, strict=True))
    elif entry.field.is_many:
        there = holder.setdefault(key, [])
        if isinstance(there, list):
            there.extend(value for value in entry.values if value not in there)
    else:
        _put_one(holder, key, entry)


def _put_one(holder: Tree, key: str, entry: Entry) -> None:
    if entry.language is None:
        holder.setdefault(key, entry.values[0])
    elif isinstance(words := holder.setdefault(key, {}), dict):
        words.setdefault(entry.language, entry.values[0])


def _items(entries: Iterable[Entry], constants: Iterable[Entry]) -> list[Tree] | Unread:
    """The records that some cells make: a cell with one value says it of all, those with several must have as many."""
    columns = [(entry.field.steps[-1].key, _each(entry), entry.language) for entry in entries]
    count = max(len(values) for _, values, _ in columns)
    if any(len(values) not in {1, count} for _, values, _ in columns):
        return Unread(text("seeding.unlike-lists"))
    items: list[Tree] = []
    for index in range(count):
        item: Tree = {}
        for key, values, language in columns:
            value = values[index] if len(values) > 1 else values[0]
            item.setdefault(key, {language: value} if language else value)
        items.append(
            item | {c.field.steps[-1].key: c.values[0] for c in constants if c.field.steps[-1].key not in item}
        )
    return items


def _each(entry: Entry) -> Sequence[Any]:
    return [list(entry.values)] if entry.field.is_many else entry.values


def together(trees: Sequence[Mapping[str, Any]]) -> Tree:
    """What several rows say of one node: the first word on each value counts, lists add up."""
    whole: Tree = {}
    for tree in trees:
        _add(whole, tree)
    return whole


def _add(whole: Tree, tree: Mapping[str, Any]) -> None:
    for key, value in tree.items():
        there = whole.get(key)
        if isinstance(there, list) and isinstance(value, list):
            there.extend(item for item in value if item not in there)
        elif isinstance(there, dict) and isinstance(value, Mapping):
            _add(there, value)
        elif there is None:
            whole[key] = (
                list(value) if isinstance(value, list) else dict(value) if isinstance(value, Mapping) else value
            )
