"""An action is past its day and not done."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.steering import Action
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_MAYBE = Text(
    en="{action}, due {due}, may be past its day and is not done.",
    ja="{action}（期限 {due}）は、期限を過ぎている可能性があり、済んでいない。",
)


@rule(
    severity="warning",
    question=Text(en="Are the actions done by their day?", ja="行動は期限までに済んでいるか"),
    message=Text(
        en="{action} was due on {due} and is not done.",
        ja="{action} は {due} が期限だったが、済んでいない。",
    ),
    remedy=Text(
        en="Do it, or set another day with the reason why.",
        ja="実行するか、理由とともに期限を改める。",
    ),
    why=Text(
        en="A gap that somebody promised to close stays a gap until it is closed.",
        ja="塞ぐと約束したギャップも、塞ぐまではギャップである。",
    ),
    basis=Basis(practice=("G48",)),
    fires="""
id: demo
actions:
  file: {title: File in the US, due: 2026-03-31, status: in-work}  # <- action-overdue
""",
    silent="""
id: demo
actions:
  file: {title: File in the US, due: 2026-04-01, status: in-work}
  search: {title: Prior-art search, due: 2025-12, status: done}
""",
)
def action_overdue(case: Case) -> Iterator[Answer]:
    for action in case.graph.of(Action):
        if action.status in {"done", "not-applicable"} or action.done_on is not None:
            continue
        if action.due is None:
            if not action.is_answered("due"):
                yield Unanswered(action, "due")
        elif action.due.first < case.today:
            is_past = action.due.certainly_before(case.now)
            yield Finding(
                action, None, {"action": action, "due": action.due},
                chain=(Step(action, "due"), Step(action, "status"), Step(action, "owner")),
                severity="warning" if is_past else "question", message=None if is_past else _MAYBE,
            )  # fmt: skip
