"""A promised patent is asserted without what an owner is to hand over first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.promising import Promise, promises_on
from oc_strategy.model.rights import Assertion, Patent
from oc_strategy.model.text import Text, listed
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

STEPS: Final = ("claim_chart", "notice", "offer", "declaration_shown")


@rule(
    severity="warning",
    question=Text(
        en="Are claim chart, notice, offer and proof of the declaration handed over before a promised patent is "
        "asserted?",
        ja="約束のある特許を行使する前に、対比表・通知・条件の提示・宣言の証明を済ませているか",
    ),
    message=Text(
        en="{patent}, which stands under {promise}, is asserted ({on}) without, before that day: {missing}.",
        ja="{promise} の約束がある {patent} を行使する（{on}）が、それまでに済んでいない事項がある：{missing}。",
    ),
    remedy=Text(
        en="Hand over what is missing before going on with the assertion of {patent}, and write the dates down.",
        ja="{patent} の行使を進める前に、欠けているものを相手に渡し、その日付を記す。",
    ),
    why=Text(
        en="Courts and guidelines on standard-essential patents ask the owner to warn and to offer terms first.",
        ja="標準必須特許の判例と指針は、権利者がまず通知し、条件を示すことを求めている。",
    ),
    basis=Basis(facts=("sep-practice",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
patents:
  modem:
    owners: maker
    assertions:
      - {on: 2025-06-02, demand: injunction, claim_chart: 2025-01, notice: 2025-01}  # <- assertion-unprepared
declarations:
  promise: {by: maker, body: etsi, on: 2019, commitment: frand, patents: modem}
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
patents:
  modem:
    owners: maker
    assertions:
      - on: 2025-06-02
        demand: injunction
        claim_chart: 2025-01
        notice: 2025-01
        offer: 2025-03
        declaration_shown: 2025-01
declarations:
  promise: {by: maker, body: etsi, on: 2019, commitment: frand, patents: modem}
""",
)
def assertion_unprepared(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for index, assertion in enumerate(patent.assertions):
            missing = [step for step in STEPS if _is_missing(assertion, step)]
            promise = next((p for p in _promises(case, patent, assertion) if p.kind == "frand"), None)
            if promise is not None and missing and assertion.within_promise is not False:
                yield _finding(patent, index, promise, missing)


def _promises(case: Case, patent: Patent, assertion: Assertion) -> Iterator[Promise]:
    against = tuple(node for i in assertion.against if (node := case.graph.get(i)))
    return promises_on(case.graph, patent, assertion.on or case.now, against)


def _finding(patent: Patent, index: int, promise: Promise, missing: list[str]) -> Finding:
    where, on = ("assertions", index), patent.assertions[index].on
    return Finding(
        patent, where,
        {"patent": patent, "promise": promise.by, "on": on or text("states.unknown"), "missing": _labels(missing)},
        others=(promise.by,),
        chain=(Step(promise.by), *(Step(patent, (*where, field)) for field in ("on", *STEPS))),
    )  # fmt: skip


def _is_missing(assertion: Assertion, step: str) -> bool:
    """Whether a step was not taken, or certainly only after the demand."""
    taken = getattr(assertion, step)
    return taken is None or (assertion.on is not None and assertion.on.certainly_before(taken))


def _labels(fields: list[str]) -> Text:
    return listed(text(f"records.Assertion.{field}") for field in fields)
