"""The shapes that JSON about options is made of."""

from __future__ import annotations

from typing import Any

from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Text
from oc_strategy.options.obstacles import Obstacle
from oc_strategy.options.spans import Span


def span_data(of: tuple[Span, ...]) -> dict[str, Any]:
    """The aims of a plan: what is told, and from where to where it may lie."""
    return {span.aim: {"told": span.told, "low": span.low, "high": span.high} for span in of}


def reasons_data(reasons: tuple[Obstacle, ...]) -> list[dict[str, Any]]:
    """Why a mode cannot be taken: in words, by which check, and where that points."""
    return [{"message": both(r.message), "rule": r.rule, "place": _place(r.finding)} for r in reasons]


def _place(finding: Diagnostic | None) -> str | None:
    return str(finding.place) if finding else None


def gap_data(gap: Diagnostic) -> dict[str, Any]:
    """A finding in short: which check, how grave, in words, about which nodes."""
    subjects = [{"node": subject.node, "field": subject.field} for subject in gap.subjects]
    return {"rule": gap.code, "severity": gap.severity, "message": both(gap.message), "subjects": subjects}


def both(words: Text) -> dict[str, str]:
    """A text in both languages."""
    return {"ja": words.of("ja"), "en": words.of("en")}
