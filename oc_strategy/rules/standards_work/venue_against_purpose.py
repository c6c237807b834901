"""The form of a standard and what it is to do for the business pull in different directions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.business import Product
from oc_strategy.model.declaring import revealed_outputs
from oc_strategy.model.edges import CLAUSE_REVEALS, CONFORMS_TO
from oc_strategy.model.lifecycle import progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.standardization import Standard
from oc_strategy.model.standing import is_our_work
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

PUBLIC: Final = frozenset({"regulation", "procurement", "safety"})
"""Purposes for which public rules cite the standard, and ask for a public status."""
STANDARD_MONTHS: Final = 24

_SLOW = Text(
    en="{standard} is made as a formal standard only, which takes two to three years, and {product} needs it by "
    "{launched}.",
    ja="{standard} は2〜3年かかる公的標準だけで作られるが、{product} は {launched} に必要としている。",
)


@rule(
    severity="question",
    question=Text(
        en="Does the form of the standard fit what it is for?",
        ja="標準の形態（公的標準・フォーラムなど）は狙いに合っているか",
    ),
    message=Text(
        en="{standard} is to serve rules, procurement or safety, and is not made in a formal body.",
        ja="{standard} は規制・調達・安全のためのものだが、公的標準として作られていない。",
    ),
    remedy=Text(
        en="Weigh form against purpose for {standard}: a formal body for public status, a forum for speed.",
        ja="{standard} の形態を狙いに照らして見直す。公的な地位なら公的標準、速さならフォーラムを選ぶ。",
    ),
    why=Text(
        en="Formal standards are public, fair and slow; forum standards are fast and carry no guarantee of neutrality.",
        ja="公的標準は公的な地位と公平さを持つが時間がかかる。フォーラム標準は速いが中立性の保証がない。",
    ),
    basis=Basis(practice=("G25", "S109", "S111")),
    fires="""
id: demo
outputs:
  limit: {title: Limit values}
standards:
  safety: {form: forum, purpose: safety, clauses: [{id: one, reveals: limit}]}  # <- venue-against-purpose
""",
    silent="""
id: demo
outputs:
  limit: {title: Limit values}
standards:
  safety: {form: de-jure, purpose: safety, clauses: [{id: one, reveals: limit}]}
""",
)
def venue_against_purpose(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for standard in case.graph.of(Standard):
        if progress(standard, case.now) != "ended" and is_our_work(case.graph, ours, case.option, standard):
            yield from _asked(case, standard)


def _asked(case: Case, standard: Standard) -> Iterator[Answer]:
    if standard.purpose in PUBLIC:
        if not standard.is_answered("form"):
            yield Unanswered(standard, "form")
        elif standard.form != "de-jure":
            chain = (Step(standard, "purpose"), Step(standard, "form"))
            yield Finding(standard, None, {"standard": standard}, chain=chain)
    elif standard.purpose == "adoption" and standard.kind == "interface" and standard.form == "de-jure":
        yield from _slow(case, standard)


def _slow(case: Case, standard: Standard) -> Iterator[Answer]:
    """A formal standard still in work that every product needs within two years, with no quicker one beside it."""
    needed = case.now.plus_months(STANDARD_MONTHS)
    products = case.graph.sources(standard, CONFORMS_TO)
    if not all(product.launched is not None and product.launched.certainly_before(needed) for product in products):
        return
    if products and progress(standard, case.now) == "in-work" and not _has_quicker(case, standard):
        yield _late(standard, products[0])


def _has_quicker(case: Case, standard: Standard) -> bool:
    revealed = revealed_outputs(case.graph, standard)
    others = case.graph.all_sources(revealed, CLAUSE_REVEALS)
    return any(other.form not in {None, "de-jure"} for other in others)


def _late(standard: Standard, product: Product) -> Finding:
    return Finding(
        standard, None, {"standard": standard, "product": product, "launched": product.launched or ""},
        others=(product,), chain=(Step(standard, "form"), Step(standard, "purpose"), Step(product, "launched")),
        message=_SLOW,
    )  # fmt: skip
