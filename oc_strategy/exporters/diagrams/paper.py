"""Boxes and words at fixed places, measured in points from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from oc_strategy.exporters.diagrams.labels import columns, dot_quoted
from oc_strategy.exporters.diagrams.palette import INK

_INCH = 72.0
_HALF_WIDTH, _LATIN = 0.5, 0.6
"""Widths in ems: half of a full-width character, and a broad average of Latin letters and digits."""


def points(text: str, size: float) -> float:
    """The width of one line of text in points, rather too wide than too narrow."""
    return size * sum(_HALF_WIDTH * 2 if columns(character) == 2 else _LATIN for character in text) + 2


@dataclass(slots=True)
class Paper:
    """What has been drawn so far, as DOT statements in drawing order."""

    statements: list[str] = field(default_factory=list)

    def box(self, left: float, top: float, width: float, height: float, attributes: str) -> None:
        """A rectangle, or another shape if the attributes name one."""
        label = "" if "label=" in attributes else 'label="", '
        place = f"{left + width / 2:.2f},{-(top + height / 2):.2f}"
        size = f"width={width / _INCH:.4f}, height={height / _INCH:.4f}"
        name = f"n{len(self.statements)}"
        self.statements.append(f'{name} [id="{name}", pos="{place}!", {size}, {label}{attributes}];')

    def words(self, left: float, top: float, text: str, size: float, colour: str = INK) -> float:
        """One line of text that begins at `left`; gives where it ends at most."""
        width = points(text, size)
        style = f'shape=plaintext, style="", fontsize={size:g}, fontcolor="{colour}"'
        self.box(left, top, width, size * 1.4, f"{style}, label={dot_quoted(text, 'l')}")
        return left + width
