"""A patent was declared, but only after the moment at which the policy in force asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts.policies import disclosure_duty
from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import Reading, declarations_on, readings
from oc_strategy.model.edges import COMMITTEE_OF, CONTRIBUTION_REVEALS, TABLED_IN
from oc_strategy.model.filing import first_filing
from oc_strategy.model.lifecycle import adopted_on, body_of, progress
from oc_strategy.model.ours import holds, our_organizations
from oc_strategy.model.standardization import Contribution, Declaration
from oc_strategy.model.standing import is_tabled_by
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_AFTER_PROPOSAL = Text(
    en="{patent} was declared for {standard} ({on}) after we had tabled {trigger} on the same matter ({due}).",
    ja="{patent} は、同じ内容の {trigger} を提出した {due} より後の {on} に、{standard} について声明されている。",
)


@rule(
    severity="error",
    question=Text(
        en="Was every declaration made before the text was adopted, and by the time of our own proposal?",
        ja="特許声明は、採択より前に、また自らの提案までに出されているか",
    ),
    message=Text(
        en="{patent} was declared for {standard} ({on}) after its adoption ({due}).",
        ja="{patent} は、{standard} の採択（{due}）より後の {on} に声明されている。",
    ),
    remedy=Text(
        en="Record why {patent} was declared late, and take advice before asserting it against {standard}.",
        ja="{patent} の声明が遅れた理由を残し、{standard} について権利を主張する前に助言を得る。",
    ),
    why=Text(
        en="Policies ask for disclosure while the text can still change; a late one has been held to waive the patent.",
        ja="方針は、本文を変えられるうちの開示を求める。遅れた開示では権利行使が認められなかった例がある。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("C04", "G32"), cases=("F03",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  codec: {title: Codec}
standards:
  coding: {body: etsi, published: 2020-05, clauses: [{id: codec, reveals: codec}]}
patents:
  family: {covers: codec, owners: maker, priority_date: 2017-03-01}
declarations:
  statement: {on: 2020-06-01, commitment: frand, patents: family, standard: coding}  # <- disclosure-late
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  codec: {title: Codec}
standards:
  coding: {body: etsi, published: 2020-05, clauses: [{id: codec, reveals: codec}]}
patents:
  family: {covers: codec, owners: maker, priority_date: 2020-05-01}
declarations:
  statement: {on: 2020-05-30, commitment: frand, patents: family, standard: coding}
""",
)
def disclosure_late(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for reading in readings(case.graph):
        made = declarations_on(case.graph, reading.patent, reading.standard)
        if made and holds(case.graph, ours, reading.patent) is not False:
            yield from _asked(case, reading, made)


def _asked(case: Case, reading: Reading, made: tuple[Declaration, ...]) -> Iterator[Answer]:
    undated = next((declaration for declaration in made if declaration.on is None), None)
    if undated is not None:
        yield Unanswered(undated, "on", (reading.patent, reading.standard))
        return
    dated = [(declaration.on.first, declaration.id, declaration) for declaration in made if declaration.on]
    first, filed = min(dated)[2], first_filing(reading.patent)
    if first.on is None:
        return
    adopted = adopted_on(reading.standard) if progress(reading.standard, case.now) == "adopted" else None
    if adopted is not None and adopted.certainly_before(first.on):
        yield from _judged(case, reading, first, adopted, filed, None)
        return
    for paper in _papers(case, reading):
        if paper.submitted is not None and paper.submitted.certainly_before(first.on):
            yield from _judged(case, reading, first, paper.submitted, filed, paper)
            return


def _papers(case: Case, reading: Reading) -> list[Contribution]:
    """Our own papers to the standard, or its committee, that reveal what the family covers, earliest first."""
    graph, ours = case.graph, our_organizations(case.graph, case.project)
    places = {reading.standard.id, *(committee.id for committee in graph.targets(reading.standard, COMMITTEE_OF))}
    showing = graph.all_sources(reading.outputs, CONTRIBUTION_REVEALS)
    tabled = [p for p in showing if p.submitted and any(to.id in places for to in graph.targets(p, TABLED_IN))]
    on_it = [paper for paper in tabled if is_tabled_by(graph, ours, paper)]
    return sorted(on_it, key=lambda paper: (paper.submitted.first if paper.submitted else case.today, paper.id))


def _judged(
    case: Case, reading: Reading, first: Declaration, due: Date, filed: Date | None, paper: Contribution | None
) -> Iterator[Answer]:
    committee = case.graph.target(reading.standard, COMMITTEE_OF)
    duty = disclosure_duty(case.facts, committee, body_of(case.graph, reading.standard), due)
    if filed is None:
        yield Unanswered(reading.patent, "priority_date", (first,))
    elif duty.holds is None and committee is not None:
        yield Unanswered(committee, "policy_requires_disclosure", (first,))
    elif duty.holds is None:
        yield Unanswered(reading.standard, "body", (first,))
    elif duty.holds and filed.certainly_before(due):
        trigger = (paper,) if paper else ()
        yield Finding(
            first, "on",
            {
                "patent": reading.patent, "standard": reading.standard, "on": first.on or "", "due": due,
                "trigger": trigger,
            },
            others=(reading.patent, reading.standard, *trigger),
            chain=(Step(reading.patent, "priority_date"), *(Step(p, "submitted") for p in trigger),
                   Step(reading.standard, "published"), Step(first, "on")),
            facts=duty.facts, severity="question" if duty.is_unclear else "warning" if paper else "error",
            message=_AFTER_PROPOSAL if paper else None,
        )  # fmt: skip
