"""How the lines of a chart look: each with its own dash and mark, so that they differ in grey print."""

from __future__ import annotations

from typing import Final, Literal

from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from oc_strategy.exporters.xlsx.chart_look import labels_of_values
from oc_strategy.exporters.xlsx.palette import INK, SERIES

_DASHES: Final[tuple[Literal["solid", "sysDash", "lgDashDot", "sysDot"], ...]] = (
    "solid",
    "sysDash",
    "lgDashDot",
    "sysDot",
)
_MARKS: Final[tuple[Literal["circle", "none", "diamond", "square"], ...]] = ("circle", "none", "diamond", "square")
_WIDTH: Final = 22_225
"""English Metric Units of 1.75 points."""


def set_line(series: Series, index: int) -> None:
    """Give a series its line and mark; the first one also has its values written beside the marks."""
    colour = SERIES[index % len(SERIES)]
    kind = _MARKS[index % len(_MARKS)]
    series.smooth = False
    dash = _DASHES[index % len(_DASHES)]
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=_WIDTH, prstDash=dash))
    series.marker = Marker(symbol=kind)
    if kind != "none":
        series.marker.size = 7
        series.marker.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(solidFill=INK))
    if index == 0:
        series.dLbls = labels_of_values("General")
        series.dLbls.position = "t"
