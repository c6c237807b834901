"""A contribution counts on being confidential, and no rule or agreement that keeps it so is given."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.model.edges import COMMITTEE_OF, CONTRIBUTION_HELD_UNDER, TABLED_IN
from oc_strategy.model.lifecycle import body_of, chain_above
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement
from oc_strategy.model.standardization import Committee, Contribution, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

_NOWHERE = Text(
    en="{contribution} is marked confidential; no agreement that binds its readers is given, nor where it is tabled.",
    ja="{contribution} は秘密とされているが、読む者を拘束する契約も、提出先も書かれていない。",
)
_REFUSED = Text(
    en="{contribution} is marked confidential, but {place} belongs to a body that keeps nothing confidential: {fact}",
    ja="{contribution} は秘密とされているが、{place} の機関は秘密を守らない。{fact}",
)
_OUT_OF_TIME = Text(
    en="{contribution} is marked confidential, but {agreement} does not bind on the day it is tabled ({on}).",
    ja="{contribution} は秘密とされているが、{agreement} は提出の日（{on}）に効力がない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Does a rule or an agreement bind those who see a contribution that is called confidential?",
        ja="秘密とする寄書を見る者は、規則や契約で拘束されているか",
    ),
    message=Text(
        en="{contribution} is marked confidential, and neither a rule of {place} nor an agreement that binds its "
        "readers is given.",
        ja="{contribution} は秘密とされているが、{place} の規則も、読む者を拘束する契約も書かれていない。",
    ),
    remedy=Text(
        en="Name the rule or agreement that binds the readers of {contribution}, or count it as public from that day.",
        ja="{contribution} を読む者を拘束する規則か契約を示す。なければ、その日から公知として扱う。",
    ),
    why=Text(
        en="The task of a standards committee speaks against secrecy: without proof, its papers count as prior art.",
        ja="標準化委員会の任務は秘密と相いれない。証明がなければ、その文書は先行技術として扱われる。",
    ),
    basis=Basis(facts=("standards-contribution-public",), practice=("G01",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
committees:
  video: {title: Video group}
contributions:
  paper:
    to: video
    reveals: coder
    confidential: true  # <- committee-secrecy-unproven
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
committees:
  video: {title: Video group, confidentiality_rule: "Clause 7 of its rules binds all who have access."}
contributions:
  paper:
    to: video
    reveals: coder
    confidential: true
""",
)
def committee_secrecy_unproven(case: Case) -> Iterator[Answer]:
    for paper in case.graph.of(Contribution):
        if paper.confidential:
            yield from _asked(case, paper)


def _asked(case: Case, paper: Contribution) -> Iterator[Answer]:
    places = case.graph.targets(paper, TABLED_IN)
    open_places = [(place, fact) for place in places if (fact := _openness(case, place)) is not None]
    agreement = case.graph.target(paper, CONTRIBUTION_HELD_UNDER)
    if open_places:
        yield from (_finding(paper, place, _REFUSED, fact) for place, fact in open_places)
    elif agreement is not None:
        if _is_out_of_time(agreement, paper):
            yield _finding(paper, agreement, _OUT_OF_TIME)
    elif not places:
        yield _finding(paper, None, _NOWHERE)
    else:
        yield from (_finding(paper, place) for place in places if not _has_rule(case, place))


def _openness(case: Case, place: Node) -> Fact | None:
    """The fact that the body of a committee or a standard keeps no contribution confidential, if it is known."""
    body = body_of(case.graph, place) if isinstance(place, Standard) else None
    body = body or next((above.body for above in _committees(case, place) if above.body), None)
    return case.facts.find("standards-contribution-public", body, aspect="confidentiality") if body else None


def _has_rule(case: Case, place: Node) -> bool:
    return any(committee.confidentiality_rule for committee in _committees(case, place))


def _committees(case: Case, place: Node) -> tuple[Committee, ...]:
    """The committee itself, or that of a standard, with those above it."""
    committee = case.graph.target(place, COMMITTEE_OF) if isinstance(place, Standard) else place
    return chain_above(case.graph, committee) if isinstance(committee, Committee) else ()


def _is_out_of_time(agreement: Agreement, paper: Contribution) -> bool:
    begins, tabled = agreement.from_ or agreement.signed, paper.submitted
    if tabled is None:
        return False
    is_late = begins is not None and tabled.certainly_before(begins)
    return is_late or (agreement.until is not None and agreement.until.certainly_before(tabled))


def _finding(paper: Contribution, place: Node | None, message: Text | None = None, fact: Fact | None = None) -> Finding:
    return Finding(
        paper, "confidential",
        {
            "contribution": paper, "place": place or "", "agreement": place or "", "on": paper.submitted or "",
            "fact": Text(en=fact.statement_en, ja=fact.statement_ja) if fact else "",
        },
        others=(place,) if place else (),
        chain=(Step(paper, "submitted"), Step(paper, "confidential"), *((Step(place),) if place else ())),
        facts=(fact,) if fact else (), message=message,
    )  # fmt: skip
