"""What no text may exceed, so that none can exhaust the machine, and the words that are none."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_DEPTH: Final = 40
MAX_VALUES: Final = 2_000_000
MAX_SCALAR: Final = 200_000
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing."""
ODD_KEYS: Final = NULLS | {"<<"}
"""No names: nothing, and the order to merge another mapping in."""
