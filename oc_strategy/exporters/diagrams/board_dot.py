"""A board as a DOT file with fixed boxes, between which Graphviz finds the way for the arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from oc_strategy.exporters.diagrams.board import BETWEEN, Band, Frame, arrows_of, bands
from oc_strategy.exporters.diagrams.board_legend import draw_legend
from oc_strategy.exporters.diagrams.board_page import Page, Pair
from oc_strategy.exporters.diagrams.board_places import placed
from oc_strategy.exporters.diagrams.labels import dot_quoted, wrapped
from oc_strategy.exporters.diagrams.palette import FONT, INK, LINES, MUTED
from oc_strategy.exporters.diagrams.words import drawn_arrows, heading, subtitle
from oc_strategy.model.text import Language
from oc_strategy.views.view import View

_BOXES = (154.0, 170.0, 186.0, 200.0, 214.0)
"""Widths that a box may have: the more there are on the page, the narrower."""
_SHAPE, _WIDEST = 1.6, 1180.0
"""The page is so much wider than high, unless its words would be below 7 points where it is 25 cm wide."""
_GAP, _BAND_GAP, _FRAME_GAP = 22.0, 26.0, 12.0
_PAD, _TITLE, _BELOW_TITLE = 14.0, 18.0, 13.0
_TITLE_LETTER = 7.0
_AROUND = 110.0
"""About how high heading and legend are together."""
_AROUND_BOXES, _ARROWS = 'splines=true, esep="+3"', "arrowsize=0.8"


Ways = Mapping[str, str]
"""For the id of each arrow the attributes that say which way it goes."""


@dataclass(frozen=True, slots=True)
class Board:
    """A board as DOT statements: all that has its place, that of it which stands in the way of arrows, the arrows."""

    width: float
    fixed: tuple[str, ...]
    walls: tuple[str, ...]
    arrows: tuple[tuple[str, str, str], ...]
    """The ends of each arrow, its id, and how it looks."""

    def source(self, ways: Ways = MappingProxyType({})) -> str:
        """The DOT text: for `neato -n1`, which finds the ways of the arrows, or with them for `neato -n2`."""
        font = f'fontname="{FONT}", fontcolor="{INK}"'
        head = [
            f'graph [charset="UTF-8", pad=0.2, bgcolor="#FFFFFF", {_AROUND_BOXES}, {font}];',
            f'node [fontsize=12, margin="0.05,0.05", {font}];',
            f'edge [fontsize=10, color="#444444", {_ARROWS}, {font}];',
        ]
        return _graph(*head, *self.fixed, *self._arrows(ways))

    def maze(self) -> str:
        """The DOT text from which `neato -n1` finds the ways: without legend and words, for that takes a third."""
        return _graph(f"graph [notranslate=true, {_AROUND_BOXES}];", f"edge [{_ARROWS}];", *self.walls, *self._arrows())

    def _arrows(self, ways: Ways = MappingProxyType({})) -> Iterator[str]:
        for ends, name, look in self.arrows:
            yield f'{ends} [id="{name}", {"".join(f"{way}, " for way in [ways.get(name)] if way)}{look}];'


def board(view: View, language: Language, links: Mapping[str, str]) -> Board:
    """The board of a view: each box has its place."""
    page, found, width = _chosen(view, language, links)
    top = _heading(page, width)
    for number, band in enumerate(placed(found, arrows_of(view))):
        top = _band(page, band, number, top, width) + _BAND_GAP
    draw_legend(page, top, width)
    arrows = tuple(_arrow(page, ends) for ends in drawn_arrows(view))
    return Board(width, tuple(page.statements), tuple(page.walls), arrows)


def _graph(*statements: str) -> str:
    return "\n".join(["digraph {", *statements, "}", ""])


def _chosen(view: View, language: Language, links: Mapping[str, str]) -> tuple[Page, list[Band], float]:
    """The page with boxes as wide as its shape asks for and bears, its bands, and its width in points."""
    pages = [_fitted(Page(view, language, links, box)) for box in _BOXES]
    bearable = [page for page in pages if page[3] <= _WIDEST] or pages[:1]
    page, found, best, least = next((page for page in bearable if page[3] >= page[2]), bearable[-1])
    return page, found, max(least, best)


def _fitted(page: Page) -> tuple[Page, list[Band], float, float]:
    """A page with its bands, the width that suits its height, and the width that it needs at least."""
    found = bands(page.view, [page.height_of(number) for number in range(len(page.view.boxes))])
    best = min(_SHAPE * _height(page, found), _WIDEST)
    return page, found, best, max(_least(page, band) for band in found)


def _height(page: Page, found: list[Band]) -> float:
    """About how high the page is with its heading and its legend."""
    frames = (max(_inner(page, frame) for frame in band) for band in found)
    return _AROUND + sum(height + _TITLE + _BELOW_TITLE + _PAD + _BAND_GAP for height in frames)


def _least(page: Page, band: Band) -> float:
    return sum(_inside(page, frame, 0) + 2 * _PAD for frame in band) + _FRAME_GAP * (len(band) - 1)


def _inside(page: Page, frame: Frame, spare: float) -> float:
    """How wide a frame is within its margins where each column has so much room to spare."""
    return frame.columns * (page.box + _GAP + spare) - _GAP


def _heading(page: Page, width: float) -> float:
    """Title and subtitle; gives where they end."""
    title = wrapped(heading(page.view, page.language), int(width / 9))
    page.words("title", (0, 0), title, 18)
    top = 24.0 * len(title.split("\n")) + 10
    more = wrapped(subtitle(page.view, page.language), int(width / 6))
    if not more:
        return top + 6
    page.words("subtitle", (0, top), more, 11, MUTED)
    return top + 15.0 * len(more.split("\n")) + 14


def _band(page: Page, band: Band, number: int, top: float, width: float) -> float:
    """One band as wide as the page; gives where it ends."""
    spare = (width - _least(page, band)) / sum(frame.columns for frame in band)
    titles = [_title(page, frame, spare) for frame in band]
    above = _TITLE * max(len(title.split("\n")) for title in titles) + _BELOW_TITLE
    tallest = max(_inner(page, frame) for frame in band)
    left = 0.0
    for at, (frame, title) in enumerate(zip(band, titles, strict=True)):
        inside = _inside(page, frame, spare)
        if frame.group:
            page.frame(f"{number}_{at}", (left, top), (inside + 2 * _PAD, above + tallest + _PAD), frame.group)
            page.words(f"h{number}_{at}", (left + 10, top + 4), title, 13)
            page.wall()
        _rows(page, frame, (left + _PAD, top + above), (inside, tallest))
        left += inside + 2 * _PAD + _FRAME_GAP
    return top + above + tallest + _PAD


def _title(page: Page, frame: Frame, spare: float) -> str:
    limit = int(_inside(page, frame, spare) / _TITLE_LETTER)
    return wrapped(frame.group.title.of(page.language), limit) if frame.group else ""


def _inner(page: Page, frame: Frame) -> float:
    return sum(_tall(page, row) for row in frame.rows) + BETWEEN * (len(frame.rows) - 1)


def _tall(page: Page, row: tuple[int, ...]) -> float:
    return max(page.height_of(box) for box in row)


def _rows(page: Page, frame: Frame, at: Pair, size: Pair) -> None:
    """Rows spread over the height of the frame, boxes in their columns over its width."""
    spare = (size[1] - _inner(page, frame)) / len(frame.rows)
    column = (size[0] + _GAP) / frame.columns
    top = at[1] + spare / 2
    for row in frame.rows:
        tall = _tall(page, row)
        for box in row:
            left = at[0] + column * frame.at[box] - (_GAP + page.box) / 2
            page.put(box, (left, top + (tall - page.height_of(box)) / 2))
        top += tall + BETWEEN + spare


def _arrow(page: Page, ends: tuple[int, int, int]) -> tuple[str, str, str]:
    source, target, number = ends
    arrow = page.view.arrows[number]
    words = f", label={dot_quoted(wrapped(arrow.label.of(page.language), 16))}" if arrow.label else ""
    return f"n{source} -> n{target}", f"e{number}", f"{LINES[arrow.line]}{words}"
