"""A patent of ours is claimed to be essential, and the standards body has been told neither of it nor of a licence."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts.policies import disclosure_duty, policy
from oc_strategy.model.declaring import declarations_on
from oc_strategy.model.edges import COMMITTEE_OF, ESSENTIAL_TO, GRANTS
from oc_strategy.model.lifecycle import PROPOSAL, adopted_on, body_of, may_be_unadopted, progress, reached
from oc_strategy.model.ours import holds, our_organizations
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Committee, Standard
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="error",
    question=Text(
        en="Is every patent of ours that is claimed to be essential declared or licensed?",
        ja="必須と主張する自らの特許は、すべて声明または許諾の対象となっているか",
    ),
    message=Text(
        en="{patent} is claimed to be essential to {standard}, and is neither declared nor licensed.",
        ja="{patent} は {standard} に必須と主張されているが、特許声明も許諾もない。",
    ),
    remedy=Text(
        en="Declare {patent} to the body of {standard}, with the terms you decided on.",
        ja="{patent} について、決めた条件で {standard} の標準化機関に特許声明を出す。",
    ),
    why=Text(
        en="Bodies ask for known rights early; an essential patent that surfaces late costs injunctions, royalties or "
        "the right itself.",
        ja="標準化機関は知り得た権利の早期の開示を求める。必須特許が後から現れると、差止め・実施料・権利行使そのものを失いかねない。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("G31", "S73", "S127"), cases=("S03",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
standards:
  interface: {body: iso, stage: "60.60", published: 2025-10}
patents:
  family:  # <- essential-patent-undeclared
    owners: maker
    essential_to: interface
    essentiality: {claimed: true}
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
standards:
  interface: {body: iso, stage: "60.60", published: 2025-10}
patents:
  family:
    owners: maker
    essential_to: interface
    essentiality: {claimed: true}
declarations:
  statement: {on: 2025-02-03, commitment: frand, patents: family, standard: interface}
""",
)
def essential_patent_undeclared(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for standard in case.graph.targets(patent, ESSENTIAL_TO):
            if not _is_declared(case, patent, standard) and not _is_licensed(case, patent):
                yield from _asked(case, patent, standard)


def _is_declared(case: Case, patent: Patent, standard: Standard) -> bool:
    found = declarations_on(case.graph, patent, standard)
    return any(d.on is None or not case.now.certainly_before(d.on) for d in found)


def _is_licensed(case: Case, patent: Patent) -> bool:
    return any(licence.terms != "exclusive" for licence in case.graph.sources(patent, GRANTS))


def _asked(case: Case, patent: Patent, standard: Standard) -> Iterator[Answer]:
    said, ours = patent.essentiality, our_organizations(case.graph, case.project)
    is_ours = holds(case.graph, ours, patent)
    if is_ours is False or (said and not said.claimed and not said.checked and said.claimed is not None):
        return
    if said is None or not (said.claimed or said.checked):
        yield Unanswered(patent, "essentiality", (standard,))
    elif is_ours is None:
        yield Unanswered(patent, "owners", (standard,))
    else:
        yield from _due(case, patent, standard)


def _due(case: Case, patent: Patent, standard: Standard) -> Iterator[Answer]:
    """Once the work is proposed, the time to declare has come."""
    state, stage = progress(standard, case.now), reached(standard, case.now)
    if state == "ended" or (stage is not None and stage[0] < PROPOSAL):
        return
    if state == "unknown" or (state == "in-work" and stage is None):
        yield Unanswered(standard, "stage", (patent,))
        return
    yield from _judged(case, patent, standard, "error" if state == "adopted" else "warning")


def _judged(case: Case, patent: Patent, standard: Standard, severity: Severity) -> Iterator[Answer]:
    committee = case.graph.target(standard, COMMITTEE_OF)
    body, on = body_of(case.graph, standard), adopted_on(standard) or case.now
    joined = policy(case.facts, body, on, "blanket")
    if joined is not None and joined.value == "not-needed":
        return
    duty = disclosure_duty(case.facts, committee, body, on)
    if duty.holds is None:
        yield _untold(standard, committee, body)
    elif duty.holds:
        yield Finding(
            patent, None, {"patent": patent, "standard": standard}, others=(standard,),
            chain=(Step(patent, ("essentiality", "claimed")), Step(standard, "published"), Step(standard, "stage")),
            facts=duty.facts,
            severity="question" if duty.is_unclear or may_be_unadopted(standard, case.now) else severity,
        )  # fmt: skip


def _untold(standard: Standard, committee: Committee | None, body: str | None) -> Unanswered:
    if committee is not None:
        return Unanswered(committee, "policy_requires_disclosure", (standard,))
    return Unanswered(standard, "committee" if body else "body")
