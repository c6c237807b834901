"""While we sat in a committee, claims were changed to reach what it worked on, and nothing was disclosed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import Reading, declarations_on, readings
from oc_strategy.model.edges import COMMITTEE_OF, CONTRIBUTION_REVEALS, TABLED_IN
from oc_strategy.model.lifecycle import adopted_on, begun_on
from oc_strategy.model.ours import group_of, holds, our_organizations, owners_of
from oc_strategy.model.participation import Sitting, seats_of, sittings
from oc_strategy.model.rights import Amendment
from oc_strategy.model.standardization import Committee, Contribution
from oc_strategy.model.standing import is_tabled_by
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="question",
    question=Text(
        en="Were claims changed, without disclosure, to reach what a committee where we sat was working on?",
        ja="参加中の委員会で扱われた内容へ届くように、開示しないまま請求項を補正していないか",
    ),
    message=Text(
        en="While {who} sat in {committee}, claims of {patent} were amended ({on}) to reach {outputs}, which is part "
        "of {standard} made there; the family was not disclosed.",
        ja="{who} が {committee} に席を持つ間に、{patent} の請求項が {on} に補正され、"
        "そこで作られる {standard} の内容である {outputs} に届くようになったが、開示していない。",
    ),
    remedy=Text(
        en="Have counsel review how the claims of {patent} came about, and disclose it to the body of {standard}.",
        ja="{patent} の請求項の経緯を専門家に確認させ、{standard} の標準化機関に開示する。",
    ),
    why=Text(
        en="An owner who shaped claims by what was heard in meetings, and did not disclose them, drew years of "
        "proceedings in court and before authorities.",
        ja="会合で知った内容に合わせて請求項を整え、開示しなかった権利者が、長年の訴訟と当局の手続に至った例がある。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("C06",), cases=("F01",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  latency: {title: Programmable latency}
committees:
  memory:
    seats: [{organization: maker, from: 1992, until: 1996-06}]
standards:
  sdram: {published: 1993, committee: memory, clauses: [{id: mode, reveals: latency}]}
patents:
  base:
    covers: latency
    owners: maker
    priority_date: 1990-04
    amendments:
      - {from: 1992-10, until: 1993-02, reaches: latency}  # <- claims-steered
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  latency: {title: Programmable latency}
committees:
  memory:
    seats: [{organization: maker, from: 1992, until: 1996-06}]
standards:
  sdram: {published: 1993, committee: memory, clauses: [{id: mode, reveals: latency}]}
patents:
  base:
    covers: latency
    owners: maker
    priority_date: 1990-04
    amendments:
      - {from: 1991-02, until: 1991-10, reaches: latency}
""",
)
def claims_steered(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for reading in readings(case.graph):
        committee = case.graph.target(reading.standard, COMMITTEE_OF)
        if committee is not None and holds(case.graph, ours, reading.patent) and not _is_disclosed(case, reading):
            yield from _asked(case, reading, committee)


@dataclass(frozen=True, slots=True)
class _Matter:
    """A family on a standard, the seats that its owners' group had where that was made, and one amendment."""

    reading: Reading
    seats: tuple[Sitting, ...]
    index: int

    @property
    def amendment(self) -> Amendment:
        return self.reading.patent.amendments[self.index]


def _is_disclosed(case: Case, reading: Reading) -> bool:
    limit = adopted_on(reading.standard) or case.now
    found = declarations_on(case.graph, reading.patent, reading.standard)
    return any(d.on is None or not limit.certainly_before(d.on) for d in found)


def _asked(case: Case, reading: Reading, committee: Committee) -> Iterator[Answer]:
    patent = reading.patent
    group = group_of(case.graph, owners_of(case.graph, patent))
    seats = tuple(seats_of(sittings(case.graph, committee), group))
    if not seats:
        return
    if not patent.is_answered("amendments"):
        yield Unanswered(patent, "amendments", (reading.standard,))
    for index in range(len(patent.amendments)):
        yield from _amended(case, _Matter(reading, seats, index))


def _amended(case: Case, matter: _Matter) -> Iterator[Answer]:
    span = _span(matter.amendment)
    if span is None or not matter.amendment.reaches:
        yield Unanswered(matter.reading.patent, "amendments", (matter.reading.standard,))
        return
    seat = next((seat for seat in matter.seats if _was_held(seat, *span)), None)
    tabled = _tabled(case, matter, span[1])
    outputs = tuple(output for output in tabled if output.id in matter.amendment.reaches)
    if seat is not None and outputs:
        yield _finding(matter, seat, outputs)


def _span(amendment: Amendment) -> tuple[Date, Date] | None:
    first, last = amendment.from_ or amendment.until, amendment.until or amendment.from_
    return (first, last) if first and last else None


def _was_held(seat: Sitting, first: Date, last: Date) -> bool:
    """Whether a seat may have been held on a day of the amendments."""
    has_begun = seat.from_ is None or not last.certainly_before(seat.from_)
    return has_begun and not seat.has_ended(first)


def _tabled(case: Case, matter: _Matter, by: Date) -> tuple[Output, ...]:
    """What the others put into the standard by a day, as far as dates tell: its clauses, and papers tabled for it.

    An output that the owners' group tabled itself is its own contribution, and left out.
    """
    graph, standard = case.graph, matter.reading.standard
    begun, group = begun_on(graph, standard), group_of(graph, owners_of(graph, matter.reading.patent))
    papers = [paper for paper in graph.sources(standard, TABLED_IN) if not _is_after(paper, by)]
    own = [o for paper in papers if is_tabled_by(graph, group, paper) for o in _revealed(case, paper)]
    shown = [o for paper in papers for o in _revealed(case, paper)]
    if begun is None or not by.certainly_before(begun):
        shown += matter.reading.outputs
    return tuple(output for output in dict.fromkeys(shown) if output not in own)


def _is_after(paper: Contribution, day: Date) -> bool:
    return paper.status == "planned" or (paper.submitted is not None and day.certainly_before(paper.submitted))


def _revealed(case: Case, paper: Contribution) -> list[Output]:
    return [node for node in case.graph.targets(paper, CONTRIBUTION_REVEALS) if isinstance(node, Output)]


def _finding(matter: _Matter, seat: Sitting, outputs: tuple[Output, ...]) -> Finding:
    patent, standard = matter.reading.patent, matter.reading.standard
    where, who = ("amendments", matter.index), (seat.organization,) if seat.organization else ()
    return Finding(
        patent, where,
        {
            "who": who, "committee": seat.committee, "patent": patent, "on": _words(matter.amendment),
            "outputs": outputs, "standard": standard,
        },
        others=(standard, seat.committee, *outputs),
        chain=(
            Step(patent, (*where, "from_")), Step(patent, (*where, "until")),
            Step(seat.committee, (*seat.where, "from_")), Step(seat.committee, (*seat.where, "until")),
            Step(standard, "published"), *map(Step, outputs),
        ),
    )  # fmt: skip


def _words(amendment: Amendment) -> str:
    return "–".join(dict.fromkeys(day.text for day in (amendment.from_, amendment.until) if day))
