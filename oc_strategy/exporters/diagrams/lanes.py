"""The rows of a time axis: bars and milestones with labels that never stand on each other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oc_strategy.exporters.diagrams.axis import Axis, bounds, is_milestone
from oc_strategy.exporters.diagrams.labels import dot_quoted, shortened, wrapped
from oc_strategy.exporters.diagrams.palette import INK, STYLES
from oc_strategy.exporters.diagrams.paper import Paper, points
from oc_strategy.exporters.diagrams.words import signed
from oc_strategy.model.text import Language
from oc_strategy.views.view import Look, Span, TimeLane

LANE = 20.0
_BAR = 15.0
_NAME_COLUMNS = 36
_SIZE = 10.0
_LABEL_COLUMNS = 72


@dataclass(frozen=True, slots=True)
class Mark:
    """One span on paper: from `start` to `end` in points, its label at `label_at`, in the row so many from the top."""

    start: float
    end: float
    label: str
    label_at: float
    look: Look
    is_milestone: bool
    tip: str
    row: int = 0

    @property
    def extent(self) -> tuple[float, float]:
        """The room that bar and label take together."""
        room = 8 if self.is_milestone else -0.5
        return min(self.start - room, self.label_at), max(self.end + room, self.label_at + points(self.label, _SIZE))

    def draw(self, paper: Paper, top: float) -> None:
        """Put bar or diamond and the label on paper, in the row's place below `top`."""
        style, height = STYLES[self.look], top + self.row * LANE + (LANE - _BAR) / 2
        tip = f"tooltip={dot_quoted(self.tip)}"
        colours = f'fillcolor="{style.fill}", color="{style.border}", penwidth=1.2, {tip}'
        if self.is_milestone:
            centre = (self.start + self.end) / 2
            if self.end - self.start > 14:
                paper.box(self.start, height + _BAR / 2 - 1, self.end - self.start, 2, f'fillcolor="{style.border}"')
            paper.box(
                centre - 6.5,
                height + 1,
                13,
                13,
                f'shape=diamond, fillcolor="{style.border}", color="{INK}", penwidth=0.8, {tip}',
            )
        else:
            paper.box(self.start, height, max(self.end - self.start, 3), _BAR, _form(self.look) + colours)
        paper.words(self.label_at, height + 0.5, self.label, size=_SIZE)


def _form(look: Look) -> str:
    form = STYLES[look].form
    return f'style="filled,{form}", ' if form in ("rounded", "dashed", "rounded,dashed") else ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the picture: its name in one or more lines, its marks and its height in points."""

    name: str
    marks: tuple[Mark, ...]
    height: float


def placed(lane: TimeLane, axis: Axis, right: float, language: Language) -> Lane:
    """The lane with every span in the first row where nothing is in its way; labels end before `right`."""
    name = wrapped(lane.label.of(language), _NAME_COLUMNS)
    marks = _stacked([_mark(span, is_signed, axis, right, language) for span, is_signed in _signed(lane.spans)])
    rows = max((mark.row + 1 for mark in marks), default=1)
    return Lane(name, marks, max(rows * LANE, 14.0 * len(name.split("\n")) + 6))


def _signed(spans: tuple[Span, ...]) -> list[tuple[Span, bool]]:
    """The spans in the order of time; each shows its sign only where the one before looks otherwise."""
    ordered = sorted(spans, key=lambda span: (bounds(span), span.label.of("en")))
    looks = [None, *(span.look for span in ordered)]
    return [(span, span.look != before) for span, before in zip(ordered, looks, strict=False)]


def _mark(span: Span, is_signed: bool, axis: Axis, right: float, language: Language) -> Mark:
    first, last = bounds(span)
    start, end = axis.at(first), axis.at(last)
    words = shortened(span.label.of(language), _LABEL_COLUMNS)
    label = signed(words, span.look, language) if is_signed else words
    needed = points(label, _SIZE)
    beside = end + (10 if is_milestone(span) else 5)
    inside = not is_milestone(span) and needed + 8 <= end - start
    before = max(start - 10 - needed, 0.0)
    at = start + 4 if inside else beside if beside + needed <= right else before
    return Mark(start, end, label, at, span.look, is_milestone(span), _tip(span, language))


def _tip(span: Span, language: Language) -> str:
    dates = str(span.start) if is_milestone(span) else f"{span.start} .. {span.end}"
    return f"{span.label.of(language)} ({dates})"


def _stacked(marks: list[Mark]) -> tuple[Mark, ...]:
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.extent, mark.label)):
        row = next((at for at, others in enumerate(rows) if not any(_meet(mark, other) for other in others)), len(rows))
        rows[row:row] = [[]] if row == len(rows) else []
        rows[row].append(replace(mark, row=row))
    return tuple(mark for row in rows for mark in row)


def _meet(mark: Mark, other: Mark) -> bool:
    return mark.extent[0] < other.extent[1] and other.extent[0] < mark.extent[1]
