"""A person gives several projects more time at once than there is."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.claims import entitled
from oc_strategy.model.parties import Person
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Finding, Part, PortfolioCase, Step, rule

_ALL = 100


@rule(
    asked_of="portfolio",
    severity="warning",
    question=Text(
        en="Is nobody planned for more than all of their time?",
        ja="一人の従事割合の合計が100%を超えていないか",
    ),
    message=Text(
        en="{projects} plan with {share} % of {person}'s time together.",
        ja="{person} の従事割合は、{projects} を合わせて{share}%になる。",
    ),
    remedy=Text(
        en="Let the projects agree on shares, or name somebody else for a seat.",
        ja="プロジェクト間で割合を調整するか、別の担当者を立てる。",
    ),
    why=Text(
        en="Experts for committees are few; a seat that nobody has time for is an empty seat.",
        ja="標準化の専門家は少ない。時間の取れない席は、空席に等しい。",
    ),
    basis=Basis(practice=("S92",)),
    fires="""
# catalog/people.yaml
people:
  sato: {title: Sato}
# camera/project.yaml
id: camera
people:
  sato: {time_share: 60}  # <- person-overbooked
# screen/project.yaml
id: screen
people:
  sato: {time_share: 50}
""",
    silent="""
# catalog/people.yaml
people:
  sato: {title: Sato}
# camera/project.yaml
id: camera
people:
  sato: {time_share: 60}
# screen/project.yaml
id: screen
period: {from: 2021, until: 2024}
people:
  sato: {time_share: 50}
""",
)
def person_overbooked(case: PortfolioCase) -> Iterator[Answer]:
    parts = {part.id: part for part in case.parts if not _is_over(case, part)}
    for statements in case.claims.values():
        taken = [
            person for person in statements
            if isinstance(person, Person) and person.id.partition("/")[0] in parts
            and person.time_share is not None and not (person.until and person.until.certainly_before(case.now))
        ]  # fmt: skip
        total = sum(person.time_share or 0 for person in taken)
        if len(taken) > 1 and total > _ALL:
            yield _found(taken, total, entitled(taken[0], statements))


def _is_over(case: PortfolioCase, part: Part) -> bool:
    """Whether a project has certainly ended, or has certainly not begun."""
    period = part.case.project.period
    if period is None:
        return False
    has_ended = period.until is not None and period.until.certainly_before(case.now)
    return has_ended or (period.from_ is not None and case.now.certainly_before(period.from_))


def _found(taken: list[Person], total: float, person: Person) -> Finding:
    first, *others = taken
    projects = ", ".join(each.id.partition("/")[0] for each in taken)
    return Finding(
        first, "time_share",
        {"person": person, "share": f"{total:g}", "projects": projects},
        others=tuple(others), chain=tuple(Step(person, "time_share") for person in taken),
    )  # fmt: skip
