"""A native chart that Excel can edit, above the figures that it draws."""

from __future__ import annotations

import math

from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.layout import Layout as PlotLayout
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import absolute_coordinate, quote_sheetname

from oc_strategy.exporters.xlsx.canvas import FIRST, Canvas
from oc_strategy.exporters.xlsx.cells import fill_across, put_across, put_nothing, put_number
from oc_strategy.exporters.xlsx.chart_look import LETTERS, labels_of_values, letters, look_of, share_look, span_lines
from oc_strategy.exporters.xlsx.headings import draw_title
from oc_strategy.exporters.xlsx.layout import Span, columns_of
from oc_strategy.exporters.xlsx.lines import set_line
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.page import keep_together
from oc_strategy.exporters.xlsx.palette import RULE
from oc_strategy.exporters.xlsx.picture import anchor_at, keep_free, room
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.exporters.xlsx.table import draw_headings
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.sheet import Chart

_WORDS = Style(edges="grid", upright="center")
_NUMBER = Style(edges="grid", align="center", upright="center")
_TALLEST, _LOW, _TITLE = 260.0, 170.0, 40.0
_AROUND, _GAP, _BAR = 70.0, 8.0, 9.0
"""Points for the scale and legend of a lying chart, between its categories, and of each bar."""
_STEP = 10
"""The scale of a chart with spans ends at a multiple of it, so that no span is cut off."""
_Figures = tuple[Text, tuple[float | None, ...]]
_Native = BarChart | LineChart


def draw_chart(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart and below it its categories, one row each with a column a series."""
    width, height = room(canvas)
    height = min(height, _height(chart))
    keep_together(canvas, height + _TITLE)
    draw_title(canvas, chart.title)
    if not chart.categories or not chart.series:
        return
    drawing = LineChart() if chart.is_lines else BarChart()
    vars(drawing)["anchor"] = anchor_at(canvas, width, height)
    keep_free(canvas, height)
    places = _places(canvas, chart)
    columns = [*chart.series, *_beyond(chart)]
    top = canvas.row
    draw_headings(
        canvas, [canvas.shared.say(t) for t in (text("xlsx.category"), *(title for title, _ in columns))], places
    )
    _draw_figures(canvas, chart, columns, places)
    _bind(canvas, drawing, places, top, chart)
    _shape(drawing, chart)
    canvas.sheet.add_chart(drawing)


def _height(chart: Chart) -> float:
    """Of a lying chart as high as its bars need, of any other as high as is pleasant."""
    if not chart.is_lying:
        return _LOW if chart.is_lines else _TALLEST
    bars = 1 if chart.is_shares or chart.is_stacked else len(chart.series)
    return _AROUND + len(chart.categories) * (_GAP + _BAR * bars)


def _places(canvas: Canvas, chart: Chart) -> list[Span]:
    wanted = columns_of(chart)
    if canvas.layout.is_form:
        return canvas.spans(wanted)
    return [(FIRST + n, FIRST + n) for n in range(len(wanted))]


def _beyond(chart: Chart) -> list[_Figures]:
    """How far the ends of each span lie below and above its bar."""
    found: list[_Figures] = []
    for (title, values), ends in zip(chart.series, chart.spans, strict=False):
        pairs = [(value or 0.0, end) for value, end in zip(values, ends, strict=True)]
        found.append((text("xlsx.below", series=title), tuple(max(0.0, value - low) for value, (low, _) in pairs)))
        found.append((text("xlsx.above", series=title), tuple(max(0.0, high - value) for value, (_, high) in pairs)))
    return found


def _draw_figures(canvas: Canvas, chart: Chart, columns: list[_Figures], places: list[Span]) -> None:
    for index, category in enumerate(chart.categories):
        words = canvas.shared.say(category, " / ")
        put_across(canvas, canvas.row, places[0], words, _WORDS)
        for (_, numbers), place in zip(columns, places[1:], strict=True):
            style = _NUMBER._replace(format="0%") if chart.is_shares else _NUMBER
            number = numbers[index]
            if number is None:
                put_nothing(canvas, canvas.row, place[0], style)
            else:
                put_number(canvas, canvas.row, place[0], number, style)
            fill_across(canvas, canvas.row, place, style)
        canvas.raise_to(canvas.row, height_of(lines_in(words, canvas.width(*places[0]))))
        canvas.row += 1


def _bind(canvas: Canvas, drawing: _Native, places: list[Span], top: int, chart: Chart) -> None:
    """Tell the drawing where its figures stand."""
    bottom = canvas.row - 1
    for index, (column, _) in enumerate(places[1 : 1 + len(chart.series)]):
        series = Series(Reference(canvas.sheet, column, top + 1, column, bottom))
        heading = f"{quote_sheetname(canvas.sheet.title)}!{absolute_coordinate(ref(top, column))}"
        series.tx = SeriesLabel(strRef=StrRef(f=heading))
        if chart.is_lines:
            set_line(series, index)
        else:
            tone = chart.tones[index] if index < len(chart.tones) else None
            series.graphicalProperties = share_look(index) if chart.is_shares else look_of(index, tone)
            series.invertIfNegative = False
        if index < len(chart.spans):
            beyond = places[1 + len(chart.series) + 2 * index :][:2]
            cells = [str(Reference(canvas.sheet, place, top + 1, place, bottom)) for place, _ in beyond]
            series.errBars = span_lines(*cells)
        drawing.series.append(series)
    drawing.set_categories(Reference(canvas.sheet, places[0][0], top + 1, places[0][0], bottom))


def _shape(drawing: _Native, chart: Chart) -> None:
    """How the drawing stands: its axes and its letters."""
    assert drawing.legend is not None
    drawing.legend.position = "b"
    drawing.layout = PlotLayout()
    drawing.x_axis.delete = drawing.y_axis.delete = False
    drawing.legend.txPr = drawing.x_axis.txPr = drawing.y_axis.txPr = letters(LETTERS)
    drawing.y_axis.number_format = "0%" if chart.is_shares else "General"
    drawing.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE)))
    if isinstance(drawing, BarChart):
        _shape_bars(drawing, chart)


def _shape_bars(drawing: BarChart, chart: Chart) -> None:
    """The labels and the direction of bars, and whether they stand side by side."""
    drawing.gapWidth = 60
    drawing.dataLabels = labels_of_values("0%" if chart.is_shares else "General", is_shown=not chart.spans)
    if chart.is_shares or chart.is_stacked:
        drawing.grouping, drawing.overlap = "stacked", 100
    if chart.is_shares:
        drawing.y_axis.scaling.min, drawing.y_axis.scaling.max = 0, 1
    if chart.spans:
        ends = [end for spans in chart.spans for span in spans for end in span]
        drawing.y_axis.scaling.min = min(0, _STEP * math.floor(min(ends) / _STEP))
        drawing.y_axis.scaling.max = _STEP * math.ceil(max(ends) / _STEP)
    if chart.is_lying:
        # The first category on top, as in the table below; the scale stays at the foot.
        drawing.type = "bar"
        drawing.x_axis.scaling.orientation = "maxMin"
        drawing.x_axis.tickLblPos = "low"
        drawing.y_axis.crosses = "max"
