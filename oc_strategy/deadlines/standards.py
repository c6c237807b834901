"""The dates of standards: stages to reach, the limit of the track, reviews and ends, windows to exclude patents in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from oc_strategy.deadlines.deadline import Deadline
from oc_strategy.facts import Facts
from oc_strategy.facts.lifetimes import deliverable, life_begins, limits_of, track_begins, track_facts
from oc_strategy.facts.policies import exclusion_end
from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import readings_on
from oc_strategy.model.graph import Graph
from oc_strategy.model.lifecycle import body_of, is_replaced, progress, was_reviewed
from oc_strategy.model.standardization import Standard

_KINDS: Final = {"review": "standard-review", "expiry": "standard-ends"}


def standard_dates(graph: Graph, standard: Standard, facts: Facts, today: date) -> Iterator[Deadline]:
    """What is to be reached, reviewed or answered by a day in the work on a standard."""
    now = Date.day(today)
    for index, stage in enumerate(standard.stages):
        if stage.target and not stage.actual:
            yield Deadline(standard, ("stages", index, "target"), "stage", stage.target, stage.stage)
    state = progress(standard, now)
    if state == "in-work":
        yield from _track(graph, standard, facts)
    if state != "ended":
        yield from _life(graph, standard, facts, now)
    yield from _exclusions(graph, standard, facts)


def _track(graph: Graph, standard: Standard, facts: Facts) -> Iterator[Deadline]:
    start = track_begins(standard)
    if start is not None and standard.track is not None:
        known = track_facts(facts, body_of(graph, standard), standard.track)
        end = start.plus_months(standard.track)
        yield Deadline(standard, "track", "track", end, None, known[0] if known else None)


def _life(graph: Graph, standard: Standard, facts: Facts, now: Date) -> Iterator[Deadline]:
    body = body_of(graph, standard)
    kind = deliverable(standard, body)
    start = life_begins(standard, kind) if kind else None
    if body is None or kind is None or start is None or is_replaced(graph, standard, now):
        return
    for fact in limits_of(facts, body, kind):
        aspect = fact.detail["aspect"]
        if aspect == "expiry" or not was_reviewed(standard, now):
            where = "stages" if kind == "pwi" else "published"
            yield Deadline(standard, where, _KINDS[aspect], start.plus_months(fact.number), None, fact)


def _exclusions(graph: Graph, standard: Standard, facts: Facts) -> Iterator[Deadline]:
    """The windows in which a family that reads on the standard can still be kept out of a promise."""
    if not standard.exclusion_windows or not readings_on(graph, standard):
        return
    for index, window in enumerate(standard.exclusion_windows):
        end = exclusion_end(facts, graph, standard, index)
        if end is not None:
            where = ("exclusion_windows", index, "closes" if window.closes else "opened")
            yield Deadline(standard, where, "exclusion", end[0], None, end[1])
