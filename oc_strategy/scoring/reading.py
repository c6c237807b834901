"""The file with what is expected of a project, and every slip in it at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from oc_strategy.lang import section_label
from oc_strategy.loading.files import read_file
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.validation import record
from oc_strategy.model.diagnostic import Diagnostic, Place
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rules import all_rules
from oc_strategy.scoring.expectation import Expectation, Variation
from oc_strategy.yamlsource import Map, Spot, spot_of

FILE: Final = "expected/findings.yaml"
"""Where the expectations of a project stand, below its folder: out of reach of the loader, which reads no deeper."""


@dataclass(frozen=True, slots=True)
class PlacedExpectation:
    """An expectation with its text, so that a miss can be told at its line."""

    expectation: Expectation
    file: str
    tree: Map

    def place(self, path: Path) -> Place:
        """Where the value at a path stands."""
        spot = spot_of(self.tree, path)
        return Place(self.file, spot.line, spot.column)


def has_expectation(folder: FilePath) -> bool:
    """Whether a project says what is expected of it."""
    return (folder / FILE).is_file()


def read_expectation(loaded: LoadedProject) -> tuple[PlacedExpectation | None, list[Diagnostic]]:
    """What is expected of a project, or None with the mistakes in its text."""
    path = loaded.folder / FILE
    tree, mistakes = read_file(path, loaded.folder)
    if tree is None or mistakes:
        return None, mistakes or [mistake("empty-file", path.as_posix(), Spot(1, 1))]
    made, wrong = record(Expectation, tree, path.as_posix())
    if made is None:
        return None, wrong
    placed = PlacedExpectation(made, path.as_posix(), tree)
    wrong = [*_unknown_rules(placed), *_unknown_nodes(placed, loaded)]
    return (None if wrong else placed), wrong


def _unknown_rules(placed: PlacedExpectation) -> Iterator[Diagnostic]:
    known = frozenset(rule.id for rule in all_rules())
    for path, rule_id in _rules_named(placed.expectation):
        if rule_id not in known:
            place = placed.place(path)
            yield mistake(
                "unknown-rule", place.file, Spot(place.line, place.column), closest(rule_id, known), id=rule_id
            )


def _unknown_nodes(placed: PlacedExpectation, loaded: LoadedProject) -> Iterator[Diagnostic]:
    for path, node_id, kind in _nodes_named(placed.expectation):
        place, node = placed.place(path), loaded.graph.get(node_id)
        spot = Spot(place.line, place.column)
        if node is None:
            near = closest(node_id, (n.id for n in loaded.graph.nodes.values() if isinstance(n, kind)))
            yield mistake("unknown-reference", place.file, spot, near, id=node_id)
        elif not isinstance(node, kind):
            yield mistake(
                "wrong-end", place.file, spot, id=node_id, edge=str(path[0]),
                kind=section_label(node.section), expected=section_label(kind.section),
            )  # fmt: skip


def _parts(expectation: Expectation) -> Iterator[tuple[Path, Expectation | Variation]]:
    yield (), expectation
    for key in ("counterfactuals", "moments"):
        for index, part in enumerate(getattr(expectation, key)):
            yield (key, index), part


def _rules_named(expectation: Expectation) -> Iterator[tuple[Path, str]]:
    for above, part in _parts(expectation):
        for key in ("must_fire", "must_not_fire", "near_misses"):
            for index, named in enumerate(getattr(part, key)):
                yield (*above, key, index, "rule"), named.rule
    yield from ((("strengths", index), rule_id) for index, rule_id in enumerate(expectation.strengths))


def _nodes_named(expectation: Expectation) -> Iterator[tuple[Path, str, type[Node]]]:
    for above, part in _parts(expectation):
        if part.option is not None:
            yield (*above, "option"), part.option, Option
        for key in ("must_fire", "must_not_fire", "near_misses"):
            for index, named in enumerate(getattr(part, key)):
                for links in ("subjects", "chain"):
                    ids = enumerate(getattr(named, links, ()))
                    yield from (((*above, key, index, links, at), node_id, Node) for at, node_id in ids)
    for posture in ("open", "gated", "closed"):
        ids = enumerate(getattr(expectation.posture, posture))
        yield from ((("posture", posture, at), node_id, Output) for at, node_id in ids)
