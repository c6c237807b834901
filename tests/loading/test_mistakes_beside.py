"""A mistake inside a field hides no other mistake in the same field, and is itself told once."""

from __future__ import annotations

import pytest

from oc_strategy.portfolio import project_of_text


def told(text: str) -> set[tuple[str, int]]:
    """The mistakes of a text, by code and line; each of them once."""
    mistakes = [(mistake.code, mistake.place.line) for mistake in project_of_text(text).mistakes]
    assert len(mistakes) == len(set(mistakes)), mistakes
    return set(mistakes)


CLAUSES = """\
id: demo
standards:
  spec:
    clauses:
      - {{id: c1, {first}}}
      - {{id: c2, {second}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("normative: perhaps", "reveals: gone", {("not-true-or-false", 5), ("unknown-reference", 6)}),
        ("reveals: gone", "normativ: true", {("unknown-reference", 5), ("unknown-key", 6)}),
        ("reveals: [gone, Bad Id]", "reveals: gone", {("bad-reference", 5), ("unknown-reference", 6)}),
        ("reveals: gone, normative: perhaps", "title: Two", {("unknown-reference", 5), ("not-true-or-false", 5)}),
    ],
)
def test_a_wrong_value_in_a_record_leaves_the_others_to_be_looked_at(
    first: str, second: str, codes: set[tuple[str, int]]
) -> None:
    assert told(CLAUSES.format(first=first, second=second)) == codes


def test_a_wrong_treatment_leaves_the_other_treatments() -> None:
    treatments = "      a: {mode: opne, via: [gone]}\n      c: keep-secret\n"
    text = f"id: demo\noutputs: {{a: {{}}}}\noptions:\n  o:\n    treatments:\n{treatments}"
    assert told(text) == {("not-in-list", 6), ("unknown-reference", 6), ("unknown-reference", 7)}


def test_a_record_without_what_it_needs_goes_with_its_field_and_no_other() -> None:
    text = "id: demo\npatents:\n  p:\n    owners: {gone: 50}\n    members:\n      - {filed: 1995}\n"
    assert told(text) == {("unknown-reference", 4), ("missing-key", 6)}


def test_a_class_that_nobody_can_read_still_closes_the_node() -> None:
    loaded = project_of_text("id: demo\npatents:\n  p: {confidentiality: open, members: [{office: Japan}]}\n")
    node = loaded.graph.get("p")
    assert node is not None
    assert node.confidentiality == "restricted"
