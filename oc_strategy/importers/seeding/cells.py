"""What stands in one cell: its words, or why nothing can be taken from it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import Final

from oc_strategy.importers.xlsx import Content, Fault, Formula
from oc_strategy.lang import text
from oc_strategy.model.text import Text

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a cell was not taken."""

    said: Text


def words_of(content: Content | None, says_nothing: Set[str]) -> str | Unread | None:
    """The words of a cell; None for one that says nothing. A formula gives what it last showed."""
    if isinstance(content, Formula):
        if content.shown is None:
            return Unread(text("seeding.formula"))
        content = content.shown
    if isinstance(content, Fault):
        return Unread(text("seeding.fault", code=content.code))
    words = "" if content is None else _words(content).strip()
    if not words or words in says_nothing:
        return None
    if found := _CONTROL.search(words):
        return Unread(text("seeding.control", sign=f"U+{ord(found[0]):04X}"))
    return words


def _words(content: str | float | bool | date) -> str:
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, float) and content.is_integer() and abs(content) < 10**15:
        return str(int(content))
    return content.isoformat() if isinstance(content, date) else str(content)
