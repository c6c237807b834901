"""Where a column can go: paths such as `title`, `members[].filed` or `owners`, read off the classes of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import EDGES_FROM, KEYS, VALUES
from oc_strategy.model.node import Country, Node, Record, yaml_key
from oc_strategy.model.text import Text
from oc_strategy.model.words import vocabulary_of
from oc_strategy.wording import record_in

Kind = Literal["text", "word", "date", "number", "yes-no", "vocabulary", "country", "link"]
_STEP: Final = re.compile(r"([a-z_]+)(?:\[([^\[\]]*)\])?")
_NOT_TO_FILL: Final = frozenset({"id", "not_applicable", "acknowledged", "moved_from"})
_COUNTRY: Final = get_args(Country)[1].pattern


@dataclass(frozen=True, slots=True)
class Step:
    """One field on a path; `item` tells the items of a list of records apart that one row fills, None for no list."""

    key: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A place for values: the steps to it, what is written there, and whether several values fit.

    `targets` are the classes a link may lead to, `annotation` the type of a word of a closed list.
    """

    path: str
    steps: tuple[Step, ...]
    kind: Kind
    is_many: bool
    annotation: Any
    targets: tuple[type[Node], ...] = ()
    has_shares: bool = False

    @property
    def is_of_record(self) -> bool:
        """Whether it is a field of the records in a list."""
        return any(step.item is not None for step in self.steps)


def field_at(node_class: type[Node], path: str) -> Field | None:
    """The field at a path below a node of a class; None where the class has none, or where no value can stand."""
    steps = [match for part in path.split(".") if (match := _STEP.fullmatch(part))]
    if len(steps) != path.count(".") + 1:
        return None
    found = _known(node_class).get(".".join(f"{m[1]}[]" if m[2] is not None else m[1] for m in steps))
    if found is None:
        return None
    named = tuple(Step(match[1], match[2]) for match in steps)
    return Field(path, named, found.kind, found.is_many, found.annotation, found.targets, found.has_shares)


def paths_of(node_class: type[Node]) -> tuple[str, ...]:
    """Every path that a column can go to."""
    return tuple(_known(node_class))


@cache
def _known(node_class: type[Node]) -> Mapping[str, Field]:
    return {field.path: field for field in _fields(node_class, node_class, (), ())}


def _fields(
    node_class: type[Node], owner: type[Record], steps: tuple[Step, ...], names: tuple[str, ...]
) -> Iterator[Field]:
    for name, info in owner.model_fields.items():
        if name in _NOT_TO_FILL and owner is node_class:
            continue
        key, annotation = yaml_key(owner, name), _whole(info)
        record = record_in(annotation)
        is_list = _is_list(annotation)
        here = (*steps, Step(key, "" if record and is_list else None))
        if record is not None and len(steps) < 2 and get_origin(annotation) is not Mapping:
            yield from _fields(node_class, record, here, (*names, name))
        elif record is None and (field := _field(node_class, here, (*names, name), annotation)) is not None:
            yield field


def _whole(info: FieldInfo) -> Any:
    """The type of a field with the form that its words must have."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _field(node_class: type[Node], steps: tuple[Step, ...], names: tuple[str, ...], annotation: Any) -> Field | None:
    targets = _targets(node_class, names)
    kind = "link" if targets else _kind(annotation)
    if kind is None:
        return None
    path = ".".join(f"{step.key}[]" if step.item is not None else step.key for step in steps)
    is_many = _is_list(annotation) or _is_mapping(annotation)
    return Field(
        path, steps, kind, is_many, annotation, targets, has_shares=bool(targets) and float in _leaves(annotation)
    )


def _targets(node_class: type[Node], names: tuple[str, ...]) -> tuple[type[Node], ...]:
    edges = (e for e in EDGES_FROM[node_class] if tuple(s for s in e.steps if s not in {KEYS, VALUES}) == names)
    return tuple(target for edge in edges for target in edge.targets if KEYS not in edge.steps)


def _kind(annotation: Any) -> Kind | None:
    if _is_mapping(annotation):
        return None
    if vocabulary_of(annotation):
        return "vocabulary"
    leaves = list(_leaves(annotation))
    if any(getattr(leaf, "pattern", None) == _COUNTRY for leaf in leaves):
        return "country"
    kinds: tuple[tuple[type, Kind], ...] = (
        (bool, "yes-no"), (Date, "date"), (Text, "text"), (int, "number"), (float, "number"), (str, "word"),
    )  # fmt: skip
    return next((kind for leaf, kind in kinds if leaf in leaves), None)


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types inside an annotation, and what constrains them."""
    parts = get_args(annotation)
    if get_origin(annotation) is Literal or not parts:
        yield annotation
        return
    if get_origin(annotation) is Annotated:
        yield from parts[1:]
    for part in parts:
        yield from _leaves(part)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(part) for part in get_args(annotation))


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    is_one = isinstance(origin, type) and issubclass(origin, Mapping)
    return is_one or any(_is_mapping(part) for part in get_args(annotation))
