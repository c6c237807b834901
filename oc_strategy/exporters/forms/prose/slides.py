"""Slides copied, and tables that outgrow a slide continued on further ones."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from pptx.oxml.ns import qn

from oc_strategy.exporters.forms.prose.fitting import fit_rows

_OWN: Final = ("/slideLayout", "/notesSlide")
_MARGIN: Final = 0.045
"""Of the slide's height, left free at its foot."""


def copied(deck: Any, slide: Any) -> Any:
    """A copy of a slide, right behind it."""
    new = deck.slides.add_slide(slide.slide_layout)
    tree = new.shapes._spTree
    for element in list(tree)[2:]:
        tree.remove(element)
    for element in list(slide.shapes._spTree)[2:]:
        tree.append(deepcopy(element))
    _copy_background(slide, new)
    _copy_links(slide, new)
    order = deck.slides._sldIdLst
    ids = list(order)
    order.insert(deck.slides.index(slide) + 1, ids[-1])
    return new


def _copy_background(slide: Any, new: Any) -> None:
    background = slide._element.cSld.find(qn("p:bg"))
    if background is not None:
        new._element.cSld.insert(0, deepcopy(background))


def _copy_links(slide: Any, new: Any) -> None:
    """The relations of the slide for its copy, with their new ids written into it."""
    known: dict[str, str] = {}
    for rid, relation in slide.part.rels.items():
        if relation.reltype.endswith(_OWN):
            continue
        target = relation.target_ref if relation.is_external else relation.target_part
        known[rid] = new.part.relate_to(target, relation.reltype, relation.is_external)
    for element in new._element.iter():
        for name, value in element.attrib.items():
            if name.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"):
                element.set(name, known.get(value, value))


def go_on(deck: Any, slide: Any) -> None:
    """Where a table is too tall for its slide, let its rows go on on copies, each with the heading row."""
    tables = {at: shape for at, shape in enumerate(slide.shapes) if shape.has_table}
    parts = {at: _parts(shape.table, _room(deck, slide, shape)) for at, shape in tables.items()}
    count = max(map(len, parts.values()), default=1)
    slides = [slide, *reversed([copied(deck, slide) for _ in range(1, count)])]
    for number, one in enumerate(slides) if count > 1 else ():
        for at, rows in sorted(parts.items(), reverse=True):
            _keep(list(one.shapes)[at], rows[number] if number < len(rows) else [])
        _number(one, f" ({number + 1}/{count})")


def _keep(shape: Any, kept: list[int]) -> None:
    """Leave only some rows of a table; without any the table goes."""
    table = shape.table._tbl
    for index, row in enumerate(table.findall(qn("a:tr"))):
        if index not in kept:
            table.remove(row)
    if not kept:
        shape._element.getparent().remove(shape._element)


def _room(deck: Any, slide: Any, table: Any) -> int:
    """From the top of a table down to what stands below it, or to the foot of the slide."""
    below = [s.top for s in slide.shapes if s.top is not None and s is not table and s.top > table.top + 1]
    beside = [top for top in below if top >= table.top + table.height * 0.5]
    foot = int(deck.slide_height * (1 - _MARGIN))
    return int(min([foot, *beside]) - table.top)


def _parts(table: Any, room: int) -> list[list[int]]:
    """The numbers of the rows on each slide; the heading stands on all, and each has at least one more row."""
    heights = fit_rows(table, room)
    head = [0] if table.first_row else []
    parts, used = [list(head)], sum(heights[n] for n in head)
    for number in range(len(head), len(heights)):
        if used + heights[number] > room and len(parts[-1]) > len(head):
            parts.append(list(head))
            used = sum(heights[n] for n in head)
        parts[-1].append(number)
        used += heights[number]
    return parts


def _number(slide: Any, words: str) -> None:
    """Say in the title which part it is."""
    title = slide.shapes.title
    runs = [run for paragraph in title.text_frame.paragraphs for run in paragraph.runs] if title is not None else []
    if runs:
        runs[-1].text += words
