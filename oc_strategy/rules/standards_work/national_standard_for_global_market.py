"""A standard of one country carries a business that spans several, against a rival standard used internationally."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oc_strategy.model.asking import asked_once
from oc_strategy.model.business import Market, Product
from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import revealed_outputs
from oc_strategy.model.edges import CLAUSE_REVEALS, CONFORMS_TO, EMBODIES, MADE_BY, SOLD_IN
from oc_strategy.model.graph import Graph
from oc_strategy.model.lifecycle import body_of, progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.parties import Organization
from oc_strategy.model.standardization import Standard
from oc_strategy.model.standing import is_international, is_our_work
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import StandardKind
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="error",
    question=Text(
        en="Is a business in several countries carried by more than one country's standard?",
        ja="複数の国にまたがる事業が、一国だけの標準に載っていないか",
    ),
    message=Text(
        en="{standard} is adopted in {country} only, the business reaches {countries}, and {rival} is the "
        "international rival.",
        ja="{standard} の採用は {country} だけだが、事業は {countries} に及び、国際的な対抗標準 {rival} がある。",
    ),
    remedy=Text(
        en="Take {standard} to an international body, join {rival}, or plan for the home market alone.",
        ja="{standard} を国際標準化機関に提案するか、{rival} に合流するか、国内市場だけの計画に改める。",
    ),
    why=Text(
        en="A technically strong national standard stays alone while others scale with the international one.",
        ja="技術で優れていても一国だけの標準は孤立し、国際標準に載った他者が規模で勝る。",
    ),
    basis=Basis(practice=("C12",), cases=("F14", "S01")),
    fires="""
id: demo
outputs:
  air: {kind: interface}
standards:
  home: {kind: interface, adopted_in: JP, clauses: [{id: air, reveals: air}]}  # <- national-standard-for-global-market
  rival: {kind: interface, body: itu-t}
markets:
  handsets: {countries: [world]}
products:
  phone: {embodies: air, sold_in: handsets}
""",
    silent="""
id: demo
outputs:
  air: {kind: interface}
standards:
  home: {kind: interface, adopted_in: JP, clauses: [{id: air, reveals: air}]}
  ladder: {kind: interface, body: iso, clauses: [{id: air, reveals: air}]}
  rival: {kind: interface, body: itu-t}
markets:
  handsets: {countries: [world]}
products:
  phone: {embodies: air, sold_in: handsets}
""",
)
def national_standard_for_global_market(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for standard in case.graph.of(Standard):
        is_alive = progress(standard, case.now) != "ended" and is_our_work(case.graph, ours, case.option, standard)
        if is_alive and _is_national(case, standard) and not _has_ladder(case, standard):
            yield from _judged(case, standard)


def _is_national(case: Case, standard: Standard) -> bool:
    return len(standard.adopted_in) == 1 and not is_international(standard, body_of(case.graph, standard))


def _has_ladder(case: Case, standard: Standard) -> bool:
    """Whether an international standard describes the same output."""
    others = case.graph.all_sources(revealed_outputs(case.graph, standard), CLAUSE_REVEALS)
    return any(is_international(other, body_of(case.graph, other)) for other in others)


def _judged(case: Case, standard: Standard) -> Iterator[Answer]:
    sold, rival = _sold(case, standard), _rivals(case.graph, case.project, case.option, case.now).get(standard.kind)
    countries = frozenset(country for _, market in sold for country in market.countries)
    if rival is None or not (len(countries) > 1 or "world" in countries):
        return
    yield Finding(
        standard, None,
        {
            "standard": standard, "country": standard.adopted_in[0], "countries": ", ".join(sorted(countries)),
            "rival": rival,
        },
        others=(rival,),
        chain=(
            Step(standard, "adopted_in"), *map(Step, dict.fromkeys(product for product, _ in sold)),
            *(Step(market, "countries") for market in dict.fromkeys(market for _, market in sold)), Step(rival),
        ),
    )  # fmt: skip


def _sold(case: Case, standard: Standard) -> tuple[tuple[Product, Market], ...]:
    """The products that rest on a standard, each with the markets it is sold in."""
    graph = case.graph
    embodying = graph.all_sources(revealed_outputs(graph, standard), EMBODIES)
    products = dict.fromkeys((*graph.sources(standard, CONFORMS_TO), *embodying))
    return tuple((product, market) for product in products for market in graph.targets(product, SOLD_IN))


@asked_once
def _rivals(graph: Graph, project: Project, option: Option | None, now: Date) -> Mapping[StandardKind | None, Standard]:
    """For each kind the first international standard that no product of ours follows and no output of ours is in."""
    ours = our_organizations(graph, project)
    found: dict[StandardKind | None, Standard] = {}
    for other in graph.of(Standard):
        is_wide = is_international(other, body_of(graph, other)) and progress(other, now) != "ended"
        if is_wide and other.kind is not None and other.kind not in found:
            is_followed = any(_is_ours(graph, ours, product) for product in graph.sources(other, CONFORMS_TO))
            if not is_followed and not is_our_work(graph, ours, option, other):
                found[other.kind] = other
    return found


def _is_ours(graph: Graph, ours: tuple[Organization, ...], product: Product) -> bool:
    makers = graph.targets(product, MADE_BY)
    return not makers or any(maker in ours for maker in makers)
