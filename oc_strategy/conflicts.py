"""Runs the rules that are asked of a portfolio: each finding is told by one project, which names the others' nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from oc_strategy.checking import Settings, case_of, crashed, excused, placed, settings_of
from oc_strategy.excusing import STALE
from oc_strategy.loading import Places
from oc_strategy.model.audience import reduced
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
from oc_strategy.rule import Answer, Finding, Part, PortfolioCase, Rule, Value
from oc_strategy.rules import all_rules

CATALOG: Final = "catalog"
"""What stands before the id of a node where it is the catalog that says something about it."""


def conflicts(
    portfolio: LoadedPortfolio,
    settings: Settings,
    audience: Confidentiality,
    rules: Sequence[Rule] | None = None,
    meeting: Collection[Path] | None = None,
) -> dict[str, list[Diagnostic]]:
    """What is at odds between the projects of a portfolio, and between them and its catalog.

    It stands under the project that tells it; under another one that it has to do with where the former is not looked
    at. Nothing crosses from one project to another that is above the audience: all are reduced before a rule is asked.
    Projects with mistakes in their texts are left out. Where only some projects are looked at, those they refer to are
    looked at besides, and what is found has to do with one of the former. `meeting` holds the folders of those that
    share anything, where somebody has found out (`sharing`): the rest is not loaded.
    """
    asked = tuple(rule for rule in (all_rules() if rules is None else rules) if rule.asked_of == "portfolio")
    scene = _scene(portfolio, portfolio.folders if meeting is None else tuple(meeting))
    if not scene.projects:
        return {}
    case = portfolio_case(scene.projects.values(), portfolio, settings, audience)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for rule in asked:
        for diagnostic in scene.told(rule, case, settings):
            found[diagnostic.project or ""].append(diagnostic)
    told: dict[str, list[Diagnostic]] = defaultdict(list)
    for name, project in scene.projects.items():
        for diagnostic in _excused(found[name], project, settings, portfolio):
            if among := _concerned(diagnostic) & scene.looked_at:
                told[name if name in among else min(among)].append(diagnostic)
    return dict(told)


def portfolio_case(
    projects: Iterable[LoadedProject], portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality
) -> PortfolioCase:
    """What rules are asked on for several projects, as one audience may see them."""
    parts: list[Part] = []
    claims: dict[str, list[Node]] = defaultdict(list)
    shown = reduced(portfolio.catalog.nodes.values(), audience).nodes
    for node in shown:
        claims[node.id].append(node.model_copy(update={"id": f"{CATALOG}/{node.id}"}))
    for loaded in projects:
        part, said = _part(loaded, settings, audience)
        parts.append(part)
        for node_id, claim in said.items():
            claims[node_id].append(claim)
    spoken = {node_id: tuple(claims[node_id]) for node_id in sorted(claims)}
    return PortfolioCase(tuple(sorted(parts, key=lambda part: part.id)), spoken, settings.today, settings.facts)


def _part(loaded: LoadedProject, settings: Settings, audience: Confidentiality) -> tuple[Part, Mapping[str, Node]]:
    """A project for an audience, and what it says about nodes of the catalog that this audience may see."""
    nodes, kept = _seen(loaded, audience)
    graph = Graph(nodes)
    case = replace(case_of(loaded, settings_of(settings, loaded)), graph=graph)
    option = graph.get(case.option.id) if case.option else None
    case = replace(case, option=option if option is None or type(option) is type(case.option) else None)
    return Part(case, loaded.own & graph.nodes.keys()), kept


def claims_of(loaded: LoadedProject, audience: Confidentiality) -> Mapping[str, Node]:
    """What a project says about nodes of the catalog (as `project/id`), as far as an audience may see these."""
    return _seen(loaded, audience)[1] if loaded.claims else {}


def _seen(loaded: LoadedProject, audience: Confidentiality) -> tuple[Iterable[Node], dict[str, Node]]:
    """The nodes of a project for an audience, and apart from them what it says about nodes of the catalog."""
    said = {i: node.model_copy(update={"id": f"{loaded.project.id}/{i}"}) for i, node in loaded.claims.items()}
    nodes = {node.id: node for node in reduced([*loaded.graph.nodes.values(), *said.values()], audience).nodes}
    kept = {i: nodes.pop(claim.id) for i, claim in said.items() if claim.id in nodes}
    return nodes.values(), {i: claim for i, claim in kept.items() if i in nodes}


def _scene(portfolio: LoadedPortfolio, folders: Collection[Path]) -> _Scene:
    """The projects to look at, and those they refer to where these are not all."""
    looked_at = [portfolio.load(folder) for folder in folders]
    named = {i.partition("/")[0] for project in looked_at for i in project.graph.nodes if "/" in i}
    known = {project.project.id for project in looked_at}
    besides = (portfolio.folder_of(project_id) for project_id in sorted(named - known))
    others = [portfolio.load(folder) for folder in besides if folder is not None]
    # Where two projects have one id, nobody could tell which of them is meant.
    projects = {p.project.id: p for p in sorted((*looked_at, *others), key=lambda p: p.folder) if not p.mistakes}
    return _Scene(projects, frozenset(known), portfolio.catalog.places.under(f"{CATALOG}/"))


@dataclass(frozen=True)
class _Scene:
    projects: Mapping[str, LoadedProject]
    looked_at: frozenset[str]
    catalog: Places

    def told(self, rule: Rule, case: PortfolioCase, settings: Settings) -> list[Diagnostic]:
        """What a rule finds, each told by the project that its subject is of."""
        try:
            return [self._told(rule, answer, case, settings) for answer in rule.ask(case)]
        except Exception as error:  # as with rules on one project, the others still speak
            return [crashed(rule, error, next(iter(self.projects.values())))]

    def _told(self, rule: Rule, answer: Answer, case: PortfolioCase, settings: Settings) -> Diagnostic:
        name = answer.subject.id.partition("/")[0]
        home = self.projects[name]
        part = next(part for part in case.parts if part.id == name)
        seen = replace(home, places=home.places.merged(self._everywhere))
        return placed(rule, _at_home(answer, name), part.case, seen, settings)

    @cached_property
    def _everywhere(self) -> Places:
        known = Places()
        for name, project in self.projects.items():
            known.update(project.places.under(f"{name}/"))
        known.update(self.catalog)
        return known


def _at_home(answer: Answer, name: str) -> Answer:
    """An answer as a project tells it: its own nodes under their own ids."""

    def own(node: Node) -> Node:
        is_own = node.id.startswith(f"{name}/")
        return node.model_copy(update={"id": node.id.partition("/")[2]}) if is_own else node

    def value(given: Value) -> Value:
        if isinstance(given, Node):
            return own(given)
        if isinstance(given, Sequence) and not isinstance(given, str):
            return [own(node) for node in given]
        return given

    others = tuple(own(node) for node in answer.others)
    if not isinstance(answer, Finding):
        return replace(answer, subject=own(answer.subject), others=others)
    return replace(
        answer,
        subject=own(answer.subject),
        others=others,
        values={key: value(given) for key, given in answer.values.items()},
        chain=tuple(replace(step, node=own(step.node)) for step in answer.chain),
    )


def _excused(
    found: list[Diagnostic], project: LoadedProject, settings: Settings, portfolio: LoadedPortfolio
) -> list[Diagnostic]:
    """Findings with who answers for them; what answers for nothing is at fault only where all was looked at."""
    first = {diagnostic.fingerprint: diagnostic for diagnostic in reversed(found)}
    is_whole = set(portfolio.all_folders) <= set(portfolio.folders)
    case = case_of(project, settings_of(settings, project))
    told = excused(list(reversed(first.values())), project, case, settings, "portfolio", is_whole=is_whole)
    return [d for d in told if is_whole or d.code != STALE]


def _concerned(found: Diagnostic) -> frozenset[str]:
    """The ids of the projects that a finding has to do with."""
    return frozenset((found.project or "", *(i.partition("/")[0] for i in found.mentions if "/" in i)))
