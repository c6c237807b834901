"""Paragraphs and rows that repeat, in the XML of Word and of PowerPoint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from oc_strategy.exporters.forms.runs import put_into, words_in
from oc_strategy.forms import Content, Token, names, tokens_in
from oc_strategy.forms.content import DASH, Reader
from oc_strategy.forms.placeholders import token_of

Reading = tuple[str, Reader]
"""A list and the row of it that is written now."""
_GUARD: Final = "\uf8f0\uf8f1"
"""Stands for two braces in a value while a part is filled."""
_MARKS: Final = frozenset({"open", "close", "slide"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """The tags of a program, and how it breaks lines inside a paragraph."""

    paragraph: str
    words: str
    row: str
    broken: Callable[[_Element], None]
    joined: Callable[[_Element], None] = lambda _: None
    """Makes one cell of a row's cells, of which only the first says anything."""


def paragraphs(root: _Element, dialect: Dialect) -> Iterator[_Element]:
    """Every paragraph below, in order."""
    yield from root.iter(dialect.paragraph)


def nodes_of(paragraph: _Element, dialect: Dialect) -> list[_Element]:
    """The nodes that hold its letters, without those of text boxes inside it."""
    every = paragraph.iter(dialect.words)
    return [node for node in every if next(node.iterancestors(dialect.paragraph)) is paragraph]


def said_in(paragraph: _Element, dialect: Dialect) -> str:
    """What a paragraph says."""
    return words_in(nodes_of(paragraph, dialect))


def is_marked(words: str) -> bool:
    """Whether a text has braces that may be a placeholder's."""
    return "{{" in words or "}}" in words


def tokens_of(paragraph: _Element, dialect: Dialect) -> list[Token]:
    """Its placeholders."""
    return list(tokens_in(said_in(paragraph, dialect), names().lists))


def group_of(paragraph: _Element, dialect: Dialect) -> str:
    """One word for all that repeats as one: the row of a table, else the paragraph."""
    unit = next(paragraph.iterancestors(dialect.row), paragraph)
    return unit.getroottree().getpath(unit)


def fill(root: _Element, dialect: Dialect, content: Content, row: Reading | None = None) -> None:
    """Repeat what repeats, then put in every value; pictures keep their placeholders. `row` holds for all of it."""
    for name, first, last in _blocks(root, dialect):
        _repeat(_between(first, last, dialect), dialect, content, name)
    for name, unit in _rows(root, dialect, row):
        _repeat([unit], dialect, content, name)
    _put(root, dialect, content, row)


def _blocks(root: _Element, dialect: Dialect) -> list[tuple[str, _Element, _Element]]:
    """Each marked part: its list, the paragraph that opens it, and the one that closes it."""
    found: list[tuple[str, _Element, _Element]] = []
    start: tuple[str, _Element] | None = None
    for paragraph in paragraphs(root, dialect):
        for token in tokens_of(paragraph, dialect):
            if token.kind == "open":
                start = token.of, paragraph
            elif token.kind == "close" and start and start[0] == token.of:
                found.append((*start, paragraph))
                start = None
    return found


def _between(first: _Element, last: _Element, dialect: Dialect) -> list[_Element]:
    """The siblings that hold both ends; a row as a whole where both stand in one."""
    below = [last, *last.iterancestors()]
    shared = next(e for e in (first, *first.iterancestors()) if e in below)
    if shared is first or shared.tag == dialect.row:
        return [shared]
    start, end = (next(e for e in (p, *p.iterancestors()) if e.getparent() is shared) for p in (first, last))
    siblings = list(shared)
    return siblings[siblings.index(start) : siblings.index(end) + 1]


def _rows(root: _Element, dialect: Dialect, row: Reading | None) -> list[tuple[str, _Element]]:
    """The rows of tables, and paragraphs outside one, that name columns of a list other than the one written."""
    found: list[tuple[str, _Element]] = []
    for paragraph in paragraphs(root, dialect):
        for token in tokens_of(paragraph, dialect):
            unit = next(paragraph.iterancestors(dialect.row), paragraph)
            is_new = not found or found[-1][1] is not unit
            if is_new and token.kind == "row" and (row is None or token.of != row[0]):
                found.append((token.of, unit))
    return found


def _repeat(units: list[_Element], dialect: Dialect, content: Content, name: str) -> None:
    parent = units[0].getparent()
    assert parent is not None
    at = parent.index(units[0])
    copies = [([deepcopy(unit) for unit in units], reader) for reader in content.rows(name)]
    for unit in units:
        parent.remove(unit)
    for number, element in enumerate(element for copy, _ in copies for element in copy):
        parent.insert(at + number, element)
    for copy, reader in copies:
        for element in copy:
            _put(element, dialect, content, (name, reader))
            if element.tag == dialect.row and content.is_empty(name):
                _join(element, dialect)


def _join(row: _Element, dialect: Dialect) -> None:
    """Give the reason why a list is empty the whole row, where the row has nothing else to say."""
    first, *others = [said_in(paragraph, dialect) for paragraph in paragraphs(row, dialect)]
    if others and first != DASH and all(words == DASH for words in others):
        dialect.joined(row)


def _put(root: _Element, dialect: Dialect, content: Content, row: Reading | None) -> None:
    for paragraph in list(paragraphs(root, dialect)):
        tokens = tokens_of(paragraph, dialect)
        if not tokens:
            continue
        put_into(nodes_of(paragraph, dialect), lambda match: _guarded(match, content, row))
        dialect.broken(paragraph)
        if all(token.kind in _MARKS for token in tokens) and not said_in(paragraph, dialect).strip():
            _drop(paragraph, dialect)


def _guarded(match: re.Match[str], content: Content, row: Reading | None) -> str:
    """Words in which nothing is taken for a placeholder when the part is looked at again; one that is kept stays."""
    words = _answered(match, content, row)
    return match[0] if words is None else words.replace("{{", _GUARD)


def unguard(root: _Element, dialect: Dialect) -> None:
    """Give braces in what was put in their own look, once nothing is looked for any more."""
    for node in root.iter(dialect.words):
        if node.text and _GUARD in node.text:
            node.text = node.text.replace(_GUARD, "{{")


def answer(match: re.Match[str], content: Content, row: Reading | None) -> str:
    """What is written for one placeholder; it stays where it is not for now."""
    words = _answered(match, content, row)
    return match[0] if words is None else words


def _answered(match: re.Match[str], content: Content, row: Reading | None) -> str | None:
    """The words for a placeholder; None for a picture's, and for columns of another list."""
    token = token_of(match, names().lists)
    if token.kind in _MARKS:
        return ""
    if token.kind == "row" and row and row[0] == token.of:
        return row[1](token.name).words
    return content.value(token.name).words if token.kind == "value" else None


def _drop(paragraph: _Element, dialect: Dialect) -> None:
    """Take a paragraph away that held nothing but marks, unless its cell or box would be left without any."""
    parent = paragraph.getparent()
    if parent is not None and len(parent.findall(dialect.paragraph)) > 1:
        parent.remove(paragraph)


def picture_in(paragraph: _Element, dialect: Dialect) -> str | None:
    """The picture that a paragraph asks for."""
    return next((token.name for token in tokens_of(paragraph, dialect) if token.kind == "picture"), None)


def clear(paragraph: _Element, dialect: Dialect, words: str = "") -> None:
    """Put words in the place of a picture's placeholder."""
    put_into(nodes_of(paragraph, dialect), lambda _: words)
