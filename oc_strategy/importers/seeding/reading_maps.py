"""Maps from their files, each mistake at its place: fields that no node has, headings that the sheet lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from oc_strategy import yamlsource
from oc_strategy.importers.seeding.fields import Field, field_at, paths_of
from oc_strategy.importers.seeding.headings import Headed, parts_of
from oc_strategy.importers.seeding.sheetmap import SheetColumn, SheetMap
from oc_strategy.loading.files import BASELINE_FILE, CRITERIA_FILE, PORTFOLIO_FILE, read_file
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.validation import record
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.sections import SECTIONS
from oc_strategy.yamlsource import Map, Spot, key_spot_of, spot_of

_MAPS: Final = files(__package__) / "maps"
_NOT_FOR_NODES: Final = frozenset({PORTFOLIO_FILE, BASELINE_FILE, CRITERIA_FILE})


@dataclass(frozen=True, slots=True)
class ReadMap:
    """A map with its text, so that what is found out later can be told at its place."""

    map: SheetMap
    file: str
    tree: Map

    def mistake_at(
        self, code: str, path: tuple[str | int, ...], guess: str | None = None, **values: object
    ) -> Diagnostic:
        """A mistake at a value of the map."""
        return mistake(code, self.file, spot_of(self.tree, path), guess, **values)


def shipped_maps() -> tuple[str, ...]:
    """The names of the maps that come with the tool."""
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in _MAPS.iterdir() if entry.name.endswith(".yaml")))


def shipped_map(name: str) -> tuple[ReadMap | None, list[Diagnostic]]:
    """One of the maps that come with the tool."""
    tree, _ = yamlsource.read((_MAPS / f"{name}.yaml").read_bytes())
    return _read(tree, f"{name}.yaml")


def read_map(path: Path) -> tuple[ReadMap | None, list[Diagnostic]]:
    """The map in a file, or None with all that is wrong in it."""
    tree, mistakes = read_file(path, path.parent)
    if tree is None:
        return None, mistakes or [mistake("empty-file", path.as_posix(), Spot(1, 1))]
    found, wrong = _read(tree, path.as_posix())
    return (None if mistakes else found), [*mistakes, *wrong]


def _read(tree: Any, file: str) -> tuple[ReadMap | None, list[Diagnostic]]:
    made, wrong = record(SheetMap, tree, file)
    if made is None:
        return None, wrong
    found = ReadMap(made, file, tree)
    wrong += _wrong(found)
    return (None if wrong else found), wrong


def _wrong(read: ReadMap) -> Iterator[Diagnostic]:
    kind = SECTIONS.get(read.map.section)
    if kind is None:
        guess, known = closest(read.map.section, SECTIONS), ", ".join(SECTIONS)
        yield read.mistake_at("not-in-list", ("section",), guess, value=read.map.section, allowed=known)
        return
    if read.map.into is not None and not _can_hold_nodes(read.map.into):
        yield read.mistake_at("not-a-file-for-nodes", ("into",), value=read.map.into)
    if read.map.separator is not None and len(read.map.separator) != 1:
        yield read.mistake_at("not-a-separator", ("separator",), value=read.map.separator)
    for path in read.map.constants:
        if field_at(kind, path) is None:
            yield _no_field(read, ("constants", path), path, is_key=True)
    for heading, each in read.map.columns.items():
        for index, column in enumerate(each):
            yield from _wrong_in(read, _at(read, heading, index), column)


def _at(read: ReadMap, heading: str, index: int) -> tuple[str | int, ...]:
    raw: Any = read.tree["columns"]
    return ("columns", heading, index) if isinstance(raw[heading], list) else ("columns", heading)


def _can_hold_nodes(name: str) -> bool:
    is_plain = Path(name).name == name and "\\" not in name and ":" not in name and not name.startswith(".")
    return is_plain and name.endswith((".yaml", ".yml")) and name not in _NOT_FOR_NODES


def _wrong_in(read: ReadMap, path: tuple[str | int, ...], column: SheetColumn) -> Iterator[Diagnostic]:
    if column.to is None:
        return
    field = field_at(SECTIONS[read.map.section], column.to)
    if field is None:
        yield _no_field(read, (*path, "to"), column.to)
        return
    if column.create is not None:
        possible = [target.section for target in field.targets]
        if column.create not in possible:
            values = {"value": column.create, "allowed": ", ".join(possible) or "-"}
            yield read.mistake_at("not-in-list", (*path, "create"), closest(column.create, possible), **values)
    for key in _unfit(field, column):
        yield read.mistake_at("not-for-this-field", (*path, key), key=key, field=column.to)


def _unfit(field: Field, column: SheetColumn) -> Iterator[str]:
    """Keys of a column that say nothing about a field of its kind."""
    if column.language is not None and field.kind != "text":
        yield "language"
    if column.unit is not None and field.kind != "number":
        yield "unit"
    if column.order is not None and field.kind != "date":
        yield "order"
    if column.shares is not None and not field.has_shares:
        yield "shares"
    if column.split == "":
        yield "split"


def _no_field(read: ReadMap, path: tuple[str | int, ...], value: str, *, is_key: bool = False) -> Diagnostic:
    known = paths_of(SECTIONS[read.map.section])
    spot = (key_spot_of if is_key else spot_of)(read.tree, path)
    return mistake("unknown-key", read.file, spot, closest(value, known), key=value, section=read.map.section)


def headings_needed(wanted: SheetMap) -> tuple[str, ...]:
    """Every heading that a map names."""
    beside = (column.shares for each in wanted.columns.values() for column in each if column.shares)
    named = (part for heading in wanted.id for part in (heading, *parts_of(heading)))
    return tuple(dict.fromkeys((*wanted.columns, *named, *beside)))


def wrong_headings(read: ReadMap, headed: Headed) -> list[Diagnostic]:
    """What the map names and the sheet lacks; columns that are said to be optional may be missing."""
    return [*_missing_ids(read, headed), *_missing_columns(read, headed)]


def unused_headings(wanted: SheetMap, headed: Headed) -> list[str]:
    """Headings of the sheet that the map does not name."""
    used = {headed.column(heading) for heading in headings_needed(wanted)}
    return [heading for heading, column in headed.columns.items() if column not in used]


def _missing_ids(read: ReadMap, headed: Headed) -> Iterator[Diagnostic]:
    if not any(headed.named_by(heading) for heading in read.map.id):
        yield _missing(read, ("id",), ", ".join(read.map.id), headed)


def _missing_columns(read: ReadMap, headed: Headed) -> Iterator[Diagnostic]:
    raw: Any = read.tree["columns"]
    for heading, each in read.map.columns.items():
        if headed.column(heading) is None and not all(column.optional or column.to is None for column in each):
            yield _missing(read, ("columns", heading), heading, headed, key_of=raw)
        for index, column in enumerate(each):
            if column.shares is not None and headed.column(column.shares) is None and not column.optional:
                yield _missing(read, (*_at(read, heading, index), "shares"), column.shares, headed)


def _missing(
    read: ReadMap, path: tuple[str | int, ...], heading: str, headed: Headed, key_of: Mapping[str, Any] | None = None
) -> Diagnostic:
    spot = spot_of(read.tree, path) if key_of is None else key_spot_of(read.tree, path)
    known = list(headed.columns)
    twice = next((name for name in known if name == f"{heading}#1"), None)
    code = "heading-twice" if twice else "heading-missing"
    shown = ", ".join(known[:40]) or "-"
    return mistake(code, read.file, spot, closest(heading, known), value=heading, known=shown, sheet=headed.sheet.name)
