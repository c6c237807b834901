"""A patent that is linked to none of the project's outputs."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.rights import Patent
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="warning",
    question=Text(en="Does every patent cover an output?", ja="どの特許も、いずれかの成果を保護しているか"),
    message=Text(
        en="{patent} is linked to no output.",
        ja="{patent} は、どの成果にも結び付いていない。",
    ),
    remedy=Text(
        en="Link {patent} to the outputs that its claims cover, or decide whether to go on paying for it.",
        ja="{patent} の請求項が及ぶ成果を書くか、維持を続けるか判断する。",
    ),
    why=Text(
        en="A patent that guards nothing opened or closed costs fees without serving the strategy; or an output "
        "is missing.",
        ja="何も守らない特許は、戦略に役立たないまま費用がかかる。または成果の書き漏れがある。",
    ),
    basis=Basis(practice=("G20", "S61")),
    fires="""
id: demo
patents:
  orphan: {title: Rotating table}  # <- patent-covers-nothing
""",
    silent="""
id: demo
outputs:
  table: {title: Table}
patents:
  linked: {covers: table}
  bought: {covers: {not_applicable: "bought as a defence, covers no output of ours"}}
""",
)
def patent_covers_nothing(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        if not patent.is_answered("covers"):
            yield Finding(
                patent, None, {"patent": patent}, chain=(Step(patent, "claims"), Step(patent, "essential_to"))
            )
