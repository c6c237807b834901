"""Documents and decks filled: runs in pieces, parts that repeat, line breaks, slides that go on."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from filling import (
    bytes_of,
    content,
    deck_of,
    document_of,
    fill,
    lines_of,
    of_text,
    slides_of,
    table_of,
)
from PIL import Image as Picture
from pptx import Presentation
from pptx.util import Inches

from oc_strategy.exporters.forms import Image

PATENTS = "id: demo\ntitle: {ja: 見本, en: Demo}\npatents:\n  a: {title: Alpha}\n  b: {title: Beta}\n"
MANY = "id: demo\ntitle: Demo\npatents:\n" + "".join(f"  p{n:02}: {{title: Patent number {n}}}\n" for n in range(40))


def test_a_placeholder_in_pieces_takes_the_look_of_its_first_piece() -> None:
    document = document_of("")
    paragraph = document.paragraphs[0]
    for words, is_bold in (("On {{pro", False), ("ject.ti", True), ("tle}} now", False)):
        paragraph.add_run(words).bold = is_bold
    data = fill(bytes_of(document), ".docx", content(of_text(PATENTS)))
    made = Document(BytesIO(data)).paragraphs[0]
    assert made.text == "On Demo now"
    assert [run.text for run in made.runs] == ["On Demo", "", " now"]


def test_markup_in_a_value_is_text_and_a_line_break_is_one() -> None:
    made = of_text('id: demo\ntitle: "A & B <w:x> R&D"\npurpose: "one\\ntwo"\n')
    lines = lines_of(fill(bytes_of(document_of("{{project.title}}", "{{project.purpose}}")), ".docx", content(made)))
    assert lines == ["A & B <w:x> R&D", "one\ntwo"]


def test_rows_and_marked_parts_repeat() -> None:
    document = document_of(
        "before", "{{#patents}}", "{{patents.title}}:", "on {{project.title}}", "{{/patents}}", "after",
        table=[["Name", "Id"], ["{{patents.title}}", "{{patents.id}}"]],
    )  # fmt: skip
    data = fill(bytes_of(document), ".docx", content(of_text(PATENTS)))
    assert lines_of(data) == ["before", "Alpha:", "on Demo", "Beta:", "on Demo", "after"]
    assert table_of(data) == [["Name", "Id"], ["Alpha", "a"], ["Beta", "b"]]


def test_rows_between_marks_repeat_together() -> None:
    table = [["{{#patents}}{{patents.title}}"], ["{{patents.id}}{{/patents}}"], ["end"]]
    data = fill(bytes_of(document_of(table=table)), ".docx", content(of_text(PATENTS)))
    assert table_of(data) == [["Alpha"], ["a"], ["Beta"], ["b"], ["end"]]


def test_an_empty_list_gives_its_reason_the_whole_row() -> None:
    document = document_of(table=[["Name", "Id"], ["{{patents.title}}", "{{patents.id}}"]])
    rows = table_of(fill(bytes_of(document), ".docx", content(of_text("id: demo\n"))))
    assert rows[1][0] == rows[1][1] != ""


def test_headers_footers_and_text_boxes_are_filled() -> None:
    document = document_of("x")
    document.sections[0].header.paragraphs[0].text = "{{project.title}}"
    document.sections[0].footer.paragraphs[0].text = "{{report.audience}}"
    section = Document(BytesIO(fill(bytes_of(document), ".docx", content(of_text(PATENTS))))).sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("Demo", "Restricted")


def test_a_slide_repeats_for_each_entry_in_order() -> None:
    deck = deck_of("first", "{{slide:patents}}{{patents.title}} of {{project.title}}", "last")
    slides = slides_of(fill(bytes_of(deck), ".pptx", content(of_text(PATENTS), "ja")))
    assert [slide[0] for slide in slides] == ["first", "Alpha of 見本", "Beta of 見本", "last"]


def test_a_table_too_tall_for_its_slide_goes_on_with_its_heading() -> None:
    deck = deck_of("All patents", "next", table=[["Patent"], ["{{patents.title}}"]])
    slides = slides_of(fill(bytes_of(deck), ".pptx", content(of_text(MANY))))
    parts = [slide for slide in slides if slide[0].startswith("All patents")]
    assert len(parts) > 1
    assert [slide[0] for slide in parts] == [f"All patents ({n}/{len(parts)})" for n in range(1, len(parts) + 1)]
    assert all(slide[1] == "Patent" for slide in parts)
    assert [word for slide in parts for word in slide[2:]] == [f"Patent number {n}" for n in range(40)]
    for slide in Presentation(BytesIO(fill(bytes_of(deck), ".pptx", content(of_text(MANY))))).slides:
        for shape in slide.shapes:
            assert not shape.has_table or shape.top + sum(r.height for r in shape.table.rows) <= Inches(7.5)


def test_letters_become_smaller_where_a_text_has_outgrown_its_box() -> None:
    deck = deck_of("x")
    box = deck.slides[0].shapes.add_textbox(Inches(1), Inches(3), Inches(3), Inches(1))
    box.text_frame.word_wrap = True
    box.text_frame.text = "{{project.purpose}}"
    made = Presentation(BytesIO(fill(bytes_of(deck), ".pptx", content(of_text(f"id: demo\npurpose: {'字' * 120}\n")))))
    size = made.slides[0].shapes[-1].text_frame.paragraphs[0].runs[0].font.size
    assert size is not None
    assert size.pt < 18


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_a_picture_stands_in_its_place_no_larger_than_it(suffix: str) -> None:
    png = BytesIO()
    Picture.new("RGB", (4000, 2000), "red").save(png, "PNG")
    images = {"strategy": Image(png.getvalue(), "The strategy")}
    deck = deck_of("x")
    box = deck.slides[0].shapes.add_textbox(Inches(1), Inches(3), Inches(4), Inches(3))
    box.text_frame.text = "{{picture:strategy}}"
    template = bytes_of(document_of("{{picture:strategy}}") if suffix == ".docx" else deck)
    data = fill(template, suffix, content(of_text(PATENTS)), images)
    if suffix == ".docx":
        (shape,) = Document(BytesIO(data)).inline_shapes
        assert shape.width <= Inches(6.5)
        assert abs(shape.width / shape.height - 2) < 0.01
    else:
        picture = Presentation(BytesIO(data)).slides[0].shapes[-1]
        assert Inches(1) <= picture.left
        assert picture.left + picture.width <= Inches(5)
        assert abs(picture.width / picture.height - 2) < 0.01


@pytest.mark.parametrize("words", ["{{project.title}}", "{{#patents}}{{/patents}}", "{{patents.title}}", "{{", "}}{{"])
def test_braces_in_a_value_are_only_words(words: str) -> None:
    made = of_text(f"id: demo\ntitle: Demo\npatents:\n  a: {{title: '{words}'}}\n  b: {{title: Beta}}\n")
    template = document_of(
        "{{project.title}}", table=[["{{patents.title}}"], ["{{#patents}}{{patents.id}}{{/patents}}"]]
    )
    data = fill(bytes_of(template), ".docx", content(made))
    assert table_of(data) == [[words], ["Beta"], ["a\nb"]]
    slides = slides_of(fill(bytes_of(deck_of("{{slide:patents}}{{patents.title}}")), ".pptx", content(made)))
    assert [slide[0] for slide in slides] == [words, "Beta"]
