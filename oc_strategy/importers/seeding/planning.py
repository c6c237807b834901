"""What a sheet would add and change in a project, line by line, proved before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from oc_strategy import yamlsource
from oc_strategy.importers.opening import Opened
from oc_strategy.importers.seeding.headings import Headed
from oc_strategy.importers.seeding.merging import Edit
from oc_strategy.importers.seeding.register import Made, Register, titles_of
from oc_strategy.importers.seeding.rows import Row, Rows, Trouble, rows_of
from oc_strategy.importers.seeding.sheetmap import SheetMap
from oc_strategy.importers.seeding.state import State, path_of, written
from oc_strategy.importers.seeding.writes import (
    NewText,
    Stand,
    Write,
    edits_of,
    files_of,
    made_for,
    new_text,
    stands_of,
    whole_of,
)
from oc_strategy.importers.xlsx import address
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic, Place
from oc_strategy.model.text import Text
from oc_strategy.portfolio import LoadedPortfolio
from oc_strategy.renaming.proving import mistakes_with
from oc_strategy.yamlediting import Change, Put
from oc_strategy.yamlsource import Spot

_ROUNDS: Final = 20
"""How often rows that the model refuses are taken out before giving up: each time may show what the last one hid."""


@dataclass(frozen=True, slots=True)
class Seeding:
    """What is brought in: a sheet, by a map of a name, into the project of a folder, on a day."""

    portfolio: LoadedPortfolio
    folder: Path
    opened: Opened
    headed: Headed
    map: SheetMap
    name: str
    state: State
    today: str

    def file_of(self, section: str) -> Path:
        """The file into which new nodes of a section go."""
        chosen = self.map.into if section == self.map.section else None
        return self.folder / (chosen or f"{section}.yaml")

    def stamp(self, row: int) -> str | None:
        """Where a node comes from: file, sheet and row, the day, and digits that stand for the file's bytes."""
        where = f"{self.opened.name}, {self.headed.sheet.name}, {row}"
        return f"{where} ({self.today}, sha256:{self.opened.sha256[:12]})" if self.map.source else None


@dataclass(frozen=True, slots=True)
class Line:
    """One value that changes, or that stays as a person wrote it: where, and the sheet's cell."""

    place: Place
    node: str
    edit: Edit
    cell: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that would be written, and what is to be told of it; `added` are nodes with their section and title."""

    added: tuple[tuple[Place, str, str], ...]
    changed: tuple[Line, ...]
    kept: tuple[Line, ...]
    troubles: tuple[Trouble, ...]
    gone: tuple[str, ...]
    missing: tuple[str, ...]
    taken: int
    files: Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Unwilling:
    """Why nothing can be planned."""

    said: Text


def planned(seeding: Seeding) -> Plan | Unwilling:
    """What a sheet brings into a project whose text has no mistakes; the sheet has the headings that the map needs."""
    contents = seeding.portfolio.contents(seeding.folder)
    register = Register({**seeding.portfolio.catalog.nodes, **contents.nodes}, seeding.state)
    rows, stands = rows_of(seeding.headed, seeding.map, register), stands_of(seeding.folder)
    first: Diagnostic | None = None
    for _ in range(_ROUNDS):
        writes = [_write(seeding, row, stands) for row in rows.good]
        made = made_for(writes, register.made)
        files = files_of([*_made(seeding, made), *((w.stand.file, change) for w in writes for change in w.changes())])
        if isinstance(files, tuple):
            return Unwilling(text("renaming.not-editable", place=f"{files[0]}:{files[1].spot.line}"))
        wrong = mistakes_with(seeding.portfolio, files, (seeding.folder,)) if files else []
        if not wrong:
            return _plan(seeding, rows, writes, made, files)
        first = wrong[0]
        refused = _refused(wrong, files, rows)
        if not refused:
            break
        rows.good = [row for row in rows.good if row.id not in refused]
    assert first is not None
    return Unwilling(Text.each(lambda lang: f"{first.place}: {first.message.of(lang)}"))


def _write(seeding: Seeding, row: Row, stands: Mapping[str, Stand]) -> Write:
    before, stamp = seeding.state.rows.get(row.key), seeding.stamp(row.number)
    if row.id not in stands:
        return whole_of(row, seeding.file_of(seeding.map.section), seeding.map.section, stamp)
    return edits_of(row, stands[row.id], before.said if before else {}, stamp)


def _made(seeding: Seeding, made: Mapping[str, Made]) -> Iterator[tuple[Path, Change]]:
    for node_id, node in made.items():
        language, stamp = seeding.map.language, seeding.stamp(node.row)
        title: Any = {language: node.title} if language else node.title
        tree = {"title": title, "source": [stamp]} if stamp else {"title": title}
        yield seeding.file_of(node.section), Put((node.section, node_id), tree)


def _refused(wrong: Iterable[Diagnostic], files: Mapping[Path, bytes], rows: Rows) -> set[str]:
    """The nodes of rows that the model does not take; each is told."""
    texts = {path.as_posix(): new_text(data) for path, data in files.items()}
    good = {row.id: row for row in rows.good}
    refused: set[str] = set()
    for mistake in wrong:
        found = texts.get(mistake.place.file)
        row = good.get(found.node_at(mistake.place.line) or "") if found else None
        if row is not None:
            rows.troubles.append(Trouble(address(row.number, 1), mistake.message))
            refused.add(row.id)
    return refused


def _plan(
    seeding: Seeding, rows: Rows, writes: list[Write], made: Mapping[str, Made], files: Mapping[Path, bytes]
) -> Plan:
    texts = {path: new_text(data) for path, data in files.items()}
    new = [(write.stand, write.row.id) for write in writes if write.whole is not None]
    new += [(Stand(seeding.file_of(node.section), node.section, {}), node_id) for node_id, node in made.items()]
    added = sorted((_place(texts[stand.file], stand, (i,)), stand.section, i) for stand, i in new)
    state = _state(seeding, writes, made)
    # That the note on the source is renewed goes without saying.
    changed = [line for w in writes for line in _lines(w, w.edits, texts) if line.cell or line.edit.path != ("source",)]
    kept = [line for write in writes for line in _lines(write, write.kept, texts)]
    missing = [seen.id for key, seen in seeding.state.rows.items() if key not in rows.keys]
    # The same sheet again leaves the note as it is, too.
    note = {} if state == seeding.state else {path_of(seeding.folder, seeding.name): written(state)}
    return Plan(
        tuple(added), tuple(changed), tuple(kept), tuple(rows.troubles), tuple(rows.gone), tuple(sorted(missing)),
        len(rows.good), {**files, **note},
    )  # fmt: skip


def _lines(write: Write, edits: Iterable[Edit], texts: Mapping[Path, NewText]) -> Iterator[Line]:
    for edit in edits:
        found = texts.get(write.stand.file)
        place = _place(found or new_text(write.stand.file.read_bytes()), write.stand, (write.row.id, *edit.path))
        cells, top = write.row.cells, edit.path[0]
        yield Line(place, write.row.id, edit, cells.get(f"{top}.{edit.path[-1]}") or cells.get(str(top)))


def _place(found: NewText, stand: Stand, path: tuple[str | int, ...]) -> Place:
    at = (stand.section, *path)
    spot: Spot = (
        yamlsource.key_spot_of(found.tree, at) if isinstance(at[-1], str) else yamlsource.spot_of(found.tree, at)
    )
    return Place(stand.file.as_posix(), spot.line, spot.column)


def _state(seeding: Seeding, writes: Iterable[Write], made: Mapping[str, Made]) -> State:
    seen = {write.row.key: write.seen for write in writes}
    before = seeding.state
    is_same = before.sha256 == seeding.opened.sha256
    return State(
        before.file if is_same else seeding.opened.name,
        seeding.opened.sha256,
        before.on if is_same else seeding.today,
        {**before.rows, **seen},
        {**before.made, **titles_of(made.items())},
    )
