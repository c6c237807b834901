"""The legend below a board: samples with their meanings in as few lines as the width of the page allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from oc_strategy.exporters.diagrams.board_page import Page
from oc_strategy.exporters.diagrams.legend import lines_in, look_name, looks_in, notes_in
from oc_strategy.exporters.diagrams.palette import LINES, MUTED, STYLES
from oc_strategy.exporters.diagrams.paper import points
from oc_strategy.lang import text
from oc_strategy.views.view import Line, Look

_SIZE, _STEP = 10.0, 22.0
_INDENT, _GAP = 40.0, 16.0
_SAMPLE, _HEAD = 34.0, 8.0
"""Points of the sample of a line, and of the head of its arrow."""
Draw = Callable[[Page, str, float, float], None]
"""Draws a sample under a name at so many points from the left and from the top."""


def draw_legend(page: Page, top: float, width: float) -> None:
    """Put the legend below all else."""
    left = page.words("legend", (0, top), text("diagrams.legend").of(page.language), _SIZE, MUTED) + 10
    for number, (room, draw, meaning) in enumerate(_entries(page)):
        if left > _INDENT + _GAP and left + room + points(meaning, _SIZE) > width:
            left, top = _INDENT, top + _STEP
        draw(page, str(number), left, top)
        left = page.words(f"t{number}", (left + room, top), meaning, _SIZE) + _GAP


def _entries(page: Page) -> Iterator[tuple[float, Draw, str]]:
    """For each entry the room of its sample, how to draw that, and what it means."""
    yield from ((34.0, partial(_look, look=look), look_name(look, page.language)) for look in looks_in(page.view))
    yield from ((46.0, partial(_line, line=line), said) for line, said in lines_in(page.view, page.language))
    yield from ((0.0, _nothing, note) for note in notes_in(page.view, page.language))


def _look(page: Page, number: str, left: float, top: float, look: Look) -> None:
    page.shape(f"k{number}", (left, top), (26, 14), STYLES[look], 'label="", penwidth=1.4')


def _line(page: Page, number: str, left: float, top: float, line: Line) -> None:
    right, middle = left + _SAMPLE, -(top + 7.25)
    for name, at in (("a", left), ("b", right)):
        page.node(f"{name}{number}", (at, top + 7), (0.5, 0.5), 'shape=point, style=invis, label=""')
    points_on = " ".join(f"{at:.2f},{middle:.2f}" for at in (right, left, left + 8, right - 16, right - _HEAD))
    page.statements.append(f'a{number} -> b{number} [pos="e,{points_on}", {LINES[line]}];')


def _nothing(_page: Page, _number: str, _left: float, _top: float) -> None:
    """A note needs no sample."""
