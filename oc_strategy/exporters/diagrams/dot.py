"""A view or a time axis as the text of a DOT file that any Graphviz draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

from oc_strategy.exporters.diagrams.arrows import arrow_statements, label_statements
from oc_strategy.exporters.diagrams.board_dot import board
from oc_strategy.exporters.diagrams.labels import dot_quoted, wrapped
from oc_strategy.exporters.diagrams.legend import legend, look_attributes
from oc_strategy.exporters.diagrams.links import is_safe_link
from oc_strategy.exporters.diagrams.palette import FONT, INK, STYLES
from oc_strategy.exporters.diagrams.timeline import timeline_source
from oc_strategy.exporters.diagrams.words import box_words, empty_note, heading, subtitle
from oc_strategy.model.text import Language
from oc_strategy.views.view import Box, Diagram, Group, Timeline, View

_MANY_BOXES = 300
_TITLE_COLUMNS = 90
_GAP = "\n "


def dot_source(diagram: Diagram, language: Language, links: Mapping[str, str] | None = None) -> str:
    """The DOT text; a time axis has fixed positions and is drawn by `neato -n2`, a view by `dot`.

    `links` gives a box id the address it leads to: `https://...` or `#fragment`, any other is left out.
    """
    if isinstance(diagram, Timeline):
        return timeline_source(diagram, language)
    if is_board(diagram):
        return board(diagram, language, links or {}).source()
    picture, key = _picture(diagram, language, links or {}), legend(diagram, language)
    parts = [*picture, *key]
    return "\n".join(["digraph {", *_defaults(diagram, language), *parts, "}", ""])


def is_board(diagram: Diagram) -> TypeGuard[View]:
    """Whether a diagram is a page of frames; one without boxes is a note in a free layout."""
    return isinstance(diagram, View) and diagram.is_board and bool(diagram.boxes)


def _defaults(view: View, language: Language) -> list[str]:
    splines = "polyline" if len(view.boxes) > _MANY_BOXES else "true"
    font = f'fontname="{FONT}", fontcolor="{INK}"'
    more = subtitle(view, language)
    small = f"\n{wrapped(more, _TITLE_COLUMNS)}" if more else ""
    title = dot_quoted(wrapped(heading(view, language), _TITLE_COLUMNS) + small + _GAP, "l")
    return [
        f'graph [charset="UTF-8", pad=0.25, bgcolor="#FFFFFF", {font}];',
        f"graph [rankdir=TB, nodesep=0.25, ranksep=0.28, splines={splines}];",
        'graph [pack=14, packmode="array_i1"];',
        f"graph [label={title}, labelloc=t, labeljust=l, fontsize=16];",
        f'node [fontsize=12, margin="0.16,0.09", {font}];',
        f'edge [fontsize=10, color="#444444", arrowsize=0.8, {font}];',
    ]


def _picture(view: View, language: Language, links: Mapping[str, str]) -> list[str]:
    frame = 'label="", pencolor=none, margin=4'
    if not view.boxes:
        note = f"n0 [shape=note, label={dot_quoted(wrapped(empty_note(view, language), 40))}];"
        return ["subgraph cluster_all {", f"graph [{frame}];", note, "}"]
    members = {group.id for group in view.groups}
    free = [
        line for n, box in enumerate(view.boxes) if box.group not in members for line in _box(n, box, language, links)
    ]
    frames = [line for n, group in enumerate(view.groups) for line in _group(n, group, view, language, links)]
    rest = label_statements(view, None, language) + arrow_statements(view, language)
    return ["subgraph cluster_all {", f"graph [{frame}];", *frames, *free, *rest, "}"]


def _group(number: int, group: Group, view: View, language: Language, links: Mapping[str, str]) -> list[str]:
    boxes = [
        line for n, box in enumerate(view.boxes) if box.group == group.id for line in _box(n, box, language, links)
    ]
    if not boxes:
        return []
    style = STYLES[group.look]
    title = dot_quoted(wrapped(group.title.of(language), 48))
    frame = f'label="", pencolor="{style.border}", style=rounded, penwidth=1.4, margin=10'
    head = f'h{number} [shape=plaintext, label={title}, fontsize=14, margin="0.02,0.01", width=0.1, height=0.1];'
    labels = label_statements(view, group.id, language)
    return [f"subgraph cluster_{number} {{", f"graph [{frame}];", head, *boxes, *labels, "}"]


def _box(number: int, box: Box, language: Language, links: Mapping[str, str]) -> list[str]:
    words = wrapped(box_words(box, language))
    tip = f", tooltip={dot_quoted(box.tip.of(language))}" if box.tip else ""
    link = f", URL={dot_quoted(links[box.id])}" if is_safe_link(links.get(box.id, "")) else ""
    look = look_attributes(box.look, words, box.is_focus)
    return [f'n{number} [id="n{number}", label={dot_quoted(words)}{tip}{link}, {look}];']
