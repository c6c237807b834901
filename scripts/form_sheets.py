"""The shipped forms that are workbooks: before / after / transition, and the record of patent declarations."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from form_looks import BORN, DEEP, FONT, INK, LINE, PALE, QUIET, Say, say, settled
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from oc_strategy.model.text import Language

_EDGE = Side(style="thin", color=LINE)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_LOOKS = {
    "title": (Font(name=FONT, size=18, bold=True, color=DEEP), None, None, Alignment(vertical="center")),
    "quiet": (Font(name=FONT, size=9, color=QUIET), None, None,
              Alignment(vertical="center", wrap_text=True)),
    "section": (Font(name=FONT, size=12, bold=True, color="FFFFFF"), DEEP, _BOX,
                Alignment(vertical="center", indent=1)),
    "label": (Font(name=FONT, size=10, bold=True, color=DEEP), PALE, _BOX,
              Alignment(vertical="center", wrap_text=True, indent=1)),
    "head": (Font(name=FONT, size=10, bold=True, color=DEEP), PALE, _BOX,
             Alignment(horizontal="center", vertical="center", wrap_text=True)),
    "body": (Font(name=FONT, size=10, color=INK), None, _BOX, Alignment(vertical="top", wrap_text=True)),
    "sign": (Font(name=FONT, size=20, bold=True, color=DEEP), None, None,
             Alignment(horizontal="center", vertical="center")),
    "picture": (Font(name=FONT, size=10, color=QUIET), None, _BOX,
                Alignment(horizontal="center", vertical="center", wrap_text=True)),
}  # fmt: skip


@dataclass
class Paper:
    """A worksheet that is filled from top to bottom, over columns of equal width."""

    sheet: Worksheet
    columns: int
    row: int = 0

    def put(self, look: str, words: str, first: int, last: int, *, down_to: int = 0) -> None:
        """Words over some columns of the current row, and of those below down to `down_to`."""
        font, fill, border, alignment = _LOOKS[look]
        for row in range(self.row, max(down_to, self.row) + 1):
            for column in range(first, last + 1):
                cell = self.sheet.cell(row, column)
                cell.font, cell.alignment = font, alignment
                if fill:
                    cell.fill = PatternFill("solid", fgColor=fill)
                if border:
                    cell.border = border
        self.sheet.cell(self.row, first).value = words
        if last > first or down_to > self.row:
            self.sheet.merge_cells(
                start_row=self.row, start_column=first, end_row=max(down_to, self.row), end_column=last
            )

    def next(self, height: float) -> None:
        """Begin a row of so many points."""
        self.row += 1
        self.sheet.row_dimensions[self.row].height = height

    def section(self, words: str) -> None:
        """A bar with a heading, below a little air."""
        self.next(8)
        self.next(22)
        self.put("section", words, 1, self.columns)

    def pair(self, label: str, name: str, first: int = 1, last: int = 0, wide: int = 2) -> None:
        """A label and the value beside it."""
        self.put("label", label, first, first + wide - 1)
        self.put("body", f"{{{{{name}}}}}", first + wide, last or self.columns)

    def table(self, columns: list[tuple[str, str, int]], height: float = 30) -> None:
        """Headings, and a row that repeats; each column has a heading, a name and how many cells it takes."""
        for look, at, tall in (("head", 0, 24.0), ("body", 1, height)):
            self.next(tall)
            place = 1
            for column in columns:
                words = column[0] if at == 0 else f"{{{{{column[1]}}}}}"
                self.put(look, words, place, place + column[2] - 1)
                place += column[2]


def _paper(book: Workbook, name: str, columns: int, width: float, size: int, *, one_page: bool) -> Paper:
    sheet = book.active if not book.worksheets[0].title.strip() or book.worksheets[0].title == "Sheet" else None
    sheet = sheet or book.create_sheet()
    sheet.title = name
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize, sheet.page_setup.orientation = size, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.55, 0.25, 0.25
    sheet.oddHeader.right.text = "{{report.audience}}"
    sheet.oddFooter.left.text = "{{project.title}}"
    sheet.oddFooter.right.text = "&P / &N"
    return Paper(sheet, columns)


def _done(book: Workbook) -> bytes:
    for sheet in book.worksheets:
        last = get_column_letter(max(cell.column for row in sheet.iter_rows() for cell in row))
        sheet.print_area = f"A1:{last}{sheet.max_row}"
    book.properties.creator, book.properties.created = "oc-strategy", BORN
    raw = BytesIO()
    book.save(raw)
    return settled(raw.getvalue())


def _book() -> Workbook:
    book = Workbook()
    book._fonts[0] = Font(name=FONT, size=11, family=2)  # type: ignore[attr-defined]
    return book


def before_after(language: Language) -> bytes:
    """Before, transition and after on one A3 page, with the picture and what each output is for."""
    t, book = say(language), _book()
    p = _paper(book, t("戦略シート", "Strategy sheet"), 24, 8.2, 8, one_page=True)
    _heading(p, t("戦略シート：これまで → 移行 → これから", "Strategy sheet: before → transition → after"), t)
    for label, name in (
        (t("目的", "Purpose"), "project.purpose"), (t("課題", "Problem"), "project.problem"),
        (t("提供価値", "Value"), "project.value"),
    ):  # fmt: skip
        p.next(26)
        p.pair(label, name, wide=3)
    p.next(8)
    p.next(22)
    spans = ((1, 7, t("これまで", "Before")), (9, 16, t("移行の手順", "Transition")), (18, 24, t("これから", "After")))
    for first, last, words in spans:
        p.put("section", words, first, last)
    p.next(74)
    for (first, last, _), name in zip(spans, ("before", "transition", "after"), strict=True):
        p.put("body", f"{{{{project.{name}}}}}", first, last)
    p.put("sign", "→", 8, 8)
    p.put("sign", "→", 17, 17)
    p.section(t("何を開き、何を閉じ、どこで稼ぐか", "What is opened, what is closed, and what earns"))
    _map(p, t)
    p.section(t("指標", "Indicators"))
    p.table(
        [
            (t("指標", "Indicator"), "indicators.title", 8), (t("単位", "Unit"), "indicators.unit", 2),
            (t("基準値", "Baseline"), "indicators.baseline", 3),
            (t("直近の値", "Last value"), "indicators.measured", 3),
            (t("目標値", "Target"), "indicators.target", 4),
            (t("目標の期限", "Target by"), "indicators.target-by", 4),
        ], 20,
    )  # fmt: skip
    p.next(8)
    p.next(16)
    p.put("quiet", t("この様式はoc-strategyの独自のものであり、行政機関の公式様式ではない。",
                     "A form of oc-strategy's own design; it is no agency's official form."), 1, 24)  # fmt: skip
    return _done(book)


def _heading(p: Paper, title: str, t: Say) -> None:
    p.next(34)
    p.put("title", title, 1, p.columns - 6)
    p.put("quiet", t("区分：{{report.audience}}", "Class: {{report.audience}}"), p.columns - 5, p.columns)
    p.next(22)
    p.pair(t("プロジェクト", "Project"), "project.title", 1, p.columns - 12, 3)
    p.pair(t("責任者", "Owner"), "project.owner", p.columns - 11, p.columns - 6)
    p.pair(t("基準日", "As of"), "report.date", p.columns - 5, p.columns)


def _map(p: Paper, t: Say) -> None:
    """The picture at the left, as tall as the table and the texts at its right."""
    heads = (
        (t("成果", "Output"), "measures.output", 4), (t("位置付け", "Posture"), "measures.posture", 3),
        (t("扱い", "Treatment"), "measures.treatment", 3), (t("収益源", "What earns"), "measures.earner", 4),
    )  # fmt: skip
    p.next(22)
    p.put("picture", "{{picture:strategy}}", 1, 10, down_to=p.row + 5)
    for look, at in (("head", 0), ("body", 1)):
        place = 11
        for head in heads:
            p.put(look, head[0] if at == 0 else f"{{{{{head[1]}}}}}", place, place + head[2] - 1)
            place += head[2]
        if at == 0:
            p.next(24)
    for label, name, height in (
        (t("採用した選択肢", "Chosen option"), "option.title", 36), (t("稼ぎ方", "Revenue"), "project.revenue", 70),
        (t("産業での位置", "Layer"), "project.layer", 50),
        (t("代替手段", "Alternatives"), "project.alternatives", 50),
    ):  # fmt: skip
        p.next(height)
        p.pair(label, name, 11, 24, 3)


def declaration_record(language: Language) -> bytes:
    """What was declared to which body on which patents, and the families that may be essential."""
    t, book = say(language), _book()
    p = _paper(book, t("特許声明の記録", "Declarations"), 26, 7.6, 8, one_page=False)
    _heading(p, t("特許声明の記録", "Record of patent declarations"), t)
    p.section(t("1　声明", "1  Declarations"))
    p.table(
        [
            (t("声明", "Declaration"), "declarations.title", 4), (t("標準化機関", "Body"), "declarations.body", 2),
            (t("標準", "Standard"), "declarations.standard", 4), (t("版", "Edition"), "declarations.edition", 2),
            (t("声明日", "Declared on"), "declarations.on", 2),
            (t("約束", "Commitment"), "declarations.commitment", 3),
            (t("形式", "Form"), "declarations.form", 2), (t("特許", "Patents"), "declarations.patents", 4),
            (t("声明者", "By"), "declarations.by", 3),
        ], 34,
    )  # fmt: skip
    p.section(t("2　条件と同意", "2  Conditions and consents"))
    p.table(
        [
            (t("声明", "Declaration"), "declarations.title", 5),
            (t("相互性", "Reciprocity"), "declarations.reciprocity", 2),
            (t("撤回不可", "Irrevocable"), "declarations.irrevocable", 2),
            (t("脱退時の声明", "On leaving"), "declarations.on-leaving", 2),
            (t("共有者の同意", "Consents"), "declarations.consents", 5),
            (t("置き換えた声明", "Replaces"), "declarations.replaces", 4),
            (t("備考", "Remarks"), "declarations.note", 6),
        ], 34,
    )  # fmt: skip
    _signatures(p, t)
    q = _paper(book, t("対象特許", "Patents"), 26, 7.6, 8, one_page=False)
    _heading(q, t("特許声明の記録：特許ファミリー", "Record of patent declarations: families"), t)
    q.section(t("3　特許ファミリーと必須性", "3  Families and essentiality"))
    q.table(
        [
            (t("特許ファミリー", "Family"), "patents.title", 5), (t("対象の成果", "Covers"), "patents.covers", 4),
            (t("必須とみる標準", "Essential to"), "patents.essential-to", 4),
            (t("自己申告", "Claimed"), "patents.essentiality.claimed", 2),
            (t("検証", "Checked"), "patents.essentiality.checked", 2),
            (t("検証者", "Checked by"), "patents.essentiality.by", 3),
            (t("権利者", "Owners"), "patents.owners", 3), (t("声明", "Declarations"), "patents.declarations", 3),
        ], 34,
    )  # fmt: skip
    r = _paper(book, t("出願・特許", "Applications"), 26, 7.6, 8, one_page=False)
    _heading(r, t("特許声明の記録：出願と特許", "Record of patent declarations: applications"), t)
    r.section(t("4　出願・特許の番号", "4  Applications and patents"))
    r.sheet.print_title_rows = f"{r.row + 1}:{r.row + 1}"
    r.table(
        [
            (t("特許ファミリー", "Family"), "patent-members.of-name", 6),
            (t("国・機関", "Office"), "patent-members.office", 2),
            (t("出願番号", "Application"), "patent-members.application", 4),
            (t("公開・特許番号", "Publication"), "patent-members.publication", 4),
            (t("出願日", "Filed"), "patent-members.filed", 3), (t("登録日", "Granted"), "patent-members.granted", 3),
            (t("状態", "Status"), "patent-members.status", 4),
        ], 20,
    )  # fmt: skip
    return _done(book)


def _signatures(p: Paper, t: Say) -> None:
    p.next(12)
    p.next(20)
    for at, words in enumerate((t("作成", "Prepared"), t("確認", "Checked"), t("承認", "Approved"))):
        p.put("head", words, 15 + at * 4, 18 + at * 4)
    p.next(44)
    for at in range(3):
        p.put("body", "", 15 + at * 4, 18 + at * 4)
    p.next(16)
    p.put("quiet", t("この様式はoc-strategyの独自のものであり、標準化機関への提出様式ではない。"
                     "声明は各機関の様式で行う。",
                     "A form of oc-strategy's own design for your own files; declare to a body on the body's form."),
          1, p.columns)  # fmt: skip
