"""What a selector chooses in a project: neighbours, methods, algebra, circles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.model.graph import Graph
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.portfolio import project_of_text
from oc_strategy.selecting import Scope, Selection, Selector, chosen, parsed, unmatched

TEXT = """\
id: demo
option: plan
outputs:
  symbol: {title: Symbol, tags: [visible]}
  decoder: {title: Decoder, tags: core, depends_on: symbol}
  reader: {title: Reader, depends_on: decoder}
patents:
  finder: {title: Finder, covers: symbol, tags: [core]}
secrets:
  decoding: {title: Decoding, protects: decoder}
options:
  plan: {treatments: {symbol: {mode: patent-free, via: finder}}}
  other: {treatments: {decoder: keep-secret}}
"""


def scope(modified: frozenset[str] = frozenset()) -> Scope:
    loaded = project_of_text(TEXT)
    assert not loaded.mistakes
    return Scope("demo", loaded.graph, loaded.own, modified)


def selector(words: str) -> Selector:
    found = parsed(words)
    assert isinstance(found, Selector), found
    return found


SCOPE = scope()


def ids(words: str, where: Scope = SCOPE) -> set[str]:
    return set(chosen(selector(words), where))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("decoder", "decoder"),
        ("+decoder", "decoder symbol"),
        ("1+reader", "reader decoder"),
        ("+reader", "reader decoder symbol"),
        ("symbol+1", "symbol decoder finder plan"),
        ("decoder+", "decoder reader decoding other"),
        ("1+decoder+1", "decoder symbol reader decoding other"),
        ("*ing", "decoding"),
        ("[df]*", "decoder decoding finder demo"),
        ("demo/dec*", "decoder decoding"),
        ("project:demo,type:patents", "finder"),
        ("type:patents type:secrets", "finder decoding"),
        ("tag:core", "decoder finder"),
        ("tag:core,type:outputs", "decoder"),
        ("option:plan", "plan symbol finder"),
        ("option:*", "plan other symbol finder decoder"),
        ("type:project", "demo"),
        ("state:modified", ""),
        ("type:markets", ""),
        ("nothing", ""),
    ],
)
def test_what_is_chosen(words: str, expected: str) -> None:
    assert ids(words) == set(expected.split())


def test_what_changed_and_what_rests_on_it() -> None:
    changed = scope(frozenset({"decoder"}))
    assert ids("state:modified", changed) == {"decoder"}
    assert ids("state:modified+", changed) == {"decoder", "reader", "decoding", "other"}


def test_changes_are_seen_in_the_own_project_in_the_catalog_and_in_what_is_referred_to() -> None:
    loaded = project_of_text(TEXT)
    modified = {"demo": frozenset({"symbol"}), "": frozenset({"iso"}), "other": frozenset({"x"})}
    seen = Selection(modified=modified).scope("demo", loaded.graph, loaded.own)
    assert seen.modified == {"symbol", "iso", "other/x"}


def test_terms_that_name_nothing_are_known() -> None:
    found = unmatched(selector("decodr tag:cor project:dem option:pla type:markets state:modified symbol"), SCOPE)
    assert sorted(term.word for term in found) == ["cor", "decodr", "dem", "pla"]


def test_exclusion_takes_away() -> None:
    selection = Selection(selector("type:outputs"), selector("+decoder"))
    assert selection.nodes(SCOPE) == {"reader"}
    assert Selection(None, selector("type:project")).nodes(SCOPE) == frozenset(SCOPE.graph.nodes) - {"demo"}


def test_a_circle_and_a_wide_diamond_end() -> None:
    layers = [[f"n{layer}-{side}" for side in range(2)] for layer in range(200)]
    nodes = [
        Output(id=node, title=Text.plain(node), depends_on=tuple(layers[(layer + 1) % 200]))
        for layer, row in enumerate(layers)
        for node in row
    ]
    wide = Scope("wide", Graph(nodes), frozenset(node.id for node in nodes))
    assert len(ids("+n0-0", wide)) == 400
    assert len(ids("2+n0-0", wide)) == 5


TERMS = st.sampled_from(
    ["decoder", "+reader", "symbol+1", "tag:core", "type:outputs", "option:plan", "*ing", "nothing", "project:demo"]
)


@given(TERMS, TERMS, TERMS)
def test_unions_and_intersections_are_those_of_sets(a: str, b: str, c: str) -> None:
    assert ids(f"{a} {b}") == ids(a) | ids(b)
    assert ids(f"{a},{b}") == ids(a) & ids(b)
    assert ids(f"{a},{b} {c}") == (ids(a) & ids(b)) | ids(c)
    assert ids(f"{b} {a}") == ids(f"{a} {b} {a}")


@given(st.sampled_from(sorted(SCOPE.graph.nodes)), st.integers(0, 5))
def test_more_links_reach_no_less_and_all_links_reach_most(node: str, links: int) -> None:
    assert ids(f"{links}+{node}") <= ids(f"{links + 1}+{node}") <= ids(f"+{node}")
    assert ids(f"+{node}+") == ids(f"+{node}") | ids(f"{node}+")
