"""The arrows of a view in DOT, and the invisible ones that shape the page."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.exporters.diagrams.labels import dot_quoted, wrapped
from oc_strategy.exporters.diagrams.palette import LINES
from oc_strategy.exporters.diagrams.spread import borders, lengths, stages, ties
from oc_strategy.exporters.diagrams.words import drawn_arrows
from oc_strategy.model.text import Language
from oc_strategy.views.view import View

_COLUMNS = 16
_LARGE = 24
_LABEL = 'shape=plaintext, fontsize=10, margin="0.02,0.01", width=0.1, height=0.1'


def arrow_statements(view: View, language: Language) -> list[str]:
    """All edge statements. Each arrow spans two ranks, so that its label has the one between.

    The label is a node of its own, for Graphviz 2.43 drops edge labels where it lays a graph out in parts (`pack`).
    """
    drawn = drawn_arrows(view)
    tied, stage, length = ties(view, drawn), stages(view), lengths(drawn)
    statements = [
        line
        for source, target, number in drawn
        for line in _arrow(
            view, (source, target, number), length.get(number, 1), language, _is_back(stage, source, target)
        )
    ]
    statements += [f"n{above} -> n{below} [style=invis, weight=0];" for above, below in tied]
    return [*statements, *_borders(view, [(source, target) for source, target, _ in drawn] + tied)]


def _is_back(stage: dict[int, int], source: int, target: int) -> bool:
    return source in stage and target in stage and stage[source] > stage[target]


def _arrow(view: View, ends: tuple[int, int, int], length: int, language: Language, is_back: bool) -> list[str]:
    """An arrow against the order of the groups is written the other way round, its head at the tail."""
    number, arrow = ends[2], view.arrows[ends[2]]
    first, last = (f"n{ends[1]}", f"n{ends[0]}") if is_back else (f"n{ends[0]}", f"n{ends[1]}")
    line, head = LINES[arrow.line], "back" if is_back else "forward"
    words = wrapped(arrow.label.of(language), _COLUMNS) if arrow.label else ""
    if not words:
        return [f'{first} -> {last} [id="e{number}", {line}, minlen={2 * length}, dir={head}];']
    tail, head = ("back", "none") if is_back else ("none", "forward")
    return [
        f'{first} -> e{number} [id="e{number}a", {line}, minlen={2 * length - 1}, dir={tail}];',
        f'e{number} -> {last} [id="e{number}b", {line}, dir={head}];',
    ]


def label_statements(view: View, group: str | None, language: Language) -> list[str]:
    """The labels of the arrows inside one group (None: of all the others), which stand in its frame as the boxes do."""
    frame = {box.id: box.group for box in view.boxes}
    known = {group.id for group in view.groups}
    statements = []
    for _, _, number in drawn_arrows(view):
        arrow = view.arrows[number]
        inside = frame[arrow.source] if frame[arrow.source] == frame[arrow.target] else None
        words = wrapped(arrow.label.of(language), _COLUMNS) if arrow.label else ""
        if words and (inside if inside in known else None) == group:
            statements.append(f'e{number} [id="l{number}", label={dot_quoted(words)}, {_LABEL}];')
    return statements


def _borders(view: View, pairs: list[tuple[int, int]]) -> Iterator[str]:
    """Each group below the one before: the last boxes of that, a point, the title, and the first boxes of this.

    A title is a box of its own above the others of its frame, so that arrows go round it and not through it.
    """
    # Set strictly one below the other, the groups keep a large drawing as narrow as a page.
    weight = int(len(view.boxes) > _LARGE)
    form = f"[style=invis, weight={weight}]"
    used = {box.group for box in view.boxes}
    titles = [f"h{number}" for number, group in enumerate(view.groups) if group.id in used]
    above: list[int] = []
    for number, (title, (first, last)) in enumerate(zip(titles, borders(stages(view), pairs), strict=True)):
        if above:
            yield f"g{number} [shape=point, style=invis, width=0.01];"
            yield from (f"n{box} -> g{number} {form};" for box in above)
            yield f"g{number} -> {title} [style=invis, weight={weight * len(first)}];"
        yield from (f"{title} -> n{box} {form};" for box in first)
        above = last
