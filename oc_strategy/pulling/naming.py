"""Ids for nodes that have none yet, made from their titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Final

from oc_strategy.lang import text

_LONGEST: Final = 60


def proposed_id(title: str, section: str, taken: Container[str]) -> str:
    """An id that nobody has: the Latin letters of a title, else what one of its section is called, with a number."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    if len(re.sub(r"[^a-z]", "", words)) < 2:
        kind = text(f"sections_one.{section}").of("en").lower()
        words = re.sub(r"[^a-z0-9]+", "-", kind).strip("-")
        return next(name for number in range(1, 10**6) if (name := f"{words}-{number}") not in taken)
    if words not in taken:
        return words
    return next(name for number in range(2, 10**6) if (name := f"{words}-{number}") not in taken)
