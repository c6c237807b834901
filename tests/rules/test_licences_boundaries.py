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


RELEASE = """
id: demo
organizations: {{maker: {{}}, other: {{}}}}
outputs: {{codec: {{}}, chip: {{}}}}
patents: {{transform: {{covers: [codec, chip], owners: maker{members}}}}}
publications: {{release: {{venue: code-release, spdx: {spdx}, by: {by}, reveals: codec}}}}
options: {{chosen: {{treatments: {{codec: open-source, chip: {chip}}}}}}}
"""


@pytest.mark.parametrize(
    ("spdx", "by", "chip", "members", "count"),
    [
        ("Apache-2.0", "maker", "patent-exclusive", "", 1),
        ("GPL-3.0-or-later", "maker", "patent-license", "", 1),
        ("MIT", "maker", "patent-exclusive", "", 0),
        ("CC0-1.0", "maker", "patent-exclusive", "", 0),
        ("Unheard-Of-1.0", "maker", "patent-exclusive", "", 0),
        ("Apache-2.0", "other", "patent-exclusive", "", 0),
        ("Apache-2.0", "[]", "patent-exclusive", "", 1),
        ("Apache-2.0", "maker", "patent-free", "", 0),
        ("Apache-2.0", "maker", "patent-exclusive", ", members: [{office: JP, status: expired}]", 0),
    ],
)
def test_a_patent_grant_matters_where_the_holder_releases_what_he_reserves(
    spdx: str, by: str, chip: str, members: str, count: int
) -> None:
    text = RELEASE.format(spdx=spdx, by=by, chip=chip, members=members)
    assert len(ask("open-source-gives-patents-away", text)) == count


@pytest.mark.parametrize(("terms", "reviewed", "count"), [
    ("pool", "", 1), ("cross", "", 1), ("frand", "", 0), ("pool", ", competition_reviewed: 2026-01", 0),
    ("pool", ", competition_reviewed: {not_applicable: a historic case}", 0),
])  # fmt: skip
def test_only_pools_and_cross_licences_ask_for_a_review(terms: str, reviewed: str, count: int) -> None:
    assert len(ask("pool-unreviewed", f"id: demo\nlicenses: {{l: {{terms: {terms}{reviewed}}}}}")) == count


@pytest.mark.parametrize(
    ("kind", "opened", "core", "count"),
    [
        ("interface", "standard-free", "keep-secret", 1), ("component", "standard-free", "keep-secret", 0),
        ("interface", "keep-secret", "keep-secret", 0), ("interface", "standard-free", "publish", 0),
    ],
)  # fmt: skip
def test_a_control_point_stands_between_the_open_side_and_an_earning_core(
    kind: str, opened: str, core: str, count: int
) -> None:
    text = f"""
id: demo
outputs:
  slot: {{depends_on: bus}}
  bus: {{kind: {kind}}}
  cpu: {{position: core, revenue_bottleneck: true, complements: bus}}
options: {{o: {{treatments: {{slot: {opened}, bus: patent-exclusive, cpu: {core}}}}}}}
"""
    assert len(ask("control-point-unreviewed", text)) == count


ROYALTY = """
id: demo
outputs: {{fitting: {{kind: apparatus}}}}
standards: {{service: {{{standard}}}}}
patents: {{family: {{covers: fitting, essential_to: service{patent}}}}}
licenses: {{offer: {{grants: family{licence}}}}}
products: {{machine: {{embodies: fitting}}}}
indicators: {{share: {{of: machine, actuals: [{{on: 2012, value: 80}}]}}}}
options: {{o: {{treatments: {{fitting: {{disclosure: [standard, patent], access: {access}}}}}}}}}
"""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["question"]),
        ({"access": "frand"}, ["question"]),
        ({"access": "royalty-free"}, []),
        ({"access": "own"}, []),
        ({"patent": ", design_around: medium"}, []),
        ({"patent": ""}, []),
        ({"standard": "stage: '95.99'"}, []),
        ({"licence": ", competition_reviewed: 2012-11"}, []),
    ],
)
def test_a_royalty_that_a_standard_needs_and_nobody_can_avoid_is_a_control_point(
    texts: dict[str, str], expected: list[str]
) -> None:
    values = {"standard": "title: Service", "patent": ", design_around: high", "licence": "", "access": "paid"}
    found = ask("control-point-unreviewed", ROYALTY.format(**{**values, **texts}))
    assert [d.severity for d in found] == expected
    assert all("share" in {step.node for step in d.chain} for d in found)


USE = """
id: demo
organizations: {{mill: {{}}, other: {{}}}}
outputs: {{coating: {{}}}}
licenses: {{home: {{grants: coating, to: {to}{licence}}}}}
markets: {{m: {{countries: {countries}}}}}
products: {{sheet: {{embodies: coating, by: mill, sold_in: m, launched: 2025{product}}}}}
"""


@pytest.mark.parametrize(
    ("to", "licence", "countries", "product", "expected"),
    [
        ("mill", ", territory: [JP]", "[JP]", "", []),
        ("mill", ", territory: [JP]", "[JP, TH]", "", ["warning"]),
        ("mill", ", territory: [JP]", "world", "", ["warning"]),
        ("mill", ", territory: world", "[JP, TH]", "", []),
        ("mill", "", "[JP, TH]", "", []),
        ("other", ", territory: [JP]", "[JP, TH]", "", []),
        ("mill", ", until: 2026-03-31", "[JP]", "", ["warning"]),
        ("mill", ", until: 2026-04-01", "[JP]", "", []),
        ("mill", ", until: 2026", "[JP]", "", ["question"]),
        ("mill", ", until: 2026-03-31", "[JP]", ", revenue_until: 2026-03-31", []),
    ],
)  # fmt: skip
def test_a_licence_is_held_against_the_licensees_use(
    to: str, licence: str, countries: str, product: str, expected: list[str]
) -> None:
    text = USE.format(to=to, licence=licence, countries=countries, product=product)
    assert [d.severity for d in ask("license-narrower-than-use", text)] == expected


PLANNED = """
id: demo
organizations: {{mill: {{}}}}
outputs: {{coating: {{}}}}
licenses:
  home: {{grants: coating, to: mill, until: {until}}}
products: {{sheet: {{embodies: coating, by: mill{product}}}}}
"""


@pytest.mark.parametrize(
    ("until", "product", "expected"),
    [
        ("2030-12-31", ", launched: 2031", ["warning"]),
        ("2030-12-31", ", launched: 2030-12-31", []),
        ("2030-12-31", ", launched: 2031-01-01", ["warning"]),
        ("2030", ", launched: 2030-06-01", ["question"]),
        ("2030-12-31", ", launched: 2025, revenue_until: 2031-01-01", ["warning"]),
        ("2030-12-31", ", launched: 2025, revenue_until: 2030-12-31", []),
        ("2030-12-31", ", launched: 2025, revenue_until: 2030", []),
        ("2030-06-30", ", launched: 2025, revenue_until: 2030", ["question"]),
        ("2030-06-30", ", launched: 2030, revenue_until: 2035", ["warning"]),
        ("2030-12-31", ", launched: 2025", []),
        ("2020-12-31", ", launched: 2021", ["warning"]),
        ("2020-12-31", ", launched: 2021, revenue_until: 2025-12-31", []),
        ("2020-12-31", "", []),
    ],
)
def test_a_plan_beyond_the_end_of_the_licence_is_told_before_it_ends(
    until: str, product: str, expected: list[str]
) -> None:
    found = ask("license-narrower-than-use", PLANNED.format(until=until, product=product))
    assert [d.severity for d in found] == expected


EDITIONED = """
id: demo
organizations: {{maker: {{own: true}}, mill: {{title: Mill}}}}
outputs: {{coating: {{title: Coating}}}}
patents: {{layer: {{covers: coating, owners: maker}}}}
standards: {{spec: {{{edition}clauses: [{{id: c1, reveals: {reveals}}}]}}}}
licenses: {{deal: {{grants: layer, by: maker, to: mill{licence}}}}}
products: {{sheet: {{embodies: coating, by: mill, conforms_to: spec}}}}
"""


@pytest.mark.parametrize(
    ("edition", "licence", "reveals", "expected"),
    [
        ("edition: '2', ", ", edition: Edition 1", "coating", ["question"]),
        ("edition: '2', ", ", edition: Editions 1 and 2", "coating", []),
        ("edition: '2', ", ", edition: {ja: 第2版, en: the second}", "coating", []),
        ("edition: '2', ", "", "coating", []),
        ("", ", edition: Edition 1", "coating", []),
        ("edition: '2', ", ", edition: Edition 1", "[]", []),  # another matter
    ],
)
def test_a_licence_that_names_an_edition_is_for_that_edition(
    edition: str, licence: str, reveals: str, expected: list[str]
) -> None:
    text = EDITIONED.format(edition=edition, licence=licence, reveals=reveals)
    assert [d.severity for d in ask("license-narrower-than-use", text)] == expected


LISTED = """
id: demo
organizations: {{maker: {{own: true}}, mill: {{title: Mill}}, other: {{title: Other}}}}
outputs: {{coating: {{title: Coating}}}}
patents:
  layer: {{covers: coating, owners: maker}}
  primer: {{covers: coating, owners: {owner}, members: [{{office: JP, status: {status}}}]}}
licenses:
  deal: {{grants: {grants}, by: maker, to: mill}}
{more}products: {{sheet: {{embodies: coating, by: mill}}}}
"""


@pytest.mark.parametrize(
    ("owner", "status", "grants", "more", "expected"),
    [
        ("maker", "granted", "layer", "", ["question"]),
        ("maker", "granted", "[layer, primer]", "", []),
        ("maker", "granted", "[layer, coating]", "", []),  # the whole output
        ("maker", "lapsed", "layer", "", []),
        ("other", "granted", "layer", "", []),  # not the licensor's to give
        ("maker", "granted", "layer", "  pledge: {grants: primer, by: maker}\n", []),
        ("maker", "granted", "layer", "  second: {grants: primer, by: maker, to: mill}\n", []),
        ("maker", "granted", "layer", "  second: {grants: primer, by: maker, to: other}\n", ["question"]),
    ],
)
def test_the_list_of_patents_covers_what_the_product_carries(
    owner: str, status: str, grants: str, more: str, expected: list[str]
) -> None:
    text = LISTED.format(owner=owner, status=status, grants=grants, more=more)
    assert [d.severity for d in ask("license-narrower-than-use", text)] == expected


def test_without_an_option_nobody_knows_what_a_release_gives_away() -> None:
    text = "id: demo\noutputs: {a: {}}\npatents: {p: {covers: a}}\npublications: {r: {spdx: Apache-2.0, reveals: a}}"
    assert [d.is_unanswered for d in ask("open-source-gives-patents-away", text)] == [True]
