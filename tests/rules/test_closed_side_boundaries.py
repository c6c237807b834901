"""Where the checks of the closed side begin and end to fire, and what they answer when they cannot know."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic

KEPT = """
id: demo
outputs: {{latch: {{{output}}}}}
products: {{case: {{embodies: latch{product}}}}}
options: {{chosen: {{treatments: {{latch: {treatment}}}}}}}
"""


def kept(output: str = "reverse_engineering: visible", product: str = "", treatment: str = "keep-secret") -> str:
    return KEPT.format(output=output, product=product, treatment=treatment)


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


@pytest.mark.parametrize(
    ("launched", "expected"),
    [
        ("2026-03-31", "error"), ("2026-04-01", "error"), ("2026-04-02", "warning"),
        ("2026-03", "error"), ("2026-04", "warning"), ("2026", "warning"), ("2025", "error"),
    ],
)  # fmt: skip
def test_a_sold_product_gives_the_secret_away_from_the_day_of_its_launch(launched: str, expected: str) -> None:
    found = ask("secret-easily-analysed", kept(product=f", launched: {launched}"))
    assert severities(found) == [expected]


def test_a_product_of_unknown_launch_warns_only() -> None:
    assert severities(ask("secret-easily-analysed", kept())) == ["warning"]


def test_unknown_analysability_is_unanswered_where_a_product_embodies_the_secret() -> None:
    found = ask("secret-easily-analysed", kept(output="kind: component", product=", launched: 2025"))
    assert severities(found) == ["unanswered"]
    assert found[0].subjects[0].field == "reverse_engineering"


def test_unknown_analysability_matters_not_where_no_product_embodies_the_secret() -> None:
    text = "id: demo\noutputs: {latch: {kind: process}}\noptions: {chosen: {treatments: {latch: keep-secret}}}"
    assert ask("secret-easily-analysed", text) == []


def test_know_how_released_in_part_is_not_a_kept_secret() -> None:
    text = kept(product=", launched: 2025", treatment="{disclosure: [secret, standard], access: own}")
    assert ask("secret-easily-analysed", text) == []


@pytest.mark.parametrize("rule_id", [
    "nothing-closed", "closed-without-revenue", "secret-easily-analysed", "open-without-terms",
    "treatment-without-owner",
])  # fmt: skip
def test_without_an_option_there_is_one_open_question(rule_id: str) -> None:
    found = ask(rule_id, "id: demo\noutputs: {a: {title: A}, b: {title: B}, c: {title: C}}")
    assert severities(found) == ["unanswered"]
    assert (found[0].subjects[0].node, found[0].subjects[0].field) == ("demo", "option")


OPEN_AND_CLOSED = """
id: demo
outputs: {{format: {{title: Format}}, core: {{{core}}}}}
{more}
options: {{chosen: {{treatments: {{format: {open_mode}, core: {closed_mode}}}}}}}
"""


def strategy(
    core: str = "title: Core", more: str = "", open_mode: str = "standard-free", closed_mode: str = "keep-secret"
) -> str:
    return OPEN_AND_CLOSED.format(core=core, more=more, open_mode=open_mode, closed_mode=closed_mode)


def test_a_closed_bottleneck_carries_the_revenue() -> None:
    assert ask("nothing-closed", strategy("revenue_bottleneck: true")) == []


def test_a_closed_element_of_unknown_earnings_leaves_the_question_open() -> None:
    assert severities(ask("nothing-closed", strategy())) == ["unanswered"]


def test_a_closed_element_that_is_said_not_to_earn_does_not_help() -> None:
    assert severities(ask("nothing-closed", strategy("revenue_bottleneck: false"))) == ["error"]


def test_a_closed_element_earns_through_what_depends_on_it() -> None:
    more = "products: {player: {revenue_role: main, embodies: format}}"
    found = ask("nothing-closed", strategy("complements: format", more))
    assert found == []


@pytest.mark.parametrize("mode", ["patent-license", "{mode: patent-license, access: paid}"])
def test_licensing_to_chosen_partners_is_not_opening(mode: str) -> None:
    assert ask("nothing-closed", strategy(open_mode=mode, closed_mode=mode)) == []


@pytest.mark.parametrize("access", ["pool", "cross"])
def test_a_gate_that_everybody_passes_is_opening(access: str) -> None:
    mode = f"{{mode: patent-license, access: {access}}}"
    assert severities(ask("nothing-closed", strategy(open_mode=mode, closed_mode=mode))) == ["error"]


def test_an_output_not_treated_yet_may_be_the_one_that_stays_closed() -> None:
    text = "id: demo\noutputs: {a: {}, b: {}}\noptions: {chosen: {treatments: {a: publish}}}"
    found = ask("nothing-closed", text)
    assert severities(found) == ["unanswered"]
    assert found[0].subjects[0].field == "treatments"


def test_another_option_is_judged_by_its_own_treatments() -> None:
    text = """
id: demo
option: closed
outputs: {a: {revenue_bottleneck: true}}
options: {closed: {treatments: {a: keep-secret}}, open: {treatments: {a: publish}}}
"""
    assert ask("nothing-closed", text) == []
    found = ask("nothing-closed", text, option="open")
    assert severities(found) == ["error"]
    assert found[0].option == "open"


REVEALED = """
id: demo
outputs: {{joint: {{}}}}
secrets: {{etching: {{protects: joint}}}}
standards: {{test: {{clauses: [{{id: c6, reveals: {reveals}}}]}}}}
options: {{chosen: {{treatments: {{joint: {treatment}}}}}}}
"""


@pytest.mark.parametrize("reveals", ["joint", "etching"])
def test_a_clause_may_reveal_neither_the_kept_output_nor_its_secret(reveals: str) -> None:
    found = ask("standard-reveals-secret", REVEALED.format(reveals=reveals, treatment="keep-secret"))
    assert severities(found) == ["error"]
    assert [e.node for e in found[0].chain][:2] == ["test", reveals]


@pytest.mark.parametrize("reveals", ["joint", "etching"])
def test_what_the_option_opens_may_be_revealed(reveals: str) -> None:
    assert ask("standard-reveals-secret", REVEALED.format(reveals=reveals, treatment="standard-free")) == []


def test_know_how_beside_a_patent_stays_secret_though_its_output_may_be_shown() -> None:
    secret = REVEALED.format(reveals="etching", treatment="patent-exclusive")
    output = REVEALED.format(reveals="joint", treatment="patent-exclusive")
    assert severities(ask("standard-reveals-secret", secret)) == ["error"]
    assert ask("standard-reveals-secret", output) == []


@pytest.mark.parametrize(("held", "count"), [("", 1), (", confidential: true", 1), (", held_under: rules", 1),
                                             (", confidential: true, held_under: rules", 0)])  # fmt: skip
def test_a_contribution_is_held_secret_only_by_mark_and_agreement_together(held: str, count: int) -> None:
    text = f"""
id: demo
outputs: {{joint: {{}}}}
agreements: {{rules: {{}}}}
contributions: {{n12: {{reveals: joint{held}}}}}
options: {{chosen: {{treatments: {{joint: keep-secret}}}}}}
"""
    assert len(ask("standard-reveals-secret", text)) == count


SHARED = """
id: demo
owner: maker
organizations: {{maker: {{}}, mill: {{own: {own}}}}}
people: {{smith: {{works_for: {employer}}}}}
agreements: {{nda: {{parties: {parties}, covers: {covers}}}}}
secrets: {{curve: {{shared_with: {shared}}}}}
"""


@pytest.mark.parametrize(
    ("shared", "employer", "parties", "covers", "count"),
    [
        ("[mill]", "maker", "[mill]", "[]", 1),
        ("{mill: nda}", "maker", "[mill]", "[]", 0),
        ("[mill]", "maker", "[mill]", "curve", 0),
        ("[mill]", "maker", "[maker]", "curve", 1),
        ("[smith]", "maker", "[mill]", "[]", 0),
        ("[smith]", "mill", "[mill]", "[]", 1),
        ("[maker]", "maker", "[mill]", "[]", 0),
    ],
)
def test_sharing_needs_an_agreement_outside_the_owner(
    shared: str, employer: str, parties: str, covers: str, count: int
) -> None:
    text = SHARED.format(shared=shared, employer=employer, parties=parties, covers=covers, own="false")
    assert len(ask("secret-reachable-from-open", text)) == count


@pytest.mark.parametrize(("terms", "count"), [("royalty-free", 1), ("open-source", 1), ("frand", 1), ("paid", 0),
                                              ("selective", 0), ("exclusive", 0)])  # fmt: skip
def test_only_licences_that_anybody_may_take_hand_a_secret_out(terms: str, count: int) -> None:
    text = f"""
id: demo
outputs: {{filter: {{}}}}
licenses: {{it: {{terms: {terms}, grants: filter}}}}
options: {{chosen: {{treatments: {{filter: keep-secret}}}}}}
"""
    assert len(ask("secret-reachable-from-open", text)) == count


def test_each_requirement_of_a_secret_is_asked_for_by_itself() -> None:
    found = ask("secret-without-measures", "id: demo\nsecrets: {recipe: {title: Recipe}}")
    assert {d.subjects[0].field: d.severity for d in found} == {
        "measures": "error", "non_public_checked_on": "warning", "useful_because": "warning",
    }  # fmt: skip
    assert all(d.facts for d in found)


@pytest.mark.parametrize(
    ("country", "fact"), [("JP", "secret-management-jp"), ("US", "secret-measures-us"), ("DE", "secret-steps-eu")]
)
def test_the_requirement_is_that_of_the_place_where_the_secret_lies(country: str, fact: str) -> None:
    found = ask("secret-without-measures", f"id: demo\nsecrets: {{recipe: {{storage_country: {country}}}}}")
    assert found[0].facts == (fact,)


def test_a_secret_that_the_option_opens_needs_no_care() -> None:
    text = "id: demo\noutputs: {a: {}}\nsecrets: {s: {protects: a}}\noptions: {o: {treatments: {a: open-source}}}"
    assert ask("secret-without-measures", text) == []


def test_a_kept_output_without_any_entry_is_named_at_its_treatment() -> None:
    text = "id: demo\noutputs: {a: {}}\noptions: {o: {treatments: {a: keep-secret}}}"
    found = ask("secret-without-measures", text)
    assert severities(found) == ["warning"]
    assert found[0].place.line == 3


PRIOR = """
id: demo
outputs: {{a: {{{output}}}}}
{product}
secrets: {{s: {{protects: a{secret}}}}}
"""


def prior(output: str = "completed_on: 2025-06-30", product: str = "", secret: str = "") -> list[str]:
    return severities(ask("secret-without-prior-use-evidence", PRIOR.format(
        output=output, product=product and f"products: {{p: {{embodies: a{product}}}}}", secret=secret,
    )))  # fmt: skip


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("2026-03-31", ["warning"]), ("2026-04-01", ["warning"]), ("2026-04-02", []), ("2026-04", []),
        ("2026-03", ["warning"]),
    ],
)  # fmt: skip
def test_evidence_is_asked_for_from_the_day_of_completion(done: str, expected: list[str]) -> None:
    assert prior(f"completed_on: {done}") == expected


def test_without_a_day_of_completion_the_question_stays_open() -> None:
    assert prior("kind: process") == ["unanswered"]


def test_evidence_of_making_is_not_evidence_of_working() -> None:
    made = ", prior_use: [{stage: completion, on: 2025-07-01}]"
    both = ", prior_use: [{stage: completion, on: 2025-07-01}, {stage: start, on: 2025-10-01}]"
    assert prior(secret=made) == []
    assert prior(product=", launched: 2025-10", secret=made) == ["warning"]
    assert prior(product=", launched: 2025-10", secret=both) == []


def test_evidence_without_a_date_proves_no_day() -> None:
    assert prior(secret=", prior_use: [{stage: completion}]") == ["warning"]


def test_third_party_secrets_and_stated_reasons_need_no_evidence() -> None:
    assert prior(secret=", third_party: true") == []
    assert prior(secret=", prior_use: {not_applicable: not public}") == []


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2026-06-30", ["warning"]), ("2026-07-01", []), ("2026-07", []), ("2026-06", ["warning"]), ("2026", ["question"]),
     ("2026-03-31", ["warning"])],
)  # fmt: skip
def test_a_time_stamp_is_named_ninety_days_before_it_ends(until: str, expected: list[str]) -> None:
    secret = f", prior_use: [{{stage: completion, on: 2025-07-01, timestamp_until: {until}}}]"
    assert prior(secret=secret) == expected


def test_an_extended_time_stamp_is_not_lapsing() -> None:
    secret = (
        ", prior_use: [{stage: completion, on: 2025-07-01, timestamp_until: 2026-04-30},"
        " {stage: completion, on: 2025-07-01, timestamp_until: 2036-04-30}]"
    )
    assert prior(secret=secret) == []


RIGHTS = "id: demo\noutputs: {{a: {{position: {position}}}}}\n{more}"


@pytest.mark.parametrize(
    ("more", "boundary", "core"),
    [
        ("", 1, 1),
        ("patents: {p: {covers: a}}", 0, 0),
        ("patents: {p: {covers: a, members: [{office: JP, status: planned}]}}", 0, 0),
        ("patents: {p: {covers: a, members: [{office: JP, status: lapsed}, {office: US, status: granted}]}}", 0, 0),
        ("patents: {p: {covers: a, members: [{office: JP, status: lapsed}, {office: US, status: refused}]}}", 1, 1),
        ("patents: {p: {covers: a, members: [{office: JP, expires: 2026-03-31}]}}", 1, 1),
        ("patents: {p: {covers: a, members: [{office: JP, expires: 2026-04-01}]}}", 0, 0),
        ("patents: {p: {covers: a, members: [{office: JP, expires: 2026}]}}", 0, 0),
        ("secrets: {s: {protects: a, measures: [nda]}}", 1, 0),
        ("agreements: {g: {covers: a}}", 0, 0),
        ("marks: {m: {guards: a}}", 0, 1),
        ("licenses: {l: {grants: a}}", 0, 0),
    ],
)
def test_what_counts_as_a_hold_on_the_boundary_and_on_the_core(more: str, boundary: int, core: int) -> None:
    assert len(ask("boundary-without-right", RIGHTS.format(position="boundary", more=more))) == boundary
    assert len(ask("core-unprotected", RIGHTS.format(position="core", more=more))) == core
    assert ask("core-unprotected", RIGHTS.format(position="periphery", more=more)) == []


def test_a_core_secret_of_unknown_care_leaves_the_question_open() -> None:
    found = ask("core-unprotected", RIGHTS.format(position="core", more="secrets: {s: {protects: a}}"))
    assert severities(found) == ["unanswered"]
    assert found[0].subjects[0].field == "measures"


def test_a_licence_named_by_the_treatment_holds_the_core() -> None:
    more = "licenses: {l: {}}\noptions: {o: {treatments: {a: {mode: keep-secret, via: l}}}}"
    assert ask("core-unprotected", RIGHTS.format(position="core", more=more)) == []


@pytest.mark.parametrize(
    ("field", "day", "expected"),
    [
        ("next_review", "2026-03-31", ["warning"]), ("next_review", "2026-04-01", []),
        ("next_review", "2026", ["question"]),
        ("access_listed_on", "2025-03-31", ["warning"]), ("access_listed_on", "2025-04-01", []),
        ("access_listed_on", "2025", ["question"]), ("access_listed_on", "2025-04", []),
    ],
)  # fmt: skip
def test_care_goes_stale_by_the_calendar(field: str, day: str, expected: list[str]) -> None:
    other = "" if field == "next_review" else ", next_review: 2027"
    found = ask("secret-care-overdue", f"id: demo\nsecrets: {{s: {{{field}: {day}{other}}}}}")
    assert severities(found) == expected


def test_a_review_never_set_is_unanswered_and_a_missing_mark_is_named_only_if_stated() -> None:
    assert severities(ask("secret-care-overdue", "id: demo\nsecrets: {s: {}}")) == ["unanswered"]
    stated = "id: demo\nsecrets: {s: {next_review: 2027, marked: false}}"
    assert severities(ask("secret-care-overdue", stated)) == ["warning"]


CONTAINED = """
id: demo
people: {{expert: {{until: {until}}}}}
organizations: {{mill: {{}}}}
agreements: {{nda: {{until: {ended}}}}}
outputs: {{a: {{}}}}
{more}
secrets: {{s: {{protects: a, shared_with: {{expert: null, mill: nda}}{measures}}}}}
"""


@pytest.mark.parametrize(
    ("until", "ended", "measures", "more", "expected"),
    [
        ("2027", "2027", ", measures: [nda]", "", []),
        ("2026-03-31", "2027", ", measures: [nda]", "", ["error"]),
        ("2026-04-01", "2027", ", measures: [nda]", "", []),
        ("2026", "2027", ", measures: [nda]", "", ["question"]),
        ("2026-03-31", "2027", ", measures: [leaver-control]", "", []),
        ("2026-03-31", "2027", "", "", ["unanswered"]),
        ("2027", "2026-03-31", ", measures: [nda]", "", ["error"]),
        ("2026-03-31", "2026-03-31", ", measures: [nda]", "patents: {p: {covers: a}}", []),
    ],
)  # fmt: skip
def test_who_left_or_is_no_longer_bound_is_named_unless_a_patent_stands_behind(
    until: str, ended: str, measures: str, more: str, expected: list[str]
) -> None:
    text = CONTAINED.format(until=until, ended=ended, measures=measures, more=more)
    assert severities(ask("secret-without-containment", text)) == expected


def test_unknown_detectability_of_a_patented_output_is_unanswered_unless_a_reason_is_given() -> None:
    text = "id: demo\noutputs: {a: {}}\noptions: {o: {treatments: {a: %s}}}"
    assert severities(ask("patent-on-undetectable-use", text % "patent-exclusive")) == ["unanswered"]
    assert ask("patent-on-undetectable-use", text % "{mode: patent-exclusive, reason: A rival files too}") == []
    assert ask("patent-on-undetectable-use", text % "publish") == []


def test_received_secrets_of_unknown_care_leave_the_question_open() -> None:
    assert severities(ask("foreign-secrets-mixed-in", "id: demo\nsecrets: {s: {third_party: true}}")) == ["unanswered"]
    assert ask("foreign-secrets-mixed-in", "id: demo\nsecrets: {s: {}}") == []


@pytest.mark.parametrize(("second", "count"), [("patent-exclusive", 1), ("standard-free", 0), ("patent-license", 0)])
def test_one_open_boundary_is_enough_for_adoption(second: str, count: int) -> None:
    strong = "{position: boundary, ratings: {network-effects: 4}}"
    options = f"options: {{o: {{treatments: {{a: keep-secret, b: {second}}}}}}}"
    text = f"id: demo\noutputs: {{a: {strong}, b: {strong}}}\n{options}"
    assert len(ask("closed-where-adoption-needs-opening", text)) == count


@pytest.mark.parametrize(
    ("ratings", "count"),
    [
        ("network-effects: 4, revenue-bottleneck: 4", 1), ("network-effects: 4, revenue-bottleneck: [3, 5]", 0),
        ("network-effects: 3, revenue-bottleneck: 5", 0), ("network-effects: 5", 0), ("revenue-bottleneck: 5", 0),
    ],
)  # fmt: skip
def test_only_what_is_surely_strong_on_both_sides_asks_for_a_split(ratings: str, count: int) -> None:
    assert len(ask("output-needs-splitting", f"id: demo\noutputs: {{a: {{ratings: {{{ratings}}}}}}}")) == count


@pytest.mark.parametrize(
    ("kind", "position", "count"),
    [("test-method", "core", 1), ("performance", "core", 0), ("test-method", "boundary", 0)],
)
def test_only_a_test_method_that_shows_the_core_guides_rivals(kind: str, position: str, count: int) -> None:
    text = f"""
id: demo
outputs: {{a: {{position: {position}}}}}
standards: {{s: {{kind: {kind}, clauses: [{{id: c, reveals: a}}]}}}}
"""
    assert len(ask("test-items-guide-rivals", text)) == count


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("core_technologies: a\ncontributions: {n: {reveals: a}}", 1),
        ("core_technologies: a\nstandards: {s: {clauses: [{id: c, reveals: a}]}}", 1),
        ("core_technologies: a", 0), ("contributions: {n: {reveals: a}}", 0),
    ],
)  # fmt: skip
def test_a_listed_test_method_on_its_way_into_a_standard_is_named(more: str, count: int) -> None:
    assert (
        len(ask("core-test-method-standardized", f"id: demo\noutputs: {{a: {{kind: test-method}}}}\n{more}")) == count
    )


@pytest.mark.parametrize(
    ("covers", "expected"),
    [("", ["warning"]), ("covers: a", []), ("covers: [a]", []), ("covers: []", ["warning"]),
     ("covers: {not_applicable: a defence}", [])],
)  # fmt: skip
def test_a_patent_covers_something_or_says_why_not(covers: str, expected: list[str]) -> None:
    found = ask("patent-covers-nothing", f"id: demo\noutputs: {{a: {{}}}}\npatents: {{p: {{{covers}}}}}")
    assert severities(found) == expected


@pytest.mark.parametrize(
    ("links", "more", "expected"),
    [
        ("", "", ["warning"]),
        ("", "products: {box: {embodies: a}}", []),
        ("part_of: b", "products: {box: {embodies: b}}", []),
        ("", "licenses: {deal: {terms: paid, price: 3 percent, grants: a}}", []),
        ("", "products: {box: {embodies: b}}", ["warning"]),
    ],
)
def test_what_is_closed_earns_somewhere(links: str, more: str, expected: list[str]) -> None:
    text = f"id: demo\noutputs: {{a: {{{links}}}, b: {{}}}}\n{more}\noptions: {{o: {{treatments: {{a: keep-secret}}}}}}"
    assert severities(ask("closed-without-revenue", text)) == expected


@pytest.mark.parametrize(
    ("detectability", "expected"),
    [("undetectable", ["warning"]), ("with-effort", []), ("easy", []), ("{not_applicable: never sold}", [])],
)
def test_only_use_that_nobody_can_see_speaks_against_a_patent(detectability: str, expected: list[str]) -> None:
    text = f"id: demo\noutputs: {{a: {{detectability: {detectability}}}}}\n"
    found = ask("patent-on-undetectable-use", text + "options: {o: {treatments: {a: patent-license}}}")
    assert severities(found) == expected


@pytest.mark.parametrize(
    ("secret", "expected"),
    [
        ("third_party: true, measures: [nda]", ["warning"]),
        ("third_party: true, measures: [nda, separation]", []),
        ("third_party: true, measures: {not_applicable: returned}", []),
        ("third_party: false, measures: [nda]", []),
    ],
)
def test_received_secrets_are_kept_apart(secret: str, expected: list[str]) -> None:
    assert severities(ask("foreign-secrets-mixed-in", f"id: demo\nsecrets: {{s: {{{secret}}}}}")) == expected


@pytest.mark.parametrize(
    ("rule_id", "more"),
    [
        ("closed-where-adoption-needs-opening", ""),
        ("secret-reachable-from-open", ""),
        ("standard-reveals-secret", "contributions: {n: {reveals: a}}"),
        ("control-point-unreviewed", ""),
        ("treatment-without-reason", ""),
    ],
)
def test_without_an_option_what_is_kept_or_opened_is_unknown(rule_id: str, more: str) -> None:
    assert severities(ask(rule_id, f"id: demo\noutputs: {{a: {{}}}}\n{more}")) == ["unanswered"]
