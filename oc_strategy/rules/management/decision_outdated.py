"""What stands in the project is no longer what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.deciding import standing_decisions, state_of
from oc_strategy.model.edges import CHOSEN_OPTION, DECIDES
from oc_strategy.model.steering import Decision, Option
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_OTHER = Text(
    en="The project follows {chosen}, but {decision}, the last decision, is for {option}.",
    ja="プロジェクトは {chosen} に従っているが、直近の決定 {decision} は {option} を採っている。",
)
_STATE = Text(
    en="{option} or what it rests on was changed since {decision}: the state decided on was {then}, it is now {state}.",
    ja="{option} か、その前提が {decision} の後に変わっている。決定時の状態は {then}、今は {state}。",
)


@rule(
    severity="warning",
    question=Text(
        en="Does the project still stand as it was decided?",
        ja="プロジェクトの内容は、決定したときのままか",
    ),
    message=Text(
        en="{option} treats {output} in a way settled on {on}, after {decision}.",
        ja="{option} における {output} の扱いは、{decision} より後の {on} に決められている。",
    ),
    remedy=Text(
        en="Put the present state to those who decided, and record a new decision.",
        ja="現在の内容を決定者に諮り、新しい決定を記録する。",
    ),
    why=Text(
        en="A decision covers what those who took it saw; what moved since was decided by nobody.",
        ja="決定が及ぶのは、決定者が見た内容までである。その後の変更は、誰も決めていない。",
    ),
    basis=Basis(practice=("G48",)),
    fires="""
id: demo
option: plan
outputs:
  coder: {title: Coder}
options:
  plan:
    treatments:
      coder: {mode: standard-free, decided_on: 2026-03-01}  # <- decision-outdated
decisions:
  board: {option: plan, on: 2026-02-10}
""",
    silent="""
id: demo
option: plan
outputs:
  coder: {title: Coder}
options:
  plan:
    treatments:
      coder: {mode: standard-free, decided_on: 2026-02-10}
decisions:
  board: {option: plan, on: 2026-02-10}
""",
)
def decision_outdated(case: Case) -> Iterator[Answer]:
    standing = standing_decisions(case.graph, case.now)
    chosen = case.graph.target(case.project, CHOSEN_OPTION)
    decided = [(decision, option) for decision in standing if (option := case.graph.target(decision, DECIDES))]
    if chosen and decided and all(option != chosen for _, option in decided):
        decision, option = decided[0]
        yield Finding(
            case.project, "option", {"chosen": chosen, "decision": decision, "option": option}, others=(decision,),
            chain=(Step(decision, "on"), Step(decision, "option"), Step(case.project, "option")), message=_OTHER,
            severity=_severity(case, decision),
        )  # fmt: skip
    for decision, option in decided:
        yield from _settled_later(case, decision, option)
        yield from _compared(case, decision, option)


def _settled_later(case: Case, decision: Decision, option: Option) -> Iterator[Answer]:
    for output_id, treatment in option.treatments.items():
        output, on = case.graph.get(output_id), treatment.decided_on
        if output and on and decision.on and decision.on.certainly_before(on):
            where = ("treatments", output_id)
            yield Finding(
                option, where, {"option": option, "output": output, "on": on, "decision": decision},
                others=(output, decision), chain=(Step(decision, "on"), Step(option, (*where, "decided_on"))),
            )  # fmt: skip


def _compared(case: Case, decision: Decision, option: Option) -> Iterator[Answer]:
    state = state_of(case.graph, option)
    if not decision.is_answered("digest"):
        yield Unanswered(decision, "digest", (option,))
    elif decision.digest is not None and decision.digest != state:
        yield Finding(
            decision, "digest", {"decision": decision, "option": option, "then": decision.digest, "state": state},
            others=(option,), chain=(Step(decision, "on"), Step(decision, "digest")), message=_STATE,
            severity=_severity(case, decision),
        )  # fmt: skip


def _severity(case: Case, decision: Decision) -> Severity:
    """A question where the decision may not have been made yet."""
    return "question" if decision.on is not None and case.now.possibly_before(decision.on) else "warning"
