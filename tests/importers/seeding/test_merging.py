"""Three ways, value by value: what the sheet says, what it said before, and what stands in the YAML."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.importers.seeding.merging import merged, said_of
from oc_strategy.yamlediting import Put, applied

WORDS = st.sampled_from(["a", "b", "c"])
ITEMS = st.lists(WORDS, unique=True, max_size=3)
MEMBERS = st.lists(
    st.fixed_dictionaries({"office": st.sampled_from(["JP", "US"])}, optional={"filed": WORDS}),
    max_size=2,
    unique_by=lambda member: member["office"],
)
NODES = st.fixed_dictionaries(
    {}, optional={"working": WORDS, "title": st.fixed_dictionaries({"ja": WORDS}), "covers": ITEMS, "members": MEMBERS}
)


def after(ours: dict[str, Any], theirs: dict[str, Any], base: dict[str, Any]) -> Any:
    edits = merged(theirs, ours, said_of(base)).edits
    return applied(ours, [Put(edit.path, edit.new) for edit in edits])


@given(NODES, NODES)
def test_what_the_sheet_says_again_changes_nothing(theirs: dict[str, Any], ours: dict[str, Any]) -> None:
    assert after(ours, theirs, theirs) == ours


@given(NODES, NODES, NODES)
def test_what_is_merged_once_is_merged(theirs: dict[str, Any], ours: dict[str, Any], base: dict[str, Any]) -> None:
    once = after(ours, theirs, base)
    assert merged(theirs, once, merged(theirs, ours, said_of(base)).said).edits == []


@given(NODES, NODES)
def test_where_nobody_wrote_anything_the_sheet_is_followed(base: dict[str, Any], theirs: dict[str, Any]) -> None:
    result = after(base, theirs, base)
    for key in ("working", "title"):
        assert result.get(key) == theirs.get(key, base.get(key))
    if theirs.get("covers"):
        assert set(result["covers"]) == set(theirs["covers"])


@given(NODES, NODES, NODES)
def test_a_value_of_a_persons_own_stays(theirs: dict[str, Any], ours: dict[str, Any], base: dict[str, Any]) -> None:
    result = after(ours, theirs, base)
    if ours.get("working") and ours["working"] != base.get("working"):
        assert result["working"] == ours["working"]
    mine = set(ours.get("covers", ())) - set(base.get("covers", ()))
    assert mine <= set(result.get("covers", ()))
    taken_out = (set(base.get("covers", ())) & set(theirs.get("covers", ()))) - set(ours.get("covers", ()))
    assert not taken_out & set(result.get("covers", ()))
    offices = {member["office"] for member in ours.get("members", ())}
    assert offices <= {member["office"] for member in result.get("members", ())}


@pytest.mark.parametrize(
    ("ours", "theirs", "edits", "kept"),
    [
        ({"title": "plain"}, {"title": {"ja": "x"}}, 0, 1),
        ({"title": "x"}, {"title": {"ja": "x"}}, 0, 0),
        ({"working": {"not_applicable": "no"}}, {"working": "in-use"}, 0, 1),
        ({"owners": {"us": "60"}}, {"owners": ["them"]}, 0, 1),
        ({"owners": ["us"]}, {"owners": {"us": 60, "them": 40}}, 0, 1),
        ({"covers": "one"}, {"covers": ["one", "two"]}, 1, 0),
        ({"size": "120000000000"}, {"size": 120000000000.0}, 0, 0),
        (
            {"members": [{"office": "JP", "application": "JP2022-1", "note": "x"}]},
            {"members": [{"office": "JP", "application": "JP 2022 1", "filed": "2022"}]},
            1,
            1,
        ),
    ],
)  # fmt: skip
def test_the_shape_that_a_person_chose_stays(ours: Any, theirs: Any, edits: int, kept: int) -> None:
    result = merged(theirs, ours, {})
    assert (len(result.edits), len(result.kept)) == (edits, kept)


def test_a_record_is_known_again_when_it_gets_its_number() -> None:
    before = {"members": [{"office": "JP", "status": "planned"}, {"office": "US", "status": "planned"}]}
    now = {"members": [{"office": "JP", "application": "JP2022-1", "status": "pending"}]}
    assert after(before, now, before) == {
        "members": [
            {"office": "JP", "status": "pending", "application": "JP2022-1"},
            {"office": "US", "status": "planned"},
        ]
    }
    gone = {"members": [{"office": "US", "status": "planned"}]}
    assert after(gone, now, before) == gone
