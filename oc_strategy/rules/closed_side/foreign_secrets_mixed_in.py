"""Secrets received from others are not kept apart from our own."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.rights import Secret
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Are secrets received from others kept apart from our own?",
        ja="他者から受け取った秘密を、自らの技術と分けて管理しているか",
    ),
    message=Text(
        en="{secret} was received from others, and separation is not among its measures.",
        ja="{secret} は他者から受け取ったものだが、分離管理の措置がない。",
    ),
    remedy=Text(
        en="Keep {secret} apart in place and people, and record by whom and for what it may be used.",
        ja="{secret} を場所と人の両面で分け、誰が何に使えるかを記録する。",
    ),
    why=Text(
        en="Once mixed in, nobody can show that our own development is free of it, and what we open may be theirs.",
        ja="一度混ざれば、自社の開発がそれによらないことを示せず、開くものが他者の秘密になりかねない。",
    ),
    basis=Basis(practice=("G16", "S61")),
    fires="""
id: demo
secrets:
  drawings: {third_party: true, measures: [nda, access-control]}  # <- foreign-secrets-mixed-in
""",
    silent="""
id: demo
secrets:
  drawings: {third_party: true, measures: [nda, separation]}
  own: {third_party: false, measures: [nda]}
""",
)
def foreign_secrets_mixed_in(case: Case) -> Iterator[Answer]:
    for secret in case.graph.of(Secret):
        if not secret.third_party or "measures" in secret.not_applicable:
            continue
        if not secret.measures:
            yield Unanswered(secret, "measures")
        elif "separation" not in secret.measures:
            chain = (Step(secret), Step(secret, "measures"))
            yield Finding(secret, None, {"secret": secret}, chain=chain)
