"""Several files of a project changed together: all of them or none, whatever happens in between.

Every new text is on the disk before the first file is replaced, and a journal says which are still to be replaced;
who writes next ends what was begun. The journal lives in `.oc/` of the folder, which no repository keeps.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock

from oc_strategy.exporters.files import PART_PREFIX, PART_SUFFIX, write_atomically

_FOLDER, _JOURNAL, _LOCK = ".oc", "journal.json", "lock"


def write_together(root: Path, files: Mapping[Path, bytes]) -> None:
    """Put every text at its path below `root`, all or none.

    ValueError for a path outside `root`; OSError, before anything was replaced, where a file cannot be written.
    """
    outside = [path for path in files if not path.resolve().is_relative_to(root.resolve())]
    if outside:
        raise ValueError(str(outside[0]))
    with _alone(root):
        _end_what_was_begun(root)
        parts: dict[Path, Path] = {}
        try:
            for path in sorted(files):
                parts[path] = _part(path, files[path])
            write_atomically(root / _FOLDER / _JOURNAL, _journal(root, parts, files))
        except BaseException:
            for part in parts.values():
                part.unlink(missing_ok=True)
            raise
        _end_what_was_begun(root)


def recover(root: Path) -> tuple[Path, ...]:
    """End a change that was begun below `root` and interrupted; the files that were still to be replaced."""
    if not (root / _FOLDER / _JOURNAL).is_file():
        return ()
    with _alone(root):
        return _end_what_was_begun(root)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    folder = root / _FOLDER
    folder.mkdir(exist_ok=True)
    with FileLock(folder / _LOCK, timeout=60):
        yield


def _part(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    handle, name = tempfile.mkstemp(prefix=PART_PREFIX, suffix=PART_SUFFIX, dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part = Path(name)
    part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return part


def _journal(root: Path, parts: Mapping[Path, Path], files: Mapping[Path, bytes]) -> bytes:
    entries = [
        {"part": _inside(root, part), "path": _inside(root, path), "sha256": _digest(files[path])}
        for path, part in parts.items()
    ]
    return json.dumps(entries, indent=1).encode()


def _inside(root: Path, path: Path) -> str:
    return path.resolve().relative_to(root.resolve()).as_posix()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _end_what_was_begun(root: Path) -> tuple[Path, ...]:
    journal = root / _FOLDER / _JOURNAL
    if not journal.is_file():
        return ()
    ended = [path for entry in _entries(journal) if (path := _ended(root, entry)) is not None]
    journal.unlink()
    return tuple(ended)


def _entries(journal: Path) -> list[Any]:
    try:
        found = json.loads(journal.read_bytes())
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _ended(root: Path, entry: Any) -> Path | None:
    """Replace one file by its new text, if that is ours: beside it, named as ours are, of the digest noted."""
    try:
        part: Path = root / entry["part"]
        path: Path = root / entry["path"]
        is_ours = part.name.startswith(PART_PREFIX) and part.parent == path.parent and not part.is_symlink()
        is_inside = path.resolve().is_relative_to(root.resolve())
        if not (is_ours and is_inside and part.is_file() and _digest(part.read_bytes()) == entry["sha256"]):
            return None
    except (KeyError, TypeError, ValueError):
        return None
    part.replace(path)
    return path
