"""Who answers for findings: exceptions within their terms, a baseline that lets nothing new in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oc_strategy.checking import Settings, check
from oc_strategy.exporters.baseline import baseline_text
from oc_strategy.facts import Facts
from oc_strategy.loading import read_baseline
from oc_strategy.model.debt import KnownFinding, KnownSubject, key_of, known
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Confidentiality
from oc_strategy.model.vocabulary import Severity
from oc_strategy.portfolio import LoadedProject, find, project_of_text
from oc_strategy.report import report
from oc_strategy.rule import Answer, Case, Finding, Rule
from oc_strategy.rules import rule_by_id

FACTS = Facts()
ON = date(2026, 4, 1)
PROJECT = "id: demo\noutputs:\n  symbol: {title: Symbol}\n  reader: {title: Reader}\n"


def _rule(severity: Severity = "warning", only: str = "", field: str | None = None) -> Rule:
    found = rule_by_id("core-unprotected")
    assert found is not None

    def ask(case: Case) -> Iterator[Answer]:
        for output in case.graph.of(Output):
            if output.id.startswith(only):
                yield Finding(output, field, severity=severity)

    return replace(found, id="made-for-this-test", message=found.question, remedy=found.question, ask=ask)


def _checked(project: LoadedProject, rule: Rule, **terms: object) -> list[Diagnostic]:
    return check(project, Settings(ON, FACTS, **terms), [rule])  # type: ignore[arg-type]


def _with_exception(rest: str, rule: str = "made-for-this-test") -> LoadedProject:
    line = f"  - {{rule: '{rule}', status: in-work, reason: known, owner: lead, {rest}}}\n"
    return project_of_text(f"{PROJECT}exceptions:\n{line}")


def _states(found: list[Diagnostic]) -> set[tuple[str, str]]:
    return {(d.code, d.state) for d in found}


@pytest.mark.parametrize(
    ("rest", "is_too_long"),
    [
        ("until: 2026-04-11", False),
        ("until: 2026-04-12", True),
        ("on: 2026-03-20, until: 2026-04-01", True),
        ("on: 2026-03-22, until: 2026-04-01", False),
        ("on: 2026-03, until: 2026-04-01", True),
    ],
)
def test_an_exception_holds_no_longer_than_the_portfolio_allows(rest: str, is_too_long: bool) -> None:
    found = _checked(_with_exception(rest), _rule(), exception_days=10)
    own = {d.state for d in found if d.code == "made-for-this-test"}
    assert own == ({"new"} if is_too_long else {"accepted"})
    assert any(d.code == "exception-too-long" and d.is_open for d in found) == is_too_long


def test_a_pattern_may_name_several_checks_and_nodes_and_a_misspelt_check_is_guessed() -> None:
    found = _checked(_with_exception("subjects: ['s?mbol'], until: 2027", "made-*"), _rule())
    assert {(d.subjects[0].node, d.state) for d in found} == {("symbol", "accepted"), ("reader", "new")}
    fault = next(
        d for d in _checked(_with_exception("until: 2027", "core-unprotectd"), _rule()) if d.state == "unmatched"
    )
    assert "core-unprotected" in fault.remedy.en


def test_no_exception_may_name_every_check_at_once() -> None:
    (told,) = _with_exception("until: 2027", "*").mistakes
    assert (told.code, told.place.line) == ("bad-rule-pattern", 6)


def test_the_exception_stands_beside_what_it_accepts() -> None:
    found = _checked(_with_exception("until: 2026-12, ticket: IP-7"), _rule())
    excuse = found[0].excuse
    assert excuse is not None
    assert (excuse.status, excuse.owner, excuse.until, excuse.ticket) == ("in-work", "lead", "2026-12", "IP-7")
    assert excuse.place.line == 6


@pytest.mark.parametrize(("audience", "is_told"), [("internal", False), ("restricted", True)])
def test_the_reason_of_an_exception_is_withheld_from_whom_it_is_not_for(
    audience: Confidentiality, is_told: bool
) -> None:
    said = "{ja: 極秘の理由, en: hidden reason, confidentiality: restricted}"
    text = f"exceptions: [{{rule: core-unprotected, status: accepted, reason: {said}, owner: lead, until: 2027}}]\n"
    loaded = project_of_text(PROJECT.replace("{title: Symbol}", "{title: Symbol, position: core}") + text)
    found = [each for each in report(loaded, Settings(ON, FACTS), audience).findings if each.excuse]
    assert found
    assert {"hidden reason" in each.excuse.reason.of("en") for each in found if each.excuse} == {is_told}


def test_a_strength_needs_no_exception() -> None:
    assert ("made-for-this-test", "good") in {
        (d.code, d.severity) for d in _checked(_with_exception("until: 2027"), _rule("good")) if d.state == "new"
    }


def _owing(folder: Path, found: list[Diagnostic]) -> LoadedProject:
    folder.mkdir(exist_ok=True)
    (folder / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (folder / "baseline.yaml").write_text(baseline_text(map(known, found)), encoding="utf-8")
    portfolio = find(folder)
    assert portfolio is not None
    return portfolio.load(folder)


def test_what_the_baseline_has_is_existing_and_what_is_new_stays_new(tmp_path: Path) -> None:
    owing = _owing(tmp_path, _checked(project_of_text(PROJECT), _rule(only="symbol")))
    found = _checked(owing, _rule())
    assert {(d.subjects[0].node, d.state, d.is_open) for d in found} == {
        ("symbol", "existing", False), ("reader", "new", True),
    }  # fmt: skip
    assert {d.state for d in _checked(owing, _rule(), honour_baseline=False)} == {"new"}


@pytest.mark.parametrize(("now", "state"), [("error", "new"), ("warning", "existing"), ("question", "existing")])
def test_what_has_become_graver_is_new(tmp_path: Path, now: Severity, state: str) -> None:
    owing = _owing(tmp_path, _checked(project_of_text(PROJECT), _rule("warning")))
    assert _states(_checked(owing, _rule(now))) == {("made-for-this-test", state)}


def test_the_same_check_on_another_field_of_the_same_node_is_new(tmp_path: Path) -> None:
    owing = _owing(tmp_path, _checked(project_of_text(PROJECT), _rule(only="symbol")))
    found = _checked(owing, _rule(only="symbol", field="title"))
    assert _states(found) == {("made-for-this-test", "new"), ("baseline-stale", "unmatched")}


def test_what_is_gone_is_reported_at_its_line_and_may_be_made_an_error(tmp_path: Path) -> None:
    owing = _owing(tmp_path, _checked(project_of_text(PROJECT), _rule()))
    stale = [d for d in _checked(owing, _rule(only="symbol")) if d.code == "baseline-stale"]
    assert [(d.severity, d.state, Path(d.place.file).name, d.place.line) for d in stale] == [
        ("warning", "unmatched", "baseline.yaml", 4)
    ]
    graver = _checked(owing, _rule(only="symbol"), severities={"baseline-stale": "error"})
    assert [d.severity for d in graver if d.code == "baseline-stale"] == ["error"]


HOSTILE = [
    ("findings: 3\n", "wrong-type", 1),
    ("findings:\n  - x\n", "wrong-type", 2),
    ("findings:\n  - {rule: a, project: p, severity: grave, subjects: []}\n", "not-in-list", 2),
    ("findings:\n  - {rule: a, project: p, severity: error, subjects: [{node: '../x'}]}\n", "bad-id", 2),
    ("findings:\n  - {rule: a, project: p, severity: error}\n", "missing-key", 2),
    ("finding: []\n", "unknown-key", 1),
    ("- a\n", "not-a-mapping", 1),
    ("findings: &a [*a]\n", "anchor", 1),
    ("findings: [\n", "not-yaml", 2),
    ("\x00", "not-yaml", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), HOSTILE)
def test_a_baseline_that_cannot_be_read_is_a_mistake_at_its_place(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "baseline.yaml").write_text(text, encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    (told,) = check(portfolio.load(tmp_path), Settings(ON, FACTS), [_rule()])
    assert (Path(told.place.file).name, told.place.line) == ("baseline.yaml", line)
    assert told.code in {code, "bad-reference"}


IDS = st.text("abcz019-", min_size=1, max_size=8) | st.sampled_from(["null", "true", "no"])
SUBJECTS = st.builds(KnownSubject, node=IDS, field=st.lists(IDS, max_size=3).map(tuple))
DEBTS = st.builds(
    KnownFinding, rule=IDS, project=IDS, option=st.none() | IDS, severity=st.sampled_from(["error", "question"]),
    subjects=st.lists(SUBJECTS, min_size=1, max_size=3).map(tuple),
)  # fmt: skip


@given(st.lists(DEBTS, max_size=5, unique_by=lambda debt: debt.key))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_baseline_is_read_as_it_was_written_in_any_order(tmp_path: Path, debts: list[KnownFinding]) -> None:
    written = baseline_text(debts)
    assert baseline_text(debts[::-1]) == written
    (tmp_path / "baseline.yaml").write_text(written, encoding="utf-8")
    placed, mistakes = read_baseline(tmp_path)
    assert mistakes == []
    assert {debt.record.key for debt in placed} == {debt.key for debt in debts}
    assert [debt.place.line for debt in placed] == list(range(4, 4 + len(debts)))


def test_a_finding_has_the_key_that_the_baseline_has() -> None:
    for found in _checked(project_of_text(PROJECT), _rule(field="title")):
        assert known(found).key == key_of(found)
