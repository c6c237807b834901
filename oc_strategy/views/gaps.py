"""The sign of gaps at a box: how many there are of each severity, for those who may know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from oc_strategy.lang import text
from oc_strategy.model.diagnostic import SEVERITIES
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.report import Report
from oc_strategy.views.texts import joined

Gaps: TypeAlias = frozenset[tuple[Severity, str]]
"""Severities with fingerprints, so that a gap about two boxes counts once where they are summed up."""


def gaps_by_node(report: Report) -> Mapping[str, Gaps]:
    """For each node the gaps that are about it; empty for an audience that is told none."""
    if not report.shows_findings:
        return {}
    found: defaultdict[str, set[tuple[Severity, str]]] = defaultdict(set)
    for gap in report.gaps:
        for subject in gap.subjects:
            found[subject.node].add((gap.severity, gap.fingerprint))
    return {node_id: frozenset(gaps) for node_id, gaps in found.items()}


def gap_signs(gaps: Iterable[tuple[Severity, str]]) -> Text | None:
    """The signs of the gaps with their numbers, the gravest first; None for none."""
    count = Counter(severity for severity, _ in gaps)
    signs = [
        joined([text(f"words_signs.Severity.{severity}"), str(count[severity])], "")
        for severity in SEVERITIES
        if count[severity]
    ]
    return text("pictures.gaps", signs=joined(signs, " ") or "") if signs else None
