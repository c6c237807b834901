"""A standard is planned or in work, and nobody of ours sits where it is made."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import COMMITTEE_OF
from oc_strategy.model.lifecycle import chain_above, progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.participation import Sitting, mirror_of, seats_of, sittings
from oc_strategy.model.standardization import Committee, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_MIRROR_UNTOLD = Text(
    en="{standard} is in work in {committee}; none of the seats listed there is ours, and no mirror body is named.",
    ja="{standard} は {committee} で審議中または計画中だが、記載された席に自らのものがなく、国内審議団体の記載もない。",
)


@rule(
    severity="error",
    question=Text(
        en="Does somebody of ours sit in the committee, or speak there through the national mirror body?",
        ja="自らの者が委員会に席を持つか、国内審議団体を通じて参加しているか",
    ),
    message=Text(
        en="{standard} is in work in {committee}, where we have neither a seat nor a mirror body.",
        ja="{standard} は {committee} で審議中または計画中だが、そこに自らの席も国内審議団体もない。",
    ),
    remedy=Text(
        en="Name an expert for {committee}, or join the national mirror body.",
        ja="{committee} に出す専門家を決めるか、国内審議団体に参加する。",
    ),
    why=Text(
        en="Whoever is absent learns of a changed clause when it can no longer be changed.",
        ja="席がなければ、条項が変わったことを、もう直せない段階で知ることになる。",
    ),
    basis=Basis(practice=("G22", "S67", "S68", "S12")),
    fires="""
id: demo
organizations:
  rival: {own: false}
committees:
  sc2:
    seats: [{organization: rival, role: convenor}]
    mirror_body: {not_applicable: none in our country}
standards:
  interface: {stage: "20.00", committee: sc2}  # <- nobody-at-committee
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
  rival: {own: false}
committees:
  sc2: {acronym: SC 2}
  wg1:
    parent: sc2
    seats: [{organization: rival, role: convenor}, {organization: maker, role: expert}]
standards:
  interface: {stage: "20.00", committee: sc2}
""",
)
def nobody_at_committee(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        state = progress(standard, case.now)
        if state == "unknown":
            yield Unanswered(standard, "stage")
        elif state == "in-work":
            yield from _asked(case, standard)


def _asked(case: Case, standard: Standard) -> Iterator[Answer]:
    committee = case.graph.target(standard, COMMITTEE_OF)
    if committee is None:
        yield Unanswered(standard, "committee")
        return
    seats = sittings(case.graph, committee)
    ours = tuple(seats_of(seats, our_organizations(case.graph, case.project)))
    if mirror_of(case.graph, committee) is not None or any(not seat.has_ended(case.now) for seat in ours):
        return
    nameless = next((s for s in seats if s.organization is None and not s.has_ended(case.now)), None)
    if nameless is not None:
        yield _whose(nameless)
    elif not seats and not committee.is_answered("seats"):
        yield Unanswered(committee, "seats", (standard,))
    else:
        yield _finding(case, standard, committee, ours)


def _whose(seat: Sitting) -> Unanswered:
    return Unanswered(seat.person, "works_for") if seat.person else Unanswered(seat.committee, "seats")


def _finding(case: Case, standard: Standard, committee: Committee, ended: tuple[Sitting, ...]) -> Finding:
    has_none = any("mirror_body" in above.not_applicable for above in chain_above(case.graph, committee))
    return Finding(
        standard, None, {"standard": standard, "committee": committee}, others=(committee,),
        chain=(
            Step(standard, "stage"), Step(committee),
            *(Step(seat.committee, (*seat.where, "until")) for seat in ended),
        ),
        severity="error" if has_none else "warning",
        message=None if has_none else _MIRROR_UNTOLD,
    )  # fmt: skip
