"""A co-owned patent is licensed or promised to a standard without the consents that an office's law asks for."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.model.edges import (
    AGREES_ON,
    COVERS,
    DECLARATION_CONSENT,
    DECLARED_BY,
    DECLARES,
    GRANTS,
    LICENSE_CONSENT,
    LICENSED_BY,
    OWNED_BY,
    PARTY_TO,
)
from oc_strategy.model.filing import DEAD
from oc_strategy.model.node import Node
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_PROMISES = frozenset({"frand", "royalty-free", "non-assertion"})


@rule(
    severity="error",
    question=Text(
        en="Did every co-owner consent to licensing or promising the patent, where the law asks for it?",
        ja="共有特許の許諾や宣言について、法が求める共有者の同意を得ているか",
    ),
    message=Text(
        en="{act} binds {patent} without the consent of {missing}; the law at {offices} asks for every co-owner's.",
        ja="{act} は {missing} の同意なく {patent} に及んでいる。{offices} の法は共有者全員の同意を求める。",
    ),
    remedy=Text(
        en="Get the consent of {missing} and record it, or take {patent} out of {act}.",
        ja="{missing} の同意を得て記録するか、{patent} を {act} から外す。",
    ),
    why=Text(
        en="In Japan and Korea, among others, a co-owner cannot license alone: "
        "a licence or a promise to a standards body without the others' consent has no force.",
        ja="日本や韓国などでは共有者は単独で許諾できず、他の共有者の同意を欠く許諾や標準化団体への約束は効力をもたない。",
    ),
    basis=Basis(facts=("co-ownership",)),
    fires="""
id: demo
patents:
  family:
    owners: {maker: 50, university: 30, lab: 20}
    members: [{office: JP, filed: 2024-06-03, status: pending}]
licenses:
  deal: {terms: paid, grants: family, by: maker, consents: [lab]}  # <- co-owner-consent-missing
organizations:
  maker: {title: Maker}
  university: {title: University}
  lab: {title: Laboratory}
""",
    silent="""
id: demo
patents:
  family:
    owners: {maker: 50, university: 30, lab: 20}
    members: [{office: US, filed: 2024-06-03, status: pending}]
licenses:
  deal: {terms: paid, grants: family, by: maker, consents: [lab]}
organizations:
  maker: {title: Maker}
  university: {title: University}
  lab: {title: Laboratory}
""",
)
def co_owner_consent_missing(case: Case) -> Iterator[Answer]:
    graph = case.graph
    for licence in graph.of(License):
        patents = [right for right in graph.targets(licence, GRANTS) if isinstance(right, Patent)]
        act = "exclusive-licensing" if licence.terms == "exclusive" else "licensing"
        giver, consents = graph.targets(licence, LICENSED_BY), graph.targets(licence, LICENSE_CONSENT)
        for patent in patents:
            yield from _judged(case, licence, act, patent, {*_ids(giver), *_ids(consents)})
    for declaration in graph.of(Declaration):
        if declaration.commitment in _PROMISES:
            giver, consents = graph.targets(declaration, DECLARED_BY), graph.targets(declaration, DECLARATION_CONSENT)
            for patent in graph.targets(declaration, DECLARES):
                yield from _judged(case, declaration, "licensing", patent, {*_ids(giver), *_ids(consents)})


def _ids(nodes: tuple[Node, ...]) -> Iterator[str]:
    return (node.id for node in nodes)


def _judged(case: Case, by: License | Declaration, act: str, patent: Patent, agreeing: set[str]) -> Iterator[Answer]:
    owners = case.graph.targets(patent, OWNED_BY)
    missing = tuple(owner for owner in owners if owner.id not in agreeing)
    if len(owners) < 2 or not missing or "consents" in by.not_applicable or _is_agreed(case, patent, missing):
        return
    rules = _rules(case, patent, act)
    if not patent.members:
        yield Unanswered(patent, "members", (by,))
    elif rules and by.by is None:
        yield Unanswered(by, "by", (patent,))
    elif rules and "consents" not in by.model_fields_set:
        yield Unanswered(by, "consents", (patent,))
    elif rules:
        yield _finding(by, patent, missing, rules)


def _is_agreed(case: Case, patent: Patent, missing: tuple[Node, ...]) -> bool:
    """Whether an agreement on the family, or on what it covers, gives everybody's consent beforehand."""
    subjects: tuple[Node, ...] = (patent, *case.graph.targets(patent, COVERS))
    agreements = (a for a in case.graph.all_sources(subjects, AGREES_ON) if a.consent_to_license)
    return any(set(_ids(missing)) <= set(_ids(case.graph.targets(a, PARTY_TO))) for a in agreements)


def _rules(case: Case, patent: Patent, act: str) -> list[Fact]:
    """The laws of its living members' offices that ask for all consents; those known for certain first and alone."""
    offices = dict.fromkeys(member.office for member in patent.members if member.status not in DEAD)
    found = [case.facts.find("co-ownership", office, act=act) for office in offices]
    asking = [fact for fact in found if fact is not None and fact.value == "all-consent"]
    certain = [fact for fact in asking if fact.strongest == "error"]
    return certain or asking


def _finding(by: License | Declaration, patent: Patent, missing: tuple[Node, ...], rules: list[Fact]) -> Finding:
    return Finding(
        by, "consents",
        {"act": by, "patent": patent, "missing": missing, "offices": ", ".join(fact.place for fact in rules)},
        others=(patent,),
        chain=(Step(patent, "owners"), Step(by, "consents"), *(Step(owner) for owner in missing)),
        facts=tuple(rules),
    )  # fmt: skip
