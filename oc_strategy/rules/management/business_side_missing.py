"""The strategy names no market, no revenue, no rival or nobody who answers for the business."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Market, Product
from oc_strategy.model.edges import COMPETES_IN
from oc_strategy.model.parties import Organization
from oc_strategy.model.rights import License
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text, listed
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

_MARKET = Text(en="market", ja="市場")
_REVENUE = Text(en="source of revenue", ja="収益源")
_RIVAL = Text(en="rival", ja="競合")
_OWNER = Text(en="business owner", ja="事業責任者")


@rule(
    severity="warning",
    question=Text(
        en="Does the strategy say in which market, against whom and by what it earns, and who answers for that?",
        ja="どの市場で、誰と競い、何で稼ぎ、誰が責任を負うかが書かれているか",
    ),
    message=Text(
        en="The business side of {project} is incomplete; missing: {missing}.",
        ja="{project} の事業面が書かれていない：{missing}。",
    ),
    remedy=Text(
        en="Add what is missing together with the business side, before deciding what to open.",
        ja="開く範囲を決める前に、事業部門とともに足りない項目を書く。",
    ),
    why=Text(
        en="What to open and what to close follows from where the money is made; without the business, only a list of "
        "rights is left.",
        ja="何を開き何を閉じるかは、どこで稼ぐかで決まる。事業がなければ、権利の一覧にしかならない。",
    ),
    basis=Basis(practice=("G50", "S42", "S50")),
    fires="""
id: demo  # <- business-side-missing
revenue: Sale of readers
""",
    silent="""
id: demo
revenue: Sale of readers
business_owner: lead
people:
  lead: {roles: [business]}
organizations:
  rival: {kind: rival}
markets:
  home: {countries: JP, competitors: rival}
""",
)
def business_side_missing(case: Case) -> Iterator[Answer]:
    present = (
        (_MARKET, bool(case.graph.of(Market))),
        (_REVENUE, _has_revenue(case)),
        (_RIVAL, _has_rival(case)),
        (_OWNER, case.project.is_answered("business_owner")),
    )
    missing = [what for what, is_there in present if not is_there]
    if missing:
        yield Finding(
            case.project, "id", {"project": case.project, "missing": listed(missing)}, chain=(Step(case.project),)
        )


def _has_revenue(case: Case) -> bool:
    return bool(
        case.project.is_answered("revenue")
        or any(product.revenue_role in {"main", "supporting"} for product in case.graph.of(Product))
        or any(output.revenue_bottleneck for output in case.graph.of(Output))
        or any(licence.price for licence in case.graph.of(License))
    )


def _has_rival(case: Case) -> bool:
    if any(organization.kind == "rival" for organization in case.graph.of(Organization)):
        return True
    markets = case.graph.of(Market)
    return any(case.graph.targets(market, COMPETES_IN) or market.is_answered("competitors") for market in markets)
