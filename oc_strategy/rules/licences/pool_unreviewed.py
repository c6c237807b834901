"""A pool or a cross-licence has no competition-law review on record."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.rights import License
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="question",
    question=Text(
        en="Was each pool and cross-licence reviewed under competition law?",
        ja="プールやクロスライセンスは、競争法の観点から確認されているか",
    ),
    message=Text(
        en="{licence} is a pool or cross-licence, and no competition-law review is on record.",
        ja="{licence} はプールまたはクロスライセンスだが、競争法の確認の記録がない。",
    ),
    remedy=Text(
        en="Have {licence} reviewed for each market it reaches, and record the day.",
        ja="{licence} を、及ぶ市場ごとに競争法の観点から確認し、その日を記録する。",
    ),
    why=Text(
        en="Licences among competitors may restrain competition; what the law exempts depends on conditions that "
        "change.",
        ja="競合どうしの許諾は競争を制限しうる。適用除外の条件は国により異なり、改正もある。",
    ),
    basis=Basis(facts=("competition",), practice=("G35", "S87")),
    fires="""
id: demo
licenses:
  joint: {title: Joint pool, terms: pool}  # <- pool-unreviewed
""",
    silent="""
id: demo
licenses:
  joint: {title: Joint pool, terms: pool, competition_reviewed: 2026-01-20}
  single: {title: Paid licence, terms: paid}
""",
)
def pool_unreviewed(case: Case) -> Iterator[Answer]:
    for licence in case.graph.of(License):
        if licence.terms in {"pool", "cross"} and not licence.is_answered("competition_reviewed"):
            yield Finding(licence, None, {"licence": licence}, chain=(Step(licence, "terms"), Step(licence, "from_")))
