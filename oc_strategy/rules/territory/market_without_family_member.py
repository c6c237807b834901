"""What a patent is to keep or to license is sold or made in a country where no member of its families lives."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import entry_fact, entry_office, is_outside_pct
from oc_strategy.model.business import Product
from oc_strategy.model.dates import period_end
from oc_strategy.model.filing import DEAD, effective_date, is_filed, patents_on
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.territory import COVERS_BEST, Cover, cover
from oc_strategy.model.text import Text
from oc_strategy.model.wanting import places_of, want_of
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_MADE = Text(
    en="{output} is made in {countries} ({by}), where no member of {patents} is pending or in force.",
    ja="{output} を {countries} で生産する（{by}）が、そこには {patents} の係属中又は有効な権利がない。",
)


@rule(
    severity="error",
    question=Text(
        en="Does a member of the family live wherever a patented output is sold or made?",
        ja="特許で守る成果を売る国・作る国に、生きた権利があるか",
    ),
    message=Text(
        en="{output} is sold in {countries} ({by}), where no member of {patents} is pending or in force.",
        ja="{output} を {countries} で販売する（{by}）が、そこには {patents} の係属中又は有効な権利がない。",
    ),
    remedy=Text(
        en="File there while a period still runs, guard {output} there by contract, mark or secrecy, "
        "or record as an exception that the country is left free.",
        ja="期間が残っていれば出願し、なければ契約・商標・秘匿で {output} を守るか、"
        "その国では守らないと決めて例外に記録する。",
    ),
    why=Text(
        en="A patent ends at the border: where no member lives, anybody may copy what the plan counts on keeping "
        "or licensing.",
        ja="特許の効力は国境で終わる。権利のない国では、独占や許諾を見込んだものを誰でも模倣できる。",
    ),
    basis=Basis(facts=("national-phase",), practice=("C19", "G17")),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, sold_in: [home, abroad]}
markets:
  home: {countries: [JP]}
  abroad: {countries: [DE, TH]}  # <- market-without-family-member
patents:
  family:
    covers: coder
    priority_date: 2020-03-02
    members:
      - {office: JP, filed: 2020-03-02, status: granted}
      - {office: EP, filed: 2021-03-01, status: pending}
options:
  plan:
    treatments:
      coder: patent-exclusive
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, sold_in: [home, abroad]}
markets:
  home: {countries: [JP]}
  abroad: {countries: [DE, TH]}
patents:
  family:
    covers: coder
    priority_date: 2024-03-04
    members:
      - {office: JP, filed: 2024-03-04, status: pending}
      - {office: WO, filed: 2025-03-03, status: pending}
options:
  plan:
    treatments:
      coder: patent-exclusive
""",
)
def market_without_family_member(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        patents = patents_on(case.graph, output)
        if patents and _rests_on_patents(case, output):
            places = places_of(case.graph, output)
            every = dict.fromkeys(country for _, countries in places for country in countries)
            covers = {country: _best(case, patents, country) for country in every}
            is_doubtful = any(best in ("none", "unknown") for best in covers.values())
            for by, countries in places if is_doubtful else ():
                yield from _compared(case, output, patents, by, {country: covers[country] for country in countries})


def _rests_on_patents(case: Case, output: Output) -> bool:
    treatment = case.treatment(output)
    return treatment is not None and "patent" in treatment.disclosures and want_of(case.option, output) == "needed"


def _compared(
    case: Case, output: Output, patents: tuple[Patent, ...], by: Node, covers: dict[str, Cover]
) -> Iterator[Answer]:
    missing = [country for country, best in covers.items() if best == "none"]
    unlisted = next((patent for patent in patents if not patent.members), None)
    if missing and unlisted:
        yield Unanswered(unlisted, "members", (output, by))
    elif missing:
        yield _finding(case, output, patents, by, missing)
    if "unknown" in covers.values():
        yield Unanswered(_vaguest(case, patents, covers), "members", (output, by))


def _vaguest(case: Case, patents: tuple[Patent, ...], covers: dict[str, Cover]) -> Patent:
    vague = [country for country, best in covers.items() if best == "unknown"]
    return next(p for p in patents if any(cover(p, country, case.now) == "unknown" for country in vague))


def _best(case: Case, patents: tuple[Patent, ...], country: str) -> Cover:
    covers = [cover(patent, country, case.now) for patent in patents]
    if "live" in covers:
        return "live"
    is_open = any(_is_open_by_pct(case, patent, country) for patent in patents)
    return "open" if is_open else min(covers, key=COVERS_BEST.index)


def _is_open_by_pct(case: Case, patent: Patent, country: str) -> bool:
    """Whether a PCT application can still enter there; where no time limit is known, it is taken to."""
    pct = next((m for m in patent.members if m.office == "WO" and is_filed(m, case.now)), None)
    if pct is None or pct.status in DEAD or is_outside_pct(case.facts, country):
        return False
    fact, start = entry_fact(case.facts, entry_office(country)), effective_date(patent, pct)
    if fact is None or start is None:
        return True
    return not period_end(start, fact.number).certainly_before(case.now)


def _facts(case: Case, patents: tuple[Patent, ...], missing: list[str]) -> tuple[Fact, ...]:
    """The time limits on which it rests that a PCT application no longer reaches these countries."""
    if not any(member.office == "WO" for patent in patents for member in patent.members):
        return ()
    found = (entry_fact(case.facts, entry_office(country)) for country in missing)
    return tuple({fact.id: fact for fact in found if fact is not None}.values())


def _finding(case: Case, output: Output, patents: tuple[Patent, ...], by: Node, missing: list[str]) -> Finding:
    is_made = isinstance(by, Product)
    return Finding(
        by, "made_in" if is_made else "countries",
        {"output": output, "countries": ", ".join(missing), "by": by, "patents": patents}, others=(output,),
        chain=(Step(output), *(Step(patent, "members") for patent in patents), Step(by)),
        facts=_facts(case, patents, missing), message=_MADE if is_made else None,
    )  # fmt: skip
