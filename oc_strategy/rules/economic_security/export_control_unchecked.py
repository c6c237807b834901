"""Controlled technology is handed to foreign parties, or shown at a closed meeting, without a check on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.facts import Fact
from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import PROJECT_OWNER
from oc_strategy.model.node import Node
from oc_strategy.model.sharing import country_of, handovers, papers_on
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_ANSWERS = frozenset({"export_controlled", "export_checked"})
_EASED = "standards-activity"
_NONE = Text(en="none", ja="なし")
_CLOSED = Text(en="a closed circle", ja="非公開の場")


@rule(
    severity="warning",
    question=Text(
        en="Was export control checked before controlled technology reached foreign parties or a closed meeting?",
        ja="輸出管理の対象技術を外国の者や非公開の会合に示す前に、該非と許可の要否を確かめたか",
    ),
    message=Text(
        en="{act} shows {output}, which is export controlled, to {whom} ({on}); export check on record: {checked}.",
        ja="{act} は輸出管理の対象である {output} を {whom} に示す（{on}）。輸出管理の確認日: {checked}。",
    ),
    remedy=Text(
        en="Classify {output}, get a licence where one is needed, and record the day in `export_checked` before it "
        "is shown.",
        ja="{output} の該非を判定し、要れば許可を得て、示す前に確認日を export_checked に記録する。",
    ),
    why=Text(
        en="Only what is open to anybody is exempt as public; a meeting that binds its members to secrecy is not, "
        "and being well known in the field is not enough. Residents under strong foreign influence count as abroad "
        "in Japan.",
        ja="公知として除かれるのは不特定多数に公開される技術だけで、守秘義務のある会合や、"
        "分野内で知られているだけの技術は当たらない。日本では外国の強い影響下にある居住者への提供も対象となる。",
    ),
    basis=Basis(facts=("export-control",), practice=("G45", "S130")),
    fires="""
id: demo
owner: maker
outputs:
  sonar: {title: Sonar, export_controlled: true}
secrets:
  tuning: {protects: sonar, shared_with: {yard: nda}}  # <- export-control-unchecked
organizations:
  maker: {title: Maker, country: JP}
  yard: {title: Yard, country: FR}
agreements:
  nda: {kind: nda}
""",
    silent="""
id: demo
owner: maker
outputs:
  sonar: {title: Sonar, export_controlled: true, export_checked: 2025-03-03}
  hull: {title: Hull, export_controlled: false}
secrets:
  tuning: {protects: [sonar, hull], shared_with: {yard: nda, dealer: nda}}
publications:
  talk: {on: 2025-02-03, confidential: false, reveals: sonar}
organizations:
  maker: {title: Maker, country: JP}
  yard: {title: Yard, country: FR}
  dealer: {title: Dealer, country: JP}
agreements:
  nda: {kind: nda}
""",
)
def export_control_unchecked(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        is_settled = output.export_controlled is False or output.not_applicable.keys() & _ANSWERS
        if not is_settled:
            yield from _asked(case, output)


@dataclass(frozen=True, slots=True)
class _Shown:
    """One act that shows an output: by which node, where, when, to whom."""

    by: Node
    field: str
    on: Date | None
    whom: Node | None = None


def _asked(case: Case, output: Output) -> Iterator[Answer]:
    owner = case.graph.target(case.project, PROJECT_OWNER)
    home = owner.country if owner is not None else None
    found = [*_handed(case, output, home), *_closed(case, output)]
    if found and output.export_controlled is None:
        yield Unanswered(output, "export_controlled")
        return
    for one in found:
        if isinstance(one, Unanswered):
            yield one
        else:
            yield from _judged(case, output, home, one)


def _handed(case: Case, output: Output, home: str | None) -> Iterator[_Shown | Unanswered]:
    for handover in handovers(case.graph, output):
        there = country_of(case.graph, handover.to)
        if there is None:
            yield Unanswered(handover.to, "country", (output,))
        elif home is None:
            yield _no_home(case)
            return
        elif there != home:
            yield _Shown(handover.by, handover.field, handover.on, handover.to)


def _no_home(case: Case) -> Unanswered:
    owner = case.graph.target(case.project, PROJECT_OWNER)
    return Unanswered(owner, "country") if owner is not None else Unanswered(case.project, "owner")


def _closed(case: Case, output: Output) -> Iterator[_Shown | Unanswered]:
    """The papers shown where secrecy binds the readers; one open to anybody is exempt as public."""
    for paper in papers_on(case.graph, output):
        field = "submitted" if isinstance(paper, Contribution) else "on"
        if paper.confidential:
            yield _Shown(paper, field, _day(paper))
        elif not paper.is_answered("confidential"):
            yield Unanswered(paper, "confidential", (output,))


def _day(paper: Contribution | Publication) -> Date | None:
    return paper.submitted if isinstance(paper, Contribution) else paper.on


def _judged(case: Case, output: Output, home: str | None, shown: _Shown) -> Iterator[Answer]:
    severity = _severity(output.export_checked, shown.on)
    if severity is None:
        return
    law = _law(case, home, shown)
    is_eased = law is not None and law.detail["aspect"] == _EASED
    yield Finding(
        shown.by, shown.field,
        {
            "act": shown.by, "output": output, "whom": shown.whom or _CLOSED, "on": shown.on or "?",
            "checked": output.export_checked or _NONE,
        },
        others=(output, *((shown.whom,) if shown.whom else ())),
        chain=(Step(output, "export_controlled"), Step(output, "export_checked"), Step(shown.by, shown.field)),
        facts=(law,) if law else (), severity="question" if is_eased else severity,
    )  # fmt: skip


def _severity(checked: Date | None, on: Date | None) -> Severity | None:
    if checked is None or (on is not None and on.certainly_before(checked)):
        return "warning"
    return "question" if on is not None and on.possibly_before(checked) else None


def _law(case: Case, home: str | None, shown: _Shown) -> Fact | None:
    """What the law at home says of such an act: eased for standards work, or that only the public is exempt."""
    if home is None:
        return None
    if isinstance(shown.by, Contribution):
        days = (shown.on.last, shown.on.first) if shown.on else (case.today,)
        eased = (case.facts.find("export-control", home, on=day, aspect=_EASED) for day in days)
        if (rule_of_the_day := next((fact for fact in eased if fact is not None), None)) is not None:
            return rule_of_the_day
    return case.facts.find("export-control", home, aspect="public-knowledge")
