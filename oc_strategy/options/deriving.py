"""What the model itself tells about the criteria: one function each, with the nodes and fields that say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from oc_strategy.model.business import Market
from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.edges import (
    CITES,
    COMPETES_IN,
    COMPLEMENTS,
    COVERS,
    EMBODIES,
    SOLD_IN,
)
from oc_strategy.model.guarding import secrets_on
from oc_strategy.model.settling import creators
from oc_strategy.model.steering import Trend
from oc_strategy.model.technology import Output
from oc_strategy.rule import Case, Step

_ANALYSIS: Final = {"visible": 5, "simple-analysis": 5, "expert-effort": 2, "infeasible": 1}
_EARNING: Final = {"main": (2, 4), "supporting": (2, 4)}
_DETECTION: Final = {"easy": 5, "with-effort": 4, "undetectable": 1}


@dataclass(frozen=True, slots=True)
class Told:
    """What the model shows: from `low` to `high` on the scale of 1 to 5, or a case; and the facts it shows it by."""

    facts: tuple[Step, ...]
    low: float = 1
    high: float = 5
    case: str | None = None


Derive = Callable[[Case, Output], Told | None]


def reverse_engineering(case: Case, output: Output) -> Told | None:  # noqa: ARG001 - one shape for all
    """By what is written of its analysis: what is visible or found by simple analysis is easy (S81)."""
    level = _ANALYSIS.get(output.reverse_engineering or "")
    return Told((Step(output, "reverse_engineering"),), level, level) if level else None


def detectability(case: Case, output: Output) -> Told | None:  # noqa: ARG001
    """By what is written of finding its use."""
    level = _DETECTION.get(output.detectability or "")
    return Told((Step(output, "detectability"),), level, level) if level else None


def kind(case: Case, output: Output) -> Told | None:  # noqa: ARG001
    """The case for its kind; a structure only where it can be seen in the product."""
    facts = (Step(output, "kind"),)
    if output.kind in {"process", "material"}:
        return Told(facts, case="process")
    if output.kind in {"interface", "protocol"}:
        return Told(facts, case="boundary-interface" if output.position == "boundary" else "interface")
    if output.kind == "test-method":
        return Told(facts, case="core-method" if output.core_important else "method")
    is_seen = output.reverse_engineering in {"visible", "simple-analysis"}
    if output.kind in {"apparatus", "component", "product"} and is_seen:
        return Told((*facts, Step(output, "reverse_engineering")), case="structure")
    return None


def position(case: Case, output: Output) -> Told | None:  # noqa: ARG001
    """Core, boundary or periphery, as written."""
    return Told((Step(output, "position"),), case=output.position) if output.position else None


def revenue_bottleneck(case: Case, output: Output) -> Told | None:
    """As written; where nobody wrote it, what is inside a product that earns may be what is paid for (S58)."""
    if output.revenue_bottleneck is not None:
        level = 5 if output.revenue_bottleneck else 1
        return Told((Step(output, "revenue_bottleneck"),), level, level)
    earning = [p for p in case.graph.sources(output, EMBODIES) if p.revenue_role in _EARNING]
    ends = max((_EARNING[p.revenue_role or ""] for p in earning), default=None)
    return Told(tuple(Step(p, "revenue_role") for p in earning), *ends) if ends else None


def network_effects(case: Case, output: Output) -> Told | None:
    """An interface or protocol that other outputs go with has to be shared by many to be of use (S97)."""
    is_joint = output.kind in {"interface", "protocol", "data"} or output.position == "boundary"
    mates = (*case.graph.targets(output, COMPLEMENTS), *case.graph.sources(output, COMPLEMENTS))
    if not (is_joint and mates):
        return None
    field = "kind" if output.kind in {"interface", "protocol", "data"} else "position"
    return Told((Step(output, field), *(Step(mate) for mate in dict.fromkeys(mates))), 4, 5)


def quality_invisible(case: Case, output: Output) -> Told | None:
    """A market that is not formed yet cannot judge quality (S83)."""
    found = [Step(market, "stage") for market in _markets(case, output) if market.stage == "not-formed"]
    return Told(tuple(found), 4, 5) if found else None


def market_beyond_supply(case: Case, output: Output) -> Told | None:
    """Many countries, or a market that still has to form or grow, are more than one firm supplies (S100)."""
    markets = _markets(case, output)
    young = [Step(m, "stage") for m in markets if m.stage in {"not-formed", "growing"}]
    wide = [Step(m, "countries") for m in markets if _is_wide(m)]
    return Told((*young, *wide), 3.5, 5) if young or wide else None


def rival_technology(case: Case, output: Output) -> Told | None:
    """Rivals in its markets, or rivals and drafts that are watched because of it, could win (S79)."""
    rivals = [Step(rival) for market in _markets(case, output) for rival in case.graph.targets(market, COMPETES_IN)]
    watched = [
        Step(trend, "kind")
        for trend in case.graph.of(Trend)
        if trend.kind in {"rival", "draft-standard", "technology"} and output.id in trend.affects
    ]
    facts = tuple(dict.fromkeys((*rivals, *watched)))
    return Told(facts, 3, 5) if facts else None


def patentability(case: Case, output: Output) -> Told | None:
    """A granted family shows it; one that was refused speaks against it; one that is pending leaves it open."""
    families = case.graph.sources(output, COVERS)
    granted = [Step(p, "members") for p in families if any(m.granted or m.status == "granted" for m in p.members)]
    if granted:
        return Told(tuple(granted), 5, 5)
    refused = [Step(p, "members") for p in families if p.members and all(m.status == "refused" for m in p.members)]
    if refused:
        return Told(tuple(refused), 1, 2)
    return Told(tuple(Step(p) for p in families), 3, 5) if families else None


def secrecy_holds(case: Case, output: Output) -> Told | None:
    """Know-how under care is kept; know-how shared without an agreement is not (S51)."""
    kept = secrets_on(case.graph, output)
    loose = [Step(s, "shared_with") for s in kept if any(under is None for under in s.shared_with.values())]
    if loose:
        return Told(tuple(loose), 1, 2)
    cared = [Step(s, "measures") for s in kept if s.measures]
    return Told(tuple(cared), 4, 5) if cared else None


def complementary_assets(case: Case, output: Output) -> Told | None:
    """Our own products that earn with what goes with it sell more, the wider it spreads (S105)."""
    mates = {output, *case.graph.targets(output, COMPLEMENTS), *case.graph.sources(output, COMPLEMENTS)}
    products = [p for mate in mates for p in case.graph.sources(mate, EMBODIES)]
    earning = [p for p in products if p.revenue_role in {"main", "supporting"}]
    bottlenecks = [mate for mate in mates - {output} if isinstance(mate, Output) and mate.revenue_bottleneck]
    facts = [
        *(Step(product, "revenue_role") for product in sorted(set(earning), key=lambda n: n.id)),
        *(Step(mate, "revenue_bottleneck") for mate in sorted(bottlenecks, key=lambda n: n.id)),
    ]
    return Told(tuple(facts), 4, 5) if facts else None


def cited_by_rules(case: Case, output: Output) -> Told | None:
    """A regulation that cites a standard of it is sure; a public buyer in its markets makes it likely (S85)."""
    cited = [
        Step(regulation, "cites")
        for standard in revealing_standards(case.graph, output)
        for regulation in case.graph.sources(standard, CITES)
    ]
    if cited:
        return Told(tuple(cited), 5, 5)
    buyers = [Step(m, "public_buyer") for m in _markets(case, output) if m.public_buyer]
    return Told(tuple(buyers), 3, 5) if buyers else None


def sensitivity(case: Case, output: Output) -> Told | None:  # noqa: ARG001
    """Core important technology, controlled exports and listed fields are sensitive (S46)."""
    fields = ("core_important", "export_controlled", "security_fields")
    stated = [Step(output, field) for field in fields if getattr(output, field)]
    if stated:
        return Told(tuple(stated), 5, 5)
    denied = [Step(output, f) for f in fields[:2] if getattr(output, f) is False]
    return Told(tuple(denied), 1, 1) if denied else None


def co_ownership(case: Case, output: Output) -> Told | None:
    """Several creators, several owners of a family, or a funder have to be asked (S19)."""
    makers = creators(case.graph, output)
    families = case.graph.sources(output, COVERS)
    shared: list[Step] = [Step(p, "owners") for p in families if len(p.owners) > 1]
    if len(makers) > 1:
        shared.append(Step(output, "created_by"))
    if output.funded_by:
        shared.append(Step(output, "funded_by"))
    if shared:
        return Told(tuple(shared), 4, 5)
    return Told((Step(output, "created_by"),), 1, 1) if makers else None


def product_before_standard(case: Case, output: Output) -> Told | None:
    """A product that is out already did not wait for a standard (S92)."""
    out = [p for p in case.graph.sources(output, EMBODIES) if p.launched and p.launched.certainly_before(case.now)]
    return Told(tuple(Step(p, "launched") for p in out), 4, 5) if out else None


def _markets(case: Case, output: Output) -> tuple[Market, ...]:
    """The markets of the products with an output, or of what goes with it; of the whole project where none is told."""
    mates = (output, *case.graph.targets(output, COMPLEMENTS), *case.graph.sources(output, COMPLEMENTS))
    products = [product for mate in mates for product in case.graph.sources(mate, EMBODIES)]
    return tuple(dict.fromkeys(market for product in products for market in case.graph.targets(product, SOLD_IN)))


def _is_wide(market: Market) -> bool:
    return len(market.countries) > 1 or "world" in market.countries


DERIVED: Final[Mapping[str, Derive]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        reverse_engineering, detectability, kind, position, revenue_bottleneck, network_effects, quality_invisible,
        market_beyond_supply, rival_technology, patentability, secrecy_holds, complementary_assets, cited_by_rules,
        sensitivity, co_ownership, product_before_standard,
    )
}  # fmt: skip
"""By the name of the criterion. What is not here only a person can tell."""
