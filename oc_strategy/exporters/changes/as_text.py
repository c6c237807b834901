"""What differs as text for a terminal: moves first, then findings, then nodes with their fields and links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.comparing import Changes, Comparison, FindingChange, Move, NodeChange
from oc_strategy.comparing.move_words import move_words
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.changing import (
    SIGNS,
    detail_lines,
    heading,
    how_words,
    is_good,
    node_words,
    output_words,
    severity_words,
    tally_words,
    whose,
)

_COLOURS: Final = {
    "added": "green", "removed": "red", "changed": "yellow",
    "irrevocable": "red", "hard-to-undo": "yellow", "notable": "cyan", "slight": "dim",
}  # fmt: skip


def changes_text(changes: Changes, language: Language, paint: Paint) -> str:
    """All that differs, in one language."""
    lines = [paint(clean(heading(changes).of(language)), "bold")]
    if changes.is_empty:
        lines.append(text("changes.nothing").of(language))
    for comparison in changes.comparisons:
        lines += ["", *_Writer(language, paint).lines(comparison)]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes comparisons in one language, in colours or without."""

    def __init__(self, language: Language, paint: Paint) -> None:
        self.language, self.paint = language, paint

    def lines(self, comparison: Comparison) -> Iterator[str]:
        """One project, or the catalog."""
        yield self.paint(self._of(whose(comparison)), "bold")
        if comparison.moves:
            yield f"  {self._of(text('changes.moved', count=len(comparison.moves)))}"
        for move in comparison.moves:
            yield from self._move(move)
        if comparison.project:
            yield f"  {self._of(tally_words(comparison))}"
        for change in comparison.of("new", "worse", "better", "gone"):
            yield from self._finding(change)
        told = [change for change in comparison.nodes if not change.is_wording]
        if told:
            yield f"  {self._of(text('changes.nodes', count=len(told)))}"
        for node in told:
            yield from self._node(node)
        if names := [change.node.id for change in comparison.nodes if change.is_wording]:
            yield f"  {self._of(text('changes.wording', nodes=', '.join(names)))}"

    def _of(self, words: Text) -> str:
        return clean(words.of(self.language))

    def _signed(self, what: str, words: str) -> str:
        return self.paint(f"{SIGNS[what]} {words}", _COLOURS[what])

    def _move(self, move: Move) -> Iterator[str]:
        head = f"{self._of(output_words(move))}: {self._of(move_words(move))}"
        yield "    " + self.paint(head, _COLOURS[move.gravity])
        yield f"      {self._of(how_words(move))}"
        if move.gravity in {"irrevocable", "hard-to-undo"}:
            yield f"      {self._of(text(f'changes.gravity.{move.gravity}'))}"

    def _finding(self, change: FindingChange) -> Iterator[str]:
        found = change.finding
        words = f"{self._of(severity_words(change))} [{clean(found.code)}] {self._of(found.message)}"
        colour = "green" if is_good(change) else "red"
        yield "    " + self.paint(f"{SIGNS[change.outcome]} {words}", colour)
        if change.after is not None:
            yield f"      {clean(str(found.place))}"

    def _node(self, change: NodeChange) -> Iterator[str]:
        yield f"    {self._signed(change.kind, self._of(node_words(change)))}"
        for kind, words in detail_lines(change):
            yield f"      {self._signed(kind, self._of(words))}"
