"""The shipped form that is a deck: ten slides for a steering committee."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from form_looks import DEEP, FONT, INK, LATIN, LINE, PALE, QUIET, say, settled
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from oc_strategy.model.text import Language

_WIDE, _HIGH = 13.333, 7.5
_LEFT, _TOP, _ACROSS = 0.6, 1.35, 12.13
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
Columns = list[tuple[str, str, float]]


class Deck:
    """Slides of 16:9, one after the other; sizes in inches and points."""

    def __init__(self, language: Language) -> None:
        self.deck: Any = Presentation()
        self.latin = LATIN[language]
        self.deck.slide_width, self.deck.slide_height = Inches(_WIDE), Inches(_HIGH)
        for holder in (self.deck.slide_master, *self.deck.slide_layouts):
            for shape in holder.shapes:
                shape.left, shape.width = round(shape.left * _WIDE / 10), round(shape.width * _WIDE / 10)
        self.slide: Any = None

    def page(self, title: str) -> None:
        """A slide with its title, a line below, the class, the project and the number."""
        self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[5])
        head = self.slide.shapes.title
        head.left, head.top, head.width, head.height = (Inches(n) for n in (_LEFT, 0.4, 10.3, 0.7))
        self._write(head.text_frame, title, 24, DEEP, is_bold=True)
        head.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        self._bar(_LEFT, 1.14, _ACROSS, 0.035)
        self.box("{{report.audience}}", 11.0, 0.5, 1.73, 0.4, 11, QUIET, align=PP_ALIGN.RIGHT)
        self.box("{{project.title}}", _LEFT, 7.08, 9.0, 0.3, 9, QUIET)
        self._page_number()

    def cover(self, under: str) -> None:
        """The first slide."""
        self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[5])
        self._bar(0, 0, _WIDE, 0.3)
        self._bar(0, 7.2, _WIDE, 0.3)
        head = self.slide.shapes.title
        head.left, head.top, head.width, head.height = (Inches(n) for n in (0.9, 2.1, 11.5, 1.5))
        self._write(head.text_frame, "{{project.title}}", 34, DEEP, is_bold=True)
        head.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        self.box(under, 0.9, 3.75, 11.5, 0.5, 18, INK)
        self.box("{{project.owner}}\n{{report.date}}\n{{report.audience}}", 0.9, 4.6, 11.5, 1.4, 14, QUIET)

    def box(
        self, words: str, left: float, top: float, width: float, height: float, size: float, ink: str = INK,
        *, is_bold: bool = False, fill: str | None = None, align: Any = None,
    ) -> None:  # fmt: skip
        """A text in a box of its own."""
        shape = self.slide.shapes.add_textbox(*(Inches(n) for n in (left, top, width, height)))
        frame = shape.text_frame
        frame.word_wrap = True
        for at, line in enumerate(words.split("\n")):
            self._line(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), line, size, ink, is_bold, align)
        if fill:
            shape.fill.solid()
            shape.fill.fore_color.rgb = RGBColor.from_string(fill)

    def pair(self, label: str, name: str, left: float, top: float, width: float, height: float, size: float) -> None:
        """A heading bar with a text below it."""
        self.box(label, left, top, width, 0.36, 12, DEEP, is_bold=True, fill=PALE)
        self.box(f"{{{{{name}}}}}", left, top + 0.4, width, height - 0.4, size)

    def picture(self, name: str, left: float, top: float, width: float, height: float) -> None:
        """The place of a picture."""
        self.box(f"{{{{picture:{name}}}}}", left, top, width, height, 12, QUIET, align=PP_ALIGN.CENTER)

    def table(self, columns: Columns, left: float, top: float, width: float, size: float = 13) -> None:
        """A heading row and a row that repeats; widths in shares."""
        places = [Inches(n) for n in (left, top, width, 0.7)]
        frame = self.slide.shapes.add_table(2, len(columns), *places)
        properties = frame._element.graphic.graphicData.tbl.tblPr
        properties.set("bandRow", "0")
        properties.find(qn("a:tableStyleId")).text = "{5940675A-B579-460E-94D1-54222C63F5DA}"
        whole = sum(share for _, _, share in columns)
        for at, (words, name, share) in enumerate(columns):
            frame.table.columns[at].width = Emu(round(places[2] * share / whole))
            self._cell(frame.table.cell(0, at), words, size, is_head=True)
            self._cell(frame.table.cell(1, at), f"{{{{{name}}}}}", size)
        for row in frame.table.rows:
            row.height = Inches(0.33)

    def _cell(self, cell: Any, words: str, size: float, *, is_head: bool = False) -> None:
        cell.margin_left = cell.margin_right = Inches(0.06)
        cell.margin_top = cell.margin_bottom = Inches(0.03)
        self._line(cell.text_frame.paragraphs[0], words, size, DEEP if is_head else INK, is_head)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(PALE if is_head else "FFFFFF")
        for side in ("lnL", "lnR", "lnT", "lnB"):
            ink = f'<a:solidFill><a:srgbClr val="{LINE}"/></a:solidFill>'
            line = f'<a:{side} xmlns:a="{_DRAWING}" w="6350">{ink}</a:{side}>'
            fill = cell._tc.tcPr.find(qn("a:solidFill"))
            fill.addprevious(parse_xml(line))

    def _bar(self, left: float, top: float, width: float, height: float) -> None:
        bar = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(n) for n in (left, top, width, height)))
        bar.fill.solid()
        bar.fill.fore_color.rgb = RGBColor.from_string(DEEP)
        bar.line.fill.background()

    def _page_number(self) -> None:
        self.box("", 11.73, 7.08, 1.0, 0.3, 9, QUIET, align=PP_ALIGN.RIGHT)
        paragraph = self.slide.shapes[-1].text_frame.paragraphs[0]._p
        field = f'<a:fld xmlns:a="{_DRAWING}" id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">' \
                f'<a:rPr lang="en-US" sz="900"/><a:t>1</a:t></a:fld>'  # fmt: skip
        for run in paragraph.findall(qn("a:r")):
            paragraph.remove(run)
        paragraph.append(parse_xml(field))

    def _write(self, frame: Any, words: str, size: float, ink: str, *, is_bold: bool) -> None:
        frame.word_wrap = True
        self._line(frame.paragraphs[0], words, size, ink, is_bold, PP_ALIGN.LEFT)

    def _line(self, paragraph: Any, words: str, size: float, ink: str, is_bold: bool, align: Any = None) -> None:
        run = paragraph.add_run()
        run.text = words
        font = run.font
        font.size, font.bold, font.name = Pt(size), is_bold, self.latin
        font.color.rgb = RGBColor.from_string(ink)
        run._r.rPr.find(qn("a:latin")).addnext(parse_xml(f'<a:ea xmlns:a="{_DRAWING}" typeface="{FONT}"/>'))
        if align is not None:
            paragraph.alignment = align

    def done(self) -> bytes:
        """The deck's bytes."""
        raw = BytesIO()
        properties = self.deck.core_properties
        properties.author, properties.title, properties.last_modified_by = "oc-strategy", "", "oc-strategy"
        self.deck.save(raw)
        return settled(raw.getvalue())


def steering_deck(language: Language) -> bytes:
    """What a steering committee sees, down to the decisions that it is asked for."""
    t, d = say(language), Deck(language)
    d.cover(t("オープン・クローズ戦略　運営委員会資料", "Open-and-close strategy: for the steering committee"))
    d.page(t("目的と市場", "Purpose and market"))
    for at, (label, name) in enumerate((
        (t("目的", "Purpose"), "project.purpose"), (t("課題", "Problem"), "project.problem"),
        (t("提供価値", "Value"), "project.value"),
    )):  # fmt: skip
        d.pair(label, name, _LEFT + at * 4.08, _TOP, 3.97, 2.0, 13)
    d.table([
        (t("市場", "Market"), "markets.title", 40), (t("国", "Countries"), "markets.countries", 20),
        (t("段階", "Stage"), "markets.stage", 18),
        (t("規模", "Size"), "markets.size", 24), (t("通貨", "Currency"), "markets.currency", 18),
        (t("競合", "Competitors"), "markets.competitors", 34),
    ], _LEFT, 3.55, _ACROSS)  # fmt: skip
    d.page(t("戦略：何を開き、何を閉じるか", "Strategy: what is opened, what is closed"))
    d.picture("strategy", _LEFT, _TOP - 0.05, _ACROSS, 5.65)
    d.page(t("選択肢の比較", "Options compared"))
    d.table([
        (t("選択肢", "Option"), "compared-options.option", 44), (t("採用", "Chosen"), "compared-options.chosen", 17),
        (t("開く", "Open"), "compared-options.open", 12), (t("許諾", "Licensed"), "compared-options.gated", 19),
        (t("閉じる", "Closed"), "compared-options.closed", 15), (t("エラー", "Errors"), "compared-options.error", 15),
        (t("警告", "Warnings"), "compared-options.warning", 19),
        (t("前提", "Assumptions"), "compared-options.assumptions", 54),
    ], _LEFT, _TOP, _ACROSS)  # fmt: skip
    d.page(t("特許と秘匿", "Patents and secrets"))
    d.table([
        (t("特許ファミリー", "Patent family"), "patents.title", 42), (t("対象", "Covers"), "patents.covers", 32),
        (t("出願国", "Offices"), "patents.offices", 22),
    ], _LEFT, _TOP, 6.9, 12)  # fmt: skip
    d.table([
        (t("営業秘密", "Trade secret"), "secrets.title", 34), (t("守る成果", "Protects"), "secrets.protects", 34),
        (t("次の見直し", "Next review"), "secrets.next-review", 32),
    ], 7.65, _TOP, 5.08, 12)  # fmt: skip
    d.page(t("標準と委員会", "Standards and committees"))
    d.table([
        (t("標準・作業項目", "Standard or work item"), "standards.title", 50),
        (t("段階", "Stage"), "standards.stage", 14),
        (t("委員会", "Committee"), "standards.committee", 36),
    ], _LEFT, _TOP, 6.9, 12)  # fmt: skip
    d.table([
        (t("委員会", "Committee"), "seats.committee", 44), (t("人", "Person"), "seats.person", 30),
        (t("役割", "Role"), "seats.role", 24),
    ], 7.65, _TOP, 5.08, 12)  # fmt: skip
    d.page(t("工程", "Roadmap"))
    d.picture("roadmap", _LEFT, _TOP - 0.05, _ACROSS, 5.65)
    d.page(t("残るギャップ", "Gaps"))
    counts = t(
        "エラー {{count.error}}　警告 {{count.warning}}　要確認 {{count.question}}",
        "{{count.error}} errors, {{count.warning}} warnings, {{count.question}} questions",
    )
    d.box(counts, _LEFT, _TOP - 0.08, _ACROSS, 0.4, 14, DEEP, is_bold=True)
    d.table([
        (t("重さ", "Severity"), "gravest-gaps.severity", 16), (t("指摘", "Finding"), "gravest-gaps.message", 60),
        (t("対応", "Remedy"), "gravest-gaps.remedy", 56),
    ], _LEFT, 1.8, _ACROSS, 13)  # fmt: skip
    d.page(t("期限と指標", "Deadlines and indicators"))
    d.table([
        (t("期日", "Due"), "next-deadlines.on", 32), (t("残り", "Left"), "next-deadlines.left", 20),
        (t("内容", "What"), "next-deadlines.deadline", 34), (t("対象", "Subject"), "next-deadlines.subject", 40),
    ], _LEFT, _TOP, 6.9, 12)  # fmt: skip
    d.table([
        (t("指標", "Indicator"), "indicators.title", 40), (t("直近", "Latest"), "indicators.measured", 16),
        (t("目標", "Target"), "indicators.target", 18), (t("期限", "By"), "indicators.target-by", 36),
    ], 7.65, _TOP, 5.08, 12)  # fmt: skip
    d.page(t("判断を求める事項", "Decisions asked for"))
    d.table([
        (t("判断する事項", "What to decide"), "decisions-asked.what-to-decide", 60),
        (t("理由", "Reason"), "decisions-asked.reason", 60),
        (t("期限", "Decide by"), "decisions-asked.on", 26),
    ], _LEFT, _TOP, _ACROSS, 13)  # fmt: skip
    return d.done()
