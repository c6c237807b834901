"""Tries edits one by one: the finding must be gone, the check must say nothing new; what other checks say is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final

from oc_strategy.checking import Settings, asked, case_of, settings_of
from oc_strategy.clearing.candidates import Edit, additions, treatments
from oc_strategy.model.diagnostic import Diagnostic, Place
from oc_strategy.model.edges import Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.technology import Output
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rule import Case, Rule
from oc_strategy.rules import all_rules, rule_by_id

_MOST_TRIED: Final = 600
_MOST_KEPT: Final = 12


@dataclass(frozen=True, slots=True)
class Clearing:
    """An edit that clears a finding by itself: where, what, and which checks would then find something new."""

    node: str
    path: Path
    value: Any
    place: Place
    raises: tuple[str, ...] = ()
    is_today: bool = False


def clearings(found: Diagnostic, loaded: LoadedProject, settings: Settings) -> list[Clearing]:
    """The edits of one value each that clear a finding, those that raise nothing else first; none where none does."""
    rule = rule_by_id(found.code)
    if rule is None or rule.asked_of != "project" or loaded.mistakes or found.severity == "good":
        return []
    trial = _Trial(loaded, settings_of(replace(settings, option=found.option), loaded))
    before = trial.gaps([rule], trial.case)
    edits = islice(_edits(found, trial.case, loaded), _MOST_TRIED)
    kept = list(islice((edit for edit in edits if trial.clears(edit, found, rule, before)), _MOST_KEPT))
    everywhere = trial.gaps(_own_rules(), trial.case) if kept else {}
    made = [(trial.raised(edit, everywhere), edit) for edit in kept]
    made.sort(key=lambda pair: (len(pair[0]), pair[1].is_answer_none))
    return [
        Clearing(
            edit.node.id,
            edit.path,
            edit.value,
            loaded.places.of(edit.node.id, edit.path[:-1]),
            raises,
            is_today=edit.value == settings.today.isoformat(),
        )
        for raises, edit in made
    ]


def _own_rules() -> list[Rule]:
    return [rule for rule in all_rules() if rule.asked_of == "project"]


def _edits(found: Diagnostic, case: Case, loaded: LoadedProject) -> Iterator[Edit]:
    """What is missing by the finding's own word, then the other fields of the nodes that it is about."""
    nodes = list(_nodes(found, case.graph, loaded))
    every = [edit for node in nodes for edit in additions(node, case.graph, case.today)]
    near = {subject.field.partition(".")[0] for subject in found.subjects if subject.field}
    yield from sorted(every, key=lambda edit: edit.path[0] not in near)
    # To change the strategy is no answer to a question that only lacks data.
    for node in nodes if not found.is_unanswered else ():
        if isinstance(node, Output) and case.option:
            yield from treatments(case.option, node.id)


def _nodes(found: Diagnostic, graph: Graph, loaded: LoadedProject) -> Iterable[Node]:
    ids = dict.fromkeys((*(s.node for s in found.subjects), *(e.node for e in found.chain), *found.named))
    return (graph.nodes[node_id] for node_id in ids if node_id in loaded.own and node_id in graph.nodes)


@dataclass(frozen=True)
class _Trial:
    loaded: LoadedProject
    settings: Settings

    @property
    def case(self) -> Case:
        return case_of(self.loaded, self.settings)

    def gaps(self, rules: Iterable[Rule], case: Case) -> dict[str, str]:
        """The fingerprints of what is wrong or unanswered, with the check."""
        found = (d for rule in rules for d in asked(rule, case, self.loaded, self.settings))
        return {d.fingerprint: d.code for d in found if d.severity != "good"}

    def clears(self, edit: Edit, found: Diagnostic, rule: Rule, before: dict[str, str]) -> bool:
        after = self.gaps([rule], self._after(edit))
        return found.fingerprint not in after and after.keys() <= before.keys()

    def raised(self, edit: Edit, before: dict[str, str]) -> tuple[str, ...]:
        after = self.gaps(_own_rules(), self._after(edit))
        return tuple(sorted({code for key, code in after.items() if key not in before}))

    def _after(self, edit: Edit) -> Case:
        case = self.case
        graph = Graph({**self.loaded.graph.nodes, edit.node.id: edit.node}.values())
        option = graph.get(case.option.id) if case.option else None
        project = graph.get(case.project.id)
        return replace(
            case,
            graph=graph,
            option=option if isinstance(option, Option) else None,
            project=project if isinstance(project, Project) else case.project,
        )
