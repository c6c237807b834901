"""How to read a book: its signs and colours, each with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.tables.cells import signed
from oc_strategy.tables.columns import worked_out
from oc_strategy.tables.listing import worked_table
from oc_strategy.tables.sheet import Cell, Table, Tone

Sign = tuple[Text, Tone | None, Text]
"""What is shown, in which tone, and what it means."""
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "question", "good")


def severity_signs() -> list[Sign]:
    """The signs of findings, the gravest first."""
    return [(signed("Severity", s), s, text(f"tables.legend.{s}")) for s in SEVERITIES]


def legend(signs: Sequence[Sign]) -> Table:
    """The legend of a book: these signs, and that a blank cell is unknown."""
    return worked_table(
        "legend",
        [*signs, (text("tables.blank"), None, text("tables.legend.blank"))],
        worked_out("sign", 24, lambda row: Cell(row[0], row[1])),
        worked_out("meaning", 46, lambda row: row[2]),
    )
