"""The model for an audience: no node, text or link above its class; an unknown class counts as the highest."""

from __future__ import annotations

import pytest

from oc_strategy.model.audience import rank, reduced
from oc_strategy.model.edges import EDGES_FROM
from oc_strategy.model.graph import Graph
from oc_strategy.model.text import CLASSES, Confidentiality
from oc_strategy.portfolio import project_of_text

TEXT = """
id: demo
confidentiality: public
outputs:
  symbol: {title: Symbol, note: {en: inner, confidentiality: internal}}
  decoder: {title: Decoder, confidentiality: partner}
secrets:
  decoding: {title: Decoding, protects: decoder}
standards:
  iso: {clauses: [{id: c1, reveals: [symbol, decoder]}]}
options:
  open: {treatments: {symbol: publish, decoder: {mode: keep-secret, via: [decoding]}}}
"""


@pytest.mark.parametrize("audience", CLASSES)
def test_nothing_above_the_class_is_left(audience: Confidentiality) -> None:
    nodes = reduced(project_of_text(TEXT).graph.nodes.values(), audience).nodes
    assert all(rank(node.confidentiality) <= rank(audience) for node in nodes)
    known = {node.id for node in nodes}
    named = {target for n in nodes for edge in EDGES_FROM[type(n)] for _, target in edge.references(n)}
    assert named <= known


def test_links_treatments_and_texts_go_with_what_they_name() -> None:
    graph = Graph(reduced(project_of_text(TEXT).graph.nodes.values(), "public").nodes)
    assert set(graph.nodes) == {"demo", "symbol", "iso", "open"}
    assert graph.nodes["symbol"].note is None
    assert list(graph.nodes["open"].treatments) == ["symbol"]  # type: ignore[attr-defined]
    assert graph.nodes["iso"].clauses[0].reveals == ("symbol",)  # type: ignore[attr-defined]


def test_the_highest_audience_sees_the_very_same_nodes() -> None:
    nodes = tuple(project_of_text(TEXT).graph.nodes.values())
    seen = reduced(nodes, "restricted")
    assert all(one is other for one, other in zip(nodes, seen.nodes, strict=True))
    assert not seen.silent


def test_a_node_without_a_class_counts_as_the_highest() -> None:
    node = project_of_text(TEXT).graph.nodes["symbol"].model_copy(update={"confidentiality": None})
    assert reduced([node], "internal").nodes == ()


def test_a_treatment_stays_without_the_person_who_may_not_be_named() -> None:
    text = (
        "id: demo\nconfidentiality: public\noutputs: {o: {}}\npeople: {boss: {confidentiality: restricted}}\n"
        "options: {open: {treatments: {o: {mode: publish, decided_by: boss}}}}\n"
    )
    graph = Graph(reduced(project_of_text(text).graph.nodes.values(), "public").nodes)
    treatment = graph.nodes["open"].treatments["o"]  # type: ignore[attr-defined]
    assert (treatment.mode, treatment.decided_by) == ("publish", None)
