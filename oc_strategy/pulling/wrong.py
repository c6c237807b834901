"""What cannot be taken from a cell, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from oc_strategy.lang import text
from oc_strategy.model.text import Text


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why what stands in a cell is no value of its field."""

    said: Text


def wrong(key: str, **values: object) -> Wrong:
    """The sentence `pull.wrong.<key>`."""
    return Wrong(text(f"pull.wrong.{key}", **values))
