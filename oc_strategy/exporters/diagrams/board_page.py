"""Boxes, words and frames of a board at fixed places, measured in points from the upper left corner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oc_strategy.exporters.diagrams.labels import dot_quoted, wrapped
from oc_strategy.exporters.diagrams.links import is_safe_link
from oc_strategy.exporters.diagrams.palette import INK, STYLES, Style
from oc_strategy.exporters.diagrams.paper import points
from oc_strategy.exporters.diagrams.words import box_words
from oc_strategy.model.text import Language
from oc_strategy.views.view import Box, Group, View

Pair = tuple[float, float]
"""Left and top, or width and height."""
_ROOM = {"box3d": (0.94, 1.0), "ellipse": (0.85, 1.35), "hexagon": (0.76, 1.25)}
"""For shapes that are narrow at their ends: the part of the width that words may take, and how much higher they are."""
_LETTER, _LINE = 6.6, 14.6
"""The width of half a character in a box, rather too wide than too narrow, and the height of a line."""
_INSIDE = 12.0
_RIM = 4.0
"""What Graphviz draws outside the given size for each further border."""


@dataclass(slots=True)
class Page:
    """What has been drawn so far, as DOT statements; `box` is how wide each box is.

    `walls` are the statements, without their words, of what arrows go round.
    """

    view: View
    language: Language
    links: Mapping[str, str]
    box: float
    statements: list[str] = field(default_factory=list)
    walls: list[str] = field(default_factory=list)
    _words: dict[int, str] = field(default_factory=dict)

    def words_of(self, number: int) -> str:
        """The words of a box in lines that fit into it."""
        if number not in self._words:
            self._words[number] = self._fitted(self.view.boxes[number])
        return self._words[number]

    def _fitted(self, box: Box) -> str:
        style = STYLES[box.look]
        share, _ = _ROOM.get(style.shape, (1.0, 1.0))
        room = self.box - _INSIDE - 2 * _rims(style)
        return wrapped(box_words(box, self.language), int(room * share / _LETTER))

    def height_of(self, number: int) -> float:
        """How high a box must be for its words."""
        style = STYLES[self.view.boxes[number].look]
        _, times = _ROOM.get(style.shape, (1.0, 1.0))
        return (len(self.words_of(number).split("\n")) * _LINE + _INSIDE + 2 + 2 * _rims(style)) * times

    def put(self, number: int, at: Pair) -> None:
        """A box of the view with its words, its tool tip and its link."""
        box = self.view.boxes[number]
        style = STYLES[box.look]
        tip = f", tooltip={dot_quoted(box.tip.of(self.language))}" if box.tip else ""
        link = f", URL={dot_quoted(self.links[box.id])}" if is_safe_link(self.links.get(box.id, "")) else ""
        width = style.width * 2.2 if box.is_focus else style.width
        more = f"label={dot_quoted(self.words_of(number))}{tip}{link}, penwidth={width:g}"
        self.shape(f"n{number}", at, (self.box, self.height_of(number)), style, more)
        self.wall()

    def shape(self, name: str, at: Pair, size: Pair, style: Style, more: str) -> None:
        """The shape and the colours of a look, with all its borders inside the given size."""
        rims = _rims(style)
        form = ",".join(part for part in ("filled", style.form) if part)
        paint = f'shape={style.shape}, style="{form}", color="{style.border}", fillcolor="{style.fill}"'
        inner = (size[0] - 2 * rims, size[1] - 2 * rims)
        self.node(name, (at[0] + rims, at[1] + rims), inner, f"{paint}, peripheries={style.rims}, {more}")

    def words(self, name: str, at: Pair, words: str, size: float, colour: str = INK) -> float:
        """Lines of text that begin at a place; gives where they end at most on the right."""
        lines = words.split("\n")
        width = max(points(line, size) for line in lines)
        style = f'shape=plaintext, style="", margin=0, fontsize={size:g}, fontcolor="{colour}"'
        self.node(name, at, (width, size * 1.3 * len(lines)), f"{style}, label={dot_quoted(words, 'l')}")
        return at[0] + width

    def wall(self) -> None:
        """Have arrows go round what was drawn last; without its words, so that no font is looked for."""
        last = self.statements[-1]
        name, _, _ = last.partition(" ")
        self.walls += [last, f'{name} [label=""];']

    def frame(self, name: str, at: Pair, size: Pair, group: Group) -> None:
        """The frame of a group, which no arrow goes round."""
        corners = f"{at[0]:.2f},{-(at[1] + size[1]):.2f},{at[0] + size[0]:.2f},{-at[1]:.2f}"
        style = f'bb="{corners}", pencolor="{STYLES[group.look].border}", style=rounded, penwidth=1.6, label=""'
        self.statements.append(f"subgraph cluster_{name} {{ graph [{style}]; }}")

    def node(self, name: str, at: Pair, size: Pair, attributes: str) -> None:
        """Anything that has a place."""
        centre = f"{at[0] + size[0] / 2:.2f},{-(at[1] + size[1] / 2):.2f}"
        measures = f"width={size[0] / 72:.4f}, height={size[1] / 72:.4f}, fixedsize=true"
        self.statements.append(f'{name} [id="{name}", pos="{centre}!", {measures}, {attributes}];')


def _rims(style: Style) -> float:
    return _RIM * (style.rims - 1)
