"""Edits worth trying: a value where a node says nothing, or another mode for an output. What is stated stays stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import islice
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import EDGES_FROM, KEYS, VALUES, Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node, NotApplicable, Record, yaml_key
from oc_strategy.model.steering import Option
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Mode

WORDS: Final = "…"
"""Stands for words that only a person can write."""
_MOST_LINKS: Final = 12
_SHARED: Final = frozenset(Node.model_fields)
_OF_MODES: Final = frozenset({"mode", "disclosure", "access"})
"""What a treatment says by its mode, which is tried for itself."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to write: at a path of keys below a node, and the node as it would then be."""

    node: Node
    path: Path
    value: Any

    @property
    def is_answer_none(self) -> bool:
        """Whether it says that the question does not apply."""
        return isinstance(self.value, dict)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node or a record inside it: the path of keys that leads there, and how the node is made anew around it."""

    record: Record
    path: Path
    rebuilt: Callable[[Record], Node]


def additions(node: Node, graph: Graph, today: date) -> Iterator[Edit]:
    """Every field of a node, and of the records in it, that says nothing, with each value it could be given.

    Fields of the node itself may also be answered as not applicable.
    """
    for spot in _spots(node):
        kind = type(spot.record)
        for name in _silent(spot.record):
            path = (*spot.path, yaml_key(kind, name))
            for value in _values(kind, name, _linked(node, path), graph, today):
                typed = _typed(kind, name, value)
                if typed is not None:
                    yield Edit(spot.rebuilt(spot.record.model_copy(update={name: typed})), path, value)
            if spot.record is node:
                yield _not_applicable(node, name, path)


def _silent(record: Record) -> Iterator[str]:
    given = record.not_applicable if isinstance(record, Node) else _OF_MODES if isinstance(record, Treatment) else ()
    for name in type(record).model_fields:
        if name not in _SHARED and name not in given and getattr(record, name) in (None, (), {}):
            yield name


def _not_applicable(node: Node, name: str, path: Path) -> Edit:
    answers = {**node.not_applicable, name: NotApplicable(not_applicable=Text.plain(WORDS))}
    return Edit(node.model_copy(update={"not_applicable": answers}), path, {"not_applicable": WORDS})


def _spots(node: Node) -> Iterator[_Spot]:
    yield _Spot(node, (), lambda changed: changed)  # type: ignore[arg-type,return-value]
    for name in type(node).model_fields:
        if name not in _SHARED:
            yield from _inside(node, name, yaml_key(type(node), name), getattr(node, name))


def _inside(node: Node, name: str, key: str, held: Any) -> Iterator[_Spot]:
    """The records that a field holds: the one, or those of a list or a mapping."""
    if isinstance(held, Record):
        yield _Spot(held, (key,), lambda changed: node.model_copy(update={name: changed}))
    items = held.items() if isinstance(held, Mapping) else enumerate(held) if isinstance(held, tuple) else ()
    for at, item in items:
        if isinstance(item, Record):
            yield _Spot(item, (key, at), partial(_rebuilt, node, name, held, at))


def _rebuilt(node: Node, name: str, held: Any, at: Any, changed: Record) -> Node:
    if isinstance(held, Mapping):
        return node.model_copy(update={name: {**held, at: changed}})
    return node.model_copy(update={name: (*held[:at], changed, *held[at + 1 :])})


def _linked(node: Node, path: Path) -> tuple[type[Node], ...]:
    """The classes of nodes that a field links to; none where it is no link."""
    kind = type(node)
    names = {key: name for name in kind.model_fields if (key := yaml_key(kind, name))}
    steps = (names[str(path[0])], *(str(step) for step in path[-1:] if len(path) > 1))
    edges = (e for e in EDGES_FROM[kind] if tuple(step for step in e.steps if step not in {KEYS, VALUES}) == steps)
    return tuple(target for edge in edges for target in edge.targets)


def treatments(option: Option, output_id: str) -> Iterator[Edit]:
    """Each other mode that an option could give an output."""
    given = option.treatments.get(output_id) or Treatment()
    for mode in get_args(Mode):
        if mode != given.mode:
            changed = given.model_copy(update={"mode": mode, "disclosure": (), "access": None})
            node = option.model_copy(update={"treatments": {**option.treatments, output_id: changed}})
            yield Edit(node, ("treatments", output_id, "mode"), mode)


def _values(kind: type[Record], name: str, linked: tuple[type[Node], ...], graph: Graph, today: date) -> Iterator[Any]:
    if linked:
        yield from islice((other.id for other in graph.nodes.values() if isinstance(other, linked)), _MOST_LINKS)
        return
    leaves = set(_leaves(kind.model_fields[name].annotation))
    words = [word for leaf in leaves if get_origin(leaf) is Literal for word in get_args(leaf)]
    yield from words
    yield from (True, False) if bool in leaves else ()
    yield from (today.isoformat(),) if Date in leaves else ()
    yield from (WORDS,) if leaves & {Text, str} and not words else ()
    if len(words) > 1:
        yield list(words)


def _leaves(annotation: Any) -> Iterator[Any]:
    parts = () if get_origin(annotation) is Literal else get_args(annotation)
    if not parts:
        yield annotation
    for part in parts:
        yield from _leaves(part)


def _typed(kind: type[Record], name: str, value: Any) -> Any:
    """The value as the field has it; None where it cannot stand there."""
    for shape in (value, [value]):
        try:
            return _adapter(kind, name).validate_python(shape)
        except ValidationError:
            continue
    return None


@cache
def _adapter(kind: type[Record], name: str) -> TypeAdapter[Any]:
    info = kind.model_fields[name]
    hint: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return TypeAdapter(hint)
