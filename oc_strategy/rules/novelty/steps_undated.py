"""An output is to be patented and tabled in a committee, and one of the two steps has no date."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, reveals
from oc_strategy.model.edges import CONTRIBUTION_REVEALS
from oc_strategy.model.filing import first_filing, is_filed, patents_on
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

_NO_FAMILY = Text(
    en="{output} is to be patented and is shown by {contribution}, but no family with a filing date covers it.",
    ja="{output} は権利化する予定で {contribution} でも明かすが、出願日の決まったファミリーがない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Do the filing and the contribution of one output both have a date, so that their order can be checked?",
        ja="同じ成果の出願と寄書の双方に日付があり、順序を確かめられるか",
    ),
    message=Text(
        en="{output} is to be filed ({patent}) and tabled ({contribution}), but {undated} has no date.",
        ja="{output} は出願（{patent}）と寄書（{contribution}）の双方を予定するが、{undated} に日付がない。",
    ),
    remedy=Text(
        en="Set a date for both steps, the filing first.",
        ja="出願を先にして、双方の日付を決める。",
    ),
    why=Text(
        en="What is tabled before it is filed is lost where no grace period helps; an order that nobody dated slips.",
        ja="出願前に提出すれば、猶予期間のない国では権利を失う。日付のない順序は守られない。",
    ),
    basis=Basis(practice=("G05",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
contributions:
  paper: {title: Paper, reveals: coder}  # <- steps-undated
patents:
  family:
    covers: coder
    members: [{office: JP, status: planned, filed: 2026-05-11}]
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
contributions:
  paper: {title: Paper, submitted: 2026-06-01, reveals: coder}
patents:
  family:
    covers: coder
    members: [{office: JP, status: planned, filed: 2026-05-11}]
""",
)
def steps_undated(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        if not case.graph.sources(output, CONTRIBUTION_REVEALS):
            continue
        papers = [reveal for reveal in reveals(case.graph, output) if isinstance(reveal.by, Contribution)]
        patents = patents_on(case.graph, output)
        for paper in papers:
            if not patents and _is_to_be_patented(case, output):
                yield _without_family(output, paper)
            for patent in patents:
                yield from _judged(case, output, paper, patent)


def _is_to_be_patented(case: Case, output: Output) -> bool:
    treatment = case.treatment(output)
    return treatment is not None and "patent" in treatment.disclosures


def _judged(case: Case, output: Output, paper: Reveal, patent: Patent) -> Iterator[Answer]:
    if any(is_filed(member, case.now) for member in patent.members) or _is_past(case, patent.priority_date):
        return
    planned = first_filing(patent) or next((m.filed for m in patent.members if m.filed), None)
    if planned is not None and paper.on is not None:
        return
    subject, where = (paper.by, paper.field) if paper.on is None else (patent, "priority_date")
    yield Finding(
        subject, where, {"output": output, "patent": patent, "contribution": paper.by, "undated": subject},
        others=(output, patent if subject is paper.by else paper.by),
        chain=(Step(output), Step(patent, "priority_date"), Step(paper.by, paper.field)),
    )  # fmt: skip


def _is_past(case: Case, day: Date | None) -> bool:
    return day is not None and not case.now.certainly_before(day)


def _without_family(output: Output, paper: Reveal) -> Finding:
    return Finding(
        output, None, {"output": output, "contribution": paper.by}, others=(paper.by,),
        chain=(Step(output), Step(paper.by, paper.field)), message=_NO_FAMILY,
    )  # fmt: skip
