"""A time axis as a DOT file with fixed positions: lanes under headings, bars, milestones, grid and today."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from oc_strategy.exporters.diagrams.axis import CHART, Axis, axis_of
from oc_strategy.exporters.diagrams.labels import dot_quoted, shortened, wrapped
from oc_strategy.exporters.diagrams.lanes import LANE, Lane, placed
from oc_strategy.exporters.diagrams.legend import look_name
from oc_strategy.exporters.diagrams.palette import FONT, INK, MUTED, STYLES, TODAY
from oc_strategy.exporters.diagrams.paper import Paper, points
from oc_strategy.exporters.diagrams.words import empty_note, heading, subtitle
from oc_strategy.lang import text
from oc_strategy.model.text import Language
from oc_strategy.views.view import Timeline

_NAMES = 200.0
_TITLE_COLUMNS = 100
WIDTH = _NAMES + CHART + 12
"""Points from the left edge to the right one."""


def timeline_source(timeline: Timeline, language: Language) -> str:
    """The DOT text, to be drawn by `neato -n2`; each lane is as high as its labels need to stand apart."""
    paper = Paper()
    title = wrapped(heading(timeline, language), _TITLE_COLUMNS).split("\n")
    for number, line in enumerate(title):
        paper.words(0, 24.0 * number, line, size=18)
    more = shortened(subtitle(timeline, language), 120)
    if more:
        paper.words(0, 24.0 * len(title), more, size=11, colour=MUTED)
    head_end = 24.0 * len(title) + (28 if more else 0)
    if any(lane.spans for lane in timeline.lanes):
        _chart(paper, timeline, head_end + 24, language)
    else:
        paper.box(
            0,
            head_end + 8,
            420,
            60,
            f'label={dot_quoted(wrapped(empty_note(timeline, language), 60))}, color="{MUTED}"',
        )
    font = f'fontname="{FONT}", fontcolor="{INK}"'
    head = [
        f'graph [charset="UTF-8", outputorder=nodesfirst, pad=0.25, bgcolor="#FFFFFF", {font}];',
        f"node [shape=box, fixedsize=true, margin=0, penwidth=0, fontsize=10, {font}];",
        'node [style=filled, fillcolor="#FFFFFF"];',
    ]
    return "\n".join(["digraph {", *head, *paper.statements, "}", ""])


Rows = list[tuple[str, list[Lane]]]
"""The lanes of the picture under the names of their groups."""


def _chart(paper: Paper, timeline: Timeline, top: float, language: Language) -> None:
    axis = axis_of(timeline, _NAMES)
    rows: Rows = [
        (shortened(name.of(language), 150), [placed(lane, axis, WIDTH, language) for lane in lanes])
        for name, lanes in groupby(timeline.lanes, lambda lane: lane.group)
    ]
    bottom = _bands(paper, rows, top)
    _grid(paper, axis, top, bottom)
    _today(paper, axis, timeline, top, bottom, language)
    for lane, at in _places(rows, top):
        _lane(paper, lane, at)
    _legend(paper, axis, timeline, bottom + 14, language)


def _bands(paper: Paper, rows: Rows, top: float) -> float:
    """The backgrounds of headings and lanes, below all else; gives where they end."""
    for name, lanes in rows:
        paper.box(0, top, WIDTH, LANE, 'fillcolor="#DDE3EA"')
        paper.words(6, top + 4, name, size=11)
        top += LANE
        for number, lane in enumerate(lanes):
            paper.box(0, top, WIDTH, lane.height, f'fillcolor="{"#F6F7F9" if number % 2 else "#FFFFFF"}"')
            top += lane.height
    return top


def _places(rows: Rows, top: float) -> Iterator[tuple[Lane, float]]:
    for _, lanes in rows:
        top += LANE
        for lane in lanes:
            yield lane, top
            top += lane.height


def _grid(paper: Paper, axis: Axis, top: float, bottom: float) -> None:
    for day in axis.quarters:
        paper.box(axis.at(day), top + LANE, 0.5, bottom - top - LANE, 'fillcolor="#E4E7EB"')
    for day in axis.years:
        paper.box(axis.at(day), top, 1, bottom - top, 'fillcolor="#B5BCC6"')
        paper.words(axis.at(day) + 3, top - 15, str(day.year), size=11)


def _today(paper: Paper, axis: Axis, timeline: Timeline, top: float, bottom: float, language: Language) -> None:
    place = axis.at(timeline.today)
    label = text("diagrams.today", day=timeline.today.isoformat()).of(language)
    paper.box(place - 1, top, 2, bottom - top, f'fillcolor="{TODAY}"')
    paper.words(min(place - points(label, 10) / 2, WIDTH - points(label, 10)), top - 30, label, size=10, colour=TODAY)


def _lane(paper: Paper, lane: Lane, top: float) -> None:
    height = 14.0 * len(lane.name.split("\n"))
    for number, line in enumerate(lane.name.split("\n")):
        paper.words(12, top + (lane.height - height) / 2 + 14.0 * number, line, size=10)
    for mark in lane.marks:
        mark.draw(paper, top)


def _legend(paper: Paper, axis: Axis, timeline: Timeline, top: float, language: Language) -> None:
    used = {span.look for lane in timeline.lanes for span in lane.spans}
    at = paper.words(0, top + 2, text("diagrams.legend").of(language), size=10, colour=MUTED) + 14
    for look in [look for look in STYLES if look in used and look != "plain"]:
        style, name = STYLES[look], look_name(look, language)
        if at + 30 + points(name, 10) > WIDTH:
            at, top = 0.0, top + 20
        paper.box(at, top + 3, 22, 10, f'fillcolor="{style.fill}", color="{style.border}", penwidth=1.2')
        at = paper.words(at + 27, top + 1, name, size=10) + 16
    notes = ["milestone"] if axis.is_even else ["milestone", "uneven"]
    paper.words(at, top + 1, "  ".join(text(f"diagrams.{note}").of(language) for note in notes), size=10)
