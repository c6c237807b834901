"""A patent was filed before anything made its output public."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, reveals_under
from oc_strategy.model.edges import COVERS
from oc_strategy.model.filing import effective_date, first_filing
from oc_strategy.model.rights import Patent
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="good",
    question=Text(
        en="Was the patent filed before the output became public?",
        ja="成果が公になる前に出願されているか",
    ),
    message=Text(
        en="{patent} counts from {filed}; the first to make {outputs} public was {reveal}, later ({on}).",
        ja="{patent} の基準日 {filed} は、{outputs} が {reveal} により初めて公になる日（{on}）より前である。",
    ),
    remedy=Text(
        en="Keep the order: file first, then publish or contribute.",
        ja="先に出願し、その後に発表・寄書する順序を続ける。",
    ),
    why=Text(
        en="Own later publications do not take away the novelty of what was filed first, at any office that honours "
        "the date.",
        ja="先に出願しておけば、その日（優先日）が認められる庁では、後の自らの公表で新規性を失わない。",
    ),
    basis=Basis(facts=("grace-period",), practice=("G01", "P1"), cases=("S01", "S03")),
    fires="""
id: demo
outputs:
  symbol: {title: Symbol}
patents:
  finder:  # <- filed-before-public
    covers: symbol
    members: [{office: JP, filed: 1994-03-14}]
standards:
  industry: {published: 1997-10, clauses: [{id: all, reveals: symbol}]}
""",
    silent="""
id: demo
outputs:
  symbol: {title: Symbol}
patents:
  finder:
    covers: symbol
    members: [{office: JP, filed: 1994-03-14}, {office: US, filed: 1998, priority_claimed: false}]
standards:
  industry: {published: 1997-10, clauses: [{id: all, reveals: symbol}]}
""",
)
def filed_before_public(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        shown = [reveal for _, reveal in reveals_under(case.graph, patent)]
        days = _days(patent) if shown else []
        if days and all(_precede(days, reveal) for reveal in shown):
            yield _finding(case, patent, max(days, key=lambda day: day.last), shown)


def _days(patent: Patent) -> list[Date]:
    """The days from which the members count; empty as soon as one of them is unknown."""
    days = [effective_date(patent, m) for m in patent.members if m.status != "planned"] or [first_filing(patent)]
    return [day for day in days if day is not None] if None not in days else []


def _precede(days: list[Date], reveal: Reveal) -> bool:
    return reveal.on is not None and all(day.certainly_before(reveal.on) for day in days)


def _finding(case: Case, patent: Patent, filed: Date, shown: list[Reveal]) -> Finding:
    first = min(shown, key=lambda reveal: reveal.on.first if reveal.on else filed.last)
    outputs = case.graph.targets(patent, COVERS)
    return Finding(
        patent, None,
        {"patent": patent, "outputs": outputs, "filed": filed, "reveal": first.by, "on": first.on or ""},
        others=(*outputs, first.by), chain=(Step(patent, "priority_date"), Step(first.by, first.field)),
    )  # fmt: skip
