"""Findings, silences, near misses and strengths that are expected, held against what the checks found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.edges import Path
from oc_strategy.scoring.asked import Asked
from oc_strategy.scoring.expectation import Expectation, ExpectedFinding, NamedFindings, Variation
from oc_strategy.scoring.score import Judgement
from oc_strategy.scoring.telling import about, told, wanted


def firing(asked: Asked, part: Expectation | Variation) -> Iterator[Judgement]:
    """A judgement for each finding that must be there, must not, or may only raise a question."""
    for index, each in enumerate(part.must_fire):
        yield _must_fire(asked, ("must_fire", index), each)
    for index, silent in enumerate(part.must_not_fire):
        found = _gaps(asked, silent)
        path, expected = ("must_not_fire", index), text("score.nothing")
        yield asked.judged("must-not-fire", path, about(silent), not found, expected, told(found))
    for index, near in enumerate(part.near_misses):
        yield _near_miss(asked, ("near_misses", index), near)


def nothing_else(asked: Asked, whole: Expectation) -> Judgement:
    """Whether no finding is open that the expectation does not name."""
    expected: tuple[ExpectedFinding | NamedFindings, ...] = (*whole.must_fire, *whole.near_misses)
    more = [d for d in asked.found if d.is_open and not any(d.code == e.rule and _names(d, e) for e in expected)]
    return asked.judged("nothing-else", ("nothing_else",), "", not more, text("score.nothing-else"), told(more))


def strength(asked: Asked, index: int, rule: str) -> Judgement:
    """Whether a strength is seen."""
    found = [d for d in asked.found if d.code == rule]
    is_seen = any(d.severity == "good" for d in found)
    return asked.judged("strength", ("strengths", index), rule, is_seen, word("Severity", "good"), told(found))


def _must_fire(asked: Asked, path: Path, expected: ExpectedFinding) -> Judgement:
    found = _gaps(asked, expected)
    is_proved = any(each.is_gap and _proves(each, expected) for each in found)
    is_as_grave = not expected.severities or all(each.severity in expected.severities for each in found)
    is_right = is_proved and is_as_grave
    return asked.judged("must-fire", path, about(expected), is_right, wanted(expected), told(found, expected))


def _near_miss(asked: Asked, path: Path, near: NamedFindings) -> Judgement:
    found = [d for d in asked.found if d.code == near.rule and d.severity != "good" and _names(d, near)]
    is_doubt = bool(found) and all(each.severity == "question" for each in found)
    return asked.judged("near-miss", path, about(near), is_doubt, text("score.doubt"), told(found))


def _gaps(asked: Asked, expected: ExpectedFinding | NamedFindings) -> list[Diagnostic]:
    return [d for d in asked.found if d.code == expected.rule and _is_gap(d) and _names(d, expected)]


def _is_gap(found: Diagnostic) -> bool:
    return not found.is_unanswered and found.severity != "good"


def _names(found: Diagnostic, expected: ExpectedFinding | NamedFindings) -> bool:
    return set(expected.subjects) <= {s.node for s in found.subjects} | {e.node for e in found.chain}


def _proves(found: Diagnostic, expected: ExpectedFinding) -> bool:
    said = "\n".join([found.message.of("en"), *(each.what.of("en") for each in found.chain)])
    is_named = set(expected.chain) <= {each.node for each in found.chain}
    return is_named and all(_is_told(date.text, said) for date in expected.dates)


def _is_told(date: str, said: str) -> bool:
    """Whether a date is told as written, and not as the beginning of a more exact one."""
    return re.search(rf"(?<![\d-]){re.escape(date)}(?!\d|-\d)", said) is not None
