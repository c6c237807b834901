"""What is too much for a page, summed up: parts in their whole first, then boxes of one kind, the largest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from oc_strategy.lang import text
from oc_strategy.views.draft import Draft, Item
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
    home: Home = {item.id: item.id for item in whole.items}
    _fold(home, _families(whole), limit)
    _fold(home, _kinds(whole, home), limit)
    boxes = _boxes(whole, home)
    plain: list[Arrow] = []
    folded: list[Arrow] = []
    for arrow in whole.arrows:
        ends = home[arrow.source], home[arrow.target]
        (plain if ends == (arrow.source, arrow.target) else folded).append(arrow)
    shown = sum(1 for item in whole.items if home[item.id] == item.id)
    sums = _summed_arrows(folded, home)
    return Overview(boxes, (*plain, *sums), len(whole.items) - shown, len(whole.arrows) - len(plain))


def _fold(home: Home, clusters: dict[str, list[str]], limit: int) -> None:
    drawn = len(set(home.values()))
    for key, members in sorted(clusters.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        gone = set(members) - {key}
        if drawn <= limit or len(members) < 2:
            return
        drawn -= len(gone) - (key not in home)
        home.update({box: key for box, at in home.items() if at in gone})


def _families(whole: Draft) -> dict[str, list[str]]:
    """By the outermost whole: it and its parts that stand in the same group."""
    known = {item.id: item for item in whole.items}
    families: defaultdict[str, list[str]] = defaultdict(list)
    for item in whole.items:
        families[item.id if item.box.is_focus else _root(item, known)].append(item.id)
    return families


def _root(item: Item, known: dict[str, Item]) -> str:
    seen = {item.id}
    while (above := known.get(item.part_of or "")) is not None:
        if above.id in seen or above.box.group != item.box.group:
            break
        seen.add(above.id)
        item = above
    return item.id


def _kinds(whole: Draft, home: Home) -> dict[str, list[str]]:
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for item in whole.items:
        if home[item.id] == item.id and not item.box.is_focus:
            kinds[_sum_id(item)].append(item.id)
    return kinds


def _sum_id(item: Item) -> str:
    # No id of a node holds a colon, so that a sum can never be taken for one.
    return ":".join(("sum", item.box.group or "", item.box.look, item.kind.of("en")))


def _boxes(whole: Draft, home: Home) -> tuple[Box, ...]:
    sizes, first = Counter(home.values()), {home[item.id]: item for item in reversed(whole.items)}
    drawn = [_with_parts(i.box, sizes[i.id] - 1) for i in whole.items if home[i.id] == i.id]
    sums = [_sum(key, sizes[key], first[key]) for key in sorted(sizes) if key.startswith("sum:")]
    return (*drawn, *sums)


def _with_parts(box: Box, parts: int) -> Box:
    more = text("pictures.parts", count=parts) if parts else None
    return replace(box, detail=joined([box.detail, more], "\n")) if more else box


def _sum(key: str, size: int, member: Item) -> Box:
    label = text("pictures.sum", kind=member.kind, count=size)
    return Box(key, label, member.box.look, group=member.box.group)


def _summed_arrows(arrows: Iterable[Arrow], home: Home) -> list[Arrow]:
    ends = [(home[a.source], home[a.target]) for a in arrows]
    counts = Counter(pair for pair in ends if pair[0] != pair[1])
    return [Arrow(*pair, text("pictures.links", count=count), "dotted") for pair, count in sorted(counts.items())]
