"""Boundary outputs whose worth grows with their users are all kept closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

STRONG: Final = 4
"""From this rating (1-5), in the lower end of its range, a criterion counts as strong."""


@rule(
    severity="warning",
    question=Text(
        en="Is something open at the boundary where adoption decides?",
        ja="普及が勝敗を決める境界で、何かを開いているか",
    ),
    message=Text(
        en="{option} closes every boundary output with strong network effects: {outputs}.",
        ja="{option} は、ネットワーク効果の強い境界の成果をすべて閉じている（{outputs}）。",
    ),
    remedy=Text(
        en="Open or license one of them, on terms that lead to the closed core.",
        ja="その一つを、閉じたコアにつながる条件で開くか許諾する。",
    ),
    why=Text(
        en="Where the worth of an interface grows with its users, a closed one loses to an open rival, however good.",
        ja="利用者が増えるほど価値が上がるインタフェースでは、閉じたままでは、優れていても開いた競合に負ける。",
    ),
    basis=Basis(practice=("S97", "S98")),
    fires="""
id: demo
outputs:
  plug: {title: Plug, position: boundary, ratings: {network-effects: [4, 5]}}
options:
  chosen:  # <- closed-where-adoption-needs-opening
    treatments: {plug: patent-exclusive}
""",
    silent="""
id: demo
outputs:
  plug: {title: Plug, position: boundary, ratings: {network-effects: [3, 5]}}
  socket: {title: Socket, position: core, ratings: {network-effects: 5}}
options:
  chosen:
    treatments: {plug: patent-exclusive, socket: keep-secret}
""",
)
def closed_where_adoption_needs_opening(case: Case) -> Iterator[Answer]:
    if case.option is None:
        if case.graph.of(Output):
            yield Unanswered(case.project, "option")
        return
    strong = tuple(o for o in case.graph.of(Output) if o.position == "boundary" and _has_network_effects(o))
    if strong and all(case.posture(output) == "closed" for output in strong):
        yield Finding(
            case.option, None, {"option": case.option, "outputs": strong}, others=strong,
            chain=tuple(Step(output, ("ratings", "network-effects")) for output in strong),
        )  # fmt: skip


def _has_network_effects(output: Output) -> bool:
    rating = output.ratings.get("network-effects")
    return rating is not None and rating[0] >= STRONG
