"""The text of a published, or soon published, application describes what is kept secret."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import publication_fact
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import DESCRIBES
from oc_strategy.model.filing import effective_date, is_filed
from oc_strategy.model.keeping import Leak, leaks
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

State = Literal["public", "coming", "optional", "undated", "unknown", "planned", "stopped"]
_GRAVEST: tuple[State, ...] = ("public", "coming", "optional", "undated", "unknown", "planned")
_PLANNED = Text(
    en="{patent}, planned to be filed, describes {secret}, which is kept secret; 18 months later it would be public.",
    ja="出願予定の {patent} に、秘匿する {secret} が記載されている。出願すれば18か月後に公開される。",
)
_ASKED = Text(
    en="{patent}, public from {on}, describes {secret}; is what is kept of it left out of the text?",
    ja="{on} から公になる {patent} に {secret} が記載されている。秘匿する部分は明細書から除かれているか。",
)


@rule(
    severity="error",
    question=Text(
        en="Does the text of a published application give away what is kept secret?",
        ja="公開される出願の明細書に、秘匿するものが書かれていないか",
    ),
    message=Text(
        en="{patent}, public from {on}, describes {secret}, which is kept secret.",
        ja="{on} から公になる {patent} に、秘匿する {secret} が記載されている。",
    ),
    remedy=Text(
        en="Before publication, withdraw the application or file it anew without {secret}; afterwards stop treating "
        "{secret} as secret.",
        ja="公開前なら出願を取り下げるか、{secret} を除いて出願し直す。公開後は {secret} を秘密として扱わない。",
    ),
    why=Text(
        en="Applications are published 18 months after the earliest date they claim, granted or not; "
        "what stands in them is no secret any more.",
        ja="出願は特許になるか否かにかかわらず、最先の日から18か月で公開され、書かれた内容は秘密でなくなる。",
    ),
    basis=Basis(facts=("publication",), practice=("C16", "G14")),
    fires="""
id: demo
secrets:
  recipe: {title: Firing recipe}
patents:
  kiln:
    priority_date: 2025-01-20
    members: [{office: JP, filed: 2025-01-20, status: pending}]
    describes: recipe  # <- application-reveals-secret
""",
    silent="""
id: demo
secrets:
  recipe: {title: Firing recipe}
patents:
  kiln:
    priority_date: 2025-01-20
    members: [{office: JP, filed: 2025-01-20, status: withdrawn}]
    describes: recipe
""",
)
def application_reveals_secret(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        found = list(leaks(case.graph, case.option, patent, DESCRIBES))
        if found:
            gravest = _gravest(case, patent)
            for leak in found:
                yield from _judged(case, patent, leak, gravest)


@dataclass(frozen=True, slots=True)
class _Publication:
    """Whether and when a member's text is public, and on which fact that rests."""

    state: State
    on: Date | None = None
    fact: Fact | None = None
    index: int | None = None


def _gravest(case: Case, patent: Patent) -> _Publication:
    every = [_publication(case, patent, index, member) for index, member in enumerate(patent.members)]
    told = [publication for publication in every if publication.state in _GRAVEST]
    if not every:
        return _Publication("unknown")
    return min(told, key=lambda p: _GRAVEST.index(p.state), default=_Publication("stopped"))


def _publication(case: Case, patent: Patent, index: int, member: Member) -> _Publication:
    if member.published or member.granted or member.status in {"granted", "expired", "lapsed"}:
        return _Publication("public", member.published or member.granted, None, index)
    if not is_filed(member, case.now):
        return _Publication("planned", index=index)
    fact, start = publication_fact(case.facts, member.office), effective_date(patent, member)
    if fact is None or start is None:
        return _Publication("unknown" if fact is None else "undated", index=index)
    on = start.plus_months(fact.number)
    if member.status in {"withdrawn", "refused"}:
        return _Publication("stopped" if case.now.certainly_before(on) else "unknown", on, fact, index)
    return _Publication("optional" if "opt_out" in fact.detail else "coming", on, fact, index)


def _judged(case: Case, patent: Patent, leak: Leak, publication: _Publication) -> Iterator[Answer]:
    if publication.state == "unknown":
        yield Unanswered(patent, "members", (leak.what,))
    elif publication.state == "undated":
        yield Unanswered(patent, "priority_date", (leak.what,))
    elif publication.state == "planned":
        yield _finding(patent, leak, publication, "warning", _PLANNED)
    elif publication.state != "stopped":
        is_certain = publication.state != "optional" and not _is_partly_patented(case, leak)
        yield _finding(patent, leak, publication, "error" if is_certain else "question", None if is_certain else _ASKED)


def _is_partly_patented(case: Case, leak: Leak) -> bool:
    """Whether the output is to be both patented and kept, so that a person must say which part the text holds."""
    treatment = case.treatment(leak.what) if isinstance(leak.what, Output) else None
    return treatment is not None and "patent" in treatment.disclosures


def _finding(
    patent: Patent, leak: Leak, publication: _Publication, severity: Severity, message: Text | None
) -> Finding:
    member = () if publication.index is None else (Step(patent, ("members", publication.index, "filed")),)
    return Finding(
        patent, leak.path, {"patent": patent, "secret": leak.what, "on": publication.on or "?"}, others=(leak.what,),
        chain=(Step(patent, leak.path), *member, Step(leak.what)),
        facts=(publication.fact,) if publication.fact else (), severity=severity, message=message,
    )  # fmt: skip
