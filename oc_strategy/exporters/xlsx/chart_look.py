"""How the bars, letters and spans of a chart look: apart by colour and by hatching, so that grey print tells them."""

from __future__ import annotations

from typing import Final, Literal

from openpyxl.chart.data_source import NumData, NumDataSource, NumVal
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

from oc_strategy.exporters.xlsx.palette import INK, SERIES, SERIES_OF, WHITE
from oc_strategy.exporters.xlsx.styles import FONT
from oc_strategy.tables.sheet import Tone

_Hatch = Literal["wdUpDiag", "ltHorz", "lgCheck", "wdDnDiag", "ltVert"]
_HATCHES: Final[tuple[_Hatch | None, ...]] = (None, "wdUpDiag", "ltHorz", "lgCheck", "wdDnDiag", "ltVert")
_SPAN_WIDTH: Final = 12_700


def letters(size: float) -> RichText:
    """The font of the workbook at so many points."""
    look = CharacterProperties(sz=int(size * 100), latin=Font(typeface=FONT), ea=Font(typeface=FONT), solidFill=INK)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def look_of(index: int, tone: Tone | None) -> GraphicalProperties:
    """The colour of what a series means, with a dark outline, and a hatching of its own after the first."""
    colour = SERIES_OF.get(tone, SERIES[index % len(SERIES)])
    made = GraphicalProperties(ln=LineProperties(solidFill=INK))
    hatch = _HATCHES[index % len(_HATCHES)]
    if hatch is None:
        made.solidFill = colour
    else:
        made.pattFill = PatternFillProperties(prst=hatch, fgClr=_colour(WHITE), bgClr=_colour(colour))
    return made


def span_lines(values: tuple[float, ...], spans: tuple[tuple[float, float], ...]) -> ErrorBars:
    """Lines with ends from the lowest to the highest that is possible, over the bars of one series."""
    below = [max(0.0, value - low) for value, (low, _) in zip(values, spans, strict=True)]
    above = [max(0.0, high - value) for value, (_, high) in zip(values, spans, strict=True)]
    made = ErrorBars(errDir="y", errBarType="both", errValType="cust", noEndCap=False)
    made.minus, made.plus = _written(below), _written(above)
    made.spPr = GraphicalProperties(ln=LineProperties(solidFill=INK, w=_SPAN_WIDTH))
    return made


def _written(values: list[float]) -> NumDataSource:
    points = [NumVal(idx=index, v=f"{value:.4g}") for index, value in enumerate(values)]
    return NumDataSource(numLit=NumData(formatCode="General", ptCount=len(points), pt=points))


def _colour(code: str) -> ColorChoice:
    return ColorChoice(srgbClr=code)  # type: ignore[arg-type]  # a hex code, whatever the stubs say
