"""A work item is forecast to be published later than the track that was chosen allows."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts.lifetimes import track_begins, track_facts
from oc_strategy.model.dates import Date
from oc_strategy.model.lifecycle import body_of, expected_on, progress
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Will the work item be published within the track that was chosen?",
        ja="選んだ開発トラックの期間内に発行できる見込みか",
    ),
    message=Text(
        en="{standard} is expected ({on}) later than its track of {track} months allows ({limit}).",
        ja="{standard} の発行見込みは {on} で、{track}か月のトラックの期限（{limit}）より遅い。",
    ),
    remedy=Text(
        en="Bring the stages of {standard} forward, or ask the committee for another track.",
        ja="{standard} の各段階を前倒しするか、委員会にトラックの変更を求める。",
    ),
    why=Text(
        en="A project past its limit is cancelled or falls back, and the years of work with it.",
        ja="期限を過ぎた作業項目は取り消されるか差し戻され、それまでの労力が失われる。",
    ),
    basis=Basis(facts=("stage-rules",)),
    fires="""
id: demo
standards:
  item:  # <- stage-past-track
    body: iso
    track: 24
    stages: [{stage: "10.99", actual: 2025-02-10}, {stage: "60.60", target: 2027-02-11}]
""",
    silent="""
id: demo
standards:
  item:
    body: iso
    track: 24
    stages: [{stage: "10.99", actual: 2025-02-10}, {stage: "60.60", target: 2027-02-10}]
""",
)
def stage_past_track(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        start, on = track_begins(standard), expected_on(standard)
        if start is None or on is None or progress(standard, case.now) != "in-work":
            continue
        if standard.track is not None:
            yield from _compared(case, standard, start, on, standard.track)
        elif body_of(case.graph, standard) == "iso" and not standard.is_answered("track"):
            yield Unanswered(standard, "track")


def _compared(case: Case, standard: Standard, start: Date, on: Date, track: int) -> Iterator[Answer]:
    limit, facts = start.plus_months(track), track_facts(case.facts, body_of(case.graph, standard), track)
    if limit.possibly_before(on):
        yield Finding(
            standard, None, {"standard": standard, "on": on, "track": track, "limit": limit},
            chain=(Step(standard, "track"), Step(standard, "stages")), facts=facts,
            severity="warning" if limit.certainly_before(on) else "question",
        )  # fmt: skip
