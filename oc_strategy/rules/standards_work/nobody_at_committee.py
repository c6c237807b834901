"""A standard is planned or in work, and nobody of ours sits where it is made."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import COMMITTEE_OF
from oc_strategy.model.lifecycle import progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.participation import Presence, presence
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
    found = presence(case.graph, our_organizations(case.graph, case.project), committee, case.now)
    if found.missing is not None:
        node, field = found.missing
        yield Unanswered(node, field, (standard,) if node is committee else ())
    elif found.state != "present":
        yield _finding(standard, committee, found)


def _finding(standard: Standard, committee: Committee, found: Presence) -> Finding:
    is_sure = found.state == "absent"
    return Finding(
        standard, None, {"standard": standard, "committee": committee}, others=(committee,),
        chain=(
            Step(standard, "stage"), Step(committee),
            *(Step(seat.committee, (*seat.where, "until")) for seat in found.ended),
        ),
        severity="error" if is_sure else "warning",
        message=None if is_sure else _MIRROR_UNTOLD,
    )  # fmt: skip
