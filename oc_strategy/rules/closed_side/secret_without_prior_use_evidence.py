"""A secret is in use or ready for use, and no dated evidence would prove that it was ours first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import PROTECTS
from oc_strategy.model.filing import products_with
from oc_strategy.model.keeping import kept_secrets
from oc_strategy.model.rights import PriorUse, Secret
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import EvidenceStage
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

MADE: Final[frozenset[EvidenceStage]] = frozenset({"research", "completion"})
"""Stages that show the invention was made independently."""
WORKED: Final[frozenset[EvidenceStage]] = frozenset({"decision", "preparation", "start", "change"})
"""Stages that show the business, or the preparation for it."""
LAPSING_DAYS: Final = 90

_STAGE_MISSING = Text(
    en="{secret} is in use or ready for it ({because}), and no dated evidence shows {missing}.",
    ja="{secret} は使用中または準備済みだが（{because}）、{missing}を示す日付のある証拠がない。",
)
_LAPSING = Text(
    en="The time stamp that dates evidence for {secret} ends on {until}.",
    ja="{secret} の証拠の日付を示すタイムスタンプは {until} に切れる。",
)
_MADE = Text(en="that it was made independently", ja="独自に完成したこと")
_WORKED = Text(en="its working or the preparation for it", ja="実施またはその準備")


@rule(
    severity="warning",
    question=Text(
        en="Could we prove that we used the secret before somebody patents it?",
        ja="他社に特許を取られても、先に使用していたことを証明できるか",
    ),
    message=Text(
        en="{secret} is in use or ready for it ({because}), and no dated evidence of prior use is on record.",
        ja="{secret} は使用中または準備済みだが（{because}）、先使用を示す日付のある証拠の記録がない。",
    ),
    remedy=Text(
        en="Secure dated evidence for each stage (completion, preparation, start, change) and keep its time stamps "
        "alive.",
        ja="完成・準備・開始・変更の段階ごとに日付のある証拠を確保し、タイムスタンプを延長する。",
    ),
    why=Text(
        en="Whoever keeps an invention secret may see another patent it. A prior user goes on only by proving that it "
        "was independently made, and worked or prepared in the country, before the filing (Japan's Patent Act, "
        "Art. 79).",
        ja="秘匿した発明は他社が特許を取ることがある。出願前に独自に完成し、国内で実施または準備していたと"
        "証明できた者だけが実施を続けられる（特許法79条）。",
    ),
    basis=Basis(facts=("prior-use",), practice=("G12", "S26", "S27", "S28", "S29")),
    fires="""
id: demo
outputs:
  sintering: {completed_on: 2025-06-30}
secrets:
  curve: {protects: sintering}  # <- secret-without-prior-use-evidence
""",
    silent="""
id: demo
outputs:
  sintering: {completed_on: 2025-06-30}
products:
  gear: {launched: 2025-10-01, embodies: sintering}
secrets:
  curve:
    protects: sintering
    prior_use:
      - {stage: completion, kind: timestamp, on: 2025-07-01, timestamp_until: 2035-07-01}
      - {stage: preparation, kind: notarial-deed, on: 2025-08-20}
""",
)
def secret_without_prior_use_evidence(case: Case) -> Iterator[Answer]:
    for secret in kept_secrets(case.graph, case.option):
        # What was received from others is not our invention; only its owner could claim prior use of it.
        if secret.third_party or "prior_use" in secret.not_applicable:
            continue
        yield from _stages(case, secret)
        yield from _lapsing(case, secret)


def _stages(case: Case, secret: Secret) -> Iterator[Answer]:
    outputs = case.graph.targets(secret, PROTECTS)
    ready = [step for output in outputs if (step := _readiness(case, output))]
    if ready:
        if missing := _missing(case, secret, outputs):
            yield _finding(case, secret, ready, missing)
        return
    untold = next((o for o in outputs if not o.is_answered("completed_on")), None)
    if untold and not secret.prior_use:
        yield Unanswered(untold, "completed_on", (secret,))


def _readiness(case: Case, output: Output) -> Step | None:
    """What shows that an output is in use or at least ready: a product with it, or a day of completion that is over."""
    products = products_with(case.graph, output)
    if products:
        return Step(products[0], "launched" if products[0].launched else None)
    done = output.completed_on
    return Step(output, "completed_on") if done is not None and done.last <= case.today else None


def _missing(case: Case, secret: Secret, outputs: tuple[Output, ...]) -> tuple[Text, ...]:
    stages = {evidence.stage for evidence in secret.prior_use if evidence.on is not None}
    is_worked = any(products_with(case.graph, output) for output in outputs)
    needed = ((MADE, _MADE), (WORKED, _WORKED)) if is_worked else ((MADE, _MADE),)
    return tuple(what for group, what in needed if not stages & group)


def _finding(case: Case, secret: Secret, ready: list[Step], missing: tuple[Text, ...]) -> Finding:
    has_some = any(evidence.on for evidence in secret.prior_use)
    return Finding(
        secret, "prior_use", {"secret": secret, "because": ready[0].node, "missing": missing[0]},
        others=(ready[0].node,), chain=(Step(secret), *ready),
        facts=case.facts.every("prior-use", "JP", on=case.today), message=_STAGE_MISSING if has_some else None,
    )  # fmt: skip


def _lapsing(case: Case, secret: Secret) -> Iterator[Answer]:
    horizon = case.now.plus_days(LAPSING_DAYS)
    for index, evidence in enumerate(secret.prior_use):
        until = evidence.timestamp_until
        if until is not None and until.first <= horizon.last and not _is_renewed(secret, evidence, until):
            where = ("prior_use", index, "timestamp_until")
            yield Finding(
                secret, where, {"secret": secret, "until": until}, chain=(Step(secret), Step(secret, where)),
                severity="warning" if until.last <= horizon.last and not _may_be_renewed(secret, evidence, until)
                else "question",
                message=_LAPSING,
            )  # fmt: skip


def _is_renewed(secret: Secret, lapsing: PriorUse, until: Date) -> bool:
    """Whether the same stage and day stand once more with a later end, as an extension is recorded."""
    twins = (e for e in secret.prior_use if (e.stage, e.on) == (lapsing.stage, lapsing.on))
    return any(e.timestamp_until is not None and until.certainly_before(e.timestamp_until) for e in twins)


def _may_be_renewed(secret: Secret, lapsing: PriorUse, until: Date) -> bool:
    """Whether a later end stands at a day that may be the same, known less exactly."""
    near = (e for e in secret.prior_use if e.stage == lapsing.stage and e.on and lapsing.on)
    ends = (e.timestamp_until for e in near if e.on and lapsing.on and e.on.possibly_same(lapsing.on))
    return any(end is not None and until.certainly_before(end) for end in ends)
