"""A product was launched before anybody had looked for rights of others, or nothing says that anybody has."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import MADE_BY
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Were the rights of others looked for before the product was launched?",
        ja="発売の前に他者の権利を調べたか",
    ),
    message=Text(
        en="Rights of others were looked for on {checked}, after {product} was launched ({launched}).",
        ja="{product} は {launched} に発売したが、他者の権利の調査はその後の {checked} である。",
    ),
    remedy=Text(
        en="Look for rights of others in the countries of sale before launch, and record the day.",
        ja="発売の前に販売国での他者の権利を調べ、その日を記録する。",
    ),
    why=Text(
        en="A rival's patent found after launch stops sales; found before, it can be licensed or designed around.",
        ja="発売後に見つかった他者の特許は販売を止める。前に分かれば許諾や設計変更で避けられる。",
    ),
    basis=Basis(practice=("G21",)),
    fires="""
id: demo
products:
  box: {title: Box, launched: 2025-04-01, freedom_to_operate_checked: 2025-06-02}  # <- freedom-to-operate-unchecked
""",
    silent="""
id: demo
products:
  box: {title: Box, launched: 2025-04-01, freedom_to_operate_checked: 2025-03-03}
""",
)
def freedom_to_operate_unchecked(case: Case) -> Iterator[Answer]:
    for product in case.graph.of(Product):
        checked, launched = product.freedom_to_operate_checked, product.launched
        if launched is None or _is_anothers(case, product) or case.now.certainly_before(launched):
            continue
        if not product.is_answered("freedom_to_operate_checked"):
            yield Unanswered(product, "freedom_to_operate_checked")
        elif checked is not None and launched.possibly_before(checked):
            yield _finding(product, launched, checked)


def _is_anothers(case: Case, product: Product) -> bool:
    """Whether others, and nobody on our side, make the product."""
    makers, ours = case.graph.targets(product, MADE_BY), our_organizations(case.graph, case.project)
    return bool(makers) and bool(ours) and not any(maker in ours for maker in makers)


def _finding(product: Product, launched: Date, checked: Date) -> Finding:
    return Finding(
        product, "freedom_to_operate_checked", {"product": product, "launched": launched, "checked": checked},
        chain=(Step(product, "launched"), Step(product, "freedom_to_operate_checked")),
        severity="warning" if launched.certainly_before(checked) else "question",
    )  # fmt: skip
