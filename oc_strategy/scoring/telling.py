"""What was expected, and what was found instead, in words."""

from __future__ import annotations

from collections.abc import Iterable

from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Text, listed
from oc_strategy.scoring.expectation import ExpectedFinding, NamedFindings


def about(expected: ExpectedFinding | NamedFindings) -> str:
    """The check, and the nodes where some are named."""
    return expected.rule + (f" ({', '.join(expected.subjects)})" if expected.subjects else "")


def wanted(expected: ExpectedFinding) -> Text:
    """How grave a finding should be, what its chain should name and which dates it should tell."""
    severities = listed(word("Severity", each) for each in expected.severities)
    parts = [severities if expected.severities else text("score.finding")]
    if expected.chain:
        parts.append(text("score.chain", nodes=", ".join(expected.chain)))
    if expected.dates:
        parts.append(text("score.dates", dates=", ".join(each.text for each in expected.dates)))
    return _joined(parts)


def told(found: Iterable[Diagnostic], expected: ExpectedFinding | None = None) -> Text | None:
    """What some findings say, with their chains where one was expected; None where there is none."""
    every = list(found)
    has_chain = expected is not None and bool(expected.chain)
    return _joined(_said(each, has_chain=has_chain) for each in every) if every else None


def _said(found: Diagnostic, *, has_chain: bool) -> Text:
    state = _state(found)
    words = Text.each(lambda language: f"{state.of(language)} [{found.code}] {found.message.of(language)}")
    if not has_chain:
        return words
    nodes = ", ".join(dict.fromkeys(each.node for each in found.chain))
    return _joined([words, text("score.chain", nodes=nodes)])


def _state(found: Diagnostic) -> Text:
    if found.is_unanswered or found.state == "accepted":
        return text("states.unanswered" if found.is_unanswered else "states.accepted")
    return word("Severity", found.severity)


def _joined(parts: Iterable[Text]) -> Text:
    every = list(parts)
    return Text(ja="／".join(part.of("ja") for part in every), en="; ".join(part.of("en") for part in every))
