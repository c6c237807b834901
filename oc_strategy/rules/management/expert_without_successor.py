"""One person holds every seat we have in committees, and nobody is named to follow."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import SUCCEEDED_BY
from oc_strategy.model.parties import Person
from oc_strategy.model.standardization import Committee
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="question",
    question=Text(
        en="Is there somebody to follow the person who holds all our seats?",
        ja="委員会の席を一人で担う人に、後継者がいるか",
    ),
    message=Text(
        en="{person} holds every seat that is on record ({committees}), and no successor is named.",
        ja="記録のある席（{committees}）はすべて {person} が担い、後継者が書かれていない。",
    ),
    remedy=Text(
        en="Name a successor for {person}, and let both attend for a while.",
        ja="{person} の後継者を決め、しばらく二人で参加する。",
    ),
    why=Text(
        en="Standing in a committee belongs to the person; it takes years to build and ends with a retirement.",
        ja="委員会での信頼は個人に付く。築くには年月がかかり、退任とともに失われる。",
    ),
    basis=Basis(practice=("G51", "S92", "S131")),
    fires="""
id: demo
people:
  veteran: {title: Standards expert}  # <- expert-without-successor
committees:
  group: {seats: [{person: veteran, role: expert}]}
""",
    silent="""
id: demo
people:
  veteran: {title: Standards expert, successor: junior}
  junior: {title: Junior expert}
committees:
  group: {seats: [{person: veteran, role: expert}]}
""",
)
def expert_without_successor(case: Case) -> Iterator[Answer]:
    held = [(committee, person) for committee in case.graph.of(Committee) for person in _seated(case, committee)]
    people = list(dict.fromkeys(person for _, person in held))
    if len(people) != 1 or people[0].is_answered("successor") or case.graph.targets(people[0], SUCCEEDED_BY):
        return
    committees = tuple(dict.fromkeys(committee for committee, _ in held))
    yield Finding(
        people[0], None, {"person": people[0], "committees": committees}, others=committees,
        chain=(*map(Step, committees), Step(people[0]), Step(people[0], "until")),
    )  # fmt: skip


def _seated(case: Case, committee: Committee) -> list[Person]:
    """Those whose seat has not certainly ended."""
    current = (s for s in committee.seats if s.until is None or not s.until.certainly_before(case.now))
    people = (case.graph.get(seat.person) for seat in current)
    return [person for person in people if isinstance(person, Person)]
