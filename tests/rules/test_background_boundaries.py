"""What a joint project builds on: the day it began, what the agreements list, who may exploit it."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer

BACKGROUND = "background-unlisted"
HEAD = "id: demo\nowner: maker\n{partners}{period}organizations:\n  maker: {{title: Maker}}\n  lab: {{title: Lab}}\n"
JOINT = "agreements:\n  joint: {{kind: joint-research, parties: [maker, lab]{background}}}\n"
PATENT = "outputs:\n  coder: {{title: Coder}}\npatents:\n  old: {{covers: coder, owners: {owner}{since}}}\n"


def project(
    rights: str,
    agreements: str = JOINT.format(background=", background: []"),
    partners: str = "partners: lab\n",
    period: str = "period: {from: 2025-04-01}\n",
) -> str:
    return HEAD.format(partners=partners, period=period) + rights + agreements


def old(since: str | None = "2021-06-01", owner: str = "maker") -> str:
    return PATENT.format(owner=owner, since=f", priority_date: {since}" if since else "")


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2025-03-31", "warning"),
        ("2025-04-01", "silent"),
        ("2025-04-02", "silent"),
        ("2025-04", "silent"),
        ("2025", "question"),
        ("2025-03", "warning"),
        (None, "unanswered"),
    ],
)
def test_only_what_is_older_than_the_project_is_background(since: str | None, expected: str) -> None:
    assert answer(ask(BACKGROUND, project(old(since)))) == expected


@pytest.mark.parametrize(
    ("agreements", "expected"),
    [
        (JOINT.format(background=", background: old"), "silent"),
        (JOINT.format(background=", background: {not_applicable: Nothing was brought in}"), "warning"),
        (JOINT.format(background=""), "unanswered"),
        (JOINT.format(background="").replace("joint-research", "nda"), "question"),  # none of the kind that lists it
        ("", "question"),
    ],
)
def test_an_agreement_lists_it_or_does_not_say(agreements: str, expected: str) -> None:
    assert answer(ask(BACKGROUND, project(old(), agreements))) == expected


def test_a_project_alone_has_nobody_to_tell() -> None:
    assert answer(ask(BACKGROUND, project(old(), partners=""))) == "silent"


def test_without_a_start_nothing_is_known_to_be_older() -> None:
    assert answer(ask(BACKGROUND, project(old(), period=""))) == "unanswered"


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ("  base: {completed_on: 2024-01-01}\n  coder: {depends_on: base}\n", "warning"),
        ("  base: {completed_on: 2024-01-01, part_of: coder}\n  coder: {title: Coder}\n", "warning"),
        ("  base: {part_of: coder}\n  coder: {completed_on: 2024-01-01}\n", "unanswered"),
        ("  base: {title: Base}\n  coder: {depends_on: base}\n", "unanswered"),
        ("  base: {completed_on: 2024-01-01}\n  coder: {title: Coder}\n", "silent"),  # nothing builds on it
    ],
)
def test_an_older_output_counts_where_another_builds_on_it(outputs: str, expected: str) -> None:
    assert answer(ask(BACKGROUND, project(f"outputs:\n{outputs}"))) == expected


SOLD = "products:\n  box: {embodies: coder}\n"
LISTED = JOINT.format(background=", background: old")


@pytest.mark.parametrize(
    ("owner", "more", "expected"),
    [
        ("lab", SOLD, "warning"),
        ("lab", "", "silent"),  # nothing is to be sold
        ("maker", SOLD, "silent"),
        ("[maker, lab]", SOLD, "silent"),
        ("lab", SOLD + "licenses:\n  deal: {grants: old, by: lab, to: maker}\n", "silent"),
        ("lab", SOLD + "licenses:\n  pledge: {grants: old, by: lab}\n", "silent"),
        ("lab", SOLD + "licenses:\n  deal: {grants: old, by: lab, to: lab}\n", "warning"),
    ],
)
def test_what_a_partner_brought_needs_a_licence_once_it_is_sold(owner: str, more: str, expected: str) -> None:
    assert answer(ask(BACKGROUND, project(old(owner=owner) + more, LISTED))) == expected
