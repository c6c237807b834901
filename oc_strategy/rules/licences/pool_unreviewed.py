"""A pool or a cross-licence has no competition-law review on record."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.filing import EUROPEAN
from oc_strategy.model.rights import License
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

_OUTDATED = Text(
    en="{licence} was reviewed on {on}, before the European rules of {since}, "
    "which spare older licences only until {spared}.",
    ja="{licence} の確認（{on}）は {since} に施行された欧州の規則より前であり、"
    "それ以前の許諾が猶予されるのも {spared} までである。",
)


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
        if licence.terms in {"pool", "cross"}:
            if not licence.is_answered("competition_reviewed"):
                yield Finding(
                    licence, None, {"licence": licence}, chain=(Step(licence, "terms"), Step(licence, "from_"))
                )
            elif licence.competition_reviewed is not None:
                yield from _outdated(case, licence, licence.competition_reviewed)


def _outdated(case: Case, licence: License, reviewed: Date) -> Iterator[Answer]:
    """A review older than the European rules that the licence will be, or is, held against."""
    law = case.facts.find("competition", "EU", on=case.today, aspect="technology-transfer")
    if law is None or not _reaches_europe(licence):
        return
    since, spared = Date.parse(law.valid_from or "0001"), Date.parse(law.detail["transition_until"])
    is_old = licence.from_ is not None and licence.from_.certainly_before(since)
    is_over_in_time = licence.until is not None and not spared.possibly_before(licence.until)
    if reviewed.possibly_before(since) and not (is_old and is_over_in_time):
        yield Finding(
            licence, "competition_reviewed", {"licence": licence, "on": reviewed, "since": since, "spared": spared},
            chain=(Step(licence, "competition_reviewed"), Step(licence, "from_"), Step(licence, "until")),
            facts=(law,), message=_OUTDATED,
        )  # fmt: skip


def _reaches_europe(licence: License) -> bool:
    return bool({"world", "EP", *EUROPEAN} & set(licence.territory))
