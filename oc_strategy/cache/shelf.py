"""The folder with the kept answers: the user's own and nobody else's, never larger than it may be."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from oc_strategy.cache.entry import MAX_BYTES
from oc_strategy.exporters.files import PART_SUFFIX, write_atomically

LARGEST: Final = 256 * 1024 * 1024
_ENDING: Final = ".found"


def made(folder: Path) -> bool:
    """Make the folder; whether it may be trusted: a folder, and one that nobody but this user can write to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    owner = getattr(os, "getuid", None)
    is_ours = owner is None or (found.st_uid == owner() and not found.st_mode & 0o022)
    return S_ISDIR(found.st_mode) and is_ours


def taken(folder: Path, name: str) -> bytes | None:
    """The bytes under a name; None where there is no plain file of a possible size."""
    path = folder / f"{name}{_ENDING}"
    try:
        found = path.lstat()
        return path.read_bytes() if S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES else None
    except OSError:
        return None


def put(folder: Path, name: str, data: bytes) -> None:
    """Keep bytes under a name where that can be done; a full disk or a folder that is only read is no trouble."""
    if len(data) <= MAX_BYTES:
        with contextlib.suppress(OSError):
            write_atomically(folder / f"{name}{_ENDING}", data, is_lasting=False)


def shrink(folder: Path, largest: int = LARGEST) -> None:
    """Remove what was kept longest ago until the folder is no larger than it may be."""
    with contextlib.suppress(OSError):
        kept = [(entry.stat(follow_symlinks=False), entry.path) for entry in os.scandir(folder)]
        whole = sum(found.st_size for found, _ in kept)
        for found, path in sorted(kept, key=lambda each: each[0].st_mtime):
            if whole <= largest:
                break
            if path.endswith((_ENDING, PART_SUFFIX)):
                Path(path).unlink()
                whole -= found.st_size
