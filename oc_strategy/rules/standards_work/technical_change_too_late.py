"""A technical contribution is planned for a time when the work takes editorial changes only."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import TABLED_IN
from oc_strategy.model.lifecycle import body_of, expected_on, progress, reached, stage_of
from oc_strategy.model.standardization import Contribution, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_CLOSED = Text(
    en="{contribution} is planned for {on}, when {standard} has passed the last stage that takes technical changes "
    "(from {closes}).",
    ja="{contribution} の提出予定は {on} だが、"
    "{standard} は技術的な変更を受け付ける最後の段階を過ぎている（{closes} から）。",
)


@rule(
    severity="error",
    question=Text(
        en="Does every planned technical contribution come while technical changes are still taken?",
        ja="予定する技術的な寄書は、技術的な変更を受け付ける段階に間に合うか",
    ),
    message=Text(
        en="{contribution} is planned ({on}) after {standard} is to be published ({closes}).",
        ja="{contribution} の提出予定は {on} だが、{standard} の発行（{closes}）より後である。",
    ),
    remedy=Text(
        en="Table {contribution} before the enquiry closes, or keep it for the next revision of {standard}.",
        ja="{contribution} を照会段階が終わる前に提出するか、{standard} の次の改訂に回す。",
    ),
    why=Text(
        en="A final draft takes editorial changes only; a point that was not made by then waits for years.",
        ja="最終原案は編集上の修正しか受け付けない。それまでに出さなかった意見は、次の改訂まで数年待つことになる。",
    ),
    basis=Basis(facts=("stage-rules",)),
    fires="""
id: demo
standards:
  item:
    body: iso
    stage: "30.60"
    stages: [{stage: "60.60", target: 2026-12}]
contributions:
  paper: {to: item, submitted: 2027-02-01, status: planned, technical: true}  # <- technical-change-too-late
""",
    silent="""
id: demo
standards:
  item:
    body: iso
    stage: "30.60"
    stages: [{stage: "60.60", target: 2026-12}]
contributions:
  paper: {to: item, submitted: 2027-02-01, status: planned, technical: false}
""",
)
def technical_change_too_late(case: Case) -> Iterator[Answer]:
    for paper in case.graph.of(Contribution):
        if _is_to_come(paper, case.now) and paper.technical is not False:
            for standard in case.graph.targets(paper, TABLED_IN):
                if isinstance(standard, Standard) and progress(standard, case.now) != "ended":
                    yield from _asked(case, paper, standard)


def _is_to_come(paper: Contribution, now: Date) -> bool:
    return paper.status == "planned" or (paper.submitted is not None and now.certainly_before(paper.submitted))


def _asked(case: Case, paper: Contribution, standard: Standard) -> Iterator[Answer]:
    if paper.submitted is None:
        yield Unanswered(paper, "submitted", (standard,))
        return
    found = _published(paper, standard, paper.submitted) or _closed(case, paper, standard, paper.submitted)
    if found is not None:
        yield found if paper.technical else Unanswered(paper, "technical", (standard,))


def _published(paper: Contribution, standard: Standard, on: Date) -> Finding | None:
    published = expected_on(standard)
    if published is None or not published.certainly_before(on):
        return None
    return _finding(paper, standard, on, published)


def _closed(case: Case, paper: Contribution, standard: Standard, on: Date) -> Finding | None:
    """Whether the stage after the last technical one has begun by then."""
    body = body_of(case.graph, standard)
    fact = case.facts.find("stage-rules", body, aspect="last-technical-stage") if body else None
    closes = _passed(standard, fact, case.now) if fact else None
    if fact is None or closes is None or not closes.possibly_before(on):
        return None
    return _finding(paper, standard, on, closes, fact, is_sure=closes.certainly_before(on))


def _passed(standard: Standard, fact: Fact, now: Date) -> Date | None:
    last = int(fact.value or 0)
    dated = [(s.actual or s.target, stage_of(s.stage)) for s in standard.stages]
    begun = [day for day, stage in dated if day and stage and stage[0] > last]
    here = reached(standard, now)
    return min(begun, key=lambda day: day.first, default=now if here is not None and here[0] > last else None)


def _finding(
    paper: Contribution, standard: Standard, on: Date, closes: Date, fact: Fact | None = None, is_sure: bool = True
) -> Finding:
    return Finding(
        paper, "submitted", {"contribution": paper, "on": on, "standard": standard, "closes": closes},
        others=(standard,), chain=(Step(paper, "submitted"), Step(standard, "stages")),
        facts=(fact,) if fact else (), severity="error" if is_sure else "question",
        message=_CLOSED if fact else None,
    )  # fmt: skip
