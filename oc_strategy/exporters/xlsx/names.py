"""Names that Excel accepts and that stay unique: of sheets and of tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from oc_strategy.exporters.xlsx.cleaning import clean, cut, units
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.sheet import Sheet

SHEET_LIMIT = 31
"""UTF-16 units in a sheet's name (Excel specifications and limits)."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")
_TAKEN = ("history", "_oc", "_lists")
"""Excel keeps "History" for itself; the others are ours."""


def sheet_names(sheets: Iterable[Sheet], languages: tuple[Language, ...]) -> list[str]:
    """One name a sheet, such as `03 技術要素`: at most 31 units, unique to eyes that see no case or width."""
    taken = set(_TAKEN)
    names = []
    for sheet in sheets:
        name = _unique(_wished(sheet.number, sheet.title, languages), taken)
        taken.add(_folded(name))
        names.append(name)
    return names


def table_name(key: str, number: int) -> str:
    """A name for the n-th table of a workbook that can never look like the address of a cell."""
    return f"oc_table_{number}_{re.sub(r'[^A-Za-z0-9]', '_', key)}"[:200]


def unique_headings(headings: Iterable[str]) -> list[str]:
    """Headings never empty, told apart by a number where they repeat: Excel demands it of tables."""
    taken: set[str] = set()
    found = []
    for heading in headings:
        name = _unique(_one_heading(heading), taken, limit=255)
        taken.add(_folded(name))
        found.append(name)
    return found


@lru_cache(maxsize=4096)
def _one_heading(words: str) -> str:
    lines = (" ".join(line.split()) for line in clean(words).split("\n"))
    return cut("\n".join(filter(None, lines)), 200, "…") or "-"


def _wished(number: int, title: Text, languages: tuple[Language, ...]) -> str:
    words = list(dict.fromkeys(_allowed(title.of(language)) for language in languages))
    both = f"{number:02d} {' '.join(words)}"
    return both.strip() if units(both) <= SHEET_LIMIT else f"{number:02d} {words[0]}".strip()


def _allowed(words: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", clean(words)).split()).strip("'")


def _unique(wish: str, taken: set[str], limit: int = SHEET_LIMIT) -> str:
    name = cut(wish, limit, "…").strip("'")
    number = 2
    while _folded(name) in taken:
        ending = f" ({number})"
        name = cut(wish, limit - len(ending), "…") + ending
        number += 1
    return name


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
