"""A funder's report or approval is overdue, or a funded patent changed hands before the approval."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import AGREES_ON, COVERS, FUNDED_BY, GRANTS, PARTY_TO
from oc_strategy.model.parties import Agreement, Obligation, Organization
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_WATCHED = frozenset({"report", "approval"})
_TRANSFER = Text(
    en="{patent} was assigned on {on}, and the funder's approval under {agreement} is not on record by then.",
    ja="{patent} は {on} に譲渡されたが、{agreement} に基づく資金配分機関の承認がそれまでに記録されていない。",
)

_EXCLUSIVE = Text(
    en="{licence} gives an exclusive right in {patent} from {on}, and the funder's approval under {agreement} is not "
    "on record by then.",
    ja="{licence} は {on} から {patent} の独占的な権利を与えるが、"
    "{agreement} に基づく資金配分機関の承認がそれまでに記録されていない。",
)


@rule(
    severity="error",
    question=Text(
        en="Are the reports made and the approvals obtained that the funder asks for?",
        ja="資金配分機関への報告と承認は期限どおりか",
    ),
    message=Text(
        en="{agreement} asks for “{what}” by {due}, and it is not on record as done.",
        ja="{agreement} は {due} までに「{what}」を求めるが、済んだ記録がない。",
    ),
    remedy=Text(
        en="Report to the funder or ask for the approval now, and record the day; never transfer before it.",
        ja="直ちに資金配分機関へ報告し、又は承認を求めて日付を記録する。承認の前に移転しない。",
    ),
    why=Text(
        en="The right to keep funded results rests on the promise to report and to ask before a transfer or an "
        "exclusive licence; a breach puts the right itself at risk.",
        ja="委託成果の権利を保持できるのは、報告と、移転や専用実施権の事前承認を約束したからであり、違反は権利そのものを危うくする。",
    ),
    basis=Basis(facts=("public-funding",), practice=("G41",)),
    fires="""
id: demo
agreements:
  contract:
    kind: funding
    obligations:
      - {what: Report the filing, kind: report, due: 2026-03-20}  # <- funder-approval-missing
""",
    silent="""
id: demo
agreements:
  contract:
    kind: funding
    obligations:
      - {what: Report the filing, kind: report, due: 2026-03-20, done: 2026-03-19}
      - {what: Report the year, kind: report, due: 2026-04-30}
""",
)
def funder_approval_missing(case: Case) -> Iterator[Answer]:
    for agreement in case.graph.of(Agreement):
        if _is_funding(case, agreement):
            for index, obligation in enumerate(agreement.obligations):
                yield from _overdue(case, agreement, index, obligation)
    for patent in case.graph.of(Patent):
        exclusive = [licence for licence in case.graph.sources(patent, GRANTS) if licence.terms == "exclusive"]
        for agreement in _funding_of(case, patent) if exclusive or patent.assigned_on else ():
            if patent.assigned_on is not None:
                yield from _given_away(patent, "assigned_on", patent.assigned_on, patent, agreement)
            for licence in exclusive:
                yield from _given_away(licence, "from_", licence.from_, patent, agreement)


def _is_funding(case: Case, agreement: Agreement) -> bool:
    parties = case.graph.targets(agreement, PARTY_TO)
    return agreement.kind == "funding" or any(isinstance(p, Organization) and p.kind == "funder" for p in parties)


def _overdue(case: Case, agreement: Agreement, index: int, obligation: Obligation) -> Iterator[Answer]:
    if obligation.kind not in _WATCHED or obligation.done is not None:
        return
    if obligation.due is None:
        yield Unanswered(agreement, "obligations")
    elif obligation.due.possibly_before(case.now):
        is_over = obligation.due.certainly_before(case.now)
        yield Finding(
            agreement, ("obligations", index, "due"),
            {"agreement": agreement, "what": obligation.what, "due": obligation.due},
            chain=(Step(agreement, ("obligations", index, "due")),), severity="error" if is_over else "question",
        )  # fmt: skip


def _funding_of(case: Case, patent: Patent) -> tuple[Agreement, ...]:
    """The funding contracts that name the family or an output it covers, or that an output names."""
    outputs = case.graph.targets(patent, COVERS)
    naming = case.graph.all_sources((patent, *outputs), AGREES_ON)
    named = [a for a in case.graph.all_targets(outputs, FUNDED_BY) if isinstance(a, Agreement)]
    return tuple(a for a in dict.fromkeys([*naming, *named]) if _is_funding(case, a))


def _given_away(
    act: Patent | License, field: str, on: Date | None, patent: Patent, agreement: Agreement
) -> Iterator[Answer]:
    """A transfer of a family, or an exclusive right in it, held against the approvals under a contract."""
    approvals = [obligation for obligation in agreement.obligations if obligation.kind == "approval"]
    if on is None:
        yield Unanswered(act, field, (patent, agreement))
    elif not approvals:
        yield Unanswered(agreement, "obligations", (patent,))
    elif None not in (grades := [_grade(approval.done, on) for approval in approvals]):
        yield Finding(
            act, field, {"patent": patent, "on": on, "agreement": agreement, "licence": act},
            others=tuple(node for node in (patent, agreement) if node is not act),
            chain=(Step(act, field), Step(agreement)), severity="question" if "question" in grades else "error",
            message=_TRANSFER if act is patent else _EXCLUSIVE,
        )  # fmt: skip


def _grade(done: Date | None, on: Date) -> Severity | None:
    """None where the approval came in time."""
    if done is None or on.certainly_before(done):
        return "error"
    return "question" if on.possibly_before(done) else None
