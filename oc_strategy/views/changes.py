"""What differs between two states as an overlay: added, removed and changed nodes, and what they are linked to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from oc_strategy.comparing import Changes, Comparison, Move, NodeChange
from oc_strategy.comparing.links import RECORD
from oc_strategy.comparing.move_words import move_words
from oc_strategy.lang import text
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.views.texts import joined, tip
from oc_strategy.views.view import Arrow, Box, Group, Line, Look, View
from oc_strategy.wording import kind_of

_MOST: Final = 60
"""More boxes than this nobody reads on one page; the sheets have them all."""
_FIELDS: Final = 2
_LINES: Final[tuple[tuple[Line, str], ...]] = (
    ("added", "changes.lines.added"), ("removed", "changes.lines.removed"), ("plain", "changes.lines.kept"),
)  # fmt: skip


def changes_view(changes: Changes) -> View:
    """One picture of all projects in which something differs, each in a frame of its own where there are several.

    Nodes of which only words changed are counted as not shown.
    """
    several = len(changes.comparisons) > 1
    parts = [_Part(comparison, _key(comparison), several) for comparison in changes.comparisons]
    boxes = [box for part in parts for box in part.boxes()]
    shown = boxes[:_MOST]
    ids = {box.id for box in shown}
    arrows = [arrow for part in parts for arrow in part.arrows()]
    kept = tuple(arrow for arrow in arrows if arrow.source in ids and arrow.target in ids)
    words_only = sum(change.is_wording for comparison in changes.comparisons for change in comparison.nodes)
    return View(
        key="changes",
        title=text("changes.heading", before=changes.before, after=changes.after, day=changes.today.isoformat()),
        boxes=tuple(shown),
        arrows=kept,
        groups=tuple(Group(part.key, part.title) for part in parts if several and part.has(ids)),
        audience=changes.audience,
        hidden_boxes=len(boxes) - len(shown) + words_only,
        hidden_arrows=len(arrows) - len(kept),
        empty=text("changes.nothing"),
        line_words=tuple((line, text(key)) for line, key in _LINES),
    )


def _key(comparison: Comparison) -> str:
    return comparison.project.id if comparison.project else ""


class _Part:
    """One project's share of the picture."""

    def __init__(self, comparison: Comparison, key: str, is_framed: bool) -> None:
        self.comparison, self.key = comparison, f"project:{key}"
        self._group = self.key if is_framed else None
        self._changed: Mapping[str, NodeChange] = {c.node.id: c for c in comparison.nodes if not c.is_wording}

    @cached_property
    def _moved(self) -> dict[Node, list[Move]]:
        """Outputs that only an option says something else of, the chosen one's word first."""
        found: dict[Node, list[Move]] = {}
        for move in sorted(self.comparison.moves, key=lambda move: not move.is_chosen):
            if isinstance(move.output, Node) and move.output.id not in self._changed:
                found.setdefault(move.output, []).append(move)
        return found

    @property
    def title(self) -> Text:
        """What stands above the frame."""
        return self.comparison.project.name() if self.comparison.project else text("changes.catalog")

    def has(self, ids: set[str]) -> bool:
        """Whether any of its boxes is among some ids."""
        return any(box.id in ids for box in self.boxes())

    def boxes(self) -> Iterator[Box]:
        """The changed nodes, the outputs that are treated differently, then the unchanged ends of changed links."""
        for change in self._changed.values():
            yield self._box(change.node, change.kind, _detail(change))
        for output, moves in self._moved.items():
            yield self._box(output, "changed", _moved_detail(output, moves))
        for node in self._ends():
            yield self._box(node, "plain", kind_of(node))

    def arrows(self) -> Iterator[Arrow]:
        """The links that were made and cut, then, without a word, those that are as they were between two boxes."""
        for link in self.comparison.links:
            target = self._node(link.target)
            if target is not None:
                line: Line = "added" if link.kind == "added" else "removed"
                sign = "+" if link.kind == "added" else "-"
                label = text("changes.signed", sign=sign, words=link.label)
                yield Arrow(self._id(link.source), self._id(target), label, line)
        shown = {*self._changed, *(node.id for node in (*self._moved, *self._ends()))}
        made = {(link.source.id, link.edge, link.target) for link in self.comparison.links}
        for source, edge, target in self.comparison.after.graph.links():
            is_told = edge.name == RECORD or (source.id, edge.name, target.id) in made
            if not is_told and source.id in shown and target.id in shown:
                yield Arrow(self._id(source), self._id(target))

    def _box(self, node: Node, look: Look, detail: Text | None) -> Box:
        return Box(self._id(node), node.name(), look, detail, tip(node), self._group)

    def _ends(self) -> list[Node]:
        ids = {end for link in self.comparison.links for end in (link.source.id, link.target)} - self._changed.keys()
        ids -= {output.id for output in self._moved}
        return [node for node_id in sorted(ids) if (node := self._node(node_id)) is not None]

    def _node(self, node_id: str) -> Node | None:
        return self.comparison.after.graph.get(node_id) or self.comparison.before.graph.get(node_id)

    def _id(self, node: Node) -> str:
        return f"{self.key}/{node.id}"


def _detail(change: NodeChange) -> Text | None:
    """What kind of node it is, and the first fields that differ."""
    if change.kind != "changed":
        return kind_of(change.node)
    meant = [field for field in change.fields if not field.is_wording]
    lines = [
        text("changes.said", label=f.label, value=text("changes.from-to", before=f.before or "-", after=f.after or "-"))
        for f in meant[:_FIELDS]
    ]
    more = text("tables.more", count=len(meant) - _FIELDS) if len(meant) > _FIELDS else None
    return joined([kind_of(change.node), *lines, more], "\n")


def _moved_detail(output: Node, moves: Sequence[Move]) -> Text | None:
    """What kind of node it is, and from where to where it moves in the first options that say so."""
    lines = [text("changes.how", modes=move_words(move), option=move.option.name()) for move in moves[:_FIELDS]]
    more = text("tables.more", count=len(moves) - _FIELDS) if len(moves) > _FIELDS else None
    return joined([kind_of(output), *lines, more], "\n")
