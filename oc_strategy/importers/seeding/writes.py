"""Rows as they would be written: whole nodes behind those that are there, or edits of nodes that stand in a file."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oc_strategy import yamlsource
from oc_strategy.importers.seeding.merging import Edit, merged, said_of
from oc_strategy.importers.seeding.register import Made
from oc_strategy.importers.seeding.rows import Row
from oc_strategy.importers.seeding.state import Said, Seen
from oc_strategy.loading import read_sources
from oc_strategy.model.sections import SECTIONS
from oc_strategy.yamlediting import Change, Put, edited
from oc_strategy.yamlsource import Map, Refusal


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a node stands, and what the text says of it."""

    file: Path
    section: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Write:
    """What one row writes into a file: a whole node, or edits of one; and what stays against its word."""

    row: Row
    stand: Stand
    whole: Mapping[str, Any] | None
    edits: tuple[Edit, ...]
    kept: tuple[Edit, ...]
    seen: Seen

    def changes(self) -> Iterator[Change]:
        """What is to be changed in the text."""
        path = (self.stand.section, self.row.id)
        if self.whole is not None:
            yield Put(path, self.whole)
        yield from (Put((*path, *edit.path), edit.new) for edit in self.edits)


def stands_of(folder: Path) -> dict[str, Stand]:
    """Every node in the files of a project by its id."""
    found: dict[str, Stand] = {}
    for source in read_sources(folder)[0]:
        for section in SECTIONS:
            holder: Any = source.tree.get(section)
            for node_id, raw in holder.items() if isinstance(holder, Map) else ():
                found.setdefault(node_id, Stand(Path(source.file), section, raw or {}))
    return found


def whole_of(row: Row, file: Path, section: str, stamp: str | None) -> Write:
    """A row whose node is not there yet."""
    tree = {**row.tree, "source": [*row.tree.get("source", ()), stamp]} if stamp else row.tree
    return Write(row, Stand(file, section, {}), tree, (), (), Seen(row.id, said_of(tree)))


def edits_of(row: Row, stand: Stand, base: Said, stamp: str | None) -> Write:
    """A row whose node is there. The note on where it comes from is renewed where anything else is."""
    result = merged(row.tree, stand.raw, {key: value for key, value in base.items() if key != "source"})
    # What an empty cell does not say again was still said before.
    edits, said = list(result.edits), {**base, **result.said}
    if stamp and (edits or "source" not in base):
        stamped = merged({"source": [*row.tree.get("source", ()), stamp]}, stand.raw, base)
        edits, said["source"] = [*(e for e in edits if e.path[0] != "source"), *stamped.edits], stamped.said["source"]
    return Write(row, stand, None, tuple(edits), tuple(result.kept), Seen(row.id, said))


def made_for(writes: Iterable[Write], made: Mapping[str, Made]) -> dict[str, Made]:
    """The nodes made for links that something which is written points to."""
    used = set(_words([[write.whole, [edit.new for edit in write.edits]] for write in writes]))
    return {node_id: node for node_id, node in made.items() if node_id in used}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from value
        yield from _words(list(value.values()))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from _words(item)
    elif isinstance(value, str):
        yield value


def files_of(changes: Iterable[tuple[Path, Change]]) -> dict[Path, bytes] | tuple[Path, Refusal]:
    """The new text of every file, or the file that cannot be edited and why."""
    by_file: dict[Path, list[Change]] = defaultdict(list)
    for path, change in changes:
        by_file[path].append(change)
    texts: dict[Path, bytes] = {}
    for path, each in sorted(by_file.items()):
        made = edited(path.read_bytes() if path.exists() else b"", each)
        if isinstance(made, Refusal):
            return path, made
        texts[path] = made
    return texts


@dataclass(frozen=True, slots=True)
class NewText:
    """A text as it would be, with the lines at which its nodes begin."""

    tree: Any
    starts: Sequence[tuple[int, str]]

    def node_at(self, line: int) -> str | None:
        """The node that a line belongs to."""
        at = bisect_right(self.starts, (line, "\uffff"))
        return self.starts[at - 1][1] if at else None


def new_text(data: bytes) -> NewText:
    """A text as it would be."""
    tree: Any = yamlsource.read(data)[0]
    holders = [tree[section] for section in SECTIONS if isinstance(tree.get(section), Map)]
    return NewText(tree, sorted((holder.key_spot(i).line, i) for holder in holders for i in holder))
