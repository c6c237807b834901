"""How the shipped forms that are documents are written: page, fonts, headings, tables."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from form_looks import DEEP, FONT, INK, LATIN, LINE, PALE, QUIET, Say, settled

from oc_strategy.model.text import Language

_WIDTH = 174.0
"""Millimetres between the margins of an A4 page."""
_WIDE = 261.0
Columns = list[tuple[str, str, float]]


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, language: Language, *, is_wide: bool = False) -> None:
        self.document: Any = Document()
        self.width = _WIDE if is_wide else _WIDTH
        self._fonts(language)
        self._page(is_wide)

    def _fonts(self, language: Language) -> None:
        sizes = {"Normal": 10.0, "Title": 20.0, "Heading 1": 13.0, "Heading 2": 11.0, "Header": 8.5, "Footer": 8.5}
        for name, size in sizes.items():
            style = self.document.styles[name]
            style.font.name, style.font.size = LATIN[language], Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(key), None)
            fonts.set(qn("w:eastAsia"), FONT)
            is_heading = name.startswith(("Title", "Heading"))
            style.font.color.rgb = RGBColor.from_string(DEEP if is_heading else INK)
            style.font.bold = is_heading
        self.document.styles["Heading 1"].paragraph_format.space_before = Pt(14)
        self.document.styles["Heading 1"].paragraph_format.space_after = Pt(4)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(4)

    def _page(self, is_wide: bool) -> None:
        page = self.document.sections[0]
        page.page_width, page.page_height = (Mm(297), Mm(210)) if is_wide else (Mm(210), Mm(297))
        page.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        page.left_margin = page.right_margin = Mm(18)
        page.top_margin, page.bottom_margin = Mm(20), Mm(18)
        page.header_distance = page.footer_distance = Mm(9)
        head = page.header.paragraphs[0]
        head.text = "{{project.title}}\t{{report.audience}}"
        foot = page.footer.paragraphs[0]
        foot.alignment = 1
        _field(foot, "PAGE")
        foot.add_run(" / ")
        _field(foot, "NUMPAGES")
        for paragraph in (head, foot):
            self.document.styles[paragraph.style.name].paragraph_format.tab_stops.clear_all()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(self.width), alignment=2)

    def title(self, words: str, under: str) -> None:
        """The title, and the project's name below."""
        self.document.add_paragraph(words, style="Title")
        paragraph = self.document.add_paragraph(under)
        paragraph.runs[0].font.size = Pt(13)

    def heading(self, words: str) -> None:
        """A heading of a part."""
        self.document.add_heading(words, 1)

    def text(self, words: str, *, quiet: bool = False) -> None:
        """A paragraph."""
        paragraph = self.document.add_paragraph(words)
        if quiet:
            paragraph.runs[0].font.size = Pt(8.5)
            paragraph.runs[0].font.color.rgb = RGBColor.from_string(QUIET)

    def caption(self, words: str) -> None:
        """A line above a table or a picture, which stays with it."""
        paragraph = self.document.add_paragraph(words)
        paragraph.runs[0].bold = True
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(8)

    def picture(self, name: str) -> None:
        """The place of a picture."""
        self.document.add_paragraph(f"{{{{picture:{name}}}}}").alignment = 1

    def pairs(self, rows: list[tuple[str, str]], label: float = 38.0) -> None:
        """Labels with values beside them."""
        table = self._table(len(rows), [label, self.width - label])
        for row, (words, name) in zip(table.rows, rows, strict=True):
            _put(row.cells[0], words, is_head=True)
            _put(row.cells[1], name if "{{" in name else f"{{{{{name}}}}}")

    def table(self, columns: Columns) -> None:
        """Headings that come again on each page, and a row that repeats; widths in shares."""
        whole = sum(share for _, _, share in columns)
        table = self._table(2, [self.width * share / whole for _, _, share in columns])
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for at, (words, name, _) in enumerate(columns):
            _put(table.rows[0].cells[at], words, is_head=True)
            _put(table.rows[1].cells[at], f"{{{{{name}}}}}")
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _table(self, rows: int, widths: list[float]) -> Any:
        table = self.document.add_table(rows, len(widths))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        table._tbl.tblPr.append(_borders())
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        return table

    def done(self) -> bytes:
        """The document's bytes."""
        raw = BytesIO()
        properties = self.document.core_properties
        properties.author, properties.title, properties.comments = "oc-strategy", "", ""
        self.document.save(raw)
        return settled(raw.getvalue())


def _field(paragraph: Any, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def _borders() -> Any:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    return borders


def _put(cell: Any, words: str, *, is_head: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(words)
    run.font.size = Pt(9)
    if is_head:
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(DEEP)
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", PALE)):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def own_design(t: Say) -> str:
    """That the form is nobody else's."""
    return t("この様式はoc-strategyの独自のものであり、行政機関・標準化機関の公式様式ではない。",
             "A form of oc-strategy's own design; it is no agency's or standards body's official form.")  # fmt: skip


def indicators(t: Say) -> Columns:
    """The columns of a table of indicators."""
    return [
        (t("指標", "Indicator"), "indicators.title", 50), (t("単位", "Unit"), "indicators.unit", 18),
        (t("基準値", "Baseline"), "indicators.baseline", 24), (t("直近", "Latest"), "indicators.measured", 20),
        (t("目標", "Target"), "indicators.target", 24), (t("期限", "By"), "indicators.target-by", 34),
    ]  # fmt: skip
