"""Where a standard stands: its stage, whether it is in work, since when, and when it was adopted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import COMMITTEE_OF, PARENT_COMMITTEE, SUPERSEDES, TABLED_IN
from oc_strategy.model.graph import Graph
from oc_strategy.model.standardization import Committee, Standard

Progress = Literal["in-work", "adopted", "ended", "unknown"]
Stage = tuple[int, int]
PROPOSAL, PUBLICATION = 10, 60


@lru_cache(maxsize=1024)
def stage_of(code: str | None) -> Stage | None:
    """A harmonised stage code as stage and substage, (30, 60) for `30.60`; None for anything of another form."""
    match = re.fullmatch(r"([0-9]{2})\.([0-9]{2})", code or "")
    return (int(match[1]), int(match[2])) if match else None


def reached(standard: Standard, now: Date) -> Stage | None:
    """The stage it is in: the one written, else the latest of its history that is not in the future."""
    if standard.stage is not None:
        return stage_of(standard.stage)
    past = [
        (s.actual.first, stage_of(s.stage)) for s in standard.stages if s.actual and not now.certainly_before(s.actual)
    ]
    return max((entry for entry in past if entry[1]), default=(None, None))[1]


def progress(standard: Standard, now: Date) -> Progress:
    """Whether it is in work (or planned), adopted, or ended without or after adoption.

    A publication date that is not certainly to come counts as adopted; 95.99 and xx.98 end the life (ISO stage codes).
    """
    stage = reached(standard, now)
    if stage is not None and (stage[1] == 98 or stage == (95, 99)):
        return "ended"
    if standard.published is not None:
        return "in-work" if now.certainly_before(standard.published) else "adopted"
    if stage is not None:
        return "adopted" if stage[0] >= PUBLICATION else "in-work"
    return "in-work" if any(s.target for s in standard.stages) else "unknown"


def adopted_on(standard: Standard) -> Date | None:
    """The day it was, or is to be, published: as written, else when its history reached stage 60."""
    reached_60 = [s.actual for s in standard.stages if s.actual and _is_publication(s.stage)]
    return standard.published or min(reached_60, key=lambda day: day.first, default=None)


def may_be_unadopted(standard: Standard, now: Date) -> bool:
    """Whether the adoption may still be to come, since its date is known only to a month or year that is not over."""
    adopted = adopted_on(standard)
    return adopted is not None and now.possibly_before(adopted)


def expected_on(standard: Standard) -> Date | None:
    """The day of publication as known or planned: adopted, else the target of stage 60."""
    planned = [s.target for s in standard.stages if s.target and _is_publication(s.stage)]
    return adopted_on(standard) or min(planned, key=lambda day: day.first, default=None)


def _is_publication(code: str) -> bool:
    stage = stage_of(code)
    return stage is not None and stage[0] == PUBLICATION


def begun_on(graph: Graph, standard: Standard) -> Date | None:
    """The earliest day on which work on it is known: a stage that was reached, or a contribution to it."""
    days = [s.actual for s in standard.stages if s.actual]
    days += [paper.submitted for paper in graph.sources(standard, TABLED_IN) if paper.submitted]
    return min(days, key=lambda day: day.first, default=None)


def body_of(graph: Graph, standard: Standard) -> str | None:
    """The standards body: the standard's own entry, else that of its committee or of one above it."""
    if standard.body is not None:
        return standard.body
    committee = graph.target(standard, COMMITTEE_OF)
    return next((c.body for c in chain_above(graph, committee) if c.body), None) if committee else None


def chain_above(graph: Graph, committee: Committee) -> tuple[Committee, ...]:
    """A committee and those above it, nearest first; a cycle ends where it would repeat."""
    chain = [committee]
    while (above := graph.target(chain[-1], PARENT_COMMITTEE)) is not None and above not in chain:
        chain.append(above)
    return tuple(chain)


def is_replaced(graph: Graph, standard: Standard, now: Date) -> bool:
    """Whether an adopted standard supersedes it."""
    return any(progress(other, now) == "adopted" for other in graph.sources(standard, SUPERSEDES))


def was_reviewed(standard: Standard, now: Date) -> bool:
    """Whether a review of it is on record (ISO stage 90)."""
    here = reached(standard, now)
    return (here is not None and here[0] >= 90) or any(s.stage.startswith("90.") and s.actual for s in standard.stages)
