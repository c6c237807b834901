"""The engine: severities that facts bear, exceptions, crashes, mistakes before rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from oc_strategy.checking import Settings, check
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic, Telling
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.portfolio import LoadedProject, project_of_text
from oc_strategy.rule import Answer, Case, Finding, Rule, Step, Unanswered
from oc_strategy.rules import rule_by_id
from oc_strategy.telling import told

FACTS = Facts()
ON = date(2026, 4, 1)
PROJECT = "id: demo\noutputs:\n  symbol: {title: Symbol}\n"


def _rule(ask: object) -> Rule:
    found = rule_by_id("core-unprotected")
    assert found is not None
    return replace(found, id="made-for-this-test", message=found.question, remedy=found.question, ask=ask)  # type: ignore[arg-type]


def _found(text: str, ask: object, today: date = ON) -> list[Diagnostic]:
    return check(project_of_text(text), Settings(today, FACTS), [_rule(ask)])


def _about_symbol(severity: Severity, confidence: str | None = None) -> object:
    fact = next(f for f in FACTS.all() if f.confidence == confidence) if confidence else None

    def ask(case: Case) -> Iterator[Answer]:
        yield Finding(case.graph.of(Output)[0], severity=severity, facts=(fact,) if fact else ())

    return ask


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [("V1", "error"), ("V2", "error"), ("V1d", "warning"), ("M", "question"), ("X", "question")],
)
def test_a_finding_is_only_as_grave_as_its_weakest_fact(confidence: str, severity: str) -> None:
    (found,) = _found(PROJECT, _about_symbol("error", confidence))
    assert found.severity == severity


def test_a_question_stays_a_question_and_a_strength_a_strength() -> None:
    assert [d.severity for d in _found(PROJECT, _about_symbol("question", "V1"))] == ["question"]
    assert [d.severity for d in _found(PROJECT, _about_symbol("good", "M"))] == ["good"]


def test_a_rule_that_breaks_is_one_more_finding() -> None:
    def ask(case: Case) -> Iterator[Answer]:
        yield Finding(case.graph.of(Output)[0])
        raise ZeroDivisionError("by the rule")

    (found,) = _found(PROJECT, ask)
    assert (found.code, found.severity) == ("rule-crashed", "error")
    assert "made-for-this-test" in found.message.en
    assert "ZeroDivisionError" in found.message.ja


def test_a_message_that_cannot_be_filled_is_one_more_finding_too() -> None:
    found = rule_by_id("disclosed-before-filing")
    assert found is not None
    broken = replace(found, ask=lambda case: iter([Finding(case.graph.of(Output)[0])]))
    (told,) = check(project_of_text(PROJECT), Settings(ON, FACTS), [broken])
    assert told.code == "rule-crashed"


def test_a_strength_whose_words_cannot_be_made_tells_this_instead() -> None:
    def ask(case: Case) -> Iterator[Answer]:
        yield Finding(case.graph.of(Output)[0], severity="good")

    broken = replace(_rule(ask), message=Text.plain("{missing} is well guarded."))
    (told,) = check(project_of_text(PROJECT), Settings(ON, FACTS), [broken])
    assert (told.code, told.severity) == ("made-for-this-test", "good")
    assert "made-for-this-test" in told.message.en
    assert "KeyError: 'missing'" in told.message.ja


def test_strengths_and_open_questions_are_worded_only_when_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(case: Case) -> Iterator[Answer]:
        (output,) = case.graph.of(Output)
        yield Finding(output, "title", {"output": output}, severity="good", chain=(Step(output, "title"),))
        yield Unanswered(output, "position")
        yield Finding(output, "kind", {"output": output})

    worded: list[Answer] = []

    def telling(rule: Rule, answer: Answer, loaded: LoadedProject) -> Telling:
        worded.append(answer)
        return told(rule, answer, loaded)

    monkeypatch.setattr("oc_strategy.telling.told", telling)
    monkeypatch.setattr("oc_strategy.checking.told", telling)
    found = {d.severity: d for d in _found(PROJECT, ask)}
    assert [type(answer).__name__ for answer in worded] == ["Finding"]
    assert found["question"].message.en.endswith("Symbol [symbol] does not say: Position.")
    assert [link.what.en for link in found["good"].chain] == ["Symbol [symbol] — Title: Symbol"]
    assert found["good"].remedy == found["error"].remedy
    assert len(worded) == 3


def test_the_same_finding_is_told_once() -> None:
    def ask(case: Case) -> Iterator[Answer]:
        yield Finding(case.graph.of(Output)[0])
        yield Finding(case.graph.of(Output)[0])

    assert len(_found(PROJECT, ask)) == 1


def test_the_fingerprint_does_not_move_with_the_lines() -> None:
    (one,) = _found(PROJECT, _about_symbol("error"))
    (other,) = _found("# a comment\n\n" + PROJECT, _about_symbol("error"))
    assert one.place.line != other.place.line
    assert one.fingerprint == other.fingerprint


def _excepted(until: str, rule: str = "made-for-this-test", subjects: str = "[sym*]") -> str:
    return PROJECT + (
        f"exceptions:\n  - {{rule: {rule}, subjects: {subjects}, status: accepted, reason: known, owner: lead, "
        f"until: {until}}}\n"
    )


def test_an_exception_answers_for_a_finding_until_its_last_day() -> None:
    (found,) = _found(_excepted("2026-04-01"), _about_symbol("error"))
    assert found.excuse is not None
    assert (found.state, found.excuse.owner, found.excuse.status) == ("accepted", "lead", "accepted")


def test_an_expired_exception_brings_the_finding_back_and_is_an_error() -> None:
    found = _found(_excepted("2026-03-31"), _about_symbol("error"))
    assert sorted((d.code, d.state) for d in found) == [
        ("exception-expired", "expired"),
        ("made-for-this-test", "expired"),
    ]


@pytest.mark.parametrize(("rule", "subjects"), [("another-rule", "[symbol]"), ("made-for-this-test", "[other]")])
def test_an_exception_that_matches_nothing_is_an_error_at_its_line(rule: str, subjects: str) -> None:
    found = _found(_excepted("2027", rule, subjects), _about_symbol("warning"))
    fault = next(d for d in found if d.code == "exception-unmatched")
    assert (fault.severity, fault.place.line) == ("error", 5)


def test_exceptions_can_be_left_aside() -> None:
    settings = Settings(ON, FACTS, honour_exceptions=False)
    (found,) = check(project_of_text(_excepted("2027")), settings, [_rule(_about_symbol("error"))])
    assert found.state == "new"


def test_a_portfolio_may_weigh_a_rule_anew() -> None:
    settings = Settings(ON, FACTS, severities={"made-for-this-test": "warning"})
    (found,) = check(project_of_text(PROJECT), settings, [_rule(_about_symbol("error"))])
    assert found.severity == "warning"


def test_a_text_with_mistakes_gives_its_mistakes_only() -> None:
    found = _found(PROJECT + "oops: 1\n", _about_symbol("error"))
    assert [d.code for d in found] == ["unknown-section"]


def test_the_gravest_comes_first() -> None:
    def ask(case: Case) -> Iterator[Answer]:
        for severity in ("good", "question", "error", "warning"):
            yield Finding(case.graph.of(Output)[0], severity, severity=severity)  # type: ignore[arg-type]

    assert [d.severity for d in _found(PROJECT, ask)] == ["error", "warning", "question", "good"]
