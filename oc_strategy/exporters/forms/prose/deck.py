"""PowerPoint decks: slides that repeat, tables that go on on the next slide, pictures in the place of their box."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any, Final

from lxml.etree import _Element
from pptx import Presentation
from pptx.oxml.ns import qn

from oc_strategy.exporters.forms.filling import Brought
from oc_strategy.exporters.forms.prose.fitting import fit_texts
from oc_strategy.exporters.forms.prose.properties import settle
from oc_strategy.exporters.forms.prose.slides import copied, go_on
from oc_strategy.exporters.forms.repeating import (
    Dialect,
    clear,
    fill,
    group_of,
    is_marked,
    paragraphs,
    picture_in,
    said_in,
    tokens_of,
    unguard,
)
from oc_strategy.exporters.zipping import unzipped, zipped
from oc_strategy.forms import Placed
from oc_strategy.lang import text
from oc_strategy.model.text import Text

_EMU: Final = 12_700


def _broken(paragraph: _Element) -> None:
    """Line breaks as PowerPoint writes them: between runs."""
    for run in list(paragraph.iter(qn("a:r"))):
        node = run.find(qn("a:t"))
        if node is None or "\n" not in (node.text or ""):
            continue
        first, *rest = (node.text or "").split("\n")
        node.text = first
        for line in reversed(rest):
            after = deepcopy(run)
            after.find(qn("a:t")).text = line  # type: ignore[union-attr]
            run.addnext(after)
            run.addnext(after.makeelement(qn("a:br")))


def _joined(row: _Element) -> None:
    """The first cell over all others, which stay below it, empty."""
    first, *others = row.findall(qn("a:tc"))
    first.set("gridSpan", str(1 + len(others)))
    for cell in others:
        cell.set("hMerge", "1")
        for paragraph in paragraphs(cell, SLIDE):
            for node in paragraph.iter(qn("a:t")):
                node.text = ""


SLIDE: Final = Dialect(qn("a:p"), qn("a:t"), qn("a:tr"), _broken, _joined)


def texts_of(data: bytes) -> list[Placed]:
    """Every paragraph of every slide and of its notes; a slide that repeats opens a list for all that is on it."""
    found: list[Placed] = []
    for number, slide in enumerate(Presentation(BytesIO(data)).slides, 1):
        marks = _slide_lists(slide)
        opened = [Placed(text("forms.places.notes", slide=number), f"{{{{#{name}}}}}") for name in marks]
        closed = [Placed(text("forms.places.notes", slide=number), f"{{{{/{name}}}}}") for name in marks]
        found += opened
        for shape in _shapes(slide.shapes):
            for paragraph in paragraphs(shape._element, SLIDE):
                if is_marked(words := said_in(paragraph, SLIDE)):
                    found.append(
                        Placed(_place(number, shape, paragraph), words, f"{number}{group_of(paragraph, SLIDE)}")
                    )
        for paragraph in paragraphs(slide.notes_slide._element, SLIDE) if slide.has_notes_slide else ():
            place, group = text("forms.places.notes", slide=number), f"{number} notes {group_of(paragraph, SLIDE)}"
            found.append(Placed(place, said_in(paragraph, SLIDE), group))
        found += closed
    return found


def filled(data: bytes, brought: Brought) -> bytes:
    """The deck filled."""
    deck = Presentation(BytesIO(data))
    for slide in list(deck.slides):
        _fill_slide(deck, slide, brought)
    for slide in list(deck.slides):
        for shape in list(_shapes(slide.shapes)):
            _draw(slide, shape, brought)
        for root in _roots(slide):
            unguard(root, SLIDE)
        fit_texts(slide)
        go_on(deck, slide)
    settle(deck.core_properties, brought)
    made = BytesIO()
    deck.save(made)
    return zipped(unzipped(made.getvalue()))


def _fill_slide(deck: Any, slide: Any, brought: Brought) -> None:
    """Fill a slide, or a copy of it for each row of the list that it repeats for."""
    content, marks = brought.content, _slide_lists(slide)
    readers = content.rows(marks[0]) if marks else ()
    copies = [copied(deck, slide) for _ in readers[1:]]
    for one, reader in zip((slide, *reversed(copies)), readers or (None,), strict=True):
        row = (marks[0], reader) if reader else None
        for root in _roots(one):
            fill(root, SLIDE, content, row)


def _roots(slide: Any) -> list[_Element]:
    """The slide and its notes."""
    return [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]


def _slide_lists(slide: Any) -> list[str]:
    """The list for whose rows a slide repeats, from a mark on it or in its notes."""
    tokens = (t for root in _roots(slide) for p in paragraphs(root, SLIDE) for t in tokens_of(p, SLIDE))
    return list(dict.fromkeys(token.of for token in tokens if token.kind == "slide"))[:1]


def _shapes(shapes: Any) -> list[Any]:
    """Every shape, those in groups included."""
    found = []
    for shape in shapes:
        found += _shapes(shape.shapes) if hasattr(shape, "shapes") else [shape]
    return found


def _draw(slide: Any, shape: Any, brought: Brought) -> None:
    """Put a picture where the shape stands that asks for it."""
    asking = next((p for p in paragraphs(shape._element, SLIDE) if picture_in(p, SLIDE)), None)
    name = picture_in(asking, SLIDE) if asking is not None else None
    if asking is None or name is None:
        return
    image = brought.pictures[name]
    clear(asking, SLIDE, "" if image.png else image.words)
    if image.png:
        width, height = (round(n * _EMU) for n in image.fitted(shape.width / _EMU, shape.height / _EMU))
        left, top = shape.left + (shape.width - width) // 2, shape.top + (shape.height - height) // 2
        picture = slide.shapes.add_picture(BytesIO(image.png), left, top, width, height)
        picture._element.nvPicPr.cNvPr.set("descr", image.words)
        shape._element.addprevious(picture._element)
        shape._element.getparent().remove(shape._element)


def _place(number: int, shape: Any, paragraph: _Element) -> Text:
    row = next(paragraph.iterancestors(qn("a:tr")), None)
    if row is None:
        return text("forms.places.slide", slide=number, shape=shape.name)
    table, cell = row.getparent(), next(paragraph.iterancestors(qn("a:tc")))
    assert table is not None
    at = {"row": table.findall(qn("a:tr")).index(row) + 1, "column": row.findall(qn("a:tc")).index(cell) + 1}
    return text("forms.places.slide-table", slide=number, shape=shape.name, **at)
