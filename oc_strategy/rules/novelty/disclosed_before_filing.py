"""An own disclosure came before the first filing, and an office that is wanted forgives none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oc_strategy.facts import Fact
from oc_strategy.model.disclosure import Reveal, reveals
from oc_strategy.model.edges import COVERS
from oc_strategy.model.filing import effective_date
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_MAYBE = Text(
    en="{reveal} may have made {output} public ({on}) before {patent} counts at {office} ({counts}); "
    "{office} has no general grace period.",
    ja="{reveal} により {output} が、{patent} の {office} での基準日（{counts}）より前に"
    "公になった可能性がある（{on}）。{office} に一般的な新規性喪失の例外はない。",
)


@rule(
    severity="error",
    question=Text(
        en="Did anything of our own make the output public before the patent was filed?",
        ja="自らの行為で、出願より前に成果が公になっていないか",
    ),
    message=Text(
        en="{reveal} made {output} public on {on}, before {patent} counts at {office} ({counts}); "
        "{office} has no general grace period.",
        ja="{reveal} により {output} が {on} に公となり、{patent} の {office} での基準日（{counts}）より前である。"
        "{office} に一般的な新規性喪失の例外はない。",
    ),
    remedy=Text(
        en="Correct the dates, claim only what was not shown, or drop {office} from the family.",
        ja="日付を確かめ、未公表の部分だけを権利化するか、{office} を出願先から外す。",
    ),
    why=Text(
        en="Novelty is absolute at offices without a general grace period: even an own standards contribution "
        "is prior art.",
        ja="一般的な猶予期間のない庁では新規性は絶対であり、自らの標準化寄書も先行技術となる。",
    ),
    basis=Basis(facts=("grace-period", "standards-contribution-public"), practice=("G01", "G02"), cases=("F08",)),
    fires="""
id: demo
outputs:
  coding: {title: Symbol prediction}
contributions:
  o063: {title: Meeting document, public_on: 2005-04-16, reveals: coding}  # <- disclosed-before-filing
patents:
  family:
    covers: coding
    priority_date: 2005-10-19
    members: [{office: EP, filed: 2006-10-05, priority_claimed: true}]
""",
    silent="""
id: demo
outputs:
  coding: {title: Symbol prediction}
contributions:
  o063: {title: Meeting document, public_on: 2005-10-20, reveals: coding}
patents:
  family:
    covers: coding
    priority_date: 2005-10-19
    members: [{office: EP, filed: 2006-10-05, priority_claimed: true}]
""",
)
def disclosed_before_filing(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for output in case.graph.targets(patent, COVERS):
            for reveal in reveals(case.graph, output):
                yield from _compared(case, patent, output, reveal)


def _compared(case: Case, patent: Patent, output: Output, reveal: Reveal) -> Iterator[Answer]:
    if reveal.on is None:
        yield Unanswered(reveal.by, reveal.field, (patent, output))
        return
    for member in patent.members:
        counts = effective_date(patent, member)
        grace = case.facts.find("grace-period", member.office, on=_day(case, member), aspect="window", right="patent")
        if counts is None or grace is None or grace.detail.get("covers") == "general":
            continue
        if reveal.on.certainly_before(counts):
            yield _finding(patent, output, reveal, member, grace, "error")
        elif reveal.on.possibly_before(counts) or reveal.on.possibly_same(counts):
            yield _finding(patent, output, reveal, member, grace, "question")


def _day(case: Case, member: Member) -> date:
    return member.filed.first if member.filed else case.today


def _finding(
    patent: Patent, output: Output, reveal: Reveal, member: Member, grace: Fact, severity: Severity
) -> Finding:
    index = patent.members.index(member)
    return Finding(
        reveal.by,
        reveal.field,
        {
            "reveal": reveal.by, "output": output, "on": reveal.on or "", "patent": patent, "office": member.office,
            "counts": effective_date(patent, member) or "",
        },
        others=(patent, output),
        chain=(
            Step(reveal.by, reveal.field), Step(output), Step(patent, "priority_date"),
            Step(patent, ("members", index, "filed")),
        ),
        facts=(grace,),
        severity=severity,
        message=None if severity == "error" else _MAYBE,
    )  # fmt: skip
