"""An own disclosure came before the first filing, and an office that is wanted forgives none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import grace_facts
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, reveals_under
from oc_strategy.model.filing import effective_date, filing_date
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
    basis=Basis(
        facts=("grace-period", "standards-contribution-public"), practice=("C01", "G01", "G02", "G04"), cases=("F08",)
    ),
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
        shown = reveals_under(case.graph, patent)
        strict = tuple(_strict(case, patent)) if shown else ()
        for output, reveal in shown:
            yield from _compared(patent, strict, output, reveal)


@dataclass(frozen=True, slots=True)
class _Strict:
    """A member at an office without a general grace period, as far as the law of that day is known."""

    member: Member
    counts: Date | None
    fact: Fact
    is_in_force: bool


def _strict(case: Case, patent: Patent) -> Iterator[_Strict]:
    for member in patent.members:
        texts = grace_facts(case.facts, member.office, patent.right, filing_date(patent, member) or case.now)
        strict = [fact for fact in texts if fact.detail.get("covers") != "general"]
        if strict:
            yield _Strict(member, effective_date(patent, member), strict[0], len(strict) == len(texts))


def _compared(patent: Patent, strict: tuple[_Strict, ...], output: Output, reveal: Reveal) -> Iterator[Answer]:
    if reveal.on is None:
        yield Unanswered(reveal.by, reveal.field, (patent, output))
        return
    graded = [(_grade(each, reveal.on), each.member, each.fact) for each in strict]
    if any(severity is None for severity, _, _ in graded):
        yield Unanswered(patent, "priority_date", (reveal.by, output))
    # An office that is known less surely must not hide one that is known for certain.
    for severity in ("error", "warning", "question"):
        worst = [(member, fact) for grade, member, fact in graded if grade == severity]
        if worst:
            yield _finding(patent, output, reveal, worst, severity)
            return


def _grade(strict: _Strict, on: Date) -> Severity | None:
    """How grave it is at one office: `good` where nothing came before, None where no day is known."""
    counts = strict.counts
    if counts is None:
        return None
    if on.certainly_before(counts) and strict.is_in_force:
        return strict.fact.strongest
    return "question" if on.possibly_before(counts) or on.possibly_same(counts) else "good"


def _finding(
    patent: Patent, output: Output, reveal: Reveal, worst: list[tuple[Member, Fact]], severity: Severity
) -> Finding:
    first = worst[0][0]
    facts = dict.fromkeys(fact.id for _, fact in worst)
    by_id = {fact.id: fact for _, fact in worst}
    return Finding(
        reveal.by,
        reveal.field,
        {
            "reveal": reveal.by, "output": output, "on": reveal.on or "", "patent": patent,
            "office": ", ".join(dict.fromkeys(member.office for member, _ in worst)),
            "counts": effective_date(patent, first) or "",
        },
        others=(patent, output),
        chain=(
            Step(reveal.by, reveal.field), Step(output), Step(patent, "priority_date"),
            *(Step(patent, ("members", patent.members.index(member), "filed")) for member, _ in worst),
        ),
        facts=tuple(by_id[fact_id] for fact_id in facts),
        severity=severity,
        message=None if severity == "error" else _MAYBE,
    )  # fmt: skip
