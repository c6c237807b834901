"""Files that the tool writes again and again: what a person changed since is never overwritten."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from oc_strategy.exporters.files import write_atomically

RECORD: Final = ".oc-strategy-written.json"


class EditedSinceError(Exception):
    """A file was changed by somebody after the tool wrote it, or was never the tool's."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_all(folder: Path, files: dict[str, bytes], *, force: bool = False) -> list[Path]:
    """Put files (relative name to bytes) into a folder, all or, if one is somebody's work, none.

    A record of digests beside them tells own files from edited ones; EditedSinceError names the first that is not as
    it was written. `force` overwrites.
    """
    record = _record(folder)
    if not force:
        for name, data in sorted(files.items()):
            _refuse_if_edited(folder / name, record.get(name), data)
    for name, data in sorted(files.items()):
        write_atomically(folder / name, data)
        record[name] = _digest(data)
    write_atomically(folder / RECORD, (json.dumps(record, indent=1, sort_keys=True) + "\n").encode())
    return [folder / name for name in sorted(files)]


def _record(folder: Path) -> dict[str, str]:
    try:
        known = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in known.items()} if isinstance(known, dict) else {}


def _refuse_if_edited(path: Path, written: str | None, data: bytes) -> None:
    if not path.exists():
        return
    present = _digest(path.read_bytes())
    if present not in {written, _digest(data)}:
        raise EditedSinceError(path)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
