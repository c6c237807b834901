"""A public buyer is in the market, and the interface of the product is in no international standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.asking import asked_once
from oc_strategy.model.business import Market, Product
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.edges import EMBODIES, RULES_MARKET, SOLD_IN
from oc_strategy.model.graph import Graph
from oc_strategy.model.lifecycle import begun_on, body_of, progress, reached
from oc_strategy.model.standardization import Regulation, Standard
from oc_strategy.model.standing import is_international
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

SEEN_BY_BUYERS: Final = frozenset({"interface", "protocol"})


@rule(
    severity="warning",
    question=Text(
        en="Is the interface in an international standard wherever public bodies buy?",
        ja="公的機関が買い手となる市場で、インタフェースが国際標準になっているか",
    ),
    message=Text(
        en="{product} is sold to public buyers in {market}; its interface {output} is in no international standard.",
        ja="{product} は {market} で公的機関に売られるが、そのインタフェース {output} は国際標準になっていない。",
    ),
    remedy=Text(
        en="Bring {output} into an international standard, or offer {product} with a standard interface there.",
        ja="{output} を国際標準にするか、その市場では標準のインタフェースを備えた {product} を出す。",
    ),
    why=Text(
        en="Covered public buyers are to ask for international standards that exist or are about to; a rival may "
        "complain.",
        ja="協定の対象となる公的機関は、既にある又は完成間近の国際標準によるべきとされ、競合から苦情を申し立てられ得る。",
    ),
    basis=Basis(practice=("C13",), cases=("F12",)),
    fires="""
id: demo
outputs:
  air: {kind: interface}
markets:
  railways: {public_buyer: true}
products:
  card: {embodies: air, sold_in: railways}  # <- procurement-needs-international-standard
""",
    silent="""
id: demo
outputs:
  air: {kind: interface}
standards:
  radio: {body: iso, published: 2004, clauses: [{id: air, reveals: air}]}
markets:
  railways: {public_buyer: true}
products:
  card: {embodies: air, sold_in: railways}
""",
)
def procurement_needs_international_standard(case: Case) -> Iterator[Answer]:
    for product in case.graph.of(Product):
        for output in case.graph.targets(product, EMBODIES):
            if output.kind in SEEN_BY_BUYERS and not _is_standard(case, output):
                for market in case.graph.targets(product, SOLD_IN):
                    yield from _asked(case, product, output, market)


def _is_standard(case: Case, output: Output) -> bool:
    """Whether an international standard describes it, or is being made to."""
    described = revealing_standards(case.graph, output)
    return any(_is_international(case.graph, s, case.now) and _is_under_way(case, s) for s in described)


def _is_international(graph: Graph, standard: Standard, now: Date) -> bool:
    alive = progress(standard, now) != "ended"
    return alive and is_international(standard, body_of(graph, standard))


def _is_under_way(case: Case, standard: Standard) -> bool:
    """Whether it is published or known to be worked on; a date of publication to come is no more than a plan."""
    published = standard.published
    if published is None or not case.now.certainly_before(published) or reached(standard, case.now):
        return True
    begun = begun_on(case.graph, standard)
    return begun is not None and not case.now.certainly_before(begun)


def _asked(case: Case, product: Product, output: Output, market: Market) -> Iterator[Answer]:
    if not market.is_answered("public_buyer"):
        yield Unanswered(market, "public_buyer", (product,))
    elif market.public_buyer:
        yield Finding(
            product, None, {"product": product, "output": output, "market": market}, others=(output, market),
            chain=(
                Step(output, "kind"), Step(product, "sold_in"), Step(market, "public_buyer"),
                *(Step(regulation, "in_force") for regulation in _rules_of(case, market)),
                *map(Step, _rivals(case, output)),
            ),
        )  # fmt: skip


def _rules_of(case: Case, market: Market) -> Iterator[Regulation]:
    """The procurement rules of a market that are, or may be, in force."""
    for regulation in case.graph.sources(market, RULES_MARKET):
        is_to_come = regulation.in_force is not None and case.now.certainly_before(regulation.in_force)
        if regulation.kind == "procurement-rule" and not is_to_come:
            yield regulation


def _rivals(case: Case, output: Output) -> Iterator[Standard]:
    """The international interface standards, made or in the making, that a buyer could ask for instead."""
    own = revealing_standards(case.graph, output)
    return (standard for standard in _interfaces(case.graph, case.now) if standard not in own)


@asked_once
def _interfaces(graph: Graph, now: Date) -> tuple[Standard, ...]:
    interfaces = (standard for standard in graph.of(Standard) if standard.kind == "interface")
    return tuple(standard for standard in interfaces if _is_international(graph, standard, now))
