"""Where a demand on a promised patent goes too far or comes too early, and where that cannot be told."""

from __future__ import annotations

import pytest
from asking import ask

CASE = """
id: demo
organizations:
  maker: {{own: true}}
  rival: {{own: false}}
  friend: {{own: false}}
standards:
  bus: {{title: Bus}}
outputs:
  slot: {{title: Slot}}
patents:
  family: {{owners: maker, covers: slot, assertions: [{{{demand}}}]}}
declarations:
  promise: {{by: maker, standard: bus, {promise}}}
licenses:
  licence: {{by: maker, {licence}}}
"""
INJUNCTION = "demand: injunction, on: 2012-03-05, against: rival, within_promise: true, willing: true"
PROMISE = "on: 2008, commitment: frand, patents: family"


def told(rule: str, demand: str = INJUNCTION, promise: str = PROMISE, licence: str = "terms: paid") -> list[str]:
    found = ask(rule, CASE.format(demand=demand, promise=promise, licence=licence))
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


def beyond(**texts: str) -> list[str]:
    return told("assertion-against-commitment", **texts)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2012-03-04", ["error"]), ("2012-03-05", ["question"]), ("2012-03-06", []), ("2012", ["question"]),
        ("2013", []),
    ],
)  # fmt: skip
def test_only_a_promise_made_before_the_demand_binds_it(on: str, expected: list[str]) -> None:
    assert beyond(promise=f"on: {on}, commitment: frand, patents: family") == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("willing: true", "willing: false", []),
        (", willing: true", "", ["unanswered"]),
        ("within_promise: true", "within_promise: false", []),
        ("within_promise: true, ", "", ["unanswered"]),
        ("on: 2012-03-05, ", "", ["unanswered"]),
        ("demand: injunction, ", "", ["unanswered"]),
        ("injunction", "royalty", []),
        ("injunction", "damages", []),
    ],
)
def test_under_frand_only_an_injunction_against_the_willing_goes_too_far(
    old: str, new: str, expected: list[str]
) -> None:
    assert old in INJUNCTION
    assert beyond(demand=INJUNCTION.replace(old, new)) == expected


@pytest.mark.parametrize("commitment", ["royalty-free", "non-assertion"])
@pytest.mark.parametrize("demand", ["injunction", "royalty", "damages"])
def test_where_use_is_free_every_demand_goes_too_far(commitment: str, demand: str) -> None:
    demands = INJUNCTION.replace("injunction", demand)
    assert beyond(demand=demands, promise=f"on: 2008, commitment: {commitment}, patents: family") == ["error"]


@pytest.mark.parametrize(
    "promise", ["on: 2008, commitment: refused, patents: family", "on: 2008, commitment: frand, patents: []"]
)
def test_a_refusal_and_a_promise_on_something_else_bind_nothing(promise: str) -> None:
    assert beyond(promise=promise) == []


def test_a_promise_without_a_date_leaves_the_question_open() -> None:
    assert beyond(promise="commitment: frand, patents: family") == ["unanswered"]


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("terms: royalty-free, grants: family, from: 2012-03-05", ["error"]),
        ("terms: royalty-free, grants: slot, from: 2012-03-05", ["error"]),
        ("terms: royalty-free, grants: family, from: 2012-03-06", []),
        ("terms: royalty-free, grants: family, from: 2012-03", ["question"]),
        ("terms: royalty-free, grants: family, from: 2010, until: 2012-03-05", ["error"]),
        ("terms: royalty-free, grants: family, from: 2010, until: 2012-03-04", []),
        ("terms: royalty-free, grants: family, from: 2010, to: rival", ["error"]),
        ("terms: royalty-free, grants: family, from: 2010, to: friend", []),
        ("terms: paid, grants: family, from: 2010", []),
    ],
)
def test_a_licence_in_force_to_the_other_side_is_a_promise_too(licence: str, expected: list[str]) -> None:
    assert beyond(promise="body: nobody", licence=licence) == expected


READY = f"{INJUNCTION}, claim_chart: 2011, notice: 2011, offer: 2012-03-05, declaration_shown: 2012-03"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("claim_chart", "claim_chart", []),
        (", claim_chart: 2011", "", ["warning"]),
        (", notice: 2011", "", ["warning"]),
        (", offer: 2012-03-05", "", ["warning"]),
        (", declaration_shown: 2012-03", "", ["warning"]),
        ("offer: 2012-03-05", "offer: 2012-03-06", ["warning"]),
        ("offer: 2012-03-05", "offer: 2012", []),
        ("notice: 2011", "notice: 2013", ["warning"]),
    ],
)
def test_all_four_are_handed_over_by_the_day_of_the_demand(old: str, new: str, expected: list[str]) -> None:
    assert old in READY
    assert told("assertion-unprepared", demand=READY.replace(old, new)) == expected


def test_only_demands_under_a_frand_promise_are_to_be_prepared_so() -> None:
    assert told("assertion-unprepared") == ["warning"]
    assert told("assertion-unprepared", promise="body: nobody") == []
    assert told("assertion-unprepared", promise=PROMISE.replace("frand", "royalty-free")) == []
    assert told("assertion-unprepared", demand=INJUNCTION.replace("promise: true", "promise: false")) == []


def test_what_is_missing_is_named_in_both_languages() -> None:
    (found,) = ask("assertion-unprepared", CASE.format(demand=INJUNCTION, promise=PROMISE, licence="terms: paid"))
    assert "Claim chart given, Notice given, Offer made, Declaration proved" in found.message.en
    assert "対比表の提示日、通知日、条件の提示日、宣言の証明日" in found.message.ja
