"""A project with partners began before the agreement on its results or data was signed."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import PARTNER_OF
from oc_strategy.model.parties import Agreement
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_KINDS = frozenset({"ip-agreement", "data-agreement", "joint-research", "consortium"})


@rule(
    severity="error",
    question=Text(
        en="Were the agreements on results and data signed before the project began?",
        ja="知財とデータの取決めは、プロジェクトの開始前に結ばれているか",
    ),
    message=Text(
        en="{agreement} was signed on {signed}, after the project began ({start}).",
        ja="{agreement} の締結（{signed}）は、プロジェクトの開始（{start}）より後である。",
    ),
    remedy=Text(
        en="Settle in writing whose the results made before {signed} are, and list them in {agreement}.",
        ja="{signed} より前に生まれた成果の帰属を書面で定め、{agreement} に加える。",
    ),
    why=Text(
        en="What is made before an agreement belongs to whoever made it, "
        "and is bargained over when it turns out valuable.",
        ja="取決めの前に生まれた成果は創出者のものとなり、価値が分かってからの交渉になる。",
    ),
    basis=Basis(practice=("G38",)),
    fires="""
id: demo
period: {from: 2025-04-01}
partners: university
organizations:
  university: {title: University}
agreements:
  results: {kind: ip-agreement, signed: 2025-06-02}  # <- agreement-after-start
""",
    silent="""
id: demo
period: {from: 2025-04-01}
partners: university
organizations:
  university: {title: University}
agreements:
  results: {kind: ip-agreement, signed: 2025-03-28}
  addition: {kind: data-agreement, signed: 2025-09-01, from: 2025-10-01}
""",
)
def agreement_after_start(case: Case) -> Iterator[Answer]:
    start = case.project.period.from_ if case.project.period else None
    partners = case.graph.targets(case.project, PARTNER_OF)
    agreements = [agreement for agreement in case.graph.of(Agreement) if agreement.kind in _KINDS]
    if not partners or not agreements:
        return
    if start is None:
        yield Unanswered(case.project, "period")
        return
    for agreement in agreements:
        yield from _compared(case, start, agreement)


def _compared(case: Case, start: Date, agreement: Agreement) -> Iterator[Answer]:
    # One that was meant to begin later settles another matter.
    begins_later = agreement.from_ is not None and start.certainly_before(agreement.from_)
    may_begin_later = agreement.from_ is not None and start.possibly_before(agreement.from_)
    if agreement.signed is None and not begins_later:
        yield Unanswered(agreement, "signed")
    elif agreement.signed is not None and not begins_later and start.possibly_before(agreement.signed):
        yield Finding(
            agreement, "signed", {"agreement": agreement, "signed": agreement.signed, "start": start},
            chain=(Step(case.project, ("period", "from_")), Step(agreement, "signed")),
            severity="error" if start.certainly_before(agreement.signed) and not may_begin_later else "question",
        )  # fmt: skip
