"""The engine of checks across projects: who tells a finding, exceptions, a part of a portfolio, what is broken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from oc_strategy.checking import Settings, check
from oc_strategy.conflicts import conflicts
from oc_strategy.facts import Facts
from oc_strategy.portfolio import LoadedPortfolio, find, portfolio_of_texts
from oc_strategy.rule import Answer, PortfolioCase
from oc_strategy.rules import rule_by_id

SETTINGS = Settings(date(2026, 4, 1), Facts())
CAMERA = "id: camera\noutputs:\n  tuning: {}\noptions:\n  plan: {treatments: {tuning: keep-secret}}\n"
SCREEN = "id: screen\npublications:\n  talk: {reveals: camera/tuning}\n"
EXCEPTION = (
    "exceptions:\n  - {rule: opened-here-closed-there, subjects: [%s], status: accepted, reason: known, owner: lead, "
    "until: 2026-12}\n"
)


def portfolio(screen: str = SCREEN, camera: str = CAMERA) -> LoadedPortfolio:
    return portfolio_of_texts({"camera/project.yaml": camera, "screen/project.yaml": screen})


def told(of: LoadedPortfolio) -> dict[str, list[tuple[str, str, str]]]:
    found = conflicts(of, SETTINGS, "internal")
    return {name: [(d.code, d.severity, d.state) for d in each] for name, each in found.items()}


def test_the_project_that_opens_tells_it_and_names_the_other_ones_nodes() -> None:
    (found,) = conflicts(portfolio(), SETTINGS, "internal")["screen"]
    assert [subject.node for subject in found.subjects] == ["talk", "camera/tuning"]
    assert (found.place.file, found.place.line) == ("screen/project.yaml", 3)
    assert [str(e.place) for e in found.chain][-1] == "camera/project.yaml:5:31"


@pytest.mark.parametrize("subject", ["talk", "camera/*", "*"])
def test_an_exception_of_the_telling_project_answers_for_it(subject: str) -> None:
    screen = SCREEN + EXCEPTION % f'"{subject}"'
    assert told(portfolio(screen)) == {"screen": [("opened-here-closed-there", "error", "accepted")]}


def test_an_exception_that_matches_nothing_is_at_fault_once() -> None:
    of = portfolio("id: screen\n" + EXCEPTION % "talk")
    assert told(of) == {"screen": [("exception-unmatched", "error", "unmatched")]}
    alone = check(of.load(of.folders[1]), SETTINGS)
    assert "exception-unmatched" not in {d.code for d in alone}


def test_of_one_project_its_own_conflicts_are_told_and_no_exception_is_called_idle(tmp_path: Path) -> None:
    texts = {"camera": CAMERA, "screen": SCREEN, "other": "id: other\n" + EXCEPTION % "x"}
    for name, text in texts.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "project.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: ['*']\n", encoding="utf-8")
    codes = {}
    for name in texts:
        one = find(tmp_path / name)
        assert one is not None
        codes[name] = [d.code for each in conflicts(one, SETTINGS, "internal").values() for d in each]
    assert codes == {"camera": [], "screen": ["opened-here-closed-there"], "other": []}


def test_projects_with_mistakes_are_left_out() -> None:
    assert told(portfolio(SCREEN + "oops: 1\n")) == {}
    assert told(portfolio(camera=CAMERA + "oops: 1\n")) == {}


def test_a_rule_that_breaks_is_one_more_finding() -> None:
    def ask(case: PortfolioCase) -> Iterator[Answer]:
        raise ZeroDivisionError(len(case.parts))
        yield

    rule = rule_by_id("opened-here-closed-there")
    assert rule is not None
    found = conflicts(portfolio(), SETTINGS, "internal", [replace(rule, ask=ask)])
    assert [d.code for each in found.values() for d in each] == ["rule-crashed"]


def test_one_id_of_the_catalog_in_another_section_is_still_a_mistake() -> None:
    of = portfolio_of_texts(
        {"catalog/c.yaml": "standards:\n  x: {}\n", "p/project.yaml": "id: p\noutputs:\n  x: {title: X}\n"}
    )
    assert [m.code for m in of.load(of.folders[0]).mistakes] == ["duplicate-id"]


def test_a_claim_adds_to_what_the_catalog_says_in_its_own_project_only() -> None:
    of = portfolio_of_texts(
        {
            "catalog/c.yaml": "organizations:\n  sdo: {title: SDO}\nstandards:\n  x: {title: X, proposed_by: sdo}\n",
            "a/project.yaml": "id: a\nstandards:\n  x: {stage: '60.60'}\n",
            "b/project.yaml": "id: b\noutputs:\n  o: {depends_on: x}\n",
        }
    )
    one, other = (of.load(folder) for folder in of.folders)
    assert not one.mistakes + other.mistakes
    assert [one.graph.nodes["x"].__dict__[name] for name in ("stage", "proposed_by")] == ["60.60", ("sdo",)]
    assert "sdo" in one.graph.nodes
    assert (one.graph.nodes["x"].title, "x" in one.own) == (other.graph.nodes["x"].title, True)
    assert other.graph.nodes["x"].__dict__["stage"] is None


def test_check_tells_them_among_the_findings_of_the_project(tmp_path: Path) -> None:
    from oc_strategy.cli.app import outcome

    for name, text in {"camera": CAMERA, "screen": SCREEN}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "project.yaml").write_text(text, encoding="utf-8")
    file = tmp_path / "found.json"
    assert outcome(["check", str(tmp_path), "--format", "json", "-o", str(file), "-q"]) == 1
    found = json.loads(file.read_text(encoding="utf-8"))["findings"]
    assert [f["project"] for f in found if f["rule"] == "opened-here-closed-there"] == ["screen"]


def test_a_report_has_them_too_for_those_who_are_told_findings(tmp_path: Path) -> None:
    from oc_strategy.cli.reporting import reports_of

    for name, text in {"camera": CAMERA, "screen": SCREEN}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "project.yaml").write_text(text, encoding="utf-8")
    both = find(tmp_path)
    assert both is not None
    for audience, expected in (("internal", [False, True]), ("partner", [False, False])):
        reports = [made for _, made in reports_of(both, SETTINGS, audience, "en", quiet=True)]  # type: ignore[arg-type]
        found = [any(gap.code == "opened-here-closed-there" for gap in made.gaps) for made in reports if made]
        assert found == expected
