"""The shape of a diagram before it is drawn: boxes, arrows and groups, or lanes on a time axis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from oc_strategy.model.dates import Date
from oc_strategy.model.text import Confidentiality, Text

Look = Literal[
    "open", "gated", "closed", "undecided", "output", "standard", "patent", "secret", "mark", "license", "agreement",
    "document", "certification", "regulation", "product", "market", "party", "gap",
    "added", "removed", "changed", "plain",
]  # fmt: skip
"""What a box is; a writer gives each its own shape, border and colour, and the sign is in the label."""
Line = Literal["plain", "strong", "dashed", "dotted", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Box:
    """One node of the drawing. `detail` is a short second line, `tip` the longer text of a tool tip."""

    id: str
    label: Text
    look: Look
    detail: Text | None = None
    tip: Text | None = None
    group: str | None = None
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """One edge of the drawing."""

    source: str
    target: str
    label: Text | None = None
    line: Line = "plain"


@dataclass(frozen=True, slots=True)
class Group:
    """A frame around boxes; on a board, neighbours of one `row` stand side by side."""

    id: str
    title: Text
    look: Look = "plain"
    row: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A drawing of boxes and arrows with what was left out counted.

    A board is a landscape page with frames across its width, from top to bottom; its arrows are told by the legend. Any
    other drawing runs from top to bottom as its arrows ask.
    """

    key: str
    title: Text
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[Group, ...] = ()
    audience: Confidentiality = "internal"
    hidden_boxes: int = 0
    hidden_arrows: int = 0
    empty: Text | None = None
    line_words: tuple[tuple[Line, Text], ...] = ()
    """What a kind of line means in this view, for the legend; a writer has general words for the others."""
    subtitle: Text | None = None
    """The day for which it holds, and the option whose treatments it shows."""
    is_board: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A bar on the time axis, or a milestone where `start` and `end` are the same date."""

    start: Date
    end: Date
    label: Text
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class TimeLane:
    """One row of the time axis under a group's heading."""

    group: Text
    label: Text
    spans: tuple[Span, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing on a time axis; `today` is marked."""

    key: str
    title: Text
    lanes: tuple[TimeLane, ...]
    today: date
    audience: Confidentiality = "internal"
    empty: Text | None = None
    subtitle: Text | None = None


Diagram = View | Timeline
