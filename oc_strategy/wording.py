"""Nodes and values of the model in words, in both languages, as messages and lists show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, get_args

from oc_strategy.lang import field_label, keys, text, word
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node, Record
from oc_strategy.model.text import Text, listed
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.words import vocabulary_of

NAMED: Final = 12
"""So many nodes of a list are named in a sentence."""
Value = Text | Date | date | Node | Sequence[Node] | str | int | float


def named(node: Node) -> Text:
    """A node by its name and id, such as `Finder pattern [finder-pattern]`."""
    name = node.name()
    return Text(_with_id(name.of("ja"), node.id), _with_id(name.of("en"), node.id))


def _with_id(name: str, node_id: str) -> str:
    return name if name == node_id else f"{name} [{node_id}]"


def kind_of(node: Node) -> Text:
    """What one node of its kind is called: `patent family`, `option`."""
    return text("changes.project" if node.section == "project" else f"sections_one.{node.section}")


def shown(value: Value) -> Text | str:
    """A value as it stands in a message: a node by its name and id, a list joined, a date as written.

    Of a long list the first are named and the others counted; the subjects and the chain of a finding hold all.
    """
    if isinstance(value, Node):
        return named(value)
    if isinstance(value, Text | str):
        return value
    if isinstance(value, Sequence):
        nodes = [node for node in value if isinstance(node, Node)]
        more = [text("tables.more", count=len(nodes) - NAMED)] if len(nodes) > NAMED + 1 else []
        return listed([*map(named, nodes[:NAMED] if more else nodes), *more])
    return str(value)


def treated_as(treatment: Treatment) -> Text | None:
    """What is done with an output: the named mode, else how it becomes known and who may work it; None if neither."""
    if treatment.nearest_mode:
        return word("Mode", treatment.nearest_mode)
    axes = [word("Disclosure", disclosure) for disclosure in treatment.disclosures]
    axes += [word("Access", treatment.accesses)] if treatment.accesses else []
    return Text.each(lambda lang: " / ".join(axis.of(lang) for axis in axes)) if axes else None


def said(node: Node, where: str | Path) -> Text | None:
    """What a node says at a field, or at a path below it: `Position: core`; None where it says nothing."""
    path = (where,) if isinstance(where, str) else where
    words = said_value(node, path)
    if words is None:
        return None
    label = field_words(node, path)
    return Text(f"{label.of('ja')}: {words.of('ja')}", f"{label.of('en')}: {words.of('en')}")


def field_words(node: Node, where: str | Path) -> Text:
    """What the field at a path below a node is called."""
    path = (where,) if isinstance(where, str) else where
    return _label(node, _followed(node, path)[0], path)


def said_value(node: Node, where: str | Path) -> Text | None:
    """The value at a field, or at a path below it, in words; None where there is none."""
    path = (where,) if isinstance(where, str) else where
    owner, value = _followed(node, path)
    return worded(value, _annotation(owner, str(path[-1])))


def _followed(node: Node, path: Path) -> tuple[Any, Any]:
    """The value at the end of a path, and what holds it."""
    owner: Any = node
    value: Any = node
    for step in path:
        owner = value
        value = value[step] if isinstance(value, tuple | dict) else getattr(value, str(step), None)  # type: ignore[index]
    return owner, value


def _annotation(owner: Any, field: str) -> Any:
    fields = type(owner).model_fields if isinstance(owner, Record) else {}
    return fields[field].annotation if field in fields else None


def _label(node: Node, owner: Any, path: Path) -> Text:
    if isinstance(owner, Record) and not isinstance(owner, Node):
        return text(f"records.{type(owner).__name__}.{path[-1]}")
    return field_label(node.section, str(path[0]))


def worded(value: Any, annotation: Any) -> Text | None:
    """A value of the model in words, by the annotation of the field that holds it; None where it says nothing."""
    if isinstance(value, tuple | Mapping):
        every = [words for item in value if (words := worded(item, annotation))]
        return listed(every) if every else None
    if isinstance(value, Record):
        return next((Text.plain(item) for _, item in value if isinstance(item, str)), None)
    return _single(value, annotation)


def _single(value: Any, annotation: Any) -> Text | None:
    if isinstance(value, bool):
        return text("states.yes" if value else "states.no")
    if isinstance(value, str):
        vocabulary = vocabulary_of(annotation)
        return word(vocabulary, value) if vocabulary else Text.plain(value)
    if value is None or isinstance(value, Text):
        return value
    return Text.plain(str(value))


def link_label(node: Node, steps: tuple[str, ...]) -> Text:
    """What the field is called that holds a link; of a link inside a record both its field and the record's."""
    outer = field_label(node.section, steps[0])
    inner = record_label(type(node), steps)
    return text("changes.inside", outer=outer, inner=inner) if inner else outer


def record_label(node_class: type[Node], steps: tuple[str, ...]) -> Text | None:
    """What the last of some steps is called inside the record that the first holds; None where it holds none."""
    record = record_in(node_class.model_fields[steps[0]].annotation)
    key = f"records.{record.__name__}.{steps[-1]}" if record and len(steps) > 1 else ""
    return text(key) if key in keys("en") else None


def record_in(annotation: Any) -> type[Record] | None:
    """The first class of records inside an annotation; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)
