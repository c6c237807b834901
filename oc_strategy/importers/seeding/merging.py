"""What a sheet says now against what it said the last time and what stands in the YAML: three ways, value by value.

A value that nobody touched since follows the sheet; one that a person wrote or changed stays. Of a list the sheet adds
what is new in it and takes away what it had brought itself. An empty cell says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from oc_strategy.importers.seeding.naming import digest_of, folded
from oc_strategy.importers.seeding.state import Said
from oc_strategy.model.edges import Path
from oc_strategy.model.numbering import normalised
from oc_strategy.yamlediting.changes import scalar_text

_TOLD_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "members": ("application", "publication", "office"),
    "registrations": ("number", "country"),
}
"""By which of its values a record is known again in a list: the first that both have; else by its first one."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to write below a node: the path, what stands there now, and what shall stand there."""

    path: Path
    old: Any
    new: Any


@dataclass(slots=True)
class Merged:
    """What to write, what stays against the sheet's word, and what the sheet has now said."""

    edits: list[Edit] = field(default_factory=list)
    kept: list[Edit] = field(default_factory=list)
    said: dict[str, str | list[str]] = field(default_factory=dict)


def merged(theirs: Mapping[str, Any], ours: Mapping[str, Any], base: Said) -> Merged:
    """The edits that bring what a sheet says of a node into what the YAML says of it, which may be nothing."""
    result = Merged()
    _mapping(theirs, ours, (), "", base, result)
    return result


def said_of(theirs: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """What is noted of a node that the sheet brings in."""
    return merged(theirs, {}, {}).said


def _mapping(
    theirs: Mapping[str, Any], ours: Mapping[str, Any], path: Path, name: str, base: Said, result: Merged
) -> None:
    for key, value in theirs.items():
        here = f"{name}.{key}" if name else key
        _value(value, ours.get(key), (*path, key), here, base, result)


def _value(value: Any, there: Any, path: Path, name: str, base: Said, result: Merged) -> None:
    if isinstance(value, Mapping):
        if there is None or (isinstance(there, Mapping) and "not_applicable" not in there):
            _mapping(value, there or {}, path, name, base, result)
        else:
            _other_shape(value, there, path, name, base, result)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        _records(value, there if isinstance(there, list) else [], path, name, base, result)
    elif isinstance(value, list):
        _items(value, there, path, name, base, result)
    else:
        _single(value, there, path, name, base, result)


def _single(value: Any, there: Any, path: Path, name: str, base: Said, result: Merged) -> None:
    before, now = base.get(name), _digest(value)
    result.said[name] = now
    if there is None:
        # What the sheet had brought and somebody took out stays out.
        if before is None:
            result.edits.append(Edit(path, None, value))
    elif _digest(there) == now:
        return
    elif before is not None and _digest(there) == before:
        result.edits.append(Edit(path, there, value))
    elif before != now:
        result.kept.append(Edit(path, there, value))


def _other_shape(value: Mapping[str, Any], there: Any, path: Path, name: str, base: Said, result: Merged) -> None:
    """Words in one language, or shares, where the YAML has plain words or a list: the shape of the YAML stays."""
    for key, item in value.items():
        here = f"{name}.{key}"
        before, result.said[here] = base.get(here), _digest(item)
        in_list = isinstance(there, list) and key in there
        if not in_list and _digest(there) != _digest(item) and before != _digest(item):
            result.kept.append(Edit(path, there, item))


def _items(value: list[Any], there: Any, path: Path, name: str, base: Said, result: Merged) -> None:
    before = base.get(name, [])
    known = set(before if isinstance(before, list) else [before])
    now = {_digest(item): item for item in value}
    result.said[name] = list(now)
    if isinstance(there, Mapping):
        result.kept += [Edit(path, there, i) for d, i in now.items() if d not in known and i not in there]
        return
    ours = [] if there is None else there if isinstance(there, list) else [there]
    kept = [item for item in ours if _digest(item) in now or _digest(item) not in known]
    present = {_digest(item) for item in kept}
    wanted = [*kept, *(item for digest, item in now.items() if digest not in known and digest not in present)]
    if wanted != ours:
        result.edits.append(Edit(path, there, wanted))


def _records(
    value: Sequence[Mapping[str, Any]], ours: list[Any], path: Path, name: str, base: Said, result: Merged
) -> None:
    key, added = str(path[-1]), len(ours)
    for item in value:
        here, before = _called(key, item, name, base)
        at = next((i for i, other in enumerate(ours) if _is_same(key, item, other)), None)
        if at is not None:
            _mapping(item, ours[at], (*path, at), here, before, result)
            continue
        if not any(known.startswith(f"{here}.") for known in before):
            result.edits.append(Edit((*path, added), None, dict(item)))
            added += 1
        _mapping(item, item, (*path, added), here, before, Merged(said=result.said))


def _told_by(key: str, item: Mapping[str, Any]) -> tuple[str, ...]:
    return _TOLD_BY.get(key) or tuple(item)[:1]


def _called(key: str, item: Mapping[str, Any], name: str, base: Said) -> tuple[str, Said]:
    """What a record is called in the note, and the note by that name: it may have had no number when it last came."""
    names = [f"{name}[{_plain(item, step)}]" for step in _told_by(key, item) if item.get(step)] or [f"{name}[]"]
    before = next((each for each in names if any(known.startswith(f"{each}.") for known in base)), names[0])
    if before == names[0]:
        return before, base
    return names[0], {known.replace(before, names[0], 1): digest for known, digest in base.items()}


def _is_same(key: str, item: Mapping[str, Any], other: Any) -> bool:
    if not isinstance(other, Mapping):
        return False
    for step in _told_by(key, item):
        if item.get(step) and other.get(step):
            return _plain(item, step) == _plain(other, step)
    return False


def _plain(item: Mapping[str, Any], step: str) -> str:
    value = scalar_text(item[step]) if not isinstance(item[step], Mapping | list) else str(item[step])
    if step in {"application", "publication"}:
        return normalised(value, str(item.get("office", "")))
    return folded(value)


def _digest(value: Any) -> str:
    plain = scalar_text(value) if not isinstance(value, Mapping | list) else repr(value)
    return digest_of(plain)[:16]
