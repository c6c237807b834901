"""Two options laid over each other: what moves which way, and what carries the one and not the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal

from oc_strategy.lang import text, word
from oc_strategy.model.edges import COMPLEMENTS, DEPENDS_ON
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Posture
from oc_strategy.report import Report
from oc_strategy.views.boxes import Boxes
from oc_strategy.views.details import detail
from oc_strategy.views.draft import Draft, Drawn, Item, arrows_of, draft, grown
from oc_strategy.views.selection import in_focus, page
from oc_strategy.views.strategy import outputs_of
from oc_strategy.views.texts import joined
from oc_strategy.views.view import Arrow, Group, Line, Look, View
from oc_strategy.wording import treated_as

Move = Literal["opens", "closes", "alters", "stays"]
MOVES: Final[tuple[Move, ...]] = ("opens", "closes", "alters", "stays")
_LOOKS: Final[dict[Move, Look]] = {"opens": "open", "closes": "closed", "alters": "changed", "stays": "plain"}
_OPENNESS: Final[tuple[Posture | None, ...]] = ("closed", "gated", "open")
_LINES: Final[tuple[tuple[Line, str], ...]] = (
    ("added", "carrier-added"), ("removed", "carrier-removed"), ("dashed", "complement"), ("strong", "need"),
)  # fmt: skip


def options_view(report: Report, focus: str | None = None, depth: int | None = None) -> View:
    """What differs between the two options of a report, and what is `depth` links away (1 if None).

    Outputs stand by the way they move: opened further, closed further, or treated otherwise at the same posture. Those
    that stay as they are stand beside them where they are linked to one that moves; the others are counted.
    ValueError with the id for a focus that is not part of it.
    """
    whole = in_focus(_draft(report), focus)
    moving = {item.id for item in whole.items if item.box.group in MOVES[:3]}
    kept = grown(whole, {focus} if focus else moving, 1 if depth is None else depth)
    groups = tuple(Group(move, text(f"pictures.groups.{move}"), _LOOKS[move], _row(move)) for move in MOVES)
    view = page("options", report, whole, kept, groups=groups, words=_LINES)
    return replace(view, subtitle=_between(report)) if report.pair else view


def option_ids(report: Report) -> frozenset[str]:
    """The ids of all that the picture of two options covers at any depth."""
    return frozenset(item.id for item in _draft(report).items)


def _row(move: Move) -> str | None:
    return "moves" if move in {"opens", "closes"} else None


def _between(report: Report) -> Text | None:
    assert report.pair is not None
    before, after = report.pair
    return text("pictures.between", day=report.today.isoformat(), before=before.name(), after=after.name())


def _draft(report: Report) -> Draft:
    if report.pair is None:
        return draft([], [])
    boxes, (before, after) = Boxes(report), report.pair
    outputs = _outputs(report, report.pair)
    carriers = list(_carriers(report, outputs, before, after))
    items: list[Item] = [_box(boxes, output, before, after) for output in outputs]
    items += [_carrier(boxes, node, carriers) for node in dict.fromkeys(node for node, _, _ in carriers)]
    links = arrows_of(
        report.graph, {COMPLEMENTS: Drawn("complements", "dashed"), DEPENDS_ON: Drawn("depends-on", "strong")}
    )
    own = {output.id for output in outputs}
    between = (arrow for arrow in links if arrow.source in own and arrow.target in own)
    return draft(items, [*(Arrow(node.id, output.id, line=line) for node, output, line in carriers), *between])


def _outputs(report: Report, pair: Iterable[Option]) -> tuple[Output, ...]:
    """What either option treats, of what is there; an output of which neither says anything cannot move."""
    treated = {output_id for option in pair for output_id in option.treatments}
    every = (*outputs_of(report), *(o for o in report.graph.of(Output) if o.id in treated))
    return tuple(output for output in dict.fromkeys(every) if output.id in treated)


def move_of(before: Treatment | None, after: Treatment | None) -> Move:
    """Which way an output moves from one treatment to another; untreated it is neither more open nor more closed."""
    first, last = (treatment.posture if treatment else None for treatment in (before, after))
    if first in _OPENNESS and last in _OPENNESS and first != last:
        return "opens" if _OPENNESS.index(first) < _OPENNESS.index(last) else "closes"
    return "stays" if first == last and _way(before) == _way(after) else "alters"


def _way(treatment: Treatment | None) -> Text:
    return (treated_as(treatment) if treatment else None) or text("states.undecided")


def _box(boxes: Boxes, output: Output, before: Option, after: Option) -> Item:
    treatments = before.treatments.get(output.id), after.treatments.get(output.id)
    move = move_of(*treatments)
    posture = treatments[1].posture if treatments[1] else None
    first, last = (_said(treatment) for treatment in treatments)
    words = first if move == "stays" else text("pictures.moved", before=first, after=last)
    item = boxes.of(output, move, posture or "undecided")
    return _without_gaps(item, joined([item.kind, words], "\n"))


def _without_gaps(item: Item, words: Text | None) -> Item:
    """With these words alone: gaps are counted under the chosen option, which may be neither of the two."""
    return replace(item, box=replace(item.box, detail=words), gaps=frozenset())


def _said(treatment: Treatment | None) -> Text:
    """Posture with its sign and the way: `□ Open (Standard, free)`."""
    if treatment is None or treatment.posture is None:
        return text("states.undecided")
    sign, named = text(f"words_signs.Posture.{treatment.posture}"), word("Posture", treatment.posture)
    return text("pictures.treated", sign=sign, posture=named, way=_way(treatment))


def _carriers(
    report: Report, outputs: Iterable[Output], before: Option, after: Option
) -> Iterator[tuple[Node, Output, Line]]:
    """The rights, standards and licences by which one option treats an output and the other does not."""
    for output in outputs:
        first, last = (_via(option.treatments.get(output.id)) for option in (before, after))
        for node_id in dict.fromkeys((*first, *last)):
            node = report.graph.get(node_id)
            if node is not None and (node_id in first) != (node_id in last):
                yield node, output, "added" if node_id in last else "removed"


def _carrier(boxes: Boxes, node: Node, carriers: Iterable[tuple[Node, Output, Line]]) -> Item:
    """What carries one of the options, with a sign and in words which; both where it changes its place."""
    lines = sorted({line for carrier, _, line in carriers if carrier == node})
    words = [detail(node, boxes.today), *(text(f"pictures.carries-{line}") for line in lines)]
    return _without_gaps(boxes.of(node), joined(words, "\n"))


def _via(treatment: Treatment | None) -> tuple[str, ...]:
    return treatment.via if treatment else ()
