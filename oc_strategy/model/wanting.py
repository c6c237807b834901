"""Where a patent family is wanted: by plan, by a market or a place of making, by a licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from oc_strategy.model.asking import asked_once, asked_once_of_each
from oc_strategy.model.edges import COVERS, GRANTS, SOLD_IN, Path
from oc_strategy.model.filing import products_with
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.revenue import EARNING_TERMS
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.vocabulary import Severity

Want = Literal["planned", "needed", "unclear", "free"]
_STRENGTH: Final[Mapping[Want, int]] = {"planned": 3, "needed": 2, "unclear": 1, "free": 0}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One office or country (or `world`), how strongly, for which node; `where` is the planned member's place."""

    country: str
    want: Want
    by: Node
    where: Path = ()


def pressed(want: Want, pressing: Severity | None) -> Severity | None:
    """How grave a near or missed last day is for a place wanted this strongly.

    Where nothing is known of the treatment a missed day is a question; what is free for all needs no right any more
    once it is too late, and only a reminder before.
    """
    if want == "unclear" and pressing == "error":
        return "question"
    if want == "free":
        return "question" if pressing == "warning" else None
    return pressing


def want_of(option: Option | None, output: Output) -> Want:
    """Whether an option needs a patent right on an output to earn; `free` where it asks nothing of anybody."""
    treatment = option.treatments.get(output.id) if option else None
    access = treatment.accesses if treatment else None
    if treatment is None or access is None or treatment.disclosures == ("secret",):
        return "unclear"
    return "free" if access in {"royalty-free", "public-domain"} else "needed"


@asked_once
def wanted(graph: Graph, option: Option | None, patent: Patent) -> tuple[Wanted, ...]:
    """Every place where a family is wanted, once, for its strongest reason; sorted by code."""
    best: dict[str, Wanted] = {}
    for index, member in enumerate(patent.members):
        if member.status == "planned":
            best.setdefault(member.office, Wanted(member.office, "planned", patent, ("members", index, "office")))
    for output in graph.targets(patent, COVERS):
        want = want_of(option, output)
        for by, countries in places_of(graph, output):
            _note(best, want, by, countries)
    for licence in graph.sources(patent, GRANTS):
        _note(best, _want_of_licence(licence), licence, licence.territory)
    return tuple([best[country] for country in sorted(best)])


def _note(best: dict[str, Wanted], want: Want, by: Node, countries: tuple[str, ...]) -> None:
    """Keep a reason for each country where no reason as strong is known yet."""
    for country in countries:
        known = best.get(country)
        if known is None or _STRENGTH[known.want] < _STRENGTH[want]:
            best[country] = Wanted(country, want, by)


@asked_once_of_each
def places_of(graph: Graph, output: Output) -> tuple[tuple[Node, tuple[str, ...]], ...]:
    """The markets that products with an output are sold in, and those products, each with its countries."""
    found: list[tuple[Node, tuple[str, ...]]] = []
    for product in products_with(graph, output):
        if product.made_in:
            found.append((product, product.made_in))
        found += [(market, market.countries) for market in graph.targets(product, SOLD_IN)]
    return tuple(found)


def _want_of_licence(licence: License) -> Want:
    if licence.terms is None:
        return "unclear"
    return "needed" if licence.terms in EARNING_TERMS else "free"
