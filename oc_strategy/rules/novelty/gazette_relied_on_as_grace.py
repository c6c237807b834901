"""What a gazette showed before the filing is to be patented at an office whose grace period leaves gazettes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import grace_facts
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, is_gazette, reveals_under
from oc_strategy.model.filing import DEAD, effective_date, filing_date
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_MAYBE = Text(
    en="{reveal} may have shown {output} in a gazette ({on}) before {patent} counts at {office} ({counts}), "
    "and {office} excuses no gazette.",
    ja="{reveal} は {patent} の {office} での基準日（{counts}）より前に公報で {output} を示した可能性がある（{on}）。"
    "{office} は公報を例外としない。",
)


@rule(
    severity="error",
    question=Text(
        en="Is no filing in Japan or Korea counting on grace for what a gazette had shown?",
        ja="日本や韓国で、公報に載った内容に例外を当てにした出願はないか",
    ),
    message=Text(
        en="{reveal} showed {output} in a gazette on {on}, before {patent} counts at {office} ({counts}), "
        "and {office} excuses no gazette.",
        ja="{reveal} は {on} に公報で {output} を示しており、{patent} の {office} での基準日（{counts}）より前である。"
        "{office} は公報を例外としない。",
    ),
    remedy=Text(
        en="Claim only what the gazette did not show, or drop {office} from the family.",
        ja="公報が示さなかった部分だけを権利化するか、{office} を出願先から外す。",
    ),
    why=Text(
        en="In Japan and Korea a grace period covers an applicant's own acts, except appearance in a patent gazette.",
        ja="日本と韓国の新規性喪失の例外は自らの行為を対象とするが、特許公報等への掲載は除かれる。",
    ),
    basis=Basis(facts=("grace-period",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
publications:
  gazette: {on: 2025-06-05, venue: gazette, reveals: coder}  # <- gazette-relied-on-as-grace
patents:
  family:
    covers: coder
    members: [{office: JP, filed: 2025-09-01, status: pending}]
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
publications:
  gazette: {on: 2025-06-05, venue: gazette, reveals: coder}
patents:
  family:
    covers: coder
    members: [{office: US, filed: 2025-09-01, status: pending}]
""",
)
def gazette_relied_on_as_grace(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for output, reveal in reveals_under(case.graph, patent):
            if is_gazette(reveal):
                yield from _compared(case, patent, output, reveal)


def _compared(case: Case, patent: Patent, output: Output, reveal: Reveal) -> Iterator[Answer]:
    strict = [(member, excluding) for member in patent.members if (excluding := _excluding(case, patent, member))]
    if strict and reveal.on is None:
        yield Unanswered(reveal.by, reveal.field, (patent, output))
        return
    graded = [(_grade(reveal.on, effective_date(patent, m), sure=e.is_sure), m, e.fact) for m, e in strict]
    for severity in ("error", "question"):
        worst = [(member, fact) for grade, member, fact in graded if grade == severity]
        if worst:
            yield _finding(patent, output, reveal, worst, severity)
            return


@dataclass(frozen=True, slots=True)
class _Excluding:
    """A grace period that leaves gazettes out, and whether it was surely in force at the filing."""

    fact: Fact
    is_sure: bool


def _excluding(case: Case, patent: Patent, member: Member) -> _Excluding | None:
    """The grace period of a living member's office, where it leaves gazettes out."""
    texts = grace_facts(case.facts, member.office, patent.right, filing_date(patent, member) or case.now)
    strict = [fact for fact in texts if fact.detail.get("gazette_excluded") == "true"]
    return _Excluding(strict[0], strict == list(texts)) if strict and member.status not in DEAD else None


def _grade(on: Date | None, counts: Date | None, *, sure: bool) -> Severity | None:
    if on is None or counts is None:
        return None
    if on.certainly_before(counts) and sure:
        return "error"
    return "question" if on.possibly_before(counts) else None


def _finding(
    patent: Patent, output: Output, reveal: Reveal, worst: list[tuple[Member, Fact]], severity: Severity
) -> Finding:
    return Finding(
        reveal.by, reveal.field,
        {
            "reveal": reveal.by, "output": output, "on": reveal.on or "?", "patent": patent,
            "office": ", ".join(dict.fromkeys(member.office for member, _ in worst)),
            "counts": effective_date(patent, worst[0][0]) or "?",
        },
        others=(patent, output),
        chain=(Step(reveal.by, reveal.field), Step(output), Step(patent, "priority_date")),
        facts=tuple({fact.id: fact for _, fact in worst}.values()), severity=severity,
        message=None if severity == "error" else _MAYBE,
    )  # fmt: skip
