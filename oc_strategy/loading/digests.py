"""What all YAML files directly in a folder hold, as one digest, to tell whether anything that is read there changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from stat import S_ISREG

from oc_strategy.yamlsource import MAX_BYTES


def digest_of(folder: Path) -> str | None:
    """The digest of the names and the bytes of every YAML file in a folder, which need not be there.

    None where that cannot be told, or would not be all that counts: a link, a file that is no plain file or is too
    large, a folder or a file that may not be read.
    """
    whole = hashlib.sha256()
    try:
        for name in _names(folder):
            data = _plain_bytes(folder / name)
            if data is None:
                return None
            whole.update(f"{len(os.fsencode(name))}:{len(data)}:".encode() + os.fsencode(name) + data)
    except OSError:
        return None
    return whole.hexdigest()


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.name.lower().endswith((".yaml", ".yml")))
    except FileNotFoundError:
        return []


def _plain_bytes(path: Path) -> bytes | None:
    found = path.lstat()
    if not S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
        return None
    return path.read_bytes()
