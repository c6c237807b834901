"""Praise is due only where the good is certain."""

from __future__ import annotations

import pytest
from asking import ask

FILED = """
id: demo
outputs: {{symbol: {{}}}}
patents: {{finder: {{covers: symbol, members: [{member}]}}}}
publications: {{talk: {{reveals: symbol{on}}}}}
"""


@pytest.mark.parametrize(
    ("filed", "on", "count"),
    [
        ("2020-05-09", ", on: 2020-05-10", 1), ("2020-05-10", ", on: 2020-05-10", 0),
        ("2020-05-11", ", on: 2020-05-10", 0), ("2020-05", ", on: 2020-05-31", 0), ("2020-04", ", on: 2020-05", 1),
        ("2020-05-09", "", 0),
    ],
)  # fmt: skip
def test_filing_is_praised_only_if_certainly_first(filed: str, on: str, count: int) -> None:
    text = FILED.format(member=f"{{office: JP, filed: {filed}}}", on=on)
    found = ask("filed-before-public", text)
    assert [d.severity for d in found] == ["good"] * count


def test_one_late_member_spoils_the_praise() -> None:
    late = "{office: JP, filed: 2020-05-09}, {office: US, filed: 2021-06-01}"
    assert ask("filed-before-public", FILED.format(member=late, on=", on: 2020-05-10")) == []


def test_a_patent_on_what_was_never_shown_earns_no_praise() -> None:
    text = "id: demo\noutputs: {a: {}}\npatents: {p: {covers: a, members: [{office: JP, filed: 2020}]}}"
    assert ask("filed-before-public", text) == []


ESSENTIAL = """
id: demo
patents: {{a: {{essential_to: s}}, b: {{essential_to: s}}}}
standards: {{s: {{}}, other: {{}}}}
declarations: {{d: {{standard: {standard}, patents: {patents}, commitment: {commitment}}}}}
{more}
"""


@pytest.mark.parametrize(
    ("standard", "patents", "commitment", "more", "count"),
    [
        ("s", "[a, b]", "frand", "", 1),
        ("s", "[a]", "frand", "", 0),
        ("s", "[a]", "frand", "licenses: {l: {grants: b}}", 1),
        ("other", "[a, b]", "frand", "", 0),
        ("s", "[a, b]", "refused", "", 0),
        ("s", "[a, b]", "no-known-rights", "", 0),
    ],
)
def test_all_essential_patents_need_a_promise(
    standard: str, patents: str, commitment: str, more: str, count: int
) -> None:
    text = ESSENTIAL.format(standard=standard, patents=patents, commitment=commitment, more=more)
    assert len(ask("essential-patents-licensed", text)) == count


def test_a_standard_without_essential_patents_earns_no_praise() -> None:
    assert ask("essential-patents-licensed", "id: demo\nstandards: {s: {}}") == []


HELD = """
id: demo
outputs: {{a: {{}}}}
{more}
options: {{o: {{treatments: {{a: {mode}}}}}}}
"""


@pytest.mark.parametrize(
    ("mode", "more", "count"),
    [
        ("keep-secret", "secrets: {s: {protects: a, measures: [nda]}}", 1),
        ("keep-secret", "secrets: {s: {protects: a}}", 0),
        ("keep-secret", "secrets: {s: {protects: a, measures: {not_applicable: not public}}}", 0),
        ("keep-secret", "patents: {p: {covers: a}}", 0),
        ("patent-exclusive", "patents: {p: {covers: a}}", 1),
        ("patent-exclusive", "patents: {p: {covers: a, members: [{office: JP, status: expired}]}}", 0),
        ("patent-exclusive", "secrets: {s: {protects: a, measures: [nda]}}", 0),
        ("keep-secret", "agreements: {g: {covers: a}}", 1),
        ("publish", "", 0),
    ],
)
def test_an_instrument_must_fit_the_way_of_closing(mode: str, more: str, count: int) -> None:
    assert len(ask("every-closed-element-has-instrument", HELD.format(mode=mode, more=more))) == count


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("marks: {m: {guards: a}}", 1),
        ("marks: {m: {guards: s}}\nstandards: {s: {clauses: [{id: c, reveals: a}]}}", 1),
        ("certifications: {c: {for: s}}\nstandards: {s: {clauses: [{id: c, reveals: a}]}}", 1),
        ("certifications: {c: {for: s}}\nstandards: {s: {}}", 0),
        ("", 0),
    ],
)
def test_a_mark_or_a_scheme_guards_what_is_open(more: str, count: int) -> None:
    assert len(ask("opened-element-guarded", HELD.format(mode="standard-free", more=more))) == count
    assert ask("opened-element-guarded", HELD.format(mode="keep-secret", more=more)) == []


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("products: {p: {embodies: a, revenue_role: main}}", 1),
        ("products: {p: {embodies: a, revenue_role: none}}", 0),
        ("products: {p: {embodies: a}}", 0),
        ("licenses: {l: {grants: a, terms: paid}}", 1),
        ("licenses: {l: {grants: a, terms: royalty-free}}", 0),
    ],
)
def test_revenue_at_a_closed_element_needs_something_that_earns(more: str, count: int) -> None:
    assert len(ask("revenue-at-closed-element", HELD.format(mode="keep-secret", more=more))) == count
    assert ask("revenue-at-closed-element", HELD.format(mode="publish", more=more)) == []


LADDER = """
id: demo
outputs: {{a: {{}}}}
standards:
  low: {{{low}, clauses: [{{id: c, reveals: a}}]}}
  top: {{{top}, clauses: [{{id: c, reveals: a}}]}}
"""


@pytest.mark.parametrize(
    ("low", "top", "count"),
    [
        ("form: forum, published: 1997-10", "designation: ISO 1, published: 2000-06", 1),
        ("form: de-jure, body: jis, published: 1999", "body: iec, published: 2000-06", 1),
        ("form: forum, published: 2000", "designation: ISO 1, published: 2000-06", 0),
        ("form: forum, published: 2001", "designation: ISO 1, published: 2000-06", 0),
        ("form: forum, published: 1997", "form: de-jure, designation: JIS X 0510, published: 1999", 0),
        ("designation: ISO 1, published: 1997", "designation: ISO 2, published: 2000", 0),
        ("form: forum", "designation: ISO 1, published: 2000", 0),
        ("form: forum, published: 1997", "designation: ISO 1, published: 2026-04-01", 1),
        ("form: forum, published: 1997", "designation: ISO 1, published: 2026-04-02", 0),
    ],
)
def test_a_ladder_is_climbed_in_certain_order_and_by_today(low: str, top: str, count: int) -> None:
    assert len(ask("standards-ladder-climbed", LADDER.format(low=low, top=top))) == count
