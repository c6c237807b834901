"""The day of the next follow-up has passed, or none is set."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import DECIDES
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Decision
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Where, rule

_MAYBE = Text(
    en="The follow-up of {node}, due {due}, may be over.",
    ja="{node} の見直し（{due} 予定）は、期日を過ぎている可能性がある。",
)
_NONE = Text(
    en="{node} names no day of the next follow-up.",
    ja="{node} に次回の見直し日がない。",
)
_HELD = Text(
    en="{node} was followed up on {held}, and no later day is set.",
    ja="{node} は {held} に見直されたが、その次の見直し日がない。",
)


@rule(
    severity="error",
    question=Text(
        en="Is the next follow-up set, and still to come?",
        ja="次回の見直し日が決まっており、過ぎていないか",
    ),
    message=Text(
        en="The follow-up of {node} was due on {due} and is not on record.",
        ja="{node} の見直しは {due} の予定だったが、行われた記録がない。",
    ),
    remedy=Text(
        en="Hold the follow-up, record what was said, and set the day of the next one.",
        ja="見直しを行い、結果を記録し、次回の日を決める。",
    ),
    why=Text(
        en="Rivals, standards and the law move on; a strategy that nobody looks at again turns wrong unnoticed.",
        ja="競合も標準も法律も動く。見直されない戦略は、気付かれないまま合わなくなる。",
    ),
    basis=Basis(practice=("G48", "S3", "S42")),
    fires="""
id: demo
next_review: 2026-03-31  # <- follow-up-overdue
""",
    silent="""
id: demo
next_review: 2026-04-01
""",
)
def follow_up_overdue(case: Case) -> Iterator[Answer]:
    project = case.project
    if project.next_review is not None:
        held = [review.on for review in project.reviews if not review.on.certainly_before(project.next_review)]
        yield from _judged(case, project, "next_review", project.next_review, held)
    elif not project.is_answered("next_review") and not _is_planned_elsewhere(case):
        yield Finding(project, "next_review", {"node": project}, severity="warning", message=_NONE)
    for decision in case.graph.of(Decision):
        if decision.next_review is not None and decision in _current(case):
            yield from _judged(case, decision, "next_review", decision.next_review, [])
    yield from _treatments(case)


def _current(case: Case) -> tuple[Decision, ...]:
    """The decisions on the option looked at."""
    return case.graph.sources(case.option, DECIDES) if case.option else ()


def _is_planned_elsewhere(case: Case) -> bool:
    decided = any(decision.is_answered("next_review") for decision in _current(case))
    return decided or any(t.review_by is not None for t in (case.option.treatments.values() if case.option else ()))


def _treatments(case: Case) -> Iterator[Answer]:
    for key, treatment in case.option.treatments.items() if case.option else ():
        output = case.graph.get(key)
        if case.option and output and treatment.review_by is not None:
            where = ("treatments", key, "review_by")
            yield from _judged(case, case.option, where, treatment.review_by, [], output)


def _judged(
    case: Case, node: Node, where: Where, due: Date, held: list[Date], about: Node | None = None
) -> Iterator[Answer]:
    if not due.first < case.today:
        return
    is_past = due.certainly_before(case.now)
    yield Finding(
        node, where, {"node": about or node, "due": due, "held": held[-1] if held else ""},
        others=(about,) if about else (), chain=(Step(node, where), *((Step(about),) if about else ())),
        severity="warning" if held else "error" if is_past else "question",
        message=_HELD if held else None if is_past else _MAYBE,
    )  # fmt: skip
