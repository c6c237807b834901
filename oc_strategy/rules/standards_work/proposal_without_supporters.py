"""A proposal counts fewer countries that would send experts than the rule asks."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.model.edges import COMMITTEE_OF
from oc_strategy.model.lifecycle import PROPOSAL, body_of, chain_above, progress, reached
from oc_strategy.model.standardization import Committee, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Would as many countries name experts as an approval of the proposal needs?",
        ja="新規提案の承認に必要な数の国が、専門家を出す見込みか",
    ),
    message=Text(
        en="{standard} counts {count} supporting countries; a proposal needs experts from {needed}.",
        ja="{standard} に賛同する国は{count}か国で、提案の承認に必要な{needed}か国に足りない。",
    ),
    remedy=Text(
        en="Win further countries for {standard} before the ballot, and ask each for the name of an expert.",
        ja="投票までに {standard} の賛同国を増やし、それぞれ専門家の氏名を出してもらう。",
    ),
    why=Text(
        en="A proposal with every vote in favour still fails if too few members name an expert.",
        ja="賛成票がそろっても、専門家を指名する国が足りなければ提案は成立しない。",
    ),
    basis=Basis(facts=("stage-rules",), practice=("G28",)),
    fires="""
id: demo
committees:
  sc2: {p_members: 21}
standards:
  item:  # <- proposal-without-supporters
    body: iso
    committee: sc2
    stage: "10.20"
    supporting_countries: [JP, DE, SE, KR]
""",
    silent="""
id: demo
committees:
  sc2: {p_members: 16}
standards:
  item: {body: iso, committee: sc2, stage: "10.20", supporting_countries: [JP, DE, SE, KR]}
""",
)
def proposal_without_supporters(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        stage = reached(standard, case.now)
        is_before = stage is not None and (stage[0] < PROPOSAL or (stage[0] == PROPOSAL and stage[1] < 99))
        if is_before and progress(standard, case.now) == "in-work":
            yield from _asked(case, standard)


def _asked(case: Case, standard: Standard) -> Iterator[Answer]:
    needed = _needed(case, standard)
    if not needed:
        return
    if not standard.is_answered("supporting_countries"):
        yield Unanswered(standard, "supporting_countries")
        return
    count = len(set(standard.supporting_countries))
    short = [fact for fact in needed if count < fact.number]
    if len(short) == len(needed):
        yield _finding(standard, count, short[0])
    elif short:
        committee = case.graph.target(standard, COMMITTEE_OF)
        yield Unanswered(committee, "p_members", (standard,)) if committee else Unanswered(standard, "committee")


def _needed(case: Case, standard: Standard) -> list[Fact]:
    """The facts that may say how many: one where the committee's size is known, else all of them, least first."""
    body, size = body_of(case.graph, standard), _size(case, case.graph.target(standard, COMMITTEE_OF))
    facts = case.facts.every("stage-rules", body, on=case.today, aspect="proposal-experts") if body else ()
    fitting = [fact for fact in facts if size is None or _fits(fact, size)]
    return sorted(fitting, key=lambda fact: fact.number)


def _size(case: Case, committee: Committee | None) -> int | None:
    chain = chain_above(case.graph, committee) if committee else ()
    return next((above.p_members for above in chain if above.p_members is not None), None)


def _fits(fact: Fact, size: int) -> bool:
    up_to, from_ = fact.detail.get("committee_up_to"), fact.detail.get("committee_from")
    return (up_to is None or size <= int(up_to)) and (from_ is None or size >= int(from_))


def _finding(standard: Standard, count: int, fact: Fact) -> Finding:
    return Finding(
        standard, None, {"standard": standard, "count": count, "needed": fact.number},
        chain=(Step(standard, "supporting_countries"), Step(standard, "stage")), facts=(fact,),
    )  # fmt: skip
