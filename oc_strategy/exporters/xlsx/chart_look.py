"""How the bars, letters and spans of a chart look: apart by colour and by hatching, so that grey print tells them."""

from __future__ import annotations

from typing import Final, Literal

from openpyxl.chart.data_source import NumDataSource, NumRef
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

from oc_strategy.exporters.xlsx.palette import INK, SERIES, SERIES_OF, STEPS, WHITE
from oc_strategy.exporters.xlsx.styles import FONT
from oc_strategy.tables.sheet import Tone

_Hatch = Literal["wdUpDiag", "wdDnDiag", "lgCheck", "smGrid", "dashVert"]
_HATCHES: Final[tuple[_Hatch | None, ...]] = (None, "wdUpDiag", "wdDnDiag", "lgCheck", "smGrid", "dashVert")
_SPAN_WIDTH: Final = 12_700
LETTERS: Final = 10.0
"""Points of the letters in a chart."""


def letters(size: float) -> RichText:
    """The font of the workbook at so many points."""
    look = CharacterProperties(sz=int(size * 100), latin=Font(typeface=FONT), ea=Font(typeface=FONT), solidFill=INK)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def labels_of_values(form: str, *, is_shown: bool = True) -> DataLabelList:
    """Each value beside its bar or mark, in a number format, and nothing else."""
    made = DataLabelList(showVal=is_shown, showSerName=False, showCatName=False, showLegendKey=False)
    made.numFmt, made.txPr = form, letters(LETTERS)
    return made


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


def share_look(index: int) -> GraphicalProperties:
    """One part of a whole: the first the darkest, each lighter than the one before, so that any print tells them."""
    made = GraphicalProperties(ln=LineProperties(solidFill=INK))
    made.solidFill = STEPS[min(index, len(STEPS) - 1)]
    return made


def span_lines(below: str, above: str) -> ErrorBars:
    """Lines with ends over the bars of one series, as far below and above as the cells named say."""
    made = ErrorBars(errDir="y", errBarType="both", errValType="cust", noEndCap=False)
    made.minus, made.plus = (NumDataSource(numRef=NumRef(f=cells)) for cells in (below, above))
    made.spPr = GraphicalProperties(ln=LineProperties(solidFill=INK, w=_SPAN_WIDTH))
    return made


def _colour(code: str) -> ColorChoice:
    return ColorChoice(srgbClr=code)  # type: ignore[arg-type]  # a hex code, whatever the stubs say
