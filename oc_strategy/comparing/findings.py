"""Which findings are new, gone, or still there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic
from oc_strategy.model.vocabulary import Severity

Outcome = Literal["new", "worse", "better", "gone", "same"]
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One finding on both sides; None where it was, or is, not open there."""

    before: Diagnostic | None
    after: Diagnostic | None

    @property
    def finding(self) -> Diagnostic:
        """The finding as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def outcome(self) -> Outcome:
        """What became of it; worse and better by its severity."""
        if self.before is None or self.after is None:
            return "new" if self.before is None else "gone"
        steps = SEVERITIES.index(self.after.severity) - SEVERITIES.index(self.before.severity)
        return "same" if steps == 0 else "worse" if steps < 0 else "better"

    def is_worse_at(self, level: Severity) -> bool:
        """Whether a gap came, or became graver, that is at or above a severity."""
        if self.outcome not in {"new", "worse"} or self.after is None or self.after.severity == "good":
            return False
        return SEVERITIES.index(self.after.severity) <= SEVERITIES.index(level)


def finding_changes(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], renamed: Mapping[str, str]
) -> tuple[FindingChange, ...]:
    """The open gaps and the strengths of both sides, gravest first; what was excepted or unanswered is not open.

    The same check on the same subjects is the same finding, under whatever option was chosen.
    """
    old = {_key(found, renamed): found for found in before if _is_open(found)}
    new = {_key(found, {}): found for found in after if _is_open(found)}
    every = [FindingChange(old.get(key), new.get(key)) for key in {*old, *new}]
    return tuple(sorted(every, key=lambda change: (change.finding.order, change.outcome)))


def _is_open(found: Diagnostic) -> bool:
    return found.is_gap or (found.severity == "good" and not found.is_unanswered)


def _key(found: Diagnostic, renamed: Mapping[str, str]) -> _Key:
    subjects = sorted((renamed.get(s.node, s.node), s.field or "") for s in found.subjects)
    return found.code, *subjects
