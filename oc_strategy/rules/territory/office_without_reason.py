"""A member is kept at an office where nothing is sold, made, licensed or contested."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Market
from oc_strategy.model.edges import COMPETES_IN, COVERS
from oc_strategy.model.filing import EUROPEAN, markets_of
from oc_strategy.model.grace import first_office
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.wanting import wanted
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="question",
    question=Text(
        en="Is there a reason to keep a member at every office where there is one?",
        ja="各国の権利を、そこで持つ理由があるか",
    ),
    message=Text(
        en="{patent} is kept at {office}, where no market, production, licence or rival on record asks for it.",
        ja="{patent} を {office} で維持しているが、そこには記録された市場・生産・許諾・競合がない。",
    ),
    remedy=Text(
        en="Record the market, licence or rival that {office} is kept for, or let the member go.",
        ja="{office} で持つ理由となる市場・許諾・競合を記録するか、権利を手放す。",
    ),
    why=Text(
        en="Each country costs fees and translations for years; money kept where nothing happens is missing elsewhere.",
        ja="国ごとに年金や翻訳の費用が続く。使い道のない国の費用は、必要な国の分を削る。",
    ),
    basis=Basis(practice=("G18",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, sold_in: home}
markets:
  home: {countries: [JP]}
patents:
  family:
    covers: coder
    first_office: JP
    members:
      - {office: JP, status: granted}
      - {office: KR, status: granted}  # <- office-without-reason
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, sold_in: home}
markets:
  home: {countries: [JP, DE], competitors: rival}
organizations:
  rival: {title: Rival, country: KR}
patents:
  family:
    covers: coder
    first_office: JP
    members:
      - {office: JP, status: granted}
      - {office: KR, status: granted}
      - {office: EP, status: pending}
""",
)
def office_without_reason(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        reasons = _countries(case, patent)
        # Where no market and no licence is on record at all, nothing can be said against any office.
        if not reasons or "world" in reasons:
            continue
        home = first_office(patent)
        for index, member in enumerate(patent.members):
            # Of a member without a status nobody knows whether it is kept at all.
            is_kept = member.status in {"pending", "granted"}
            if is_kept and member.office not in {"WO", home} and not _has_reason(member, reasons):
                yield Finding(
                    patent, ("members", index, "office"), {"patent": patent, "office": member.office},
                    chain=(Step(patent, ("members", index, "office")), *(Step(m) for m in _markets(case, patent))),
                )  # fmt: skip


def _markets(case: Case, patent: Patent) -> tuple[Market, ...]:
    return markets_of(case.graph, case.graph.targets(patent, COVERS))


def _countries(case: Case, patent: Patent) -> set[str]:
    """Where products, production, licences and the rivals in those markets are; empty if none of it is on record."""
    places = {place.country for place in wanted(case.graph, case.option, patent) if place.want != "planned"}
    rivals = case.graph.all_targets(_markets(case, patent), COMPETES_IN) if places else ()
    return places | {rival.country for rival in rivals if rival.country}


def _has_reason(member: Member, reasons: set[str]) -> bool:
    return member.office in reasons or (member.office == "EP" and bool(reasons & EUROPEAN))
