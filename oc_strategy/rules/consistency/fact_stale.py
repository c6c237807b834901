"""A date or a duty that the project still has before it rests on a legal text that nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from oc_strategy.deadlines import counted_dates
from oc_strategy.facts import Fact
from oc_strategy.facts.policies import policy
from oc_strategy.model.edges import Path
from oc_strategy.model.lifecycle import body_of, progress
from oc_strategy.model.node import Node
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

MONTHS: Final = 24
"""How old the text that a fact rests on may be before a person should look again."""


@rule(
    severity="question",
    question=Text(
        en="Is the law or policy that open dates and duties rest on recent enough?",
        ja="今後の期限や義務の根拠とした法令・方針は、十分新しいか",
    ),
    message=Text(
        en="{subject} rests on a text that is older than {months} months or undated ({fact}, as of {seen}): "
        "{statement}",
        ja="{subject} の根拠は、{months}か月より古いか日付のない文書である（{fact}、{seen} 時点）。{statement}",
    ),
    remedy=Text(
        en="Look at the text in force and put what you read, with its date, into a facts folder of your own.",
        ja="現行の文書を確かめ、読んだ内容と日付を自分の facts フォルダーに書く。",
    ),
    why=Text(
        en="Periods, fees and patent policies change; a date computed from an old text looks as sure as a new one.",
        ja="期間や手数料、特許方針は変わるが、古い文書から計算した期限も新しいものと同じように見える。",
    ),
    basis=Basis(
        facts=(
            "examination-request",
            "grace-formalities",
            "grace-period",
            "national-phase",
            "patent-policy",
            "patent-term",
            "priority-period",
            "renewal-fees",
            "stage-rules",
        ),
        practice=("G03",),
    ),
    fires="""
id: demo
patents:
  family:
    priority_date: 2025-03-03
    members:
      - {office: WO, filed: 2026-03-02}
      - {office: VN, route: pct, status: planned}  # <- fact-stale
""",
    silent="""
id: demo
patents:
  family:
    priority_date: 2025-03-03
    members:
      - {office: WO, filed: 2026-03-02}
      - {office: US, route: pct, status: planned}
""",
)
def fact_stale(case: Case) -> Iterator[Answer]:
    told: set[str] = set()
    for use in (*_dates(case), *_duties(case)):
        if use.fact.id not in told:
            told.add(use.fact.id)
            yield _finding(use)


@dataclass(frozen=True, slots=True)
class _Use:
    """A fact, and the node and field whose date or duty it decides."""

    node: Node
    where: str | Path
    fact: Fact


def _dates(case: Case) -> Iterator[_Use]:
    """The dates still to come that rest on an old text, the next one first."""
    counted = (d for d in counted_dates(case.graph, case.facts, case.today) if d.on.last >= case.today)
    for deadline in sorted((d for d in counted if _is_old(case, d.fact)), key=lambda d: d.order):
        if deadline.fact is not None:
            yield _Use(deadline.node, deadline.where, deadline.fact)


def _duties(case: Case) -> Iterator[_Use]:
    for standard in case.graph.of(Standard):
        duty = policy(case.facts, body_of(case.graph, standard), case.now, "disclosure-trigger")
        if duty is not None and _is_old(case, duty) and progress(standard, case.now) == "in-work":
            yield _Use(standard, "body", duty)


def _is_old(case: Case, fact: Fact | None) -> bool:
    return fact is not None and fact.is_stale(case.today, MONTHS)


def _finding(use: _Use) -> Finding:
    statement = Text(en=use.fact.statement_en, ja=use.fact.statement_ja)
    return Finding(
        use.node, use.where,
        {"subject": use.node, "months": MONTHS, "fact": use.fact.id, "seen": use.fact.as_of, "statement": statement},
        chain=(Step(use.node, use.where),), facts=(use.fact,),
    )  # fmt: skip
