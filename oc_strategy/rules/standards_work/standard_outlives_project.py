"""A standard is to be published after the project has ended, and nobody is named to carry the work on."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.lifecycle import expected_on, progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.standardization import Standard
from oc_strategy.model.standing import is_our_work
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Does somebody carry the standard on if it is published after the project's end?",
        ja="プロジェクト終了後に発行される標準を、引き継ぐ者がいるか",
    ),
    message=Text(
        en="{standard} is expected ({on}) after the project ends ({end}), and nobody is named to carry it on.",
        ja="{standard} の発行見込みは {on} で、プロジェクトの終了（{end}）より後だが、引き継ぐ者の記載がない。",
    ),
    remedy=Text(
        en="Name the organization that carries {standard} on, and its funds, before the project ends.",
        ja="終了までに、{standard} を引き継ぐ機関と費用を決める。",
    ),
    why=Text(
        en="When the money ends the expert leaves, and an unfinished draft is taken over by others or dropped.",
        ja="資金が切れると専門家が離れ、途中の原案は他者に主導権を握られるか、打ち切られる。",
    ),
    basis=Basis(practice=("G23", "S70")),
    fires="""
id: demo
period: {from: 2024-04-01, until: 2027-03-31}
outputs:
  format: {title: Format}
standards:
  item:  # <- standard-outlives-project
    clauses: [{id: one, reveals: format}]
    stages: [{stage: "60.60", target: 2028-01}]
""",
    silent="""
id: demo
period: {from: 2024-04-01, until: 2027-03-31}
organizations:
  forum: {kind: consortium}
outputs:
  format: {title: Format}
standards:
  item:
    carrier: forum
    clauses: [{id: one, reveals: format}]
    stages: [{stage: "60.60", target: 2028-01}]
""",
)
def standard_outlives_project(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for standard in case.graph.of(Standard):
        is_open = progress(standard, case.now) == "in-work" and not standard.is_answered("carrier")
        if is_open and is_our_work(case.graph, ours, case.option, standard):
            yield from _asked(case, standard)


def _asked(case: Case, standard: Standard) -> Iterator[Answer]:
    end = case.project.period.until if case.project.period else None
    on = expected_on(standard)
    if end is None:
        yield Unanswered(case.project, "period", (standard,))
    elif on is None:
        yield Unanswered(standard, "stages")
    elif end.possibly_before(on):
        yield _finding(case, standard, on, end)


def _finding(case: Case, standard: Standard, on: Date, end: Date) -> Finding:
    return Finding(
        standard, None, {"standard": standard, "on": on, "end": end},
        chain=(Step(standard), Step(case.project, ("period", "until"))),
        severity="warning" if end.certainly_before(on) else "question",
    )  # fmt: skip
