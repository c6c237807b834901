"""A standard is to be proposed after the product is on sale, or too shortly before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.business import Product
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import CONFORMS_TO
from oc_strategy.model.lifecycle import PROPOSAL, progress, stage_of
from oc_strategy.model.standardization import StageDate, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

LEAD_MONTHS: Final = 24
"""The shorter of the two to three years that practice reckons for a standard."""


@rule(
    severity="warning",
    question=Text(
        en="Is the standard proposed early enough before the product that follows it is sold?",
        ja="標準の提案が、それに従う製品の発売に十分先立っているか",
    ),
    message=Text(
        en="{standard} is to be proposed ({on}) less than 24 months before {product} is launched ({launched}).",
        ja="{standard} の提案予定は {on} で、{product} の発売（{launched}）まで24か月に満たない。",
    ),
    remedy=Text(
        en="Propose {standard} earlier, take a faster way such as a forum or a PAS, or launch without relying on it.",
        ja="{standard} の提案を早めるか、フォーラムやPASなど速い道を選ぶか、標準に頼らない発売とする。",
    ),
    why=Text(
        en="A standard takes two to three years; one that comes after the product is written by whoever was earlier.",
        ja="標準には2〜3年かかる。製品の後に出す提案では、先に動いた者の内容で決まってしまう。",
    ),
    basis=Basis(practice=("G24", "S92")),
    fires="""
id: demo
standards:
  item:  # <- standard-too-late
    stages: [{stage: "10.00", target: 2026-10-01}]
products:
  device: {conforms_to: item, launched: 2028-09-30}
""",
    silent="""
id: demo
standards:
  item:
    stages: [{stage: "10.00", target: 2026-10-01}]
products:
  device: {conforms_to: item, launched: 2028-10-01}
""",
)
def standard_too_late(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        planned = _planned(standard)
        if planned is not None and planned.target is not None and progress(standard, case.now) == "in-work":
            for product in case.graph.sources(standard, CONFORMS_TO):
                yield from _compared(standard, planned.target, product)


def _planned(standard: Standard) -> StageDate | None:
    """The proposal, where it is still to come."""
    at_proposal = [s for s in standard.stages if (stage_of(s.stage) or (0, 0))[0] >= PROPOSAL]
    if any(s.actual for s in at_proposal):
        return None
    dated = [(s.target.first, s.stage, s) for s in at_proposal if s.target]
    return min(dated)[2] if dated else None


def _compared(standard: Standard, on: Date, product: Product) -> Iterator[Answer]:
    needed = on.plus_months(LEAD_MONTHS)
    if product.launched is None:
        yield Unanswered(product, "launched", (standard,))
    elif product.launched.possibly_before(needed):
        yield Finding(
            standard, None, {"standard": standard, "on": on, "product": product, "launched": product.launched},
            others=(product,), chain=(Step(standard, "stages"), Step(product, "launched")),
            severity="warning" if product.launched.certainly_before(needed) else "question",
        )  # fmt: skip
