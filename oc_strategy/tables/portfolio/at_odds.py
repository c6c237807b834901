"""Contradictions: what is at odds between projects, and what several say about one thing of the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from oc_strategy.lang import section_label, text
from oc_strategy.model.claims import Verdict, compared
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.tables.cells import lines
from oc_strategy.tables.columns import numbered, worked_out
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.portfolio.gaps import gap_columns
from oc_strategy.tables.portfolio.part import CATALOG
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Cell, Sheet, Table
from oc_strategy.wording import field_words, said_value

_THEME: Final = "portfolio"
_ORDER: Final[tuple[Verdict, ...]] = ("contradict", "agree", "unknown")


@dataclass(frozen=True, slots=True)
class _Shared:
    """A node of the catalog, who says something about it (by home), and what they say of each field."""

    id: str
    said: tuple[tuple[str, Node], ...]
    verdicts: dict[Path, Verdict]

    @property
    def contradicting(self) -> list[Path]:
        return [path for path, verdict in self.verdicts.items() if verdict == "contradict"]


def at_odds(whole: Whole) -> Sheet:
    """Sheet 5; an audience below internal is not told that statements differ."""
    if not whole.shows_findings:
        return sheet(5, "portfolio-at-odds", sentence(text("sheets.withheld")))
    every = [(part, gap) for part in whole.parts for gap in part.gaps if gap.theme == _THEME]
    found = worked_table("at-odds", every, *gap_columns(whole), empty=text("sheets.portfolio-at-odds.empty"))
    rows = tuple(replace(row, id=gap.fingerprint) for row, (_, gap) in zip(found.rows, every, strict=True))
    return sheet(5, "portfolio-at-odds", replace(found, rows=rows), _claims(whole))


def _claims(whole: Whole) -> Table:
    shared = sorted(_statements(whole), key=lambda one: (-len(one.contradicting), one.id))
    table = worked_table(
        "statements",
        shared,
        worked_out("shared-thing", 24, lambda one: _name(one)),
        worked_out("what", 16, lambda one: section_label(one.said[0][1].section)),
        worked_out("said-by", 30, lambda one: lines(_home(whole, home) for home, _ in one.said)),
        worked_out("contradicting", 50, lambda one: Cell(_told(whole, one), "error" if one.contradicting else None)),
        numbered("contradict", lambda one: _count(one, "contradict")),
        numbered("agree", lambda one: _count(one, "agree")),
        numbered("unknown", lambda one: _count(one, "unknown")),
        empty=text("portfolio.no-statements"),
    )
    rows = tuple(replace(row, id=f"{CATALOG}/{one.id}") for row, one in zip(table.rows, shared, strict=True))
    return replace(table, rows=rows)


def _statements(whole: Whole) -> Iterator[_Shared]:
    """The nodes of the catalog about which at least one project says something, too."""
    for node_id in sorted({node_id for part in whole.parts for node_id in part.claims}):
        said = [(CATALOG, whole.catalog[node_id])] if node_id in whole.catalog else []
        said += [(part.id, part.claims[node_id]) for part in whole.parts if node_id in part.claims]
        if len(said) > 1:
            yield _Shared(node_id, tuple(said), _verdicts([node for _, node in said]))


def _verdicts(nodes: list[Node]) -> dict[Path, Verdict]:
    """Of each field that any of them fills in: whether two contradict each other, else two agree, else nobody knows."""
    found: dict[Path, Verdict] = {}
    for first, second in combinations(nodes, 2):
        for pair in compared(first, second):
            is_said = pair.verdict != "unknown" or said_value(first, pair.path) or said_value(second, pair.other)
            if is_said:
                known = found.get(pair.path, "unknown")
                found[pair.path] = min(known, pair.verdict, key=_ORDER.index)
    return found


def _count(one: _Shared, verdict: Verdict) -> int:
    return sum(found == verdict for found in one.verdicts.values())


def _name(one: _Shared) -> Text:
    return next((node.title for _, node in one.said if node.title), None) or Text.plain(one.id)


def _home(whole: Whole, home: str) -> Text:
    return text("changes.catalog") if home == CATALOG else whole.name(home)


def _told(whole: Whole, one: _Shared) -> Text | None:
    """Each field on which they differ, with what each says there."""
    return lines(_field(whole, one, path) for path in one.contradicting)


def _field(whole: Whole, one: _Shared, path: Path) -> Text:
    said = [(home, _value(node, path)) for home, node in one.said]
    parts = [text("portfolio.says", who=_home(whole, home), what=value) for home, value in said if value]
    return text("portfolio.field-says", field=field_words(one.said[0][1], path), said=lines(parts, " / ") or "")


def _value(node: Node, path: Path) -> Text | None:
    try:
        return said_value(node, path)
    except IndexError:
        # The list has its records elsewhere, or fewer of them.
        return None
