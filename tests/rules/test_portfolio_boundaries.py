"""Checks across projects: where they turn, what they do not know, whom they tell, and what stays behind."""

from __future__ import annotations

import pytest
from asking import ask_all
from families import answer

CONTRADICTION = "catalog-contradiction"
CATALOG = "# catalog/shared.yaml\nstandards:\n  coding: {title: Coding, published: 2021-06}\n"


def said(camera: str, screen: str = "{}", catalog: str = CATALOG) -> str:
    return (
        f"{catalog}# camera/project.yaml\nid: camera\nstandards:\n  coding: {camera}\n"
        f"# screen/project.yaml\nid: screen\nstandards:\n  coding: {screen}\n"
    )


@pytest.mark.parametrize(
    ("camera", "screen", "expected"),
    [
        ("{published: 2021-05-31}", "{}", "error"),
        ("{published: 2021-06-01}", "{}", "silent"),
        ("{published: 2021-06-30}", "{}", "silent"),
        ("{published: 2021-07-01}", "{}", "error"),
        ("{published: 2021}", "{}", "silent"),
        ("{stage: '60.60'}", "{stage: '40.20'}", "error"),
        ("{stage: '60.60'}", "{stage: '60.60'}", "silent"),
        ("{stage: '60.60'}", "{body: iso}", "silent"),
        ("{published: 2022, certainty: from-memory}", "{}", "question"),
        ("{published: {not_applicable: never}}", "{}", "error"),
    ],
)
def test_statements_on_a_shared_node(camera: str, screen: str, expected: str) -> None:
    assert answer(ask_all(CONTRADICTION, said(camera, screen))) == expected


def test_a_contradiction_names_all_who_speak_each_at_its_line() -> None:
    (found,) = ask_all(CONTRADICTION, said("{published: 2022}", "{published: 2021-06-02}"))
    assert (found.project, found.place.file, found.place.line) == ("camera", "camera/project.yaml", 3)
    assert found.message.en == "Coding [coding] is stated differently in catalog, camera, screen: Published."
    places = [str(evidence.place) for evidence in found.chain]
    assert places == ["catalog/shared.yaml:2:38", "camera/project.yaml:3:23", "screen/project.yaml:3:23"]


def test_the_order_of_projects_and_files_does_not_matter() -> None:
    one = ask_all(CONTRADICTION, said("{stage: '60.60'}", "{stage: '40.20'}"))
    parts = said("{stage: '60.60'}", "{stage: '40.20'}").split("# ")[1:]
    other = ask_all(CONTRADICTION, "".join(f"# {part}" for part in reversed(parts)))
    assert [d.fingerprint for d in one] == [d.fingerprint for d in other]
    assert [d.message for d in one] == [d.message for d in other]


CLOSED = "opened-here-closed-there"


def opened(here: str, mode: str = "keep-secret", more: str = "") -> str:
    return (
        f"# camera/project.yaml\nid: camera\noutputs:\n  tuning: {{title: Tuning}}\n{more}"
        f"options:\n  plan: {{treatments: {{tuning: {mode}}}}}\n"
        f"# screen/project.yaml\nid: screen\n{here}"
    )


@pytest.mark.parametrize(
    ("here", "mode", "expected"),
    [
        ("options: {ours: {treatments: {camera/tuning: publish}}}\n", "keep-secret", "error"),
        ("options: {ours: {treatments: {camera/tuning: publish}}}\n", "patent-exclusive", "error"),
        ("options: {ours: {treatments: {camera/tuning: patent-license}}}\n", "keep-secret", "silent"),
        ("options: {ours: {treatments: {camera/tuning: keep-secret}}}\n", "keep-secret", "silent"),
        ("options: {ours: {treatments: {camera/tuning: publish}}}\n", "patent-license", "silent"),
        ("publications: {talk: {reveals: camera/tuning}}\n", "keep-secret", "error"),
        ("publications: {talk: {reveals: camera/tuning}}\n", "patent-exclusive", "silent"),
        ("contributions: {paper: {reveals: camera/tuning}}\n", "keep-secret", "error"),
        ("standards: {s: {clauses: [{id: c, reveals: camera/tuning}]}}\n", "keep-secret", "error"),
        ("licenses: {l: {terms: open-source, grants: camera/tuning}}\n", "patent-exclusive", "error"),
        ("licenses: {l: {terms: paid, grants: camera/tuning}}\n", "patent-exclusive", "silent"),
        ("outputs: {panel: {depends_on: camera/tuning}}\n", "keep-secret", "silent"),
    ],
)
def test_what_opens_and_what_keeps_closed(here: str, mode: str, expected: str) -> None:
    assert answer(ask_all(CLOSED, opened(here, mode))) == expected


FAMILY = "patents:\n  {name}: {{covers: {output}, members: [{{office: JP, publication: {number}}}]}}\n"


@pytest.mark.parametrize(
    ("number", "expected"),
    [("JP2938338", "error"), ("JP 2938338 B2", "error"), ("特許第2938338号", "error"), ("JP2938339", "silent")],
)
def test_a_family_is_known_by_its_number(number: str, expected: str) -> None:
    here = FAMILY.format(name="coder", output="reading", number=number)
    text = (
        "# camera/project.yaml\nid: camera\noutputs:\n  tuning: {}\n"
        + FAMILY.format(name="ours", output="tuning", number="JP2938338")
        + "options:\n  plan: {treatments: {tuning: {mode: patent-exclusive, via: ours}}}\n"
        + "# screen/project.yaml\nid: screen\noutputs:\n  reading: {}\n"
        + here
        + "options:\n  plan: {treatments: {reading: {mode: patent-free, via: coder}}}\n"
    )
    assert answer(ask_all(CLOSED, text)) == expected


SECRET = (
    "# camera/project.yaml\nid: camera\noutputs:\n  tuning: {}\n"
    "secrets:\n  recipe: {title: Grüße an niemanden, protects: tuning}\n"
    "options:\n  plan: {treatments: {tuning: {mode: keep-secret, via: recipe}}}\n"
    "# screen/project.yaml\nid: screen\npublications:\n  talk: {reveals: camera/recipe}\n"
)


def test_nothing_crosses_that_is_above_the_audience() -> None:
    (found,) = ask_all(CLOSED, SECRET, audience="restricted")
    assert found.project == "screen"
    assert ask_all(CLOSED, SECRET, audience="internal") == []
    named = opened("options: {ours: {treatments: {camera/tuning: publish}}}\n").replace("{title: Tuning}", "{}")
    hidden = named.replace("tuning: {}", "tuning: {confidentiality: restricted}")
    assert len(ask_all(CLOSED, named)) == 1
    assert ask_all(CLOSED, hidden) == []


TWICE = "family-recorded-twice"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("{office: JP, publication: JP1}", "{office: JP, publication: JP1}", "warning"),
        ("{office: JP, publication: JP1, filed: 2021}", "{office: JP, publication: '1', filed: 2021-05}", "warning"),
        ("{office: JP, publication: JP1, filed: 2021}", "{office: JP, publication: JP1, filed: 2022}", "error"),
        ("{office: JP, publication: JP1}", "{office: US, publication: US1}", "silent"),
        ("{office: JP, publication: JP1}", "{office: JP, application: JP1}", "silent"),
        ("{office: JP, publication: JP1}", "{office: JP}", "silent"),
    ],
)
def test_one_document_in_two_families(first: str, second: str, expected: str) -> None:
    text = (
        f"# camera/project.yaml\nid: camera\npatents:\n  a: {{members: [{first}]}}\n"
        f"# screen/project.yaml\nid: screen\npatents:\n  b: {{members: [{second}]}}\n"
    )
    assert answer(ask_all(TWICE, text)) == expected


def test_two_families_of_one_project_are_compared_too_and_claims_on_one_are_no_second_record() -> None:
    one = (
        "# camera/project.yaml\nid: camera\npatents:\n  a: {members: [{office: JP, publication: JP1}]}\n"
        "  b: {members: [{office: JP, publication: JP1}]}\n"
    )
    assert answer(ask_all(TWICE, one)) == "warning"
    claims = (
        "# catalog/shared.yaml\npatents:\n  a: {members: [{office: JP, publication: JP1}]}\n"
        "# camera/project.yaml\nid: camera\npatents:\n  a: {working: in-use}\n"
        "# screen/project.yaml\nid: screen\npatents:\n  a: {members: [{office: JP, granted: 2021}]}\n"
    )
    assert answer(ask_all(TWICE, claims)) == "silent"


DECLARED = "family-declared-differently"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("commitment: frand, standard: coding", "commitment: royalty-free, standard: coding", "error"),
        ("commitment: frand, standard: coding", "commitment: frand, standard: coding", "silent"),
        ("commitment: frand, standard: coding", "standard: coding", "silent"),
        ("commitment: frand, body: iso", "commitment: refused, body: iso", "error"),
        ("commitment: frand, body: iso", "commitment: refused, body: iec", "silent"),
        ("commitment: frand, standard: coding", "commitment: refused, standard: coding, on: 2026-04-02", "silent"),
        ("commitment: frand, standard: coding", "commitment: refused, standard: coding, on: 2026-04-01", "error"),
    ],
)
def test_promises_on_one_family(first: str, second: str, expected: str) -> None:
    text = (
        "# catalog/shared.yaml\nstandards:\n  coding: {title: Coding}\npatents:\n  coder: {title: Coder}\n"
        f"# camera/project.yaml\nid: camera\ndeclarations:\n  ours: {{{first}, patents: coder}}\n"
        f"# screen/project.yaml\nid: screen\ndeclarations:\n  stated: {{{second}, patents: coder}}\n"
    )
    assert answer(ask_all(DECLARED, text)) == expected


BOOKED = "person-overbooked"


@pytest.mark.parametrize(
    ("camera", "screen", "period", "expected"),
    [
        ("{time_share: 50}", "{time_share: 50}", "", "silent"),
        ("{time_share: 50}", "{time_share: 50.5}", "", "warning"),
        ("{time_share: 100}", "{roles: [expert]}", "", "silent"),
        ("{time_share: 60, until: 2026-03-31}", "{time_share: 60}", "", "silent"),
        ("{time_share: 60, until: 2026-04-01}", "{time_share: 60}", "", "warning"),
        ("{time_share: 60}", "{time_share: 60}", "period: {until: 2026-03-31}\n", "silent"),
        ("{time_share: 60}", "{time_share: 60}", "period: {until: 2026}\n", "warning"),
        ("{time_share: 60}", "{time_share: 60}", "period: {from: 2026-04-02}\n", "silent"),
        ("{time_share: 60}", "{time_share: 60}", "period: {from: 2026-04-01}\n", "warning"),
    ],
)
def test_more_than_all_of_somebodys_time(camera: str, screen: str, period: str, expected: str) -> None:
    text = (
        "# catalog/people.yaml\npeople:\n  sato: {title: Sato}\n"
        f"# camera/project.yaml\nid: camera\n{period}people:\n  sato: {camera}\n"
        f"# screen/project.yaml\nid: screen\npeople:\n  sato: {screen}\n"
    )
    assert answer(ask_all(BOOKED, text)) == expected
