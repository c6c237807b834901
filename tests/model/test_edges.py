"""The table of edges and the fields of the nodes say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from oc_strategy.model.edges import EDGES, EDGES_FROM, KEYS, VALUES
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.sections import NODE_CLASSES, SECTIONS
from oc_strategy.portfolio import project_of_text

_REFERENCE = "/[a-z0-9-]+"


def _link_fields(node_class: type[BaseModel], prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, info in node_class.model_fields.items():
        if name == "not_applicable":
            continue
        if _REFERENCE in f"{info.annotation}{info.metadata}" and not list(_records(info.annotation)):
            yield (*prefix, name)
        for record in _records(info.annotation):
            yield from _link_fields(record, (*prefix, name))


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


@pytest.mark.parametrize("node_class", NODE_CLASSES, ids=lambda c: c.__name__)
def test_every_link_field_has_an_edge(node_class: type[Node]) -> None:
    known = {tuple(s for s in edge.steps if s not in {KEYS, VALUES}) for edge in EDGES_FROM[node_class]}
    assert set(_link_fields(node_class)) <= known


@pytest.mark.parametrize("edge", EDGES, ids=lambda e: f"{e.source.__name__}.{e.name}")
def test_every_edge_walks_a_field_that_exists(edge: Any) -> None:
    owner: type[BaseModel] = edge.source
    for step in edge.steps:
        if step in {KEYS, VALUES}:
            continue
        assert step in owner.model_fields
        owner = next(_records(owner.model_fields[step].annotation), owner)


def test_edges_are_told_apart_by_source_and_name() -> None:
    names = [(edge.source, edge.name) for edge in EDGES]
    assert len(names) == len(set(names))


def test_every_section_key_is_its_class_own() -> None:
    assert all(node_class.section == key for key, node_class in SECTIONS.items())


def test_the_graph_and_networkx_tell_the_same_links() -> None:
    loaded = project_of_text(
        "id: demo\noutputs: {a: {}, b: {depends_on: a, complements: a}}\npatents: {p: {covers: [a, b]}}\n"
    )
    graph: Graph = loaded.graph
    own = {(source.id, target.id, edge.name) for source, edge, target in graph.links()}
    assert own == {("b", "a", "depends_on"), ("b", "a", "complements"), ("p", "a", "covers"), ("p", "b", "covers")}
    assert own == set(graph.networkx.edges(keys=True))


LINKED_IN_DEPTH = """
id: demo
outputs: {a: {}, b: {depends_on: a, part_of: a}}
organizations: {maker: {}, user: {}}
people: {lead: {works_for: maker}}
agreements: {joint: {parties: [maker, user]}}
patents:
  p: {owners: {maker: 60, user: 40}, amendments: [{reaches: [a, b]}, {reaches: b}]}
secrets: {s: {shared_with: {user: joint, lead: }}}
standards: {iso: {clauses: [{id: c1, reveals: [a]}, {id: c2}, {id: c3, reveals: [b, s]}]}}
committees: {tc: {seats: [{person: lead, organization: maker}]}}
options: {open: {treatments: {a: publish, b: {mode: keep-secret, via: [s, joint], decided_by: lead}}}}
"""


def test_ids_are_the_same_with_and_without_their_places() -> None:
    loaded = project_of_text(LINKED_IN_DEPTH)
    assert not loaded.mistakes
    nodes = loaded.graph.nodes.values()
    each = {(n.id, edge.name): (n, edge) for n in nodes for edge in EDGES_FROM[type(n)]}
    placed = {key: [target for _, target in edge.references(n)] for key, (n, edge) in each.items()}
    assert {key: list(edge.ids(n)) for key, (n, edge) in each.items()} == placed
    assert placed["iso", "reveals"] == ["a", "b", "s"]
    assert placed["s", "shared_under"] == ["joint"]
