"""What is meant to stay secret can be had by a publication, a released code, an open licence or a sharing unbound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.business import Publication
from oc_strategy.model.disclosure import is_held_secret
from oc_strategy.model.edges import AGREES_ON, GRANTS, PARTY_TO, PUBLICATION_REVEALS, WORKS_FOR
from oc_strategy.model.keeping import Leak, kept_secrets, leaks
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Person
from oc_strategy.model.rights import License, Secret
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

OPEN_TERMS: Final = frozenset({"royalty-free", "non-assertion", "open-source", "frand", "pool"})
"""Licences that anybody may take, so that nothing they hand over stays secret."""

_UNBOUND = Text(
    en="{what} is shared with {party}, and no agreement that binds them is named.",
    ja="{what} は {party} と共有されているが、相手を拘束する契約が書かれていない。",
)


@rule(
    severity="error",
    question=Text(
        en="Can anybody reach by an open way what is meant to stay secret?",
        ja="秘匿するものに、公開された経路や契約のない相手から届かないか",
    ),
    message=Text(
        en="{by} hands out {what}, which is meant to stay secret.",
        ja="{by} により、秘匿するはずの {what} が外に出る。",
    ),
    remedy=Text(
        en="Take {what} out of it, bind those who see it by an agreement, or decide to open {what}.",
        ja="{what} を取り除くか、見る者を契約で拘束するか、{what} を開くと決める。",
    ),
    why=Text(
        en="A trade secret is protected only while it is managed as a secret and not publicly known. A constant left "
        "in released code, or one partner without an agreement, ends that.",
        ja="営業秘密として守られるのは、秘密として管理され公然と知られていない間だけである。"
        "公開コードに残った定数や、契約のない共有先一つでそれは失われる。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("C16", "G10", "S51")),
    fires="""
id: demo
owner: maker
organizations:
  maker: {own: true}
  supplier: {own: false}
outputs:
  filter: {title: Noise filter}
secrets:
  tuning:
    protects: filter
    shared_with: [supplier]  # <- secret-reachable-from-open
publications:
  release: {venue: code-release, reveals: tuning}  # <- secret-reachable-from-open
licenses:
  free: {terms: royalty-free, grants: filter}  # <- secret-reachable-from-open
options:
  chosen:
    treatments: {filter: keep-secret}
""",
    silent="""
id: demo
owner: maker
organizations:
  maker: {own: true}
  supplier: {own: false}
agreements:
  nda: {kind: nda, parties: [maker, supplier]}
outputs:
  filter: {title: Noise filter}
secrets:
  tuning:
    protects: filter
    shared_with: {supplier: nda}
publications:
  briefing: {confidential: true, held_under: nda, reveals: tuning}
licenses:
  know-how: {terms: paid, grants: filter, to: supplier}
options:
  chosen:
    treatments: {filter: keep-secret}
""",
)
def secret_reachable_from_open(case: Case) -> Iterator[Answer]:
    for publication in case.graph.of(Publication):
        if not is_held_secret(case.graph, publication):
            found = leaks(case.graph, case.option, publication, PUBLICATION_REVEALS)
            yield from (_finding(case, leak, "on") for leak in found)
    for licence in case.graph.of(License):
        if licence.terms in OPEN_TERMS:
            yield from (_finding(case, leak, "terms") for leak in leaks(case.graph, case.option, licence, GRANTS))
    for secret in kept_secrets(case.graph, case.option):
        yield from _shared(case, secret)
    if case.option is None and case.graph.of(Output):
        yield Unanswered(case.project, "option")


def _finding(case: Case, leak: Leak, field: str) -> Finding:
    return Finding(
        leak.by, leak.path, {"by": leak.by, "what": leak.what}, others=(leak.what,),
        chain=(Step(leak.by), Step(leak.by, field), Step(leak.what)),
        facts=case.facts.every("trade-secret-requirements", requirement="non-public"),
    )  # fmt: skip


def _shared(case: Case, secret: Secret) -> Iterator[Answer]:
    for party_id, agreement in secret.shared_with.items():
        party = case.graph.get(party_id)
        if party and agreement is None and not (_is_inside(case, party) or _is_bound(case, secret, party)):
            yield Finding(
                secret, ("shared_with", party_id), {"what": secret, "party": party}, others=(party,),
                chain=(Step(secret), Step(party)), message=_UNBOUND,
                facts=case.facts.every("trade-secret-requirements", requirement="secrecy-management"),
            )  # fmt: skip


def _is_inside(case: Case, party: Node) -> bool:
    """Whether a party is the project's owner, or a person who works for it."""
    if isinstance(party, Person):
        return any(employer.id == case.project.owner for employer in case.graph.targets(party, WORKS_FOR))
    return party.id == case.project.owner


def _is_bound(case: Case, secret: Secret, party: Node) -> bool:
    """Whether an agreement on the secret names the party, though the sharing does not point to it."""
    return any(party in case.graph.targets(a, PARTY_TO) for a in case.graph.sources(secret, AGREES_ON))
