"""Files that the tool writes again and again: what a person changed since is never overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from oc_strategy.exporters.files import write_atomically

RECORD: Final = ".oc-strategy-written.json"
_Record = dict[str, frozenset[str]]


class EditedSinceError(Exception):
    """A file was changed by somebody after the tool wrote it, or was never the tool's."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Put files (relative name to bytes) into a folder, all or, if one is somebody's work, none.

    A record of digests beside them tells own files from edited ones; EditedSinceError names the first that is not as
    it was written. `force` overwrites. OSError may leave some files new and some old, each whole and each known as
    ours: the record names both before the first is written.
    """
    record = _record(folder)
    digests = {name: _digest(data) for name, data in sorted(files.items())}
    if not force:
        for name, digest in digests.items():
            _refuse_if_edited(folder / name, record.get(name, frozenset()) | {digest})
    _remember(folder, {**record, **{name: record.get(name, frozenset()) | {d} for name, d in digests.items()}})
    for name in digests:
        write_atomically(folder / name, files[name])
    _remember(folder, {**record, **{name: frozenset({digest}) for name, digest in digests.items()}})
    return [folder / name for name in digests]


def _record(folder: Path) -> _Record:
    """What was written into a folder: for each name the digests that are ours; nothing where none can be read."""
    try:
        known = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    pairs = known.items() if isinstance(known, dict) else ()
    return {name: frozenset(map(str, digests)) for name, digests in pairs if isinstance(digests, list)}


def _remember(folder: Path, record: _Record) -> None:
    words = json.dumps({name: sorted(digests) for name, digests in record.items()}, indent=1, sort_keys=True)
    try:
        write_atomically(folder / RECORD, f"{words}\n".encode())
    except OSError as error:
        # Nobody asked for the record; it is the folder that cannot be written to.
        error.filename = str(folder)
        raise


def _refuse_if_edited(path: Path, ours: frozenset[str]) -> None:
    if path.exists() and _digest(path.read_bytes()) not in ours:
        raise EditedSinceError(path)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
