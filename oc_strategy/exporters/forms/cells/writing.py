"""One cell filled: words as words, numbers and days as such, never a formula."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import SPACE, tag
from oc_strategy.exporters.forms.cells.styling import Styles
from oc_strategy.exporters.forms.cells.texts import nodes_of
from oc_strategy.exporters.forms.repeating import Reading, answer
from oc_strategy.exporters.forms.runs import put_into, words_in
from oc_strategy.exporters.xlsx.cells import DAY_ZERO, FIRST_SOUND_DAY, RISKY
from oc_strategy.exporters.xlsx.cleaning import CELL_LIMIT, cut
from oc_strategy.forms import PLACEHOLDER, Content, Said, names
from oc_strategy.forms.placeholders import token_of


def write(cell: _Element, string: _Element, content: Content, row: Reading | None, styles: Styles) -> str:
    """Fill a cell from the text that the template has there; returns what it shows."""
    words = words_in(nodes_of(string))
    alone = _alone(words.strip(), content, row)
    style = int(cell.get("s", "0"))
    if alone and alone.raw is not None and _put_number(cell, alone.raw, styles.is_date(style)):
        return alone.words
    copy = deepcopy(string)
    copy.tag = tag("is")
    nodes = nodes_of(copy)
    put_into(nodes, lambda match: answer(match, content, row))
    return put_words(cell, copy, styles)


def put_words(cell: _Element, string: _Element, styles: Styles) -> str:
    """Put a text with its runs into a cell, quoted where a program might take it for a formula."""
    nodes = nodes_of(string)
    room = CELL_LIMIT
    for node in nodes:
        node.text = cut(node.text or "", max(room, 1), "…") if room > 0 else ""
        node.set(SPACE, "preserve")
        room -= len(node.text.encode("utf-16-le")) // 2
    words = words_in(nodes)
    _empty(cell)
    if words:
        cell.set("t", "inlineStr")
        cell.append(string)
        if words[0] in RISKY:
            cell.set("s", str(styles.quoted(int(cell.get("s", "0")))))
    return words


def _alone(words: str, content: Content, row: Reading | None) -> Said | None:
    """The value where a cell holds one placeholder and nothing else."""
    match = PLACEHOLDER.fullmatch(words)
    token = token_of(match, names().lists) if match else None
    if token and token.kind == "value":
        return content.value(token.name)
    return row[1](token.name) if token and token.kind == "row" and row and row[0] == token.of else None


def _put_number(cell: _Element, raw: float | date, is_date: bool) -> bool:
    if isinstance(raw, date):
        if not is_date or raw < FIRST_SOUND_DAY:
            return False
        raw = raw.toordinal() - DAY_ZERO
    _empty(cell)
    value = cell.makeelement(tag("v"))
    value.text = repr(raw)
    cell.append(value)
    return True


def _empty(cell: _Element) -> None:
    cell.attrib.pop("t", "")
    for child in list(cell):
        cell.remove(child)
