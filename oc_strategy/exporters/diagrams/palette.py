"""What each look and line is in a picture: shape, border and fill that differ in colour, in grey and by form.

The colours are those of Okabe and Ito, "Color Universal Design" (2008), which colour-blind readers can tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from oc_strategy.views.view import Line, Look

FONT = "Noto Sans CJK JP,Yu Gothic,Meiryo,Hiragino Sans,IPAGothic,sans-serif"
INK = "#1A1A1A"
MUTED = "#666666"
TODAY = "#C1121F"


@dataclass(frozen=True, slots=True)
class Style:
    """How one look is drawn. `shape`, `form` (DOT style words) and `rims` (borders) together belong to it alone."""

    shape: str
    border: str
    fill: str
    form: str = ""
    rims: int = 1
    width: float = 1.8
    corner: tuple[float, float] | None = None
    """For a shape made to measure: how much of its height is as wide as its middle, and how wide its top is."""

    @property
    def outline(self) -> tuple[str, str, int]:
        """What tells this look from others without any colour."""
        return self.shape, self.form, self.rims


STYLES: dict[Look, Style] = {
    "open": Style("box", "#0072B2", "#DCEBF7", "rounded"),
    "gated": Style("box", "#C77F00", "#FDF0D2", "dashed", width=2.4),
    "closed": Style("box", "#C24E00", "#F2C6A8", rims=2, width=2.2),
    "undecided": Style("box", "#777777", "#FFFFFF", "rounded,dashed"),
    "output": Style("box", "#555555", "#F2F2F2", "bold", width=2.4),
    "standard": Style("hexagon", "#00805C", "#D6EEE5", corner=(0.0, 0.5)),
    "patent": Style("note", "#2A86B8", "#EAF5FC"),
    "secret": Style("box", "#9C4677", "#F3DCE8", rims=3),
    "mark": Style("box", "#9C4677", "#FBF1F6", "rounded", rims=2),
    "license": Style("component", "#C77F00", "#FEF7E4"),
    "agreement": Style("component", "#555555", "#FFFFFF", "rounded"),
    "document": Style("folder", "#2A86B8", "#FFFFFF"),
    "certification": Style("box", "#00805C", "#FFFFFF", "rounded", rims=3),
    "regulation": Style("box", "#555555", "#F2F2F2", "dashed", rims=2),
    "product": Style("box3d", "#333333", "#ECECEC", corner=(1.0, 1.0)),
    "market": Style("ellipse", "#555555", "#F7F7F7"),
    "party": Style("tab", "#555555", "#FFFFFF"),
    "gap": Style("box", "#1A1A1A", "#FBF4A0", "diagonals", width=2.2),
    "added": Style("box", "#00805C", "#C9EBDD", "bold,rounded", width=3),
    "removed": Style("box", "#C1121F", "#FFFFFF", "dotted", width=2.6),
    "changed": Style("box", "#B86A00", "#FDE8C4", "bold", rims=2, width=2.2),
    "plain": Style("box", "#888888", "#FFFFFF", width=1.0),
}
LINES: dict[Line, str] = {
    "plain": "style=solid, penwidth=1.2",
    "strong": "style=solid, penwidth=3",
    "dashed": "style=dashed, penwidth=1.6",
    "dotted": "style=dotted, penwidth=2",
    "added": 'style=solid, penwidth=2.6, color="#00805C"',
    "removed": 'style=dotted, penwidth=2.2, color="#C1121F"',
}


def lightness(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 black to 1 white (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
