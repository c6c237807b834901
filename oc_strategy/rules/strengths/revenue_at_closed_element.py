"""Revenue starts at an output that is kept closed."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.edges import EMBODIES
from oc_strategy.model.node import Node
from oc_strategy.model.revenue import EARNING_TERMS, earns, licences_of
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="good",
    question=Text(
        en="Does the money come in at an element that is kept closed?",
        ja="収益は、閉じた要素から生まれているか",
    ),
    message=Text(
        en="{output} is kept closed in {option} and earns.",
        ja="{option} で閉じている {output} が収益を生んでいる。",
    ),
    remedy=Text(
        en="Guard {output} first, and watch what could replace it.",
        ja="{output} を優先して守り、置き換わりうる技術を見張る。",
    ),
    why=Text(
        en="What is opened then feeds what is closed: the more adopt the open side, the more the closed one sells.",
        ja="開いた側が広がるほど、閉じた側が売れる。",
    ),
    basis=Basis(practice=("G06", "P5", "S58"), cases=("S01", "S03", "S09")),
    fires="""
id: demo
outputs:
  symbol: {title: Symbol}
  decoder: {title: Decoder, revenue_bottleneck: true}  # <- revenue-at-closed-element
options:
  chosen:
    treatments: {symbol: standard-free, decoder: keep-secret}
""",
    silent="""
id: demo
outputs:
  symbol: {title: Symbol}
  decoder: {title: Decoder, revenue_bottleneck: true}
options:
  chosen:
    treatments: {symbol: keep-secret, decoder: open-source}
""",
)
def revenue_at_closed_element(case: Case) -> Iterator[Answer]:
    for output in case.outputs("closed"):
        if case.option and earns(case.graph, output):
            earners = _earners(case, output)
            yield Finding(
                output, None, {"output": output, "option": case.option}, others=earners,
                chain=(Step(output), *map(Step, earners)),
            )  # fmt: skip


def _earners(case: Case, output: Output) -> tuple[Node, ...]:
    """The products and licences that bring the money in; none where the output is only said to be the bottleneck."""
    products: tuple[Product, ...] = case.graph.sources(output, EMBODIES)
    sold = tuple(product for product in products if product.revenue_role in {"main", "supporting"})
    return (*sold, *(licence for licence in licences_of(case.graph, output) if licence.terms in EARNING_TERMS))
