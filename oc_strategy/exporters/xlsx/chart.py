"""A native bar chart that Excel can edit, above the figures that it draws."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout as PlotLayout
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.utils import absolute_coordinate, quote_sheetname

from oc_strategy.exporters.xlsx.canvas import FIRST, Canvas, ref
from oc_strategy.exporters.xlsx.cells import fill_across, put_across, put_number
from oc_strategy.exporters.xlsx.headings import draw_title
from oc_strategy.exporters.xlsx.layout import Span, columns_of
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.palette import INK, RULE, SERIES, SERIES_OF, WHITE
from oc_strategy.exporters.xlsx.picture import anchor_at, keep_free, room
from oc_strategy.exporters.xlsx.styles import FONT, Style
from oc_strategy.exporters.xlsx.table import draw_headings
from oc_strategy.lang import text
from oc_strategy.tables.sheet import Chart, Tone

_WORDS = Style(edges="grid", upright="center")
_NUMBER = Style(edges="grid", align="center", upright="center")
_TALLEST = 260.0
_LABELS = 10.0


def draw_chart(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart and below it its categories, one row each with a column a series."""
    draw_title(canvas, chart.title)
    if not chart.categories or not chart.series:
        return
    width, height = room(canvas)
    height = min(height, _TALLEST)
    drawing = BarChart()
    vars(drawing)["anchor"] = anchor_at(canvas, width, height)
    keep_free(canvas, height)
    places = _places(canvas, chart)
    titles = [canvas.shared.say(title) for title, _ in chart.series]
    top = canvas.row
    draw_headings(canvas, [canvas.shared.say(text("xlsx.category")), *titles], places)
    _draw_figures(canvas, chart, places)
    _bind(canvas, drawing, places, top, chart.tones)
    canvas.sheet.add_chart(drawing)


def _places(canvas: Canvas, chart: Chart) -> list[Span]:
    wanted = columns_of(chart)
    if canvas.layout.is_form:
        return canvas.spans(wanted)
    return [(FIRST + n, FIRST + n) for n in range(len(wanted))]


def _draw_figures(canvas: Canvas, chart: Chart, places: list[Span]) -> None:
    for index, category in enumerate(chart.categories):
        words = canvas.shared.say(category, " / ")
        put_across(canvas, canvas.row, places[0], words, _WORDS)
        for (_, numbers), place in zip(chart.series, places[1:], strict=True):
            put_number(canvas, canvas.row, place[0], numbers[index], _NUMBER)
            fill_across(canvas, canvas.row, place, _NUMBER)
        canvas.raise_to(canvas.row, height_of(lines_in(words, canvas.width(*places[0]))))
        canvas.row += 1


def _bind(canvas: Canvas, drawing: BarChart, places: list[Span], top: int, tones: tuple[Tone | None, ...]) -> None:
    """Tell the chart where its figures stand and how to draw them."""
    bottom = canvas.row - 1
    for index, (column, _) in enumerate(places[1:]):
        series = Series(Reference(canvas.sheet, column, top + 1, column, bottom))
        heading = f"{quote_sheetname(canvas.sheet.title)}!{absolute_coordinate(ref(top, column))}"
        series.tx = SeriesLabel(strRef=StrRef(f=heading))
        series.graphicalProperties = _look(index, tones[index] if index < len(tones) else None)
        series.invertIfNegative = False
        drawing.series.append(series)
    drawing.set_categories(Reference(canvas.sheet, places[0][0], top + 1, places[0][0], bottom))
    drawing.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    drawing.legend.position = "b"
    drawing.layout = PlotLayout()
    drawing.gapWidth = 60
    drawing.x_axis.delete = drawing.y_axis.delete = False
    drawing.dataLabels.txPr = drawing.legend.txPr = _letters(_LABELS)
    drawing.x_axis.txPr = drawing.y_axis.txPr = _letters(_LABELS)
    drawing.y_axis.number_format = drawing.dataLabels.numFmt = "General"
    drawing.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE)))


def _letters(size: float) -> RichText:
    """The font of the workbook at so many points."""
    look = CharacterProperties(sz=int(size * 100), latin=Font(typeface=FONT), ea=Font(typeface=FONT), solidFill=INK)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _look(index: int, tone: Tone | None) -> GraphicalProperties:
    """The colour of what the series means, with a dark outline; every second one hatched, to differ in grey print."""
    colour = SERIES_OF.get(tone, SERIES[index % len(SERIES)])
    made = GraphicalProperties(ln=LineProperties(solidFill=INK))
    if index % 2:
        made.pattFill = PatternFillProperties(prst="wdUpDiag", fgClr=_colour(WHITE), bgClr=_colour(colour))
    else:
        made.solidFill = colour
    return made


def _colour(code: str) -> ColorChoice:
    return ColorChoice(srgbClr=code)  # type: ignore[arg-type]  # a hex code, whatever the stubs say
