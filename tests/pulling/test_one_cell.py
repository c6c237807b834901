"""One cell is edited: exactly that value changes, and nothing else of any file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy import lang, yamlsource
from oc_strategy.importers.xlsx import Content
from oc_strategy.loading.files import Source
from oc_strategy.loading.reading import contents_of
from oc_strategy.model import node as node_module
from oc_strategy.model import text as text_module
from oc_strategy.model import vocabulary
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Node, Record
from oc_strategy.model.text import Language, Text
from oc_strategy.pulling import files_after
from oc_strategy.pulling.grid import grid_of
from oc_strategy.pulling.ours import dotted, steps_of, value_at
from oc_strategy.pulling.setting import setting
from oc_strategy.pulling.texts import _JAPANESE as JAPANESE
from oc_strategy.tables.returning import written as cells_written
from oc_strategy.tables.shapes import Shape, record_in, shape_of
from tests.pulling.books import EXAMPLES, plan_of, project_at, read, with_cells, written
from tests.pulling.books import record_in as record_of_book

PROJECT = "agv"
PLAIN = st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Cn", "Cf"))
WORDS = st.text(PLAIN | st.sampled_from(" :#'\"-{}[],&*=@語"), min_size=1, max_size=40)
ANSWERS = ("not app", "該当")
SENTENCES = WORDS.map(lambda w: " ".join(w.split())).filter(lambda w: w != "" and not w.lower().startswith(ANSWERS))
Edit = st.SearchStrategy[tuple[Content, Any]]


@dataclass(frozen=True)
class Editable:
    """A cell that comes back: where it stands, and what it stands for."""

    sheet: str
    row: int
    column: int
    node: str
    path: tuple[str | int, ...]
    shape: Shape


@cache
def editable(languages: tuple[Language, ...]) -> tuple[Any, tuple[Editable, ...]]:
    portfolio, loaded = project_at(EXAMPLES / PROJECT)
    book = read(written(loaded, languages))
    at = setting(portfolio, loaded, record_of_book(book))
    return book, tuple(cell for cell in _cells(at, book) if is_tried(cell))


def _cells(at: Any, book: Any) -> Iterator[Editable]:
    known = {(row, field) for row, field, _ in cells_written(at.ours.book)}
    for table in grid_of(book).tables:
        ours = at.ours.tables.get(table.key)
        for column in ours.columns if ours else ():
            place = next((p for p, words in table.headings.items() if words == at.say(column.title)), None)
            for row in table.rows:
                if place is not None and column.field and (row.id, column.field) in known:
                    node_id, path = steps_of(row.id or "")
                    node = at.loaded.graph.nodes[node_id]
                    whole = (*path, *column.field.split("."))
                    if str(whole[0]) not in node.not_applicable:
                        yield Editable(table.sheet, row.row, place, node_id, whole, shape_of(type(node), dotted(whole)))


def annotation_of(kind: type[Node], path: tuple[str | int, ...]) -> str:
    owner: type[Record] = kind
    names = dotted(path).split(".")
    for name in names[:-1]:
        owner = record_in(owner.model_fields[name].annotation)
    field = owner.model_fields[names[-1]]
    return f"{field.annotation} {field.metadata}"


def is_tried(cell: Editable) -> bool:
    """Whether a value for the cell can be made up without knowing its field."""
    shape, loaded = cell.shape, project_at(EXAMPLES / PROJECT)[1]
    annotation = annotation_of(type(loaded.graph.nodes[cell.node]), cell.path)
    if shape.vocabulary or "[A-Z]" in annotation:
        return True
    if shape.sections:
        return not shape.is_mapping and bool(targets(cell))
    return not (shape.is_many or shape.is_mapping or "pattern=" in annotation)


def targets(cell: Editable) -> list[str]:
    nodes = project_at(EXAMPLES / PROJECT)[1].graph.nodes.values()
    return sorted(n.id for n in nodes if n.section in cell.shape.sections and n.id != cell.node)


def edits(cell: Editable, languages: tuple[Language, ...]) -> Edit:
    """What somebody writes into a cell, and the value that it means."""
    shape = cell.shape
    loaded = project_at(EXAMPLES / PROJECT)[1]
    annotation = annotation_of(type(loaded.graph.nodes[cell.node]), cell.path)
    if shape.sections and not shape.is_mapping:
        return links(cell, languages)
    if shape.vocabulary:
        return words_of(shape, languages)
    if "[A-Z]" in annotation:
        return st.just(("BR", ("BR",) if shape.is_many else "BR"))
    return scalars(shape, languages)


def scalars(shape: Shape, languages: tuple[Language, ...]) -> Edit:
    days = st.dates(date(1950, 1, 1), date(2090, 1, 1))
    if shape.kind == "date":
        months = days.map(lambda day: (f"{day:%Y/%m}", Date.parse(f"{day:%Y-%m}")))
        return days.map(lambda day: (day, Date.day(day))) | months
    if shape.kind == "number":
        return st.integers(1, 9).map(lambda number: (number, number))
    if shape.is_flag:
        return st.booleans().map(lambda f: (lang.text("states.yes" if f else "states.no").of(languages[-1]), f))
    if not shape.is_words:
        return SENTENCES.map(lambda words: (words, words))
    if len(languages) == 1:
        return SENTENCES.map(lambda words: (words, Text.plain(words)))
    latin = SENTENCES.filter(lambda words: not JAPANESE.search(words))
    return latin.map(lambda words: (f"新しい文\n{words}", Text(ja="新しい文", en=words)))


def words_of(shape: Shape, languages: tuple[Language, ...]) -> Edit:
    name = shape.vocabulary or ""
    home = next(m for m in (vocabulary, text_module, node_module) if hasattr(m, name))
    words = st.sampled_from(get_args(getattr(home, name)))

    def label(word: str) -> str:
        return " / ".join(dict.fromkeys(lang.word(name, word).of(language) for language in languages))

    if not shape.is_many:
        return words.map(lambda word: (label(word), word))
    some = st.lists(words, min_size=1, max_size=3, unique=True)
    return some.map(lambda several: ("\n".join(label(word) for word in several), tuple(several)))


def links(cell: Editable, languages: tuple[Language, ...]) -> Edit:
    nodes = project_at(EXAMPLES / PROJECT)[1].graph.nodes.values()
    fit = targets(cell)
    named = {n.id: f"{n.name().of(languages[0])} [{n.id}]" for n in nodes}
    if not cell.shape.is_many:
        return st.sampled_from(fit).map(lambda one: (named[one], one))
    some = st.lists(st.sampled_from(fit), min_size=1, max_size=3, unique=True)
    return some.map(lambda several: ("\n".join(named[one] for one in several), tuple(several)))


@settings(max_examples=40, deadline=None)
@given(data=st.data(), languages=st.sampled_from([("ja",), ("en",), ("ja", "en")]))
def test_exactly_that_value_changes(data: st.DataObject, languages: tuple[Language, ...]) -> None:
    portfolio, loaded = project_at(EXAMPLES / PROJECT)
    book, cells = editable(languages)
    cell = data.draw(st.sampled_from(cells))
    content, meant = data.draw(edits(cell, languages))
    plan = plan_of(portfolio, loaded, with_cells(book, cell.sheet, {(cell.row, cell.column): content}))
    assert [problem.said.en for problem in plan.bad] == []
    before = value_at(loaded.graph.nodes[cell.node], cell.path)
    files = files_after(plan.steps)
    assert isinstance(files, dict)
    assert len(plan.steps) <= 1
    if not plan.steps:
        assert said(before, languages) == said(meant, languages)
        return
    (file,) = files
    after = node_in(files[file], file, cell.node)
    assert said(value_at(after, cell.path), languages) == said(meant, languages)
    assert others(after, cell) == others(loaded.graph.nodes[cell.node], cell)
    assert untouched(file.read_bytes(), files[file])


def said(value: Any, languages: tuple[Language, ...]) -> Any:
    """A value as far as a workbook of these languages tells it."""
    if isinstance(value, Text):
        return tuple(" ".join(value.of(language).split()) for language in languages)
    return value


def node_in(data: bytes, file: Path, node_id: str) -> Node:
    tree, wrong = yamlsource.read(data)
    assert not wrong
    default = project_at(EXAMPLES / PROJECT)[1].project.confidentiality or "internal"
    contents = contents_of([Source(file.as_posix(), tree)], [], default)
    assert not [m for m in contents.mistakes if m.code not in {"unknown-reference"}], contents.mistakes[:1]
    return contents.nodes[node_id]


def others(node: Node, cell: Editable) -> dict[str, Any]:
    """All the fields of a node but the one that the cell is in."""
    return {name: value for name, value in node.__dict__.items() if name not in {cell.path[0], "confidentiality"}}


def untouched(before: bytes, after: bytes) -> bool:
    """Whether what was changed is one piece: all comments are there, in their order, and all keys but one entry's."""
    comments = [line for line in before.splitlines() if line.lstrip().startswith(b"#")]
    return comments == [line for line in after.splitlines() if line.lstrip().startswith(b"#")]


@pytest.mark.parametrize("languages", [("ja",), ("en",), ("ja", "en")], ids="+".join)
def test_there_are_cells_of_every_kind(languages: tuple[Language, ...]) -> None:
    _, cells = editable(languages)
    kinds = {(c.shape.kind, bool(c.shape.vocabulary), bool(c.shape.sections), c.shape.is_many) for c in cells}
    assert len(cells) > 1_000
    assert len(kinds) >= 7
