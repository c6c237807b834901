"""Nodes, fields and links that differ are told each once, by what it is called and what stood there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sides import between, compare, side

from oc_strategy.model.text import Text
from oc_strategy.tables.changing import field_words


def _told(before: str, after: str) -> list[str]:
    """The fields and links that differ, by their place and in English."""
    found = between(before, after).nodes
    fields = [f"{'.'.join(map(str, f.path))}: {_en(f.before)} → {_en(f.after)}" for c in found for f in c.fields]
    return fields + [f"{link.kind} {link.edge} {link.target}" for change in found for link in change.links]


def _en(words: Text | None) -> str:
    return words.of("en") if words else "-"


ONE = "outputs: {coder: {position: %s}}"
MEMBERS = "patents: {family: {members: [%s]}}"
TREATED = "outputs: {coder: {}}\noptions: {plan: {treatments: {coder: %s}}}"
COVERS = "outputs: {a: {}, b: {}}\npatents: {family: {covers: %s}}"
OWNERS = "organizations: {us: {}}\npatents: {family: {owners: {us: %s}}}"
RATINGS = "outputs: {coder: {ratings: {network-effects: %s}}}"
JP, US, EP = "{office: JP, filed: %s}", "{office: US}", "{office: EP, status: planned}"

STAMP = "acknowledged: {coder: {of: 0123456789abcdef, by: Sato, on: 2026-01-01}}"
STAMPED = "State: 0123456789abcdef, By: Sato, On: 2026-01-01"


@pytest.mark.parametrize(
    ("text", "before", "after", "told"),
    [
        (ONE, "core", "boundary", ["position: Core → Boundary"]),
        (ONE, "", "core", ["position: - → Core"]),
        (ONE, "core", "{not_applicable: software}", ["position: Core → Not applicable: software"]),
        (ONE, "core", '"core"', []),
        ("outputs: {coder: {tags: %s}}", "[x, y]", "{not_applicable: none}", ["tags: x, y → Not applicable: none"]),
        ("patents: {family: {members: %s}}", f"[{US}]", "{not_applicable: no}", ["members: US → Not applicable: no"]),
        ("outputs: {coder: {%s}}", "", STAMP, [f"acknowledged.coder: - → {STAMPED}"]),
        (MEMBERS, f"{JP}, {US}" % 2025, f"{US}, {JP}" % 2026, ["members.1.filed: 2025 → 2026"]),
        (MEMBERS, US, f"{US}, {EP}", ["members.1: - → Office: EP, Status: Planned"]),
        (MEMBERS, f"{EP}, {US}", US, ["members.0: Office: EP, Status: Planned → -"]),
        (TREATED, "keep-secret", "publish", ["treatments.coder.mode: Keep secret → Defensive publication"]),
        (COVERS, "a", "[a, b]", ["added covers b"]),
        (COVERS, "a", "b", ["removed covers a", "added covers b"]),
        (COVERS, "[a, b]", "[b, a]", []),
        ("outputs: {coder: {tags: %s}}", "[x, y]", "[y, z]", ["tags: x → z"]),
        (RATINGS, "2", "[2, 4]", ["ratings.network-effects: 2.0, 2.0 → 2.0, 4.0"]),
        (OWNERS, "50", "60", ["owners.us: 50.0 → 60.0"]),
    ],
)
def test_what_differs_is_told_with_its_place(text: str, before: str, after: str, told: list[str]) -> None:
    assert sorted(_told(text % before, text % after)) == sorted(told)


def test_a_field_is_called_what_the_sheets_call_it() -> None:
    (change,) = between(MEMBERS % JP % 2025, MEMBERS % JP % 2026).nodes
    assert field_words(change.fields[0]).en == "Family members JP, Filed: 2025 → 2026"


def test_a_change_of_one_language_is_told_to_readers_of_both() -> None:
    (change,) = between("outputs: {a: {title: {ja: 甲, en: A}}}", "outputs: {a: {title: {ja: 甲, en: B}}}").nodes
    (field,) = change.fields
    assert field_words(field).ja.endswith("A → B")  # type: ignore[union-attr]
    assert change.is_wording


def test_nodes_come_and_go_whole_with_their_links() -> None:
    before = "outputs: {a: {}}\nsecrets: {recipe: {protects: a}}"
    found = between(before, "outputs: {a: {}, b: {depends_on: a}}")
    assert [(c.kind, c.node.id, [link.target for link in c.links]) for c in found.nodes] == [
        ("added", "b", ["a"]),
        ("removed", "recipe", ["a"]),
    ]
    assert not any(change.fields for change in found.nodes)


def test_another_kind_of_node_under_an_old_id_is_new() -> None:
    (change,) = between("outputs: {a: {}}", "patents: {a: {}}").nodes
    assert (change.kind, change.node.section) == ("added", "patents")


def test_a_node_with_another_id_stays_the_same_node() -> None:
    before = "outputs: {coder: {position: core}}\npatents: {family: {covers: coder}}"
    after = "outputs: {codec: {position: boundary, moved_from: coder}}\npatents: {family: {covers: codec}}"
    (change,) = between(before, after).nodes
    assert (change.kind, change.node.id, change.former_id) == ("changed", "codec", "coder")
    assert [field.path for field in change.fields] == [("position",)]
    assert not between(before, after).links
    assert {c.outcome for c in between(before, after.replace("boundary", "core")).findings or ()} <= {"same"}


POSITIONS = st.sampled_from(["core", "boundary", "periphery", None])
PROJECTS = st.dictionaries(
    st.sampled_from("abcde"), st.tuples(POSITIONS, st.sets(st.sampled_from("abcde"), max_size=3))
)


def _text(project: dict[str, tuple[str | None, set[str]]]) -> str:
    lines = []
    for name, (position, needs) in project.items():
        links = ", ".join(sorted(n for n in needs if n in project and n != name))
        lines.append(f"  {name}: {{position: {position or ''}, complements: [{links}]}}")
    return "\n".join(["outputs:", *lines])


@given(PROJECTS, PROJECTS)
def test_there_and_back_is_the_same_with_the_signs_turned(one, other) -> None:  # type: ignore[no-untyped-def]
    first, second = side(_text(one)), side(_text(other))
    there, back = compare(first, second), compare(second, first)
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert {(c.node.id, turned[c.kind]) for c in there.nodes} == {(c.node.id, c.kind) for c in back.nodes}
    assert {(link.source.id, link.target, turned[link.kind]) for link in there.links} == {
        (link.source.id, link.target, link.kind) for link in back.links
    }
    assert {c.node.id for c in there.nodes if c.kind == "added"} == set(other) - set(one)
    opposite = {"new": "gone", "gone": "new", "worse": "better", "better": "worse", "same": "same"}
    assert sorted(opposite[c.outcome] for c in there.findings or ()) == sorted(c.outcome for c in back.findings or ())


@given(PROJECTS)
def test_nothing_differs_from_itself_in_another_order(project) -> None:  # type: ignore[no-untyped-def]
    turned = dict(reversed(project.items()))
    assert compare(side(_text(project)), side(_text(turned))).is_empty
