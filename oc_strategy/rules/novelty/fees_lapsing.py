"""The fees of a patent that is declared, licensed or keeps something closed are unpaid, or soon will be."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import COVERS, DECLARES, GRANTS
from oc_strategy.model.filing import DEAD
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.urgency import urgency
from oc_strategy.model.wanting import want_of
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_NOTICE_DAYS = 90
_AHEAD = Text(
    en="The fees of {patent} at {office} are paid until {ends} only.",
    ja="{patent} の {office} での年金は {ends} の分までしか納めていない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Are the fees paid of every patent that is declared, licensed or keeps something closed?",
        ja="宣言・許諾・独占に使う特許の年金を納めているか",
    ),
    message=Text(
        en="The fees of {patent} at {office} were paid until {ends}; the right may lapse or have lapsed.",
        ja="{patent} の {office} での年金の納付は {ends} で切れている。権利が消滅した、又は消滅するおそれがある。",
    ),
    remedy=Text(
        en="Pay within the office's time for late payment, record the new date, or give the right up on purpose.",
        ja="追納できる期間内に納めて日付を改めるか、意図して放棄する。",
    ),
    why=Text(
        en="A right that lapses for a fee takes the licence income, the declared promise or the lead with it.",
        ja="年金の未納で消えた権利は、実施料も、宣言の裏付けも、独占も失わせる。",
    ),
    basis=Basis(facts=("renewal-fees",)),
    fires="""
id: demo
patents:
  family:
    members:
      - {office: JP, status: granted, fees_paid_until: 2026-03-10}  # <- fees-lapsing
licenses:
  deal: {terms: paid, grants: family}
""",
    silent="""
id: demo
patents:
  family:
    members:
      - {office: JP, status: granted, fees_paid_until: 2026-03-10}
""",
)
def fees_lapsing(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        if not _is_relied_on(case, patent):
            continue
        for index, member in enumerate(patent.members):
            if _owes_fees(case, patent, member):
                yield from _judged(case, patent, index, member)


def _is_relied_on(case: Case, patent: Patent) -> bool:
    """Whether it is declared or licensed, or covers what the option keeps or licenses by patents."""
    covered = case.graph.targets(patent, COVERS)
    is_used = bool(case.graph.sources(patent, DECLARES) or case.graph.sources(patent, GRANTS))
    return is_used or any(want_of(case.option, output) == "needed" for output in covered)


def _owes_fees(case: Case, patent: Patent, member: Member) -> bool:
    """Whether it is granted, lives, and its office asks fees for such a right as far as the facts say."""
    is_granted = member.status == "granted" or (member.status is None and member.granted is not None)
    has_ended = member.status in DEAD or (member.expires is not None and member.expires.certainly_before(case.now))
    if not is_granted or has_ended:
        return False
    rows = case.facts.every("renewal-fees", member.office, aspect="due", right=patent.right or "patent")
    return any(row.unit and not _is_far_off(row, member, case.now) for row in rows)


def _is_far_off(row: Fact, member: Member, now: Date) -> bool:
    """Whether a fee that is counted from the grant falls due only after the days of notice."""
    if row.detail.get("counted_from") != "grant" or member.granted is None:
        return False
    return now.plus_days(_NOTICE_DAYS).certainly_before(member.granted.plus_months(row.number))


def _judged(case: Case, patent: Patent, index: int, member: Member) -> Iterator[Answer]:
    if member.fees_paid_until is None:
        yield Unanswered(patent, "members")
        return
    pressing = urgency(member.fees_paid_until, case.now, _NOTICE_DAYS)
    if pressing is not None:
        yield Finding(
            patent, ("members", index, "fees_paid_until"),
            {"patent": patent, "office": member.office, "ends": member.fees_paid_until},
            chain=(Step(patent, ("members", index, "status")), Step(patent, ("members", index, "fees_paid_until"))),
            severity="warning" if pressing == "error" else pressing,
            message=None if pressing == "error" else _AHEAD,
        )  # fmt: skip
