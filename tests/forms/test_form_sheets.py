"""Workbooks filled: rows grow with all that hangs on them, text stays text, and nothing else changes."""

from __future__ import annotations

from io import BytesIO

from filling import bytes_of, content, fill, of_text, rows_of, sheet_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.drawing.image import Image as Drawn
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

from oc_strategy.exporters.forms import Image
from oc_strategy.exporters.zipping import unzipped

PATENTS = "id: demo\ntitle: Demo\npatents:\n  a: {title: Alpha}\n  b: {title: Beta}\n  c: {title: Gamma}\n"


def test_a_row_that_names_a_list_repeats_with_its_look_and_the_rest_moves_down() -> None:
    book = sheet_of([["{{project.title}}"], ["{{patents.title}}", "{{patents.id}}"], ["end"]])
    cell = book.active["A2"]
    cell.font, cell.fill = Font(name="Meiryo", bold=True), PatternFill("solid", fgColor="FFEE00")
    cell.border = Border(left=Side(style="double"))
    book.active.row_dimensions[2].height = 44
    data = fill(bytes_of(book), ".xlsx", content(of_text(PATENTS)))
    assert rows_of(data) == [["Demo", None], ["Alpha", "a"], ["Beta", "b"], ["Gamma", "c"], ["end", None]]
    sheet = load_workbook(BytesIO(data)).active
    for row in (2, 3, 4):
        assert sheet.cell(row, 1).font.name == "Meiryo"
        assert sheet.cell(row, 1).fill.fgColor.rgb == "00FFEE00"
        assert sheet.cell(row, 1).border.left.style == "double"
        assert sheet.row_dimensions[row].height == 44


def test_what_hangs_on_rows_follows_them() -> None:
    book = sheet_of([["head"], ["{{patents.title}}", 1, "=B2*2"], ["{{patents.id}}", 1], ["sum", "=SUM(B2:B3)"]])
    sheet = book.active
    sheet["A2"].value, sheet["A3"].value = "{{#patents}}{{patents.title}}", "{{patents.id}}{{/patents}}"
    sheet.merge_cells("D2:E3")
    sheet.merge_cells("D4:E4")
    sheet.print_area = "A1:E4"
    sheet.conditional_formatting.add("B2:B3", CellIsRule(operator="lessThan", formula=["0"]))
    rule = DataValidation(type="list", formula1='"x,y"')
    rule.add("A4")
    sheet.add_data_validation(rule)
    drawn = BytesIO()
    Picture.new("RGB", (8, 8)).save(drawn, "PNG")
    sheet.add_image(Drawn(drawn), "A4")
    made = load_workbook(BytesIO(fill(bytes_of(book), ".xlsx", content(of_text(PATENTS))))).active
    assert [made.cell(row, 1).value for row in range(1, 9)] == [
        "head", "Alpha", "a", "Beta", "b", "Gamma", "c", "sum",
    ]  # fmt: skip
    assert [made[place].value for place in ("C2", "C4", "C6", "B8")] == ["=B2*2", "=B4*2", "=B6*2", "=SUM(B2:B7)"]
    assert sorted(str(area) for area in made.merged_cells.ranges) == ["D2:E3", "D4:E5", "D6:E7", "D8:E8"]
    assert made.print_area == "'Sheet'!$A$1:$E$8"
    assert [str(area.sqref) for area in made.conditional_formatting] == ["B2:B7"]
    assert [str(one.sqref) for one in made.data_validations.dataValidation] == ["A8"]
    assert made._images[0].anchor._from.row == 7


def test_a_label_over_the_repeating_rows_grows_with_them() -> None:
    book = sheet_of([["label", "head"], [None, "{{patents.title}}"], [None, "end"]])
    book.active.merge_cells("A1:A3")
    made = load_workbook(BytesIO(fill(bytes_of(book), ".xlsx", content(of_text(PATENTS))))).active
    assert [str(area) for area in made.merged_cells.ranges] == ["A1:A5"]


@given(words=st.text(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_becomes_a_formula_or_breaks_the_file(words: str) -> None:
    made = of_text("id: demo\ntitle: Demo\n")
    title = made.project.model_copy(update={"title": type(made.project.name()).plain(words)})
    said = content(type(made)(**{**{f: getattr(made, f) for f in made.__dataclass_fields__}, "project": title}))
    data = fill(bytes_of(sheet_of([["{{project.title}}"]])), ".xlsx", said)
    assert b"<f" not in unzipped(data)["xl/worksheets/sheet1.xml"].replace(b"<font", b"")
    assert load_workbook(BytesIO(data)).active["A1"].data_type in {"s", "n", "inlineStr"}


def test_what_looks_like_a_formula_stays_text_when_somebody_edits_it() -> None:
    made = of_text("id: demo\ntitle: '=>結論'\n")
    data = fill(bytes_of(sheet_of([["{{project.title}}"]])), ".xlsx", content(made))
    cell = load_workbook(BytesIO(data)).active["A1"]
    assert (cell.value, cell.quotePrefix) == ("=>結論", True)


def test_header_codes_are_escaped_and_cut() -> None:
    book = sheet_of([["x"]])
    book.active.oddHeader.center.text = "{{project.title}}"
    made = of_text("id: demo\ntitle: 極秘 R&D部\n")
    data = fill(bytes_of(book), ".xlsx", content(made))
    assert "極秘 R&amp;&amp;D部" in unzipped(data)["xl/worksheets/sheet1.xml"].decode()
    long = fill(bytes_of(book), ".xlsx", content(of_text(f"id: demo\ntitle: {'長' * 400}\n")))
    assert len(load_workbook(BytesIO(long)).active.oddHeader.center.text or "") < 255


def test_numbers_are_numbers_and_days_are_dates_where_the_cell_is_made_for_them() -> None:
    book = sheet_of([["{{count.outputs}}", "{{report.date}}", "{{report.date}}", "on {{report.date}}"]])
    book.active["B1"].number_format = "yyyy/mm/dd"
    row = rows_of(fill(bytes_of(book), ".xlsx", content(of_text("id: demo\n"))))[0]
    assert row[0] == 0
    assert row[1].date().isoformat() == "2026-11-23"
    assert row[2:] == ["23 Nov 2026", "on 23 Nov 2026"]


def test_a_row_is_as_tall_as_its_text() -> None:
    book = sheet_of([["{{project.title}}"]])
    book.active["A1"].alignment = Alignment(wrap_text=True)
    data = fill(bytes_of(book), ".xlsx", content(of_text(f"id: demo\ntitle: {'字' * 60}\n")))
    made = load_workbook(BytesIO(data)).active
    assert made.row_dimensions[1].height > 200


def test_a_picture_lies_over_its_cells_and_says_what_it_shows() -> None:
    png = BytesIO()
    Picture.new("RGB", (400, 200), "red").save(png, "PNG")
    book = sheet_of([["{{picture:strategy}}"]])
    book.active.merge_cells("A1:D9")
    template = bytes_of(book)
    said = content(of_text("id: demo\n"))
    drawn = fill(template, ".xlsx", said, {"strategy": Image(png.getvalue(), "The strategy")})
    sheet = load_workbook(BytesIO(drawn)).active
    assert sheet["A1"].value is None
    assert len(sheet._images) == 1
    assert "The strategy" in unzipped(drawn)["xl/drawings/form1.xml"].decode()
    undrawn = fill(template, ".xlsx", said, {"strategy": Image(None, "Picture not drawn: no Graphviz")})
    assert rows_of(undrawn)[0][0] == "Picture not drawn: no Graphviz"


def test_parts_that_are_not_filled_keep_their_bytes() -> None:
    book = sheet_of([["{{project.title}}"]])
    book.create_sheet("other").append(["stays"])
    template = bytes_of(book)
    before, after = unzipped(template), unzipped(fill(template, ".xlsx", content(of_text("id: demo\n"))))
    assert before["xl/theme/theme1.xml"] == after["xl/theme/theme1.xml"]
    assert before.keys() == after.keys()
