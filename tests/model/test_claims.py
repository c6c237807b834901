"""Statements on one node: what agrees, what contradicts, what is not known; and all of it together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.model.claims import compared, joined
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Standard
from oc_strategy.portfolio import project_of_text


def node(section: str, fields: str) -> Node:
    loaded = project_of_text(f"id: demo\n{section}:\n  x: {{{fields}}}\n")
    assert not [m for m in loaded.mistakes if m.code != "unknown-reference"], loaded.mistakes
    return loaded.graph.nodes["x"]


def verdicts(section: str, first: str, second: str) -> dict[str, str]:
    pairs = compared(node(section, first), node(section, second))
    return {".".join(map(str, pair.path)): pair.verdict for pair in pairs if pair.verdict != "unknown"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("published: 2021", "published: 2021-06-30", {"published": "agree"}),
        ("published: 2021-06", "published: 2021-06-30", {"published": "agree"}),
        ("published: 2021-06", "published: 2021-07-01", {"published": "contradict"}),
        ("published: 2021-06-30", "published: 2021-07-01", {"published": "contradict"}),
        ("published: 2021", "stage: '60.60'", {}),
        ("designation: ISO/IEC 18004", "designation: ＩＳＯ/IEC  18004", {"designation": "agree"}),
        ("designation: ISO/IEC 18004", "designation: ISO/IEC 18005", {"designation": "contradict"}),
        ("title: A, note: B", "title: C, note: D", {}),
        ("adopted_in: [JP]", "adopted_in: [DE]", {}),
        ("published: {not_applicable: never}", "published: 2021", {"published": "contradict"}),
        ("published: {not_applicable: never}", "published: {not_applicable: no}", {"published": "agree"}),
        ("published: {not_applicable: never}", "stage: '60.60'", {}),
    ],
)
def test_fields_are_compared_as_what_they_mean(first: str, second: str, expected: dict[str, str]) -> None:
    assert verdicts("standards", first, second) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("owners: {a: 50, b: 50}", "owners: {a: 60, b: 50}", {"owners.a": "contradict", "owners.b": "agree"}),
        ("owners: [a]", "owners: {a: 60}", {}),
        (
            "members: [{office: JP, filed: 2021-04-01}]",
            "members: [{office: US, filed: 2022}, {office: JP, filed: 2021-05-01}]",
            {"members.0.office": "agree", "members.0.filed": "contradict"},
        ),
        (
            "members: [{office: JP, publication: JP 2938338 B2}]",
            "members: [{office: JP, publication: 特許第２９３８３３８号}]",
            {"members.0.office": "agree", "members.0.publication": "agree"},
        ),
        (
            "members: [{office: US, filed: 2021}, {office: US, filed: 2022}]",
            "members: [{office: US, filed: 2023}]",
            {},
        ),
    ],
)
def test_shares_and_members_are_compared_one_by_one(first: str, second: str, expected: dict[str, str]) -> None:
    assert verdicts("patents", first, second) == expected


STANDARDS = st.builds(
    lambda fields: node("standards", ", ".join(fields)),
    st.lists(
        st.sampled_from(
            ["published: 2021", "published: 2021-06", "published: 2022-06-01", "stage: '60.60'", "stage: '40.20'",
             "adopted_in: [JP, DE]", "body: iso", "body: iec", "confidentiality: public"]
        ),
        max_size=4,
    ).map(lambda found: list({field.partition(":")[0]: field for field in found}.values())),
)  # fmt: skip


@given(STANDARDS, STANDARDS)
def test_it_does_not_matter_who_speaks_first(first: Standard, second: Standard) -> None:
    one = [(pair.path, pair.verdict) for pair in compared(first, second)]
    other = [(pair.other, pair.verdict) for pair in compared(second, first)]
    assert one == other
    assert not any(pair.verdict == "contradict" for pair in compared(first, first))


@given(STANDARDS, STANDARDS)
def test_joined_with_what_is_shared_a_claim_keeps_its_words_and_gains_what_it_left_out(
    claim: Standard, shared: Standard
) -> None:
    both = joined(claim, shared)
    assert not any(pair.verdict == "contradict" for pair in compared(claim, both))
    assert both.published == (claim.published or shared.published)
    assert set(both.adopted_in) == {*claim.adopted_in, *shared.adopted_in}
    assert joined(both, shared) == both
    assert joined(claim, claim) == claim


def test_the_class_is_the_higher_of_both() -> None:
    low, high = node("standards", "confidentiality: public"), node("standards", "confidentiality: restricted")
    assert joined(low, high).confidentiality == joined(high, low).confidentiality == "restricted"


def test_members_that_were_said_anew_are_not_doubled() -> None:
    claim = node("patents", "members: [{office: JP, filed: 2021-04-01}]")
    shared = node("patents", "members: [{office: US, filed: 2022}, {office: JP, filed: 2021}]")
    both = joined(claim, shared)
    assert isinstance(both, Patent)
    assert [(member.office, str(member.filed)) for member in both.members] == [("JP", "2021-04-01"), ("US", "2022")]
