"""What changed in the fields of a node, down to the single value, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from oc_strategy.comparing.links import RECORD
from oc_strategy.comparing.pairing import name_in, paired
from oc_strategy.lang import field_label, text
from oc_strategy.model.deciding import WORDING
from oc_strategy.model.edges import EDGES_FROM, Path
from oc_strategy.model.node import Node, NotApplicable, Record
from oc_strategy.model.text import Text, listed
from oc_strategy.wording import worded

Kind = Literal["added", "removed", "changed"]
_IDENTITY: Final = frozenset({"id", "not_applicable", "moved_from"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that differs: its place below the node, what that is called, and the words before and after.

    None stands for "nothing was written". `is_wording` says that the change is one of words, not of meaning.
    """

    path: Path
    label: Text
    before: Text | None
    after: Text | None
    is_wording: bool

    @property
    def kind(self) -> Kind:
        """Whether something was written, struck, or written differently."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in a node while it is walked through."""

    path: Path
    label: Text
    annotation: Any
    linked: frozenset[Path]

    def below(self, step: str | int, label: Text, annotation: Any) -> _Spot:
        return _Spot((*self.path, step), label, annotation, self.linked)

    def item(self, step: str | int, which: str | None) -> _Spot:
        label = text("changes.which", label=self.label, which=which) if which else self.label
        return self.below(step, label, self.annotation)

    def field(self, record: Record, name: str) -> _Spot:
        inner = text(f"records.{type(record).__name__}.{name}")
        label = text("changes.inside", outer=self.label, inner=inner)
        return self.below(name, label, type(record).model_fields[name].annotation)


def field_changes(before: Node, after: Node) -> Iterator[FieldChange]:
    """Every field that differs between two states of a node, but for links, in the order of the model."""
    linked = frozenset(path for node in (before, after) for path in _links(node))
    for name, info in type(after).model_fields.items():
        if name not in _IDENTITY:
            spot = _Spot((name,), field_label(after.section, name), info.annotation, linked)
            yield from _answers(spot, _value(before, name), _value(after, name))


def _links(node: Node) -> Iterator[Path]:
    edges = (edge for edge in EDGES_FROM[type(node)] if edge.name != RECORD)
    return (path for edge in edges for path, _ in edge.references(node))


def _value(node: Node, name: str) -> Any:
    return node.not_applicable.get(name) or getattr(node, name, None)


def _answers(spot: _Spot, before: Any, after: Any) -> Iterator[FieldChange]:
    """What differs between two answers; one that does not apply is told whole."""
    if not any(isinstance(answer, NotApplicable) for answer in (before, after)):
        yield from _differing(spot, before, after)
    elif before != after:
        yield _change(spot, before, after)


def _differing(spot: _Spot, before: Any, after: Any) -> Iterator[FieldChange]:
    if before == after:
        return
    known = before if before is not None and before != () else after
    if isinstance(known, Mapping):
        yield from _in_mapping(spot, before, after)
    elif isinstance(known, tuple) and _holds(known, Record):
        yield from _in_records(spot, before, after)
    elif isinstance(before, Record) and type(before) is type(after):
        for name in type(before).model_fields:
            yield from _differing(spot.field(before, name), getattr(before, name), getattr(after, name))
    elif isinstance(known, tuple) and _holds(known, str | Text):
        yield from _in_list(spot, before or (), after or ())
    elif not _is_link(spot, before, after):
        yield _change(spot, before, after)


def _holds(values: tuple[Any, ...], kind: Any) -> bool:
    return bool(values) and isinstance(values[0], kind)


def _in_mapping(spot: _Spot, before: Any, after: Any) -> Iterator[FieldChange]:
    old, new = before or {}, after or {}
    for key in dict.fromkeys((*old, *new)):
        yield from _differing(spot.item(key, str(key)), old.get(key), new.get(key))


def _in_records(spot: _Spot, before: Any, after: Any) -> Iterator[FieldChange]:
    old, new = before or (), after or ()
    for here, there in paired(old, new):
        index = there if there is not None else here
        one = old[here] if here is not None else None
        other = new[there] if there is not None else None
        yield from _differing(spot.item(index or 0, name_in(other or one)), one, other)


def _in_list(spot: _Spot, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[FieldChange]:
    if any((*spot.path, index) in spot.linked for index in range(max(len(old), len(new)))):
        return
    gone, come = tuple(v for v in old if v not in new), tuple(v for v in new if v not in old)
    if gone or come:
        yield _change(spot, gone or None, come or None)


def _is_link(spot: _Spot, before: Any, after: Any) -> bool:
    """Whether only ids of links differ, which are told as links."""
    if spot.path not in spot.linked:
        return False
    return before is None or after is None or isinstance(before, str) or isinstance(after, str)


def _change(spot: _Spot, before: Any, after: Any) -> FieldChange:
    is_wording = spot.path[0] in {*WORDING, RECORD}
    return FieldChange(spot.path, spot.label, _told(spot, before), _told(spot, after), is_wording)


def _told(spot: _Spot, value: Any) -> Text | None:
    if isinstance(value, NotApplicable):
        return text("tables.not-applicable", reason=value.not_applicable)
    if isinstance(value, Record):
        return _told_record(value)
    return worded(value, spot.annotation)


def _told_record(record: Record) -> Text:
    """All that a record says: `Office: JP, Filed: 2026-01-19`."""
    fields = type(record).model_fields
    given = {name: value for name, value in record if value not in (None, (), {})}
    said = [(name, worded(value, fields[name].annotation)) for name, value in given.items()]
    labels = {name: text(f"records.{type(record).__name__}.{name}") for name, _ in said}
    return listed(text("changes.said", label=labels[name], value=words) for name, words in said if words)
