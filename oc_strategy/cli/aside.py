"""Bytes put aside until they are asked for: in memory as long as they are few, then in a file without a name."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Final

_MOST_IN_MEMORY: Final = 4 * 1024 * 1024


class Aside:
    """A place for bytes, which is gone when nobody can ask for them any more; nobody but this process can see it."""

    def __init__(self, most_in_memory: int = _MOST_IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile(most_in_memory)  # noqa: SIM115 - it is closed when it is dropped

    def put(self, data: bytes) -> Callable[[], bytes]:
        """Put bytes aside; returns what reads them again, as often as one likes."""
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(data)
        return partial(self._read, start, len(data))

    def _read(self, start: int, length: int) -> bytes:
        self._file.seek(start)
        return self._file.read(length)
