"""Findings of every severity and state, from the living example, and the same with hostile words in every text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from oc_strategy.checking import Settings, check
from oc_strategy.exporters.findings import Findings
from oc_strategy.facts import Facts
from oc_strategy.loading.mistakes import mistake
from oc_strategy.model.diagnostic import Diagnostic, Evidence, Excuse, Place, Subject, Telling
from oc_strategy.model.text import Text
from oc_strategy.portfolio import find, project_of_text
from oc_strategy.yamlsource import Spot

ON = date(2026, 4, 1)
DEMO = """\
id: demo
title: {ja: 見本, en: Sample}
outputs:
  core: {title: {ja: 中核, en: Core}, position: core}
  edge: {title: {ja: 境界, en: Edge}, position: boundary}
exceptions:
  - rule: core-unprotected
    status: in-work
    reason: {ja: 出願中, en: being filed}
    owner: lead
    until: 2026-12
    ticket: IP-7
  - {rule: boundary-without-right, status: accepted, reason: once, owner: chief, until: 2026-03-01}
  - {rule: fees-lapsing, status: accepted, reason: none, owner: chief, until: 2026-12-31}
"""


@cache
def sample() -> Findings:
    """Findings of every severity in every state, and a mistake in the text."""
    from pathlib import Path

    living = Path("examples/agv")
    portfolio = find(Path(__file__).parents[2] / living)
    assert portfolio is not None
    loaded = portfolio.load(portfolio.folders[0])
    found = check(loaded, Settings(ON, Facts())) + check(project_of_text(DEMO), Settings(ON, Facts()))
    root = str(Path(__file__).parents[2]) + "/"
    near = [_near(each, root) for each in found]
    old = next(each for each in near if each.severity == "warning" and each.state == "new")
    aged = [replace(each, state="existing") if each is old else each for each in near]
    wrong = mistake("not-in-list", "examples/書き 方.yaml", Spot(3, 4), value="x", allowed="y")
    every = sorted([wrong, *aged], key=lambda each: each.order)
    return Findings.of(every, ON, ("agv", "demo"))


def _near(found: Diagnostic, root: str) -> Diagnostic:
    def near(place: Place) -> Place:
        return replace(place, file=place.file.removeprefix(root))

    chain = tuple(replace(e, place=near(e.place) if e.place else None) for e in found.chain)
    return replace(found, place=near(found.place), telling=replace(found.telling.made, chain=chain))


def made(words: str, number: int = 0, chain: tuple[Evidence, ...] | None = None, **changes: object) -> Diagnostic:
    """A finding with these words wherever a person may write."""
    text = Text.plain(words)
    place = Place(f"a/{words}.yaml"[:200], 2, 3)
    found = Diagnostic(
        code="core-unprotected", severity="error", project="demo", place=place,
        telling=Telling(text, text, (Evidence("core", text, place),) if chain is None else chain),
        subjects=(Subject(f"node-{number}", words),),
        excuse=Excuse("accepted", text, words, "2027", place, words), state="expired",
    )  # fmt: skip
    return replace(found, **changes)  # type: ignore[arg-type]
