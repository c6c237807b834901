"""Somebody who knows a secret has left, or the agreement that bound him has ended, and no patent stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import CUSTODIAN, PROTECTS, SHARED_WITH
from oc_strategy.model.guarding import live_patents
from oc_strategy.model.keeping import kept_secrets
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Person
from oc_strategy.model.rights import Secret
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_ENDED = Text(
    en="{who} knows {secret} under {agreement}, which ended on {on}, and no patent stands behind it.",
    ja="{secret} を知る {who} を拘束する {agreement} は {on} に終わり、背後に特許もない。",
)


@rule(
    severity="error",
    question=Text(
        en="Is everybody who knows a secret still bound, where no patent stands behind it?",
        ja="特許のない営業秘密を知る者は、いまも拘束されているか",
    ),
    message=Text(
        en="{who}, who knows {secret}, left on {on}; no control of leavers is on record, and no patent stands "
        "behind it.",
        ja="{secret} を知る {who} は {on} に離れたが、退職者への管理の記録も、背後の特許もない。",
    ),
    remedy=Text(
        en="Bind leavers and partners beyond the end, take their access away, or file on what they could take along.",
        ja="離れた後も続く秘密保持義務を結び、アクセスを断つか、持ち出されうる部分を出願する。",
    ),
    why=Text(
        en="What is held by secrecy alone goes with whoever knows it; there is no second line of defence.",
        ja="秘匿だけで守るものは、知る者とともに流出し、二段目の守りがない。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("C15", "S51", "S54")),
    fires="""
id: demo
people:
  expert: {until: 2026-03-31}
outputs:
  baking: {title: Baking}
secrets:
  curve: {protects: baking, custodian: expert, measures: [access-control]}  # <- secret-without-containment
""",
    silent="""
id: demo
people:
  expert: {until: 2026-03-31}
outputs:
  baking: {title: Baking}
secrets:
  curve: {protects: baking, custodian: expert, measures: [access-control, leaver-control]}
""",
)
def secret_without_containment(case: Case) -> Iterator[Answer]:
    for secret in kept_secrets(case.graph, case.option):
        if not any(live_patents(case.graph, output, case.now) for output in case.graph.targets(secret, PROTECTS)):
            yield from _leavers(case, secret)
            yield from _ended(case, secret)


def _leavers(case: Case, secret: Secret) -> Iterator[Answer]:
    knowing = (*case.graph.targets(secret, CUSTODIAN), *case.graph.targets(secret, SHARED_WITH))
    gone = [p for p in knowing if isinstance(p, Person) and p.until is not None and p.until.first < case.today]
    if gone and not secret.is_answered("measures"):
        yield Unanswered(secret, "measures", tuple(gone))
    elif "leaver-control" not in secret.measures and "measures" not in secret.not_applicable:
        for person in gone:
            is_gone = person.until is not None and person.until.certainly_before(case.now)
            yield _finding(case, secret, person, Step(person, "until"), "error" if is_gone else "question")


def _ended(case: Case, secret: Secret) -> Iterator[Answer]:
    for party_id, agreement_id in secret.shared_with.items():
        party, agreement = case.graph.get(party_id), case.graph.get(agreement_id)
        if party and isinstance(agreement, Agreement) and agreement.until and agreement.until.first < case.today:
            is_over = agreement.until.certainly_before(case.now)
            yield _finding(case, secret, party, Step(agreement, "until"), "error" if is_over else "question")


def _finding(case: Case, secret: Secret, who: Node, end: Step, severity: Severity) -> Finding:
    ended = end.node if isinstance(end.node, Agreement) else None
    on = getattr(end.node, "until", None)
    return Finding(
        secret, ("shared_with", who.id) if ended else None,
        {"secret": secret, "who": who, "agreement": end.node, "on": on or ""}, others=(who,),
        chain=(Step(secret), Step(who), end), severity=severity, message=_ENDED if ended else None,
        facts=case.facts.every("trade-secret-requirements", requirement="secrecy-management"),
    )  # fmt: skip
