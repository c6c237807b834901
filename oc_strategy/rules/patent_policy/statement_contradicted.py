"""It was stated that no relevant rights are known, while such a right was held, or was filed later."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.declaring import declarations_on, readings_on, revealed_outputs
from oc_strategy.model.edges import (
    COMMITTEE_OF,
    CONTRIBUTION_REVEALS,
    COVERS,
    DECLARED_BY,
    DECLARED_FOR,
    TABLED_IN,
)
from oc_strategy.model.filing import Trace, patents_on, trace_of
from oc_strategy.model.ours import group_of, holds
from oc_strategy.model.parties import Organization
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Contribution, Declaration, Standard
from oc_strategy.model.standing import is_tabled_by
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_LATER = Text(
    en="{statement} said ({on}) that no relevant rights were known; {patent} on the same matter was filed later "
    "({filed}).",
    ja="{statement} は {on} に関係する権利を知らないと述べたが、同じ内容の {patent} が {filed} に出願されている。",
)

_ON_RECORD = Text(
    en="{statement} said ({on}) that no relevant rights were known; {patent} on the same matter had been published or "
    "granted by then ({filed}).",
    ja="{statement} は {on} に関係する権利を知らないと述べたが、"
    "同じ内容の {patent} は既に公開または登録されていた（{filed}）。",
)


@rule(
    severity="error",
    question=Text(
        en="Does any statement of knowing no rights stand against a patent of whoever made it?",
        ja="「知る限り権利なし」との声明が、声明者自身の特許と食い違っていないか",
    ),
    message=Text(
        en="{statement} said ({on}) that no relevant rights were known; {patent} on the same matter had been filed "
        "({filed}).",
        ja="{statement} は {on} に関係する権利を知らないと述べたが、"
        "同じ内容の {patent} が既に {filed} に出願されていた。",
    ),
    remedy=Text(
        en="Correct {statement} with a declaration that names {patent}.",
        ja="{patent} を挙げた特許声明を改めて出し、{statement} を訂正する。",
    ),
    why=Text(
        en="Others chose the text relying on the statement; enforcing a patent against it was stopped as unfair.",
        ja="他の参加者は声明を信じて本文を選んでいる。それに反する権利行使は、不公正として止められた例がある。",
    ),
    basis=Basis(practice=("C05", "G31", "G32"), cases=("F02", "F08")),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  slot: {title: Slot}
standards:
  bus: {clauses: [{id: slot, reveals: slot}]}
patents:
  slot-patent: {covers: slot, owners: maker, priority_date: 1990-01-12}
declarations:
  certificate: {by: maker, standard: bus, on: 1992, commitment: no-known-rights}  # <- statement-contradicted
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
  rival: {own: false}
outputs:
  slot: {title: Slot}
standards:
  bus: {clauses: [{id: slot, reveals: slot}]}
patents:
  slot-patent: {covers: slot, owners: rival, priority_date: 1990-01-12}
declarations:
  certificate: {by: maker, standard: bus, on: 1992, commitment: no-known-rights}
""",
)
def statement_contradicted(case: Case) -> Iterator[Answer]:
    for statement in case.graph.of(Declaration):
        if statement.commitment == "no-known-rights":
            yield from _asked(case, statement)


def _asked(case: Case, statement: Declaration) -> Iterator[Answer]:
    makers = group_of(case.graph, case.graph.targets(statement, DECLARED_BY))
    missing = next((field for field in ("by", "standard", "on") if not statement.is_answered(field)), None)
    if missing is not None:
        yield Unanswered(statement, missing)
        return
    for standard in case.graph.targets(statement, DECLARED_FOR):
        for patent in _patents_at_issue(case, makers, standard):
            yield from _compared(case, statement, standard, patent)


def _patents_at_issue(case: Case, makers: tuple[Organization, ...], standard: Standard) -> list[Patent]:
    """The families of the makers, or of nobody told, on what the standard or their contributions to it reveal."""
    graph = case.graph
    tabled = (o for paper in _papers(case, makers, standard) for o in graph.targets(paper, CONTRIBUTION_REVEALS))
    outputs = dict.fromkeys((*revealed_outputs(graph, standard), *(o for o in tabled if isinstance(o, Output))))
    covering = [patent for output in outputs for patent in patents_on(graph, output)]
    read = [reading.patent for reading in readings_on(graph, standard)]
    found = {patent.id: patent for patent in (*covering, *read)}
    return [found[key] for key in sorted(found) if holds(graph, makers, found[key]) is not False]


def _papers(case: Case, makers: tuple[Organization, ...], standard: Standard) -> list[Contribution]:
    places = (standard, *case.graph.targets(standard, COMMITTEE_OF))
    papers = case.graph.all_sources(places, TABLED_IN)
    return [paper for paper in papers if is_tabled_by(case.graph, makers, paper)]


def _compared(case: Case, statement: Declaration, standard: Standard, patent: Patent) -> Iterator[Answer]:
    trace = trace_of(patent)
    if holds(case.graph, group_of(case.graph, case.graph.targets(statement, DECLARED_BY)), patent) is None:
        yield Unanswered(patent, "owners", (statement,))
    elif trace is None or not (trace.is_filing or _was_held(trace, statement)):
        yield Unanswered(patent, "priority_date", (statement,))
    elif _was_held(trace, statement) or not declarations_on(case.graph, patent, standard):
        yield _finding(case, statement, standard, patent, trace)


def _was_held(trace: Trace, statement: Declaration) -> bool:
    return statement.on is not None and trace.on.certainly_before(statement.on)


def _finding(case: Case, statement: Declaration, standard: Standard, patent: Patent, trace: Trace) -> Finding:
    was_held = _was_held(trace, statement)
    is_corrected = bool(declarations_on(case.graph, patent, standard))
    return Finding(
        statement, None,
        {"statement": statement, "on": statement.on or "", "patent": patent, "filed": trace.on},
        others=(patent, standard),
        chain=(
            Step(statement, "on"), Step(patent, trace.where), *map(Step, case.graph.targets(patent, COVERS)),
            Step(standard),
        ),
        severity="error" if was_held and not is_corrected else "warning",
        message=_LATER if not was_held else None if trace.is_filing else _ON_RECORD,
    )  # fmt: skip
