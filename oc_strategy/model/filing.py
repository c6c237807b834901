"""Questions about patent families that many ask: first filing, offices wanted, who still protects where."""

from __future__ import annotations

from oc_strategy.model.business import Market, Product
from oc_strategy.model.dates import Date, next_working_day
from oc_strategy.model.edges import COVERS, EMBODIES, SOLD_IN
from oc_strategy.model.graph import Graph
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.technology import Output

DEAD = frozenset({"refused", "withdrawn", "lapsed", "expired"})
EUROPEAN = frozenset({
    "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
    "IS", "IT", "LI", "LT", "LU", "LV", "MC", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI",
    "SK", "SM", "TR",
})  # fmt: skip
"""Member states of the European Patent Convention, which an EP member of a family may protect."""


def first_filing(patent: Patent) -> Date | None:
    """The day from which the family counts: its priority date, else its earliest filed member's date."""
    if patent.priority_date is not None:
        return patent.priority_date
    filed = [member.filed for member in patent.members if member.filed is not None and member.status != "planned"]
    return min(filed, key=lambda day: day.first, default=None)


def effective_date(patent: Patent, member: Member) -> Date | None:
    """The day that counts for a member's novelty: the priority date where it is claimed and holds, else its filing."""
    if member.priority_claimed is False or has_broken_priority(patent, member):
        return member.filed
    return first_filing(patent) or member.filed


def has_broken_priority(patent: Patent, member: Member) -> bool:
    """Whether a member was certainly filed after the family's priority period without being one of a PCT's entries.

    Twelve months by the calendar, six for designs (Paris Convention Art. 4C(1)); a last day on a weekend rolls on.
    """
    start = first_filing(patent)
    if start is None or member.filed is None or member.route in {"pct", "epc"} or member.priority_claimed is False:
        return False
    return start.certainly_before(member.filed) and priority_end(patent, start).certainly_before(member.filed)


def priority_end(patent: Patent, start: Date) -> Date:
    """The last day of the priority period that began at `start`, rolled past a weekend (Paris Art. 4C(3))."""
    end = start.plus_months(6 if patent.right == "design" else 12)
    rolled = next_working_day(end.last)
    return Date(end.first, rolled, end.text if rolled == end.last else rolled.isoformat())


def is_live(member: Member) -> bool:
    """Whether a member is pending or in force, as far as is known."""
    return member.status not in DEAD and member.status != "planned"


def protects_in(member: Member, country: str) -> bool:
    """Whether a live member may protect in a country; an EP member does in the states of the EPC."""
    if not is_live(member):
        return False
    return member.office == country or (member.office in {"EP", "WO"} and _is_reached(member, country))


def _is_reached(member: Member, country: str) -> bool:
    # A PCT application still before national entry keeps every country open; EP reaches the EPC's states.
    return member.office == "WO" or country in EUROPEAN


def products_with(graph: Graph, output: Output) -> tuple[Product, ...]:
    """The products that embody an output."""
    return graph.sources(output, EMBODIES)


def countries_of(graph: Graph, product: Product) -> frozenset[str]:
    """The countries a product is sold in; `world` where a market says so."""
    return frozenset(c for market in graph.targets(product, SOLD_IN) for c in market.countries)


def markets_of(graph: Graph, output: Output) -> tuple[Market, ...]:
    """The markets that an output reaches through its products."""
    return tuple(dict.fromkeys(m for p in products_with(graph, output) for m in graph.targets(p, SOLD_IN)))


def patents_on(graph: Graph, output: Output) -> tuple[Patent, ...]:
    """The families that cover an output."""
    return graph.sources(output, COVERS)
