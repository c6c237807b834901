"""What projects have in common, so that only those which share something need be looked at together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TypeVar

from oc_strategy.model.node import Node
from oc_strategy.model.numbering import numbers_of
from oc_strategy.model.rights import Patent, Secret
from oc_strategy.model.technology import Output
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rules import all_rules

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Shared:
    """Under which names a project may meet another one, and whether it is to be looked at even if it meets none.

    Its own names are all but those of the projects that it only refers to.
    """

    names: frozenset[str] = frozenset()
    is_always: bool = False
    own: frozenset[str] = field(default=frozenset())


def shared(loaded: LoadedProject) -> Shared:
    """What a project may share: itself, projects it names, numbers, catalog nodes of kinds that are opened or closed.

    One that says something about a catalog node is always to be looked at, and so is one that excuses conflicts.
    """
    if loaded.mistakes:
        return Shared()
    own = [node for node in loaded.graph.nodes.values() if node.id in loaded.own]
    numbers = Counter(f"{what} {office} {plain}" for node in own for what, office, plain in _numbers(node))
    own_names = frozenset({loaded.project.id, *_in_catalog(loaded), *numbers})
    referred = (node_id.partition("/")[0] for node_id in loaded.graph.nodes if "/" in node_id)
    is_always = bool(loaded.claims) or max(numbers.values(), default=0) > 1 or _excuses(loaded)
    return Shared(own_names.union(referred), is_always, own_names)


def _numbers(node: Node) -> frozenset[tuple[str, str, str]]:
    return numbers_of(node) if isinstance(node, Patent) else frozenset()


def _in_catalog(loaded: LoadedProject) -> Iterator[str]:
    yield from (f"catalog {node_id}" for node_id in loaded.claims)
    for node in loaded.graph.nodes.values():
        if "/" not in node.id and node.id not in loaded.own and isinstance(node, Output | Patent | Secret):
            yield f"catalog {node.id}"
            yield from (f"{what} {office} {plain}" for what, office, plain in _numbers(node))


def _excuses(loaded: LoadedProject) -> bool:
    ids = [rule.id for rule in all_rules() if rule.asked_of == "portfolio"]
    patterns = [kept.record.rule for kept in loaded.exceptions]
    has_debt = any(debt.record.rule in ids for debt in loaded.baseline)
    return has_debt or any(fnmatchcase(rule_id, pattern) for rule_id in ids for pattern in patterns)


def meeting(every: Mapping[K, Shared]) -> frozenset[K]:
    """Those of some projects (by any key) that share a name with another one, or are always to be looked at."""
    counts = Counter(name for one in every.values() for name in one.names)
    return frozenset(key for key, one in every.items() if one.is_always or any(counts[n] > 1 for n in one.names))
