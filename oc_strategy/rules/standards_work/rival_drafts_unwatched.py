"""A rival sits in a committee that matters to us, and no trend watches what it tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.business import Market
from oc_strategy.model.edges import AFFECTS, COMMITTEE_OF, COMPETES_IN
from oc_strategy.model.node import Node
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.participation import groups_below, sittings
from oc_strategy.model.parties import Organization
from oc_strategy.model.standardization import Committee
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

WATCHING: Final = frozenset({"draft-standard", "rival"})


@rule(
    severity="warning",
    question=Text(
        en="Does somebody watch what rivals table in the committees that matter to us?",
        ja="関わりのある委員会で、競合の提案を見張っている者がいるか",
    ),
    message=Text(
        en="{rivals} sit in {committee}, and no trend watches drafts or rivals there.",
        ja="{committee} には {rivals} が参加しているが、そこでの原案や競合の動きを見張る動向項目がない。",
    ),
    remedy=Text(
        en="Add a trend on the drafts of {committee}, with an owner and a frequency.",
        ja="{committee} の原案を見張る動向項目を、担当と頻度を決めて加える。",
    ),
    why=Text(
        en="A rival's draft shows where it wants the market to go, often years before its products do.",
        ja="競合の原案には、製品より何年も早く、市場をどう動かしたいかが現れる。",
    ),
    basis=Basis(practice=("G30", "S3")),
    fires="""
id: demo
organizations:
  rival: {kind: rival}
committees:
  wg1:  # <- rival-drafts-unwatched
    seats: [{organization: rival}]
""",
    silent="""
id: demo
organizations:
  rival: {kind: rival}
committees:
  wg1:
    seats: [{organization: rival}]
standards:
  item: {committee: wg1}
trends:
  drafts: {kind: draft-standard, affects: item}
""",
)
def rival_drafts_unwatched(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for committee in case.graph.of(Committee):
        rivals = _rivals(case, ours, committee)
        if rivals and not _is_watched(case, committee, rivals):
            yield Finding(
                committee, None, {"committee": committee, "rivals": rivals}, others=rivals,
                chain=(Step(committee), *map(Step, rivals)),
                severity="warning" if _surely_sits(case, committee, rivals) else "question",
            )  # fmt: skip


def _rivals(case: Case, ours: tuple[Organization, ...], committee: Committee) -> tuple[Organization, ...]:
    """The rivals that hold a seat of this very committee today."""
    seats = (seat for seat in sittings(case.graph, committee) if seat.committee is committee)
    sitting = (s.organization for s in seats if s.organization and not s.has_ended(case.now))
    return tuple(dict.fromkeys(o for o in sitting if o not in ours and _is_rival(case, o)))


def _surely_sits(case: Case, committee: Committee, rivals: tuple[Organization, ...]) -> bool:
    """Whether one of them holds a seat that has not possibly ended."""
    seats = (seat for seat in sittings(case.graph, committee) if seat.organization in rivals)
    return any(seat.until is None or not seat.until.possibly_before(case.now) for seat in seats)


def _is_rival(case: Case, organization: Organization) -> bool:
    competing: tuple[Market, ...] = case.graph.sources(organization, COMPETES_IN)
    return organization.kind == "rival" or bool(competing)


def _is_watched(case: Case, committee: Committee, rivals: tuple[Organization, ...]) -> bool:
    groups = groups_below(case.graph, committee)
    watched: tuple[Node, ...] = (*groups, *case.graph.all_sources(groups, COMMITTEE_OF), *rivals)
    return any(trend.kind in WATCHING for trend in case.graph.all_sources(watched, AFFECTS))
