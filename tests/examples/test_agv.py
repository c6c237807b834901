"""The invented AGV project shows the gaps left in on purpose, and its actions answer findings that exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from agv_expectations import AS_OF, MUST_BE_EXCEPTED, MUST_FIRE, MUST_FIRE_ON

from oc_strategy.checking import Settings, check
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.steering import Action
from oc_strategy.portfolio import LoadedProject, find

AGV = Path(__file__).parents[2] / "examples" / "agv"
GAPS = ("error", "warning")


def agv() -> LoadedProject:
    portfolio = find(AGV)
    assert portfolio is not None
    return portfolio.load(portfolio.folders[0])


def findings(option: str | None = None) -> list[Diagnostic]:
    return [
        finding
        for finding in check(agv(), Settings(date.fromisoformat(AS_OF), Facts(), option))
        if not finding.is_unanswered
    ]


def names(finding: Diagnostic, rule: str, nodes: tuple[str, ...]) -> bool:
    return finding.code == rule and set(nodes) <= {subject.node for subject in finding.subjects}


def test_its_text_has_no_mistakes() -> None:
    assert agv().mistakes == ()


def test_its_errors_and_warnings_are_the_ones_left_in() -> None:
    gaps = [finding for finding in findings() if finding.severity in GAPS and finding.is_open]
    for rule, nodes in MUST_FIRE:
        assert [finding.code for finding in gaps if names(finding, rule, nodes)] == [rule]
    assert len(gaps) == len(MUST_FIRE)


@pytest.mark.parametrize(("rule", "nodes"), MUST_BE_EXCEPTED)
def test_its_exception_answers_for_a_finding(rule: str, nodes: tuple[str, ...]) -> None:
    assert any(names(finding, rule, nodes) and finding.state == "accepted" for finding in findings())


@pytest.mark.parametrize("option", sorted(MUST_FIRE_ON))
def test_a_rejected_option_shows_why_it_was_rejected(option: str) -> None:
    found = findings(option)
    assert all(any(names(finding, rule, nodes) for finding in found) for rule, nodes in MUST_FIRE_ON[option])


def test_each_action_that_names_a_finding_names_one_that_is_found() -> None:
    keys = {action.closes for action in agv().graph.of(Action) if action.closes}
    assert keys
    assert keys <= {finding.fingerprint for finding in findings()}
