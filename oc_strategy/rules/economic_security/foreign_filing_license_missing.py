"""An invention leaves the country it was made in, or its inventor lives in, without the permission asked for there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oc_strategy.facts import Fact
from oc_strategy.model.dates import Date
from oc_strategy.model.departing import (
    Departure,
    departures,
    filed_at_home,
    has_undated_home,
    latest_day,
    receiving_country,
)
from oc_strategy.model.edges import COVERS, INVENTED_BY
from oc_strategy.model.node import Node
from oc_strategy.model.ours import owners_of
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_ASPECT = "foreign-licence"
_NONE = Text(en="none", ja="なし")
_MAYBE = Text(
    en="{patent} is filed at {office} on {filed}, and {cause} ties it to {country} (first filing there: {first}; "
    "cleared: {cleared}). Was the permission that {country} asks for given in time?",
    ja="{patent} は {filed} に {office} へ出願され、{cause} により {country} の規制を受け得る"
    "（同国への最初の出願: {first}、確認日: {cleared}）。{country} の許可を出願前に得たか。",
)


@rule(
    severity="error",
    question=Text(
        en="Was the permission of the country of invention, or of residence, in hand before a filing abroad?",
        ja="外国出願の前に、発明地又は居住国の許可を得ているか",
    ),
    message=Text(
        en="{patent} is filed at {office} on {filed} without the permission that {country} asks for before "
        "an invention leaves ({cause}; first filing there: {first}; cleared: {cleared}).",
        ja="{patent} は、{country} が外国出願の前に求める許可のないまま {filed} に {office} へ出願されている"
        "（{cause}、同国への最初の出願: {first}、確認日: {cleared}）。",
    ),
    remedy=Text(
        en="Get the permission of {country} before filing elsewhere and record the day in `clearance`; "
        "if it has happened, ask counsel at once whether it can be cured.",
        ja="他国へ出願する前に {country} の許可を得て、その日を clearance に記録する。"
        "既に出願したときは、救済の可否を直ちに専門家に確かめる。",
    ),
    why=Text(
        en="The United States and China bind inventions made there, India and Malaysia their residents; "
        "a filing abroad without permission can cost the patent at home.",
        ja="米国と中国は国内でされた発明を、インドとマレーシアは居住者を対象とし、"
        "許可のない外国出願は自国の特許を失わせ得る。",
    ),
    basis=Basis(facts=("foreign-filing",), practice=("G44",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder, completed_in: CN}
patents:
  family:
    covers: coder
    clearance: 2025-03-03
    members:
      - {office: CN, filed: 2025-01-20}
      - {office: US, filed: 2025-02-03}  # <- foreign-filing-license-missing
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder, completed_in: US}
patents:
  family:
    covers: coder
    members:
      - {office: US, filed: 2025-01-20}
      - {office: JP, filed: 2025-10-06}
""",
)
def foreign_filing_license_missing(case: Case) -> Iterator[Answer]:
    countries = dict.fromkeys(fact.place for fact in case.facts.every("foreign-filing", aspect=_ASPECT))
    for patent in case.graph.of(Patent):
        if patent.right != "design" and "clearance" not in patent.not_applicable:
            near = _near(case, patent)
            for country in countries:
                if country in near:
                    yield from _asked(case, patent, country)


@dataclass(frozen=True, slots=True)
class _Tie:
    """What binds a family to a country: the output made there, or the inventor who lives there."""

    node: Node
    field: str


def _asked(case: Case, patent: Patent, country: str) -> Iterator[Answer]:
    abroad = [d for d in departures(patent, country) if not _is_received_at(patent, d, country)]
    found = _tie(case, patent, country) if abroad else None
    if isinstance(found, Unanswered):
        yield found
    elif found is not None:
        for departure in abroad:
            yield from _judged(case, patent, country, found, departure)


def _is_received_at(patent: Patent, departure: Departure, country: str) -> bool:
    """Whether it is a PCT application that the country's own office received."""
    return len(departure.place) > 1 and receiving_country(patent.members[int(departure.place[1])]) == country


def _tie(case: Case, patent: Patent, country: str) -> _Tie | Unanswered | None:
    binds_makers = bool(case.facts.every("foreign-filing", country, aspect=_ASPECT, made_in=country))
    field = "completed_in" if binds_makers else "country"
    outputs, inventors = case.graph.targets(patent, COVERS), case.graph.targets(patent, INVENTED_BY)
    tied: tuple[Node, ...] = outputs if binds_makers else inventors
    bound = next((node for node in tied if _country(node) == country), None)
    if bound is not None:
        return _Tie(bound, field)
    if country not in _hinted(case, patent):
        return None
    if not tied:
        return None if binds_makers else Unanswered(patent, "inventors")
    unsaid = next((node for node in tied if _country(node) is None), None)
    return Unanswered(unsaid, field, (patent,)) if unsaid is not None else None


def _near(case: Case, patent: Patent) -> set[str | None]:
    """The countries that anything at all ties a family to; most of those with such a law are not among them."""
    tied: tuple[Node, ...] = (*case.graph.targets(patent, COVERS), *case.graph.targets(patent, INVENTED_BY))
    return {*map(_country, tied), *_hinted(case, patent)}


def _country(node: Node) -> str | None:
    """Where an output was made, or a party lives."""
    match node:
        case Output():
            return node.completed_in
        case Organization() | Person():
            return node.country
    return None


def _hinted(case: Case, patent: Patent) -> set[str | None]:
    """The countries that a family points to: where it was first filed, and where its owners sit."""
    return {patent.first_office, *(owner.country for owner in owners_of(case.graph, patent))}


def _judged(case: Case, patent: Patent, country: str, tie: _Tie, departure: Departure) -> Iterator[Answer]:
    on = departure.on or latest_day(patent, departure)
    law, law_then = _law(case, country, on.first), _law(case, country, on.last)
    if law_then is None or (law is None and departure.on is None):
        return
    if departure.on is None:
        yield Unanswered(patent, "members", (tie.node,))
        return
    answer = _state(patent, country, on, law_then)
    if isinstance(answer, Unanswered):
        yield answer
    elif answer is not None:
        is_certain = answer == "missing" and law == law_then
        yield _finding(patent, country, tie, departure, law_then, is_certain)


def _law(case: Case, country: str, on: date) -> Fact | None:
    return case.facts.find("foreign-filing", country, on=on, aspect=_ASPECT)


def _state(patent: Patent, country: str, on: Date, law: Fact) -> str | Unanswered | None:
    """`missing` or `doubtful`; unanswered where a permission not on record may have come with the filing at home."""
    if patent.clearance is not None:
        late, doubtful = on.certainly_before(patent.clearance), on.possibly_before(patent.clearance)
        return "missing" if late else "doubtful" if doubtful else None
    home = filed_at_home(patent, country)
    if has_undated_home(patent, country):
        return Unanswered(patent, "members")
    if home is None:
        is_told = patent.first_office is not None or patent.priority_date is None
        return "missing" if is_told else Unanswered(patent, "first_office")
    if on.certainly_before(home):
        return "missing"
    return None if _is_free(home, on, law) else Unanswered(patent, "clearance")


def _is_free(home: Date, on: Date, law: Fact) -> bool:
    """Whether the time since the filing at home alone has set the invention free.

    Residents file at home at least so long before (the day itself is enough); makers wait until it is over.
    """
    if law.unit is None:
        return False
    ends = home.plus_days(7 * law.number) if law.unit == "weeks" else home.plus_months(law.number)
    return not on.possibly_before(ends) if "resident_in" in law.detail else ends.certainly_before(on)


def _finding(patent: Patent, country: str, tie: _Tie, departure: Departure, law: Fact, is_certain: bool) -> Finding:
    return Finding(
        patent, departure.place,
        {
            "patent": patent, "office": departure.office, "filed": departure.on or "?", "country": country,
            "cause": tie.node, "first": filed_at_home(patent, country) or _NONE,
            "cleared": patent.clearance or _NONE,
        },
        others=(tie.node,),
        chain=(Step(tie.node, tie.field), Step(patent, departure.place), Step(patent, "clearance")),
        facts=(law,), severity="error" if is_certain and law.strongest != "question" else "question",
        message=None if is_certain else _MAYBE,
    )  # fmt: skip
