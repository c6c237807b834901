"""Something was looked at on a state that is no longer the present one."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.reviewing import Suspect, suspects
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Value, rule

_ITSELF = Text(
    en="{node} was changed since {by} looked at it on {on}.",
    ja="{node} は、{by} が {on} に確認した後に変わっている。",
)
_FURTHER = Text(
    en="{node} leans on {source}, which asks to be looked at again, since {target} was changed after {on}.",
    ja="{node} が拠り所とする {source} は、{on} の確認の後に {target} が変わり、見直しを要する。",
)


@rule(
    severity="warning",
    question=Text(
        en="Was everything looked at again after what it leans on was changed?",
        ja="拠り所が変わった項目を、確認し直しているか",
    ),
    message=Text(
        en="{node} leans on {target}, which was changed since {by} looked at the two on {on}.",
        ja="{node} が拠り所とする {target} は、{by} が {on} に確認した後に変わっている。",
    ),
    remedy=Text(
        en="Look at {source} again, then put it on record: oc-strategy ack {source_id} --by NAME --why TEXT.",
        ja="{source} を確認し直し、oc-strategy ack {source_id} --by 名前 --why 理由 で記録する。",
    ),
    why=Text(
        en="A claim, an essentiality or a secret's cover was thought through on a state; when the state moves, "
        "the thought must be had again.",
        ja="権利範囲や必須性、秘匿の範囲は、ある状態を前提に検討したものである。前提が変われば、検討し直す必要がある。",
    ),
    basis=Basis(practice=("G48",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder, position: core}
patents:
  family:
    covers: coder
    acknowledged:
      coder: {of: 0000000000000000, by: Sato, on: 2026-02-10}  # <- review-suspect
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder, position: core}
patents:
  family:
    covers: coder
    acknowledged:
      coder: {of: ea5863c366caaee6, by: Sato, on: 2026-02-10}
""",
)
def review_suspect(case: Case) -> Iterator[Answer]:
    for suspect in suspects(case.graph):
        yield _finding(suspect)


def _finding(suspect: Suspect) -> Finding:
    stale, node = suspect.stale, suspect.node
    values: dict[str, Value] = {
        "node": node, "source": stale.node, "source_id": stale.node.id, "target": stale.target,
        "by": stale.stamp.by, "on": stale.stamp.on,
    }  # fmt: skip
    is_direct = len(suspect.path) == 1
    message = None if is_direct and stale.target != node else _ITSELF if is_direct else _FURTHER
    stamp = Step(stale.node, ("acknowledged", stale.target.id, "on"))
    others = tuple(other for other in (*suspect.path[1:], stale.target) if other != node)
    where = ("acknowledged", stale.target.id) if is_direct else ("acknowledged" if node.acknowledged else "digest")
    return Finding(
        node, where, values, others=tuple(dict.fromkeys(others)),
        chain=(*map(Step, suspect.path), stamp, Step(stale.target)), message=message,
    )  # fmt: skip
