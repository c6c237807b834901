"""The care of a secret has gone stale: its review is past, its access list is old, or it is not marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.keeping import kept_secrets
from oc_strategy.model.rights import Secret
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

ACCESS_LIST_MONTHS: Final = 12
"""How long a list of those with access is taken to be true; a house rule, not law."""

_LIST = Text(
    en="The access list of {secret} dates from {on}, more than {months} months ago.",
    ja="{secret} のアクセス者一覧は {on} のもので、{months} か月を超えている。",
)
_MARK = Text(en="{secret} is stated not to be marked as a secret.", ja="{secret} には秘密の表示がない。")


@rule(
    severity="warning",
    question=Text(en="Is the care of each secret up to date?", ja="営業秘密の管理は、最新の状態か"),
    message=Text(
        en="The review of {secret} was due on {on}.",
        ja="{secret} の管理の見直しは {on} の予定だった。",
    ),
    remedy=Text(
        en="Review the measures, renew the access list and the marking, and set the next review.",
        ja="措置を見直し、アクセス者一覧と表示を改め、次回の見直し日を決める。",
    ),
    why=Text(
        en="Measures on paper count for little if people who left can still enter; whether it is managed as a secret "
        "is judged by what is really done.",
        ja="書類だけの措置では、去った者が入れるままになる。秘密管理性は、実際に行われていることで判断される。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("G10", "S51", "S52")),
    fires="""
id: demo
secrets:
  recipe:
    measures: [access-control, marking]
    marked: true
    access_listed_on: 2025-03-31  # <- secret-care-overdue
    next_review: 2026-03-31  # <- secret-care-overdue
""",
    silent="""
id: demo
secrets:
  recipe:
    measures: [access-control, marking]
    marked: true
    access_listed_on: 2025-04-01
    next_review: 2026-04-01
""",
)
def secret_care_overdue(case: Case) -> Iterator[Answer]:
    for secret in kept_secrets(case.graph, case.option):
        yield from _review(case, secret)
        yield from _access_list(case, secret)
        if secret.marked is False:
            yield Finding(secret, "marked", {"secret": secret}, chain=(Step(secret),), message=_MARK)


def _review(case: Case, secret: Secret) -> Iterator[Answer]:
    due = secret.next_review
    if due is None and not secret.is_answered("next_review"):
        yield Unanswered(secret, "next_review")
    elif due is not None and due.first < case.today:
        yield Finding(
            secret, "next_review", {"secret": secret, "on": due},
            chain=(Step(secret, "reviewed"), Step(secret, "next_review")),
            severity="warning" if due.certainly_before(case.now) else "question",
        )  # fmt: skip


def _access_list(case: Case, secret: Secret) -> Iterator[Answer]:
    listed = secret.access_listed_on
    good_until = listed.plus_months(ACCESS_LIST_MONTHS) if listed else None
    if listed is not None and good_until is not None and good_until.first < case.today:
        yield Finding(
            secret, "access_listed_on", {"secret": secret, "on": listed, "months": ACCESS_LIST_MONTHS},
            chain=(Step(secret, "access_listed_on"),), message=_LIST,
            severity="warning" if good_until.certainly_before(case.now) else "question",
        )  # fmt: skip
