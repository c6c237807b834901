"""What kind of value a field of the model holds, read off the model itself, so that no sheet says it again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal, get_args, get_origin

from oc_strategy.lang import field_help, field_label, text
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import EDGES_FROM, KEYS
from oc_strategy.model.node import Node, Record
from oc_strategy.model.text import Text
from oc_strategy.model.words import vocabulary_of

Kind = Literal["text", "number", "date"]
_WIDTHS: Final = MappingProxyType({"date": 13, "number": 9})
_MOST_TARGETS: Final = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """A field's label, what to write there, the kind of its value, its word list, and the sections it links to."""

    label: Text
    help: Text
    kind: Kind
    width: int
    vocabulary: str | None
    sections: tuple[str, ...]
    is_many: bool
    is_flag: bool
    is_mapping: bool = False
    is_words: bool = False
    """Whether it is a text that may say something else in each language."""
    is_whole: bool = False
    holds_records: bool = False

    @property
    def choices(self) -> str | None:
        """The list behind a drop-down; None where several words fit or anything may stand."""
        if self.sections:
            return f"ids:{'+'.join(self.sections)}" if len(self.sections) <= _MOST_TARGETS else None
        if self.is_flag:
            return "Bool"
        return None if self.is_many else self.vocabulary


@cache
def shape_of(node_class: type[Node], path: str) -> Shape:
    """The shape of a field (`claims`) or of a record's field below one (`members.filed`, `period.until`)."""
    steps = path.split(".")
    owner: type[Record] = node_class
    for step in steps[:-1]:
        owner = record_in(owner.model_fields[step].annotation)
    parts = _parts(owner.model_fields[steps[-1]].annotation)
    sections = _linked(node_class, tuple(steps))
    words = vocabulary_of(owner.model_fields[steps[-1]].annotation)
    kind = _kind(parts)
    return Shape(
        label=label_of(node_class, owner, steps[-1]),
        help=_help_of(node_class, owner, steps[-1]),
        kind=kind,
        width=_width(parts, kind, words, sections),
        vocabulary=words,
        sections=sections,
        is_many=tuple in parts or dict in parts,
        is_flag=bool in parts,
        is_mapping=dict in parts,
        is_words=Text in parts,
        is_whole=int in parts and float not in parts,
        holds_records=any(isinstance(part, type) and issubclass(part, Record) for part in parts),
    )


def label_of(node_class: type[Node], owner: type[Record], field: str) -> Text:
    """What a field of a node, or of a record inside it, is called."""
    if owner is node_class:
        return field_label(node_class.section, field)
    return text(f"records.{owner.__name__}.{field}")


def _help_of(node_class: type[Node], owner: type[Record], field: str) -> Text:
    if owner is not node_class:
        return text(f"help_records.{owner.__name__}.{field}")
    return field_help(node_class.section, field)


def record_in(annotation: Any) -> type[Record]:
    """The record that an annotation is about, alone, in a list or in a mapping."""
    return next(p for p in _parts(annotation) if isinstance(p, type) and issubclass(p, Record))


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The annotation and all it is made of, with the origins of generic types."""
    if get_origin(annotation) is Literal:
        return (annotation,)
    inner = [part for arg in get_args(annotation) for part in _parts(arg)]
    origin = get_origin(annotation)
    return (dict if origin is not None and origin.__name__ == "Mapping" else origin or annotation, *inner)


def _kind(parts: tuple[Any, ...]) -> Kind:
    if tuple in parts or dict in parts:
        return "text"
    if Date in parts:
        return "date"
    return "number" if {int, float} & {p for p in parts if isinstance(p, type)} else "text"


def _width(parts: tuple[Any, ...], kind: Kind, words: str | None, sections: tuple[str, ...]) -> int:
    if kind != "text":
        return _WIDTHS[kind]
    if Text in parts:
        return 32
    if sections:
        return 24
    return 9 if bool in parts else 14 if words else 16


def _linked(node_class: type[Node], steps: tuple[str, ...]) -> tuple[str, ...]:
    edges = [e for e in EDGES_FROM[node_class] if tuple(s for s in e.steps if s != KEYS) == steps]
    return tuple(dict.fromkeys(target.section for edge in edges for target in edge.targets))
