"""What was looked at asks to be looked at again when what it leans on changes in meaning, and step by step above it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.model.deciding import meaning_of, state_of
from oc_strategy.model.graph import Graph
from oc_strategy.model.reviewing import LEANING, leans_on, suspects
from oc_strategy.model.steering import Option
from oc_strategy.portfolio import project_of_text


def graph(text: str) -> Graph:
    loaded = project_of_text(f"id: demo\n{text}")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return loaded.graph


def meaning(text: str, node: str) -> str:
    found = graph(text)
    return meaning_of(found, found.nodes[node])


CODER = "outputs: {coder: {%s}}"


@pytest.mark.parametrize(
    ("before", "after", "is_same"),
    [
        ("position: core", "position: core, title: Coder, summary: x, note: y, tags: [z], source: s", True),
        ("position: core", "certainty: seen, confidentiality: public, position: core", True),
        ("position: core", "position: boundary", False),
        ("position: core", "position: core, trl: 4", False),
        ("classes: [H04N]", "classes: [H04L]", False),
        (
            "position: core",
            "acknowledged: {coder: {of: 0123456789abcdef, by: S, on: 2026-01-01}}, position: core",
            True,
        ),
    ],
)
def test_words_and_records_are_no_meaning(before: str, after: str, is_same: bool) -> None:
    assert (meaning(CODER % before, "coder") == meaning(CODER % after, "coder")) is is_same


def test_who_decided_a_treatment_is_no_meaning_but_the_treatment_is() -> None:
    text = "outputs: {c: {}}\norganizations: {us: {}}\noptions: {plan: {treatments: {c: {mode: %s}}}}"
    plain = meaning(text % "publish", "plan")
    assert meaning(text % "publish, decided_by: us, reason: why, review_by: 2027", "plan") == plain
    assert meaning(text % "keep-secret", "plan") != plain


def test_another_id_is_no_other_meaning() -> None:
    assert meaning(CODER % "trl: 4", "coder") == meaning("outputs: {codec: {trl: 4}}", "codec")
    before = "outputs: {a: {}, b: {depends_on: a}}\npatents: {p: {covers: b, owners: us}}\norganizations: {us: {}}"
    after = before.replace("{a: {}", "{x: {moved_from: a}").replace("depends_on: a", "depends_on: x")
    assert meaning(before, "b") == meaning(after, "b")
    assert meaning(before, "b") != meaning(after.replace("moved_from: a", ""), "b")


def test_the_state_decided_on_outlives_new_ids() -> None:
    text = "outputs: {%s: {position: core%s}}\noptions: {plan: {treatments: {%s: publish}}}"
    states = []
    for words in (("a", "", "a"), ("b", ", moved_from: a", "b"), ("b", "", "b")):
        found = graph(text % words)
        states.append(state_of(found, found.of(Option)[0]))
    assert states[0] == states[1] != states[2]


CHAIN = """
outputs:
  base: {position: %s}
  middle: {depends_on: base%s}
standards:
  item: {clauses: [{id: one, reveals: middle}]}
patents:
  family: {covers: middle, essential_to: item%s}
"""
STAMP = "acknowledged: {%s: {of: %s, by: Sato, on: 2026-02-01}}"


def _chain(position: str, *, middle: bool = True, family: bool = True, of: str | None = None) -> list[list[str]]:
    seen = of or meaning(CHAIN % ("core", "", ""), "base")
    on_middle = meaning(CHAIN % ("core", "", ""), "middle")
    parts = (f", {STAMP % ('base', seen)}" if middle else "", f", {STAMP % ('middle', on_middle)}" if family else "")
    return [[node.id for node in suspect.path] for suspect in suspects(graph(CHAIN % (position, *parts)))]


def test_a_changed_state_is_told_where_it_was_looked_at_and_step_by_step_above() -> None:
    assert _chain("core") == []
    assert _chain("boundary") == [["family", "middle"], ["middle"]]


def test_whoever_put_nothing_on_record_is_not_asked() -> None:
    assert _chain("boundary", family=False) == [["middle"]]
    assert _chain("boundary", middle=False) == []


def test_looking_again_at_the_nearest_ends_it_for_all() -> None:
    assert _chain("boundary", of=meaning(CHAIN % ("boundary", "", ""), "base")) == []


def test_what_has_no_record_hands_the_question_on() -> None:
    text = """
outputs: {base: {position: core}, middle: {part_of: base, %s}}
products: {box: {embodies: middle, %s}}
standards: {item: {clauses: [{id: one, reveals: middle}]}}
declarations: {said: {standard: item, %s}}
"""
    stale = STAMP % ("base", "0" * 16)
    found = graph(text % (stale, "", STAMP % ("item", meaning(text % ("", "", ""), "item"))))
    assert [[node.id for node in s.path] for s in suspects(found)] == [["middle"], ["said", "item", "middle"]]


def test_a_decision_asks_when_the_option_leans_on_something_changed() -> None:
    text = """
outputs: {base: {}, c: {depends_on: base, acknowledged: {base: {of: %s, by: S, on: 2026-01-01}}}}
options: {plan: {treatments: {c: publish}}}
decisions: {board: {option: plan, on: 2026-01-05, digest: anything}}
"""
    assert [[n.id for n in s.path] for s in suspects(graph(text % ("0" * 16)))] == [["board", "plan", "c"], ["c"]]


@given(st.dictionaries(st.sampled_from("abcde"), st.sets(st.sampled_from("abcde"), max_size=4), min_size=1))
def test_rings_of_links_end(needs: dict[str, set[str]]) -> None:
    stamp = STAMP % ("a", "0" * 16)
    lines = [
        f"  {name}: {{depends_on: [{', '.join(sorted(n for n in of if n in needs and n != name))}]"
        + (f", {stamp}}}" if "a" in needs else "}")
        for name, of in sorted(needs.items())
    ]
    loaded = project_of_text("\n".join(["id: demo", "outputs:", *lines]))
    assert len(list(suspects(loaded.graph))) == (len(needs) if "a" in needs else 0)


def test_every_link_that_is_leant_on_starts_at_a_node_with_a_record() -> None:
    found = graph("outputs: {a: {}, b: {depends_on: a, part_of: a}}")
    assert [node.id for node in leans_on(found, found.nodes["b"])] == ["a"]
    assert len({(edge.source, edge.name) for edge in LEANING}) == len(LEANING)
