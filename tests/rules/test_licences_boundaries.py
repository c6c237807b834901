"""Which openings need stated terms, and what counts as stating them."""

from __future__ import annotations

import pytest
from asking import ask

TEXT = """
id: demo
outputs: {{gas: {{}}}}
patents: {{blend: {{covers: gas}}}}
standards: {{safety: {{}}}}
{more}
options: {{chosen: {{treatments: {{gas: {treatment}}}}}}}
"""


def count(treatment: str = "patent-free", more: str = "") -> int:
    return len(ask("open-without-terms", TEXT.format(treatment=treatment, more=more)))


@pytest.mark.parametrize(
    "treatment", ["patent-free", "standard-frand", "standard-free", "open-source", "patent-license"]
)
def test_every_opening_of_what_is_patented_needs_terms(treatment: str) -> None:
    assert count(treatment) == 1


@pytest.mark.parametrize("treatment", ["keep-secret", "patent-exclusive", "{decided_on: 2026-01-01}"])
def test_what_is_closed_or_undecided_needs_none(treatment: str) -> None:
    assert count(treatment) == 0


@pytest.mark.parametrize("term", [
    "territory: world", "field: Air conditioners", "price: Free of charge", "scope: The standard's clauses",
    "edition: First edition", "spdx: Apache-2.0", "territory: {not_applicable: any}",
])  # fmt: skip
def test_any_one_term_tells_adopters_where_they_stand(term: str) -> None:
    assert count(more=f"licenses: {{pledge: {{grants: blend, {term}}}}}") == 0


def test_a_licence_that_says_nothing_is_named() -> None:
    found = ask("open-without-terms", TEXT.format(
        treatment="patent-free", more="licenses: {pledge: {grants: blend, terms: non-assertion}}"
    ))  # fmt: skip
    assert "pledge" in found[0].message.en
    assert "pledge" in {subject.node for subject in found[0].subjects}


def test_a_licence_named_by_the_treatment_counts() -> None:
    assert count("{mode: patent-free, via: pledge}", "licenses: {pledge: {territory: world}}") == 0


@pytest.mark.parametrize(("commitment", "expected"), [("frand", 0), ("royalty-free", 0), ("refused", 1),
                                                      ("no-known-rights", 1)])  # fmt: skip
def test_a_declaration_counts_if_it_promises_something(commitment: str, expected: int) -> None:
    more = f"declarations: {{d: {{standard: safety, patents: blend, commitment: {commitment}}}}}"
    assert count("standard-frand", more) == expected


def test_staged_opening_by_territory_states_terms() -> None:
    treatment = "{mode: patent-free, stages: [{access: royalty-free, territory: [TH], from: 2011}]}"
    assert count(treatment) == 0


def test_publishing_what_nobody_holds_needs_no_licence() -> None:
    text = "id: demo\noutputs: {terms: {}}\noptions: {chosen: {treatments: {terms: %s}}}"
    assert ask("open-without-terms", text % "publish") == []
    assert ask("open-without-terms", text % "standard-free") == []
    assert len(ask("open-without-terms", text % "standard-frand")) == 1
