"""What is too much for a page, summed up: parts in their whole first, then section by section by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from oc_strategy.lang import text
from oc_strategy.views.draft import Draft, Item
from oc_strategy.views.gaps import gap_signs
from oc_strategy.views.texts import joined
from oc_strategy.views.view import Arrow, Box

LIMIT = 80
"""More boxes than this nobody reads on one page."""
Home = dict[str, str]
"""For each box the id of the box it is drawn in: its own, its whole's, or that of a sum."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is drawn, and how many boxes and arrows of the draft are drawn only as a part of a sum."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    summed_boxes: int = 0
    summed_arrows: int = 0


def overview(whole: Draft, limit: int = LIMIT) -> Overview:
    """The draft itself, or a summary of it that has at most `limit` boxes or one box a kind; focus boxes stay."""
    if len(whole.items) <= limit:
        return Overview(tuple(item.box for item in whole.items), whole.arrows)
    home = _folded(whole, limit)
    plain: list[Arrow] = []
    summed: list[Arrow] = []
    for arrow in whole.arrows:
        ends = home[arrow.source], home[arrow.target]
        (plain if ends == (arrow.source, arrow.target) else summed).append(arrow)
    shown = sum(1 for item in whole.items if home[item.id] == item.id)
    # A sum of one that looks like an arrow already there would be drawn over it.
    arrows = tuple(dict.fromkeys([*plain, *_sums(summed, home)]))
    return Overview(_boxes(whole, home), arrows, len(whole.items) - shown, len(summed))


def _folded(whole: Draft, limit: int) -> Home:
    """All parts go into their wholes; if that is not enough, the kinds of one section after another, largest first."""
    known = {item.id: item for item in whole.items}
    home = {item.id: item.id if item.box.is_focus else _root(item, known) for item in whole.items}
    sections: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in whole.items:
        if home[item.id] == item.id and not item.box.is_focus:
            sections[item.section][_sum_id(item)].append(item.id)
    for kinds in sorted(sections.values(), key=lambda kinds: (-sum(map(len, kinds.values())), min(kinds))):
        if len(set(home.values())) <= limit:
            break
        _sum_up(kinds, home)
    return home


def _sum_up(kinds: Mapping[str, list[str]], home: Home) -> None:
    into = {member: key for key, members in kinds.items() for member in members if len(members) > 1}
    home.update({box: into[at] for box, at in home.items() if at in into})


def _root(item: Item, known: Mapping[str, Item]) -> str:
    """The outermost whole that stands in the same group."""
    seen = {item.id}
    while (above := known.get(item.part_of or "")) is not None:
        if above.id in seen or above.box.group != item.box.group:
            break
        seen.add(above.id)
        item = above
    # In a circle of parts each would go into another; the first of them stands for all.
    return min(seen) if item.part_of in seen else item.id


def _sum_id(item: Item) -> str:
    # No id of a node holds a colon, so that a sum can never be taken for one.
    return ":".join(("sum", item.section, item.box.group or "", item.box.look, item.kind.of("en")))


def _boxes(whole: Draft, home: Home) -> tuple[Box, ...]:
    members: defaultdict[str, list[Item]] = defaultdict(list)
    for item in whole.items:
        members[home[item.id]].append(item)
    drawn = [_with_parts(item, members[item.id]) for item in whole.items if home[item.id] == item.id]
    return (*drawn, *(_sum(key, members[key]) for key in sorted(members) if key.startswith("sum:")))


def _with_parts(item: Item, members: list[Item]) -> Box:
    parts = [member for member in members if member is not item]
    if not parts:
        return item.box
    signs = gap_signs({gap for part in parts for gap in part.gaps} - item.gaps)
    more = joined([text("pictures.parts", count=len(parts)), signs], " ")
    return replace(item.box, detail=joined([item.box.detail, more], "\n"))


def _sum(key: str, members: list[Item]) -> Box:
    first = members[0]
    label = text("pictures.sum", kind=first.kind, count=len(members))
    gaps = frozenset(gap for member in members for gap in member.gaps)
    return Box(key, label, first.box.look, gap_signs(gaps), group=first.box.group)


def _sums(arrows: Iterable[Arrow], home: Home) -> list[Arrow]:
    """One arrow for all of a line between the same two boxes, with their number where there are many."""
    ends = Counter((home[arrow.source], home[arrow.target], arrow.line) for arrow in arrows)
    return [
        Arrow(source, target, text("pictures.links", count=count) if count > 1 else None, line)
        for (source, target, line), count in sorted(ends.items())
        if source != target
    ]
