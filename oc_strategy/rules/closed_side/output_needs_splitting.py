"""Strong criteria pull one output both ways, and it has not been split."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.edges import PART_OF
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Where, rule

STRONG: Final = 4
"""From this rating (1-5), in the lower end of its range, a criterion counts as strong."""
OPENING: Final = ("network-effects", "rival-technology", "market-beyond-supply", "wants-adopters")
CLOSING: Final = ("revenue-bottleneck",)


@rule(
    severity="question",
    question=Text(
        en="Should an output be split where strong reasons speak for opening and for closing it?",
        ja="開く理由も閉じる理由も強い成果を、分けられないか",
    ),
    message=Text(
        en="Strong criteria speak both for opening and for closing {output}, and it has no parts.",
        ja="{output} には、開くべき強い理由と閉じるべき強い理由がともにあるが、構成要素に分けられていない。",
    ),
    remedy=Text(
        en="Split {output} into the part that must spread and the part that earns, and treat each by itself.",
        ja="{output} を、広めるべき部分と稼ぐ部分に分け、それぞれの扱いを決める。",
    ),
    why=Text(
        en="When the criteria contradict each other the unit is usually too large; decomposition is the common answer.",
        ja="判断基準が食い違うのは、多くは単位が大きすぎるためである。分けるのが通例の答えである。",
    ),
    basis=Basis(practice=("S112",)),
    fires="""
id: demo
outputs:
  charger:  # <- output-needs-splitting
    revenue_bottleneck: true
    ratings: {network-effects: 4}
""",
    silent="""
id: demo
outputs:
  charger: {revenue_bottleneck: true, ratings: {network-effects: 4}}
  plug: {part_of: charger}
  cable: {revenue_bottleneck: true, ratings: {network-effects: [3, 5]}}
""",
)
def output_needs_splitting(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        opening = _strong(output, OPENING)
        if not opening:
            continue
        closing = [*_strong(output, CLOSING), *(["revenue_bottleneck"] if output.revenue_bottleneck else [])]
        if closing and not case.graph.sources(output, PART_OF):
            yield Finding(
                output, None, {"output": output}, chain=tuple(Step(output, where) for where in (*opening, *closing))
            )


def _strong(output: Output, criteria: tuple[str, ...]) -> list[Where]:
    return [("ratings", key) for key in criteria if key in output.ratings and output.ratings[key][0] >= STRONG]
