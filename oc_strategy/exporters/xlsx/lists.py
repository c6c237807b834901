"""Drop-downs: every closed word list, and the ids that exist, on a hidden sheet under names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from oc_strategy.lang import text, word
from oc_strategy.model import node as node_module
from oc_strategy.model import text as text_module
from oc_strategy.model import vocabulary
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.sheet import Table, Workbook

SHEET = "_lists"
IDS = "ids:"
FLAG = "Bool"


class Lists:
    """The lists of one book, each in a column of the hidden sheet, in the order in which they were first asked for."""

    def __init__(self, languages: tuple[Language, ...], ids: Mapping[str, tuple[str, ...]]) -> None:
        self._languages = languages
        self._ids = ids
        self._made: dict[str, tuple[str, ...]] = {}

    def name(self, choices: str) -> str | None:
        """The defined name of a list; None where it has no entry, so that nothing would be allowed."""
        name = "oc_list_" + re.sub(r"[^A-Za-z0-9]", "_", choices)
        if name not in self._made:
            self._made[name] = self._entries(choices)
        return name if self._made[name] else None

    @property
    def made(self) -> Mapping[str, tuple[str, ...]]:
        """Name and entries of each list asked for."""
        return MappingProxyType(self._made)

    def _entries(self, choices: str) -> tuple[str, ...]:
        if choices.startswith(IDS):
            sections = choices.removeprefix(IDS).split("+")
            return tuple(node_id for section in sections for node_id in self._ids.get(section, ()))
        if choices == FLAG:
            return tuple(self._said(text(f"states.{answer}")) for answer in ("yes", "no"))
        home = next(m for m in (vocabulary, text_module, node_module) if hasattr(m, choices))
        return tuple(dict.fromkeys(self._label(choices, value) for value in get_args(getattr(home, choices))))

    def _label(self, choices: str, value: str) -> str:
        return self._said(word(choices, value))

    def _said(self, label: Text) -> str:
        return " / ".join(dict.fromkeys(label.of(language) for language in self._languages))


def ids_by_section(book: Workbook) -> dict[str, tuple[str, ...]]:
    """Ids of the rows of each section's tables, where no table names its section those of the sheet of that key."""
    found: dict[str, dict[str, None]] = {}
    for sheet in book.sheets:
        for table in (block for block in sheet.blocks if isinstance(block, Table)):
            ids = found.setdefault(table.section or sheet.key, {})
            ids.update({row.id: None for row in table.rows if row.id})
    return {section: tuple(ids) for section, ids in found.items()}
