"""When something looked at asks to be looked at again, when it does not, and who is asked."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.deciding import meaning_of
from oc_strategy.portfolio import project_of_text

CASE = """
id: demo
outputs:
  coder: {{title: {title}, position: {position}}}
patents:
  family: {{covers: coder{stamp}}}
licenses:
  deal: {{grants: family{further}}}
"""


def _digest(node: str) -> str:
    plain = CASE.format(title="Coder", position="core", stamp="", further="")
    graph = project_of_text(plain).graph
    return meaning_of(graph, graph.nodes[node])


def _stamp(node: str, of: str | None = None) -> str:
    return f", acknowledged: {{{node}: {{of: '{of or _digest(node)}', by: Sato, on: 2026-02-10}}}}"


def told(**texts: str) -> list[tuple[str, str]]:
    values = {"title": "Coder", "position": "core", "stamp": _stamp("coder"), "further": ""}
    return [(d.severity, d.subjects[0].node) for d in ask("review-suspect", CASE.format(**{**values, **texts}))]


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        ({}, []),
        ({"title": "The coder"}, []),
        ({"position": "boundary"}, [("warning", "family")]),
        ({"position": "boundary", "stamp": ""}, []),
        ({"position": "boundary", "further": _stamp("family")}, [("warning", "deal"), ("warning", "family")]),
        ({"position": "boundary", "stamp": "", "further": _stamp("family")}, []),
        ({"stamp": _stamp("family", "0" * 16)}, [("warning", "family")]),
    ],
)
def test_meaning_asks_words_do_not_and_only_records_are_asked(texts: dict[str, str], answer: list[object]) -> None:
    assert sorted(told(**texts)) == answer


def test_the_chain_leads_from_the_node_to_what_was_changed() -> None:
    text = CASE.format(title="Coder", position="boundary", stamp=_stamp("coder"), further=_stamp("family"))
    found = next(d for d in ask("review-suspect", text) if d.subjects[0].node == "deal")
    assert [evidence.node for evidence in found.chain] == ["deal", "family", "family", "coder"]
    assert "2026-02-10" in found.message.of("en")
