"""A public buyer is in the market, and the interface of the product is in no international standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.business import Market, Product
from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.edges import EMBODIES, SOLD_IN
from oc_strategy.model.lifecycle import body_of, progress
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
                    yield from _asked(product, output, market)


def _is_standard(case: Case, output: Output) -> bool:
    """Whether an international standard describes it, or is being made to."""
    return any(
        is_international(standard, body_of(case.graph, standard)) and progress(standard, case.now) != "ended"
        for standard in revealing_standards(case.graph, output)
    )


def _asked(product: Product, output: Output, market: Market) -> Iterator[Answer]:
    if not market.is_answered("public_buyer"):
        yield Unanswered(market, "public_buyer", (product,))
    elif market.public_buyer:
        yield Finding(
            product, None, {"product": product, "output": output, "market": market}, others=(output, market),
            chain=(Step(output, "kind"), Step(product, "sold_in"), Step(market, "public_buyer")),
        )  # fmt: skip
