"""Word documents: text, tables, headers and footers, text boxes; pictures as wide as their place."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from lxml.etree import _Element

from oc_strategy.exporters.forms.filling import Brought
from oc_strategy.exporters.forms.prose.properties import settle
from oc_strategy.exporters.forms.repeating import (
    Dialect,
    clear,
    fill,
    group_of,
    is_marked,
    paragraphs,
    picture_in,
    said_in,
    unguard,
)
from oc_strategy.exporters.zipping import unzipped, zipped
from oc_strategy.forms import Placed
from oc_strategy.lang import text
from oc_strategy.model.text import Text

_EMU: Final = 12_700
_TWIP: Final = 20
_CELL_MARGIN: Final = 12.0
_TALLEST: Final = 0.55
"""Of the height between the margins."""


def _broken(paragraph: _Element) -> None:
    """Line breaks as Word writes them, and blanks kept."""
    for node in list(paragraph.iter(qn("w:t"))):
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        first, *rest = (node.text or "").split("\n")
        node.text = first
        for line in reversed(rest):
            after = OxmlElement("w:t")
            after.text = line
            after.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            node.addnext(after)
            node.addnext(OxmlElement("w:br"))


def _joined(row: _Element) -> None:
    """One cell as wide as the row."""
    first, *others = row.findall(qn("w:tc"))
    properties = first.get_or_add_tcPr()  # type: ignore[attr-defined]
    widths = [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in (first, *others)]
    spans = [cell.grid_span for cell in (first, *others)]  # type: ignore[attr-defined]
    properties.grid_span = sum(spans)
    if widths[0] is not None:
        widths[0].set(qn("w:w"), str(sum(int(w.get(qn("w:w"), "0")) for w in widths if w is not None)))
    for cell in others:
        row.remove(cell)


WORD: Final = Dialect(qn("w:p"), qn("w:t"), qn("w:tr"), _broken, _joined)


def texts_of(data: bytes) -> list[Placed]:
    """Every paragraph with braces of the text, of headers and of footers."""
    return [
        Placed(_place(part, paragraph, number), words, f"{part.partname}{group_of(paragraph, WORD)}")
        for part in _stories(Document(BytesIO(data)))
        for number, paragraph in enumerate(paragraphs(part.element, WORD), 1)
        if is_marked(words := said_in(paragraph, WORD))
    ]


def filled(data: bytes, brought: Brought) -> bytes:
    """The document filled."""
    document = Document(BytesIO(data))
    for part in _stories(document):
        fill(part.element, WORD, brought.content)
        for paragraph in list(paragraphs(part.element, WORD)):
            _draw(document, part, paragraph, brought)
        unguard(part.element, WORD)
    settle(document.core_properties, brought)
    made = BytesIO()
    document.save(made)
    return zipped(unzipped(made.getvalue()))


def _stories(document: Any) -> Iterator[StoryPart]:
    """The text, then headers and footers in the order of their names."""
    others = [p for p in document.part.package.iter_parts() if isinstance(p, StoryPart) and p is not document.part]
    yield document.part
    yield from sorted(others, key=lambda part: str(part.partname))


def _draw(document: Any, part: StoryPart, paragraph: _Element, brought: Brought) -> None:
    name = picture_in(paragraph, WORD)
    if name is None:
        return
    image = brought.pictures[name]
    clear(paragraph, WORD, "" if image.png else image.words)
    if image.png:
        width, height = image.fitted(*_room(document, paragraph))
        inline = part.new_pic_inline(BytesIO(image.png), int(width * _EMU), int(height * _EMU))
        inline.docPr.set("descr", image.words)
        paragraph.add_r().add_drawing(inline)  # type: ignore[attr-defined]


def _room(document: Any, paragraph: _Element) -> tuple[float, float]:
    """Points between the margins of the page, or of the cell."""
    page = _section(document, paragraph)
    width = (page.page_width - page.left_margin - page.right_margin) / _EMU
    height = (page.page_height - page.top_margin - page.bottom_margin) / _EMU * _TALLEST
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    own = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") if cell is not None else None
    if own is not None and own.get(qn("w:type")) == "dxa":
        width = min(width, int(own.get(qn("w:w"), "0")) / _TWIP - _CELL_MARGIN)
    return width, height


def _section(document: Any, paragraph: _Element) -> Any:
    """The section in which a paragraph stands: the first that ends behind it."""
    body = document.element.body
    top = next((e for e in (paragraph, *paragraph.iterancestors()) if e.getparent() is body), None)
    before = list(body)[: body.index(top)] if top is not None else []
    ended = sum(1 for element in before if element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None)
    return document.sections[min(ended, len(document.sections) - 1)]


def _place(part: StoryPart, paragraph: _Element, number: int) -> Text:
    row = next(paragraph.iterancestors(qn("w:tr")), None)
    if row is None or part.partname != "/word/document.xml":
        key = "paragraph" if part.partname == "/word/document.xml" else "part-paragraph"
        return text(f"forms.places.{key}", number=number, part=str(part.partname).rpartition("/")[2])
    table = next(row.iterancestors(qn("w:tbl")))
    every = list(next(table.iterancestors(qn("w:body"))).iter(qn("w:tbl")))
    cell = next(paragraph.iterancestors(qn("w:tc")))
    where = [holder.findall(tag).index(inner) + 1 for holder, tag, inner in (
        (table, qn("w:tr"), row), (row, qn("w:tc"), cell),
    ) if inner in holder.findall(tag)]  # fmt: skip
    place = (*where, "?", "?")
    return text("forms.places.table", table=every.index(table) + 1, row=place[0], column=place[1])
