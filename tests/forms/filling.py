"""Small templates made on the spot, and what stands in them once they are filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook, load_workbook
from pptx import Presentation
from pptx.util import Inches, Pt

from oc_strategy.checking import Settings
from oc_strategy.exporters.forms import Brought, Image, filled, problems_of
from oc_strategy.facts import Facts
from oc_strategy.forms import Content, Problem, Subject
from oc_strategy.model.text import Confidentiality, Language
from oc_strategy.portfolio import find, project_of_text
from oc_strategy.report import Report, report

TODAY = date(2026, 11, 23)
EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def of_example(name: str, audience: Confidentiality = "internal") -> Report:
    portfolio = find(EXAMPLES / name)
    assert portfolio is not None
    return report(portfolio.load(portfolio.folders[0]), Settings(TODAY, Facts()), audience)


def of_text(yaml_text: str, audience: Confidentiality = "restricted") -> Report:
    loaded = project_of_text(yaml_text)
    assert not loaded.mistakes, [m.message.en for m in loaded.mistakes]
    return report(loaded, Settings(TODAY, Facts()), audience)


def content(on: Report, language: Language = "en", **about: Any) -> Content:
    return Content(Subject(on, **about), language)


def fill(data: bytes, suffix: str, said: Content, pictures: Mapping[str, Image] | None = None) -> bytes:
    return filled(data, suffix, Brought(said, "Title", pictures or {}))


def problems(data: bytes, suffix: str) -> list[Problem]:
    return problems_of(data, suffix)


def bytes_of(made: Any) -> bytes:
    raw = BytesIO()
    made.save(raw)
    return raw.getvalue()


def sheet_of(rows: Sequence[Sequence[object]]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    return book


def rows_of(data: bytes) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(data)).active.iter_rows()]


def document_of(*paragraphs: str, table: Sequence[Sequence[str]] = ()) -> Any:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, words in zip(made.rows, table, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
    return document


def lines_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def table_of(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(BytesIO(data)).tables[0].rows]


def deck_of(*slides: str, table: Sequence[Sequence[str]] = ()) -> Any:
    deck = Presentation()
    for words in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = words
        if table:
            frame = slide.shapes.add_table(len(table), len(table[0]), Inches(1), Inches(2), Inches(8), Inches(1))
            for at, row in enumerate(table):
                for column, word in enumerate(row):
                    cell = frame.table.cell(at, column)
                    cell.text = word
                    cell.text_frame.paragraphs[0].runs[0].font.size = Pt(16)
    return deck


def slides_of(data: bytes) -> list[list[str]]:
    """The texts on each slide: titles and boxes, then the cells of tables."""
    found = []
    for slide in Presentation(BytesIO(data)).slides:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        found.append([*words, *(cell.text for table in tables for cell in table.iter_cells())])
    return found
