"""Every field of the model stands on a sheet, where it can be written back, once."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args, get_origin

import pytest
from books import TODAY, cells_of

from oc_strategy.model.dates import Date
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node, NotApplicable, Record
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.book import workbook

UNSHOWN = {
    ("not_applicable", "shown in the cell of the field that does not apply"),
    ("id", "the id of the row, in its first cell"),
    ("acknowledged", "what `ack` writes: a record of who looked, not an answer"),
    ("moved_from", "former ids, for the comparison of two states"),
    ("secrets.summary", "a worksheet shows the care of a secret, never what it is"),
    ("secrets.note", "a worksheet shows the care of a secret, never what it is"),
}
"""Fields without a cell of their own, and why."""
_EXPLAINED = {field for field, _ in UNSHOWN}


def made(kind: type[Record], node_id: str = "") -> Any:
    """A value of a kind of record with something in each field."""
    values = {name: value_for(info.annotation) for name, info in kind.model_fields.items()}
    if issubclass(kind, Node):
        values |= {"id": node_id, "not_applicable": {}}
    return kind.model_construct(**values)


def value_for(annotation: Any) -> Any:
    origin, args = get_origin(annotation), get_args(annotation)
    if str(origin) == "typing.Literal":
        return args[0]
    if origin is tuple:
        return (value_for(args[0]),) if Ellipsis in args else (2.0, 4.0)
    if origin is not None and origin.__name__ == "Mapping":
        return {"somewhere": value_for(args[1])}
    if args:
        return value_for(args[0])
    return plain_for(annotation)


def plain_for(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Record):
        return made(kind)
    plain = {str: "somewhere", Text: Text.plain("words"), Date: Date.parse("2026-04"), bool: True, int: 3, float: 3.5}
    return plain[kind]


def leaves(kind: type[Record], above: str = "") -> list[str]:
    """Every field that holds a plain value, and those of the records in it."""
    found: list[str] = []
    for name, info in kind.model_fields.items():
        inner = records_in(info.annotation)
        found += [f"{above}{name}"] if inner in (None, NotApplicable) else leaves(inner, f"{above}{name}.")
    return found


def records_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for arg in get_args(annotation) if (found := records_in(arg))), None)


def full_report() -> Report:
    """A report on one node of every kind, each with all its fields."""
    nodes = [made(kind, f"the-{kind.section}") for kind in NODE_CLASSES]
    graph = Graph(nodes)
    project, option = graph.get("the-project"), graph.get("the-options")
    assert isinstance(project, Project)
    assert isinstance(option, Option)
    return Report(project, graph, frozenset(graph.nodes), option, (), {}, (), "restricted", TODAY)


@pytest.fixture(scope="module")
def shown() -> Counter[tuple[str, str]]:
    """How often each field stands in a filled cell that can be written back: (row id, path)."""
    cells = cells_of(workbook(full_report()))
    return Counter((row or "", cell.field) for row, cell in cells if cell.field and cell.value is not None)


@pytest.mark.parametrize("kind", NODE_CLASSES, ids=lambda kind: kind.section)
def test_every_field_of_a_node_is_shown(kind: type[Node], shown: Counter[tuple[str, str]]) -> None:
    node_id = "the-project" if kind is Project else f"the-{kind.section}"
    rows = {f"{row}/{field}" for row, field in shown if row == node_id or row.startswith(f"{node_id}/")}
    written = {row.removeprefix(f"{node_id}/").replace("/0", "").replace("/somewhere", "") for row in rows}
    written = {path.replace("/", ".") for path in written}
    wanted = {p for p in leaves(kind) if not {p, p.split(".")[0], f"{kind.section}.{p}"} & _EXPLAINED}
    assert wanted - written == set()


def test_no_field_can_be_written_in_two_places(shown: Counter[tuple[str, str]]) -> None:
    assert [place for place, times in shown.items() if times > 1] == []


def test_every_explanation_excuses_something(shown: Counter[tuple[str, str]]) -> None:
    paths = {f"{kind.section}.{field}" for kind in NODE_CLASSES for field in kind.model_fields}
    assert {f for f in _EXPLAINED if f not in paths and f not in Node.model_fields} == set()
    sections = {row.removeprefix("the-").split("/")[0] for row, _ in shown}
    assert {f"{s}.{field}" for s in sections for (row, field) in shown if row == f"the-{s}"} & _EXPLAINED == set()
