"""How long deliverables of standards bodies live, and by when a work item must be done."""

from __future__ import annotations

import re
from typing import Final

from oc_strategy.facts.fact import Fact
from oc_strategy.facts.store import Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.lifecycle import adopted_on, stage_of
from oc_strategy.model.standardization import Standard

APPROVALS: Final = ("10.99", "20.00")
"""The stages that start the track: the proposal is approved, the project is registered."""


def deliverable(standard: Standard, body: str | None) -> str | None:
    """The word that the facts use for the kind of deliverable; None for those without a limit."""
    stage, words = stage_of(standard.stage), standard.designation or ""
    if body == "ieee":
        return "standard" if standard.published else None
    if body == "iso" and stage is not None and stage[0] == 0:
        return "pwi"
    found = re.search(r"\b(PAS|TS|IWA)\b", words) if words and body in {"iso", "iec"} else None
    return found[1].lower() if found else None


def life_begins(standard: Standard, kind: str) -> Date | None:
    """From when a deliverable of a kind is counted; None where that is not known."""
    if kind != "pwi":
        return adopted_on(standard)
    days = [s.actual for s in standard.stages if s.actual and s.stage.startswith("00.")]
    return min(days, key=lambda day: day.first, default=None)


def limits_of(facts: Facts, body: str, kind: str) -> tuple[Fact, ...]:
    """The reviews and ends of life that a body sets for a kind of deliverable, the latest first."""
    rows = facts.every("stage-rules", body, deliverable=kind)
    limited = [row for row in rows if row.unit == "months" and row.detail["aspect"] in {"expiry", "review"}]
    return tuple(sorted(limited, key=lambda row: -row.number))


def track_begins(standard: Standard) -> Date | None:
    """When a work item was, or is to be, approved; its track is counted from there."""
    known = {s.stage: s.actual or s.target for s in standard.stages if s.stage in APPROVALS}
    return next((day for code in APPROVALS if (day := known.get(code)) is not None), None)


def track_facts(facts: Facts, body: str | None, track: int) -> tuple[Fact, ...]:
    """The facts that know a track of so many months."""
    rows = facts.every("stage-rules", body, aspect="track") if body else ()
    return tuple(row for row in rows if row.number == track)
