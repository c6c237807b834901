"""Where a committee's secrecy is held to be proved, and where not."""

from __future__ import annotations

import pytest
from asking import ask

PAPER = """
id: demo
outputs:
  coder: {{title: Coder}}
agreements:
  nda: {{kind: nda{nda}}}
committees:
  video: {{{video}}}
  ad-hoc: {{parent: video}}
standards:
  coding: {{committee: ad-hoc}}
contributions:
  paper: {{reveals: coder, {paper}}}
"""


def told(paper: str, nda: str = "", video: str = "body: jvt") -> list[tuple[str, str]]:
    found = ask("committee-secrecy-unproven", PAPER.format(paper=paper, nda=nda, video=video))
    return [(d.severity, d.subjects[-1].node) for d in found]


@pytest.mark.parametrize("paper", ["to: video", "to: video, confidential: false", "to: coding"])
def test_only_papers_that_are_called_confidential_are_asked_about(paper: str) -> None:
    assert told(paper) == []


@pytest.mark.parametrize("place", ["video", "ad-hoc", "coding"])
def test_a_rule_of_the_committee_or_of_one_above_it_is_enough(place: str) -> None:
    assert told(f"to: {place}, confidential: true") == [("warning", place)]
    assert told(f"to: {place}, confidential: true", video="confidentiality_rule: Clause 7") == []


def test_a_rule_that_is_stated_not_to_exist_is_no_rule() -> None:
    video = "confidentiality_rule: {not_applicable: its papers are public}"
    assert told("to: video, confidential: true", video=video) == [("warning", "video")]


def test_where_it_goes_has_to_be_told_unless_an_agreement_is_named() -> None:
    assert told("confidential: true") == [("warning", "paper")]
    assert told("confidential: true, held_under: nda") == []


@pytest.mark.parametrize(
    ("nda", "expected"),
    [
        ("", []),
        (", from: 2026-03-02", []),
        (", from: 2026-03-03", [("warning", "nda")]),
        (", signed: 2026-03-03", [("warning", "nda")]),
        (", from: 2026-03", []),
        (", until: 2026-03-02", []),
        (", until: 2026-03-01", [("warning", "nda")]),
        (", until: 2026", []),
    ],
)
def test_the_agreement_binds_on_the_day_of_tabling(nda: str, expected: list[tuple[str, str]]) -> None:
    assert told("to: video, submitted: 2026-03-02, confidential: true, held_under: nda", nda=nda) == expected


@pytest.mark.parametrize("body", ["ietf", "ieee", "sae"])
def test_some_bodies_keep_nothing_confidential_whatever_is_signed(body: str) -> None:
    video = f"body: {body}, confidentiality_rule: Clause 7"
    assert told("to: coding, confidential: true, held_under: nda", video=video) == [("warning", "coding")]
