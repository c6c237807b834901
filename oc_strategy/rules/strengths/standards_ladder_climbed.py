"""An output climbed from an industry or national standard to an international one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.standardization import Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

Rung = Literal[0, 1, 2]
"""Industry, national or regional, international."""
INTERNATIONAL: Final = re.compile(r"(ISO|IEC|ITU|IWA)\b", re.IGNORECASE)


@rule(
    severity="good",
    question=Text(
        en="Did the output climb from industry over national to international standards?",
        ja="業界・国内から国際へと、標準の段を上っているか",
    ),
    message=Text(
        en="{output} climbed from {lowest} ({from_}) to {highest} ({to}).",
        ja="{output} は {lowest}（{from_}）から {highest}（{to}）へ標準の段を上った。",
    ),
    remedy=Text(
        en="Keep the editions of all rungs in step.",
        ja="各段の標準の版をそろえて改訂する。",
    ),
    why=Text(
        en="Each rung brings users and allies for the next, and an international standard opens procurement abroad.",
        ja="一段ごとに利用者と賛同者が増え、国際標準になれば海外の調達にも道が開く。",
    ),
    basis=Basis(practice=("P6", "S109"), cases=("S01", "S08")),
    fires="""
id: demo
outputs:
  symbol: {title: Symbol}  # <- standards-ladder-climbed
standards:
  industry: {form: forum, published: 1997-10, clauses: [{id: all, reveals: symbol}]}
  national: {designation: JIS X 0510, form: de-jure, published: 1999-01, clauses: [{id: all, reveals: symbol}]}
  international: {designation: ISO/IEC 18004, form: de-jure, published: 2000-06, clauses: [{id: all, reveals: symbol}]}
""",
    silent="""
id: demo
outputs:
  symbol: {title: Symbol}
standards:
  national: {designation: JIS X 0510, form: de-jure, published: 2000, clauses: [{id: all, reveals: symbol}]}
  international: {designation: ISO/IEC 18004, form: de-jure, published: 2000-06, clauses: [{id: all, reveals: symbol}]}
""",
)
def standards_ladder_climbed(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        described = revealing_standards(case.graph, output)
        if len(described) < 2:
            continue
        published = [s for s in described if s.published and s.published.last <= case.today]
        top = _earliest(published, 2)
        below = [s for rung in (0, 1) if (s := _earliest(published, rung))]
        if top and below and _climb([*below, top]):
            yield _finding(output, [*below, top])


def rung_of(standard: Standard) -> Rung | None:
    """How far up a standard stands; None where neither its designation, its body nor its form tells."""
    if INTERNATIONAL.match(standard.designation or "") or INTERNATIONAL.match(standard.body or ""):
        return 2
    if standard.form == "de-jure":
        return 1
    return 0 if standard.form else None


def _earliest(standards: list[Standard], rung: Rung) -> Standard | None:
    on_rung = (s for s in standards if rung_of(s) == rung and s.published)
    return min(on_rung, key=lambda s: (s.published.last, s.id) if s.published else (), default=None)


def _climb(ladder: list[Standard]) -> bool:
    days = [standard.published for standard in ladder]
    return all(low and high and low.certainly_before(high) for low, high in pairwise(days))


def _finding(output: Output, ladder: list[Standard]) -> Finding:
    lowest, highest = ladder[0], ladder[-1]
    return Finding(
        output, None,
        {
            "output": output, "lowest": lowest, "from_": lowest.published or "", "highest": highest,
            "to": highest.published or "",
        },
        others=tuple(ladder), chain=(Step(output), *(Step(standard, "published") for standard in ladder)),
    )  # fmt: skip
