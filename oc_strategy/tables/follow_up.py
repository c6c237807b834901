"""The follow-up workbook: what moved, what became of the findings, and every field that differs, between two states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from oc_strategy.comparing import Changes, Comparison, FindingChange, Gravity, Kind, Move, NodeChange, Outcome
from oc_strategy.comparing.move_words import move_words, treatment_words
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.changing import (
    SIGNS,
    detail_lines,
    heading,
    is_good,
    node_words,
    output_words,
    severity_words,
    whose,
)
from oc_strategy.tables.columns import worked_out
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.sheet import Block, Cell, Fields, Picture, Sheet, Tone, Workbook
from oc_strategy.views.changes import changes_view

_GRAVITY: Final[dict[Gravity, Tone | None]] = {
    "irrevocable": "error", "hard-to-undo": "warning", "notable": "question", "slight": None,
}  # fmt: skip
_SHOWN: Final[tuple[Outcome, ...]] = ("new", "worse", "better", "gone", "same")


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that happened to a node: to the whole of it, to a field, or to a link."""

    comparison: Comparison
    change: NodeChange
    kind: Kind
    words: Text | None


def follow_up(changes: Changes) -> Workbook:
    """The workbook on what differs, for the audience and the day of the comparison."""
    return Workbook(
        key="follow-up",
        title=heading(changes),
        as_of=changes.today,
        audience=changes.audience,
        sheets=(_summary(changes), _picture(changes), _nodes(changes)),
    )


def _summary(changes: Changes) -> Sheet:
    about = Fields((
        (text("changes.before"), Cell(changes.before)),
        (text("changes.after"), Cell(changes.after)),
        (text("tables.as-of"), Cell(changes.today)),
        (text("tables.class-of-book"), Cell(text(f"words.Confidentiality.{changes.audience}"))),
    ))  # fmt: skip
    return sheet(
        0, "follow-up", about, moves_since(changes), *findings_since(changes), sentence(text("advice.disclaimer"))
    )


def moves_since(changes: Changes) -> Block:
    """What each output moved from and to, and how hard that is to undo."""
    every = [(comparison, move) for comparison in changes.comparisons for move in comparison.moves]

    def gravity(row: tuple[Comparison, Move]) -> Cell:
        return Cell(text(f"changes.gravity.{row[1].gravity}"), _GRAVITY[row[1].gravity])

    return worked_table(
        "moves",
        every,
        worked_out("project", 22, lambda row: whose(row[0])),
        worked_out("output", 30, lambda row: output_words(row[1])),
        worked_out("option", 24, lambda row: row[1].option.name()),
        worked_out("moved", 24, lambda row: Cell(move_words(row[1]), _GRAVITY[row[1].gravity])),
        worked_out("before", 24, lambda row: treatment_words(row[1].before)),
        worked_out("after", 24, lambda row: treatment_words(row[1].after)),
        worked_out("undoing", 34, gravity),
        empty=text("changes.no-moves"),
    )


def findings_since(changes: Changes) -> Iterator[Block]:
    """What became of each finding; before it that some were not made, where that is so."""
    if any(comparison.project and comparison.findings is None for comparison in changes.comparisons):
        yield sentence(text("changes.unchecked"))
    every = [
        (comparison, change)
        for outcome in _SHOWN
        for comparison in changes.comparisons
        for change in comparison.of(outcome)
        if outcome != "same" or change.finding.severity != "good"
    ]

    def outcome(row: tuple[Comparison, FindingChange]) -> Cell:
        happened = row[1].outcome
        words = text("changes.signed", sign=SIGNS[happened], words=text(f"changes.outcomes.{happened}"))
        return Cell(words, None if happened == "same" else "good" if is_good(row[1]) else "error")

    yield worked_table(
        "findings-since",
        every,
        worked_out("outcome", 14, outcome),
        worked_out("project", 22, lambda row: whose(row[0])),
        worked_out("severity", 14, lambda row: severity_words(row[1])),
        worked_out("message", 56, lambda row: row[1].finding.message),
        worked_out("remedy", 44, lambda row: row[1].after.remedy if row[1].after else None),
        worked_out("rule", 26, lambda row: row[1].finding.code),
        worked_out("fingerprint", 20, lambda row: row[1].finding.fingerprint),
        empty=text("changes.no-findings"),
    )


def _picture(changes: Changes) -> Sheet:
    view = changes_view(changes)
    words = text("changes.picture", count=sum(len(comparison.nodes) for comparison in changes.comparisons))
    return sheet(1, "follow-up-picture", Picture(view, words), is_one_page=True)


def _nodes(changes: Changes) -> Sheet:
    lines = [line for comparison in changes.comparisons for line in _lines(comparison)]

    def happened(line: _Line) -> Cell:
        words = text("changes.signed", sign=SIGNS[line.kind], words=text(f"changes.kinds.{line.kind}"))
        return Cell(words, "differs" if line.kind == "changed" else None)

    table = worked_table(
        "nodes-since",
        lines,
        worked_out("what-happened", 14, happened),
        worked_out("project", 22, lambda line: whose(line.comparison)),
        worked_out("subject-id", 26, lambda line: line.change.node.id),
        worked_out("subject", 36, lambda line: node_words(line.change)),
        worked_out("difference", 70, lambda line: line.words),
        empty=text("changes.nothing"),
    )
    return sheet(2, "follow-up-nodes", table)


def _lines(comparison: Comparison) -> Iterator[_Line]:
    for change in comparison.nodes:
        if change.kind != "changed" or change.former_id:
            yield _Line(comparison, change, change.kind, None)
        for kind, words in detail_lines(change):
            yield _Line(comparison, change, kind, words)
