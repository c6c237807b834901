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
            yield from _asked(standard, planned.target, case.graph.sources(standard, CONFORMS_TO))


def _planned(standard: Standard) -> StageDate | None:
    """The proposal, where it is still to come."""
    at_proposal = [s for s in standard.stages if (stage_of(s.stage) or (0, 0))[0] >= PROPOSAL]
    if any(s.actual for s in at_proposal):
        return None
    dated = [(s.target.first, s.stage, s) for s in at_proposal if s.target]
    return min(dated)[2] if dated else None


def _asked(standard: Standard, on: Date, products: tuple[Product, ...]) -> Iterator[Answer]:
    """The product launched last is asked about: while one comes in time, the standard is not in vain."""
    needed = on.plus_months(LEAD_MONTHS)
    dated = [(product.launched, product) for product in products if product.launched]
    last = max(dated, key=lambda pair: (pair[0].last, pair[1].id), default=None)
    if last is not None and not last[0].possibly_before(needed):
        return
    undated = next((product for product in products if product.launched is None), None)
    if undated is not None:
        yield Unanswered(undated, "launched", (standard,))
    elif last is not None:
        yield _finding(standard, on, last[1], last[0], is_sure=last[0].certainly_before(needed))


def _finding(standard: Standard, on: Date, product: Product, launched: Date, is_sure: bool) -> Finding:
    return Finding(
        standard, None, {"standard": standard, "on": on, "product": product, "launched": launched},
        others=(product,), chain=(Step(standard, "stages"), Step(product, "launched")),
        severity="warning" if is_sure else "question",
    )  # fmt: skip
