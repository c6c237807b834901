"""Whole files or none: bytes go to a temporary file beside the target and take its place in one step."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

PART_PREFIX, PART_SUFFIX = ".oc-strategy-", ".part"
_ID = re.compile(r"[a-z0-9-]+")
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})


def write_atomically(path: Path, data: bytes | Iterable[bytes], *, is_lasting: bool = True) -> None:
    """Put `data`, or pieces of it as they come, at `path`, making parent folders.

    OSError, which names `path` and not the temporary file, leaves what stood there and no temporary file. What can be
    made anew need not outlast a loss of power: if not `is_lasting`, nobody waits for the disk.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replaced(path, data, is_lasting=is_lasting)
    except OSError as error:
        if path.is_dir():
            # Systems differ in what they say then: busy, not empty, no access.
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path)) from error
        error.filename, error.filename2 = str(path), None
        raise
    if is_lasting:
        _settle(path.parent)


def _replaced(path: Path, data: bytes | Iterable[bytes], *, is_lasting: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=PART_PREFIX, suffix=PART_SUFFIX, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            if is_lasting:
                os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep(folder: Path, *, before: float) -> tuple[Path, ...]:
    """Remove temporary files of ours last changed before a POSIX time, left by a run that was killed; returns them."""
    stale = sorted(p for p in folder.glob(f"{PART_PREFIX}*{PART_SUFFIX}") if _is_older(p, before))
    for path in stale:
        path.unlink(missing_ok=True)
    return tuple(stale)


def safe_name(name: str) -> str:
    """An id as a file name on every system; ValueError for other characters and for device names of Windows."""
    if not _ID.fullmatch(name) or name in _DEVICES or len(name) > 120:
        raise ValueError(name)
    return name


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those any new file gets."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Have the folder's own entry on the disk too, where the system can open folders (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_older(path: Path, before: float) -> bool:
    with contextlib.suppress(OSError):
        return path.is_file() and not path.is_symlink() and path.stat().st_mtime < before
    return False
