"""What a decision was made on: which decisions stand, and the state of an option as a short digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import DECIDES, EDGES_FROM, TREATED_VIA, TREATS
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node, yaml_key
from oc_strategy.model.steering import Decision, Option

WORDING: Final = frozenset({"title", "summary", "note", "tags", "source", "certainty", "confidentiality"})
"""Fields of a node in which words stand, not meaning: what changes there touches no decision."""
_BOOKKEEPING: Final = frozenset({"reason", "decided_by", "decided_on", "review_by", "revisit_when"})


def standing_decisions(graph: Graph, now: Date) -> tuple[Decision, ...]:
    """The decisions for an option, made by a day, that no other certainly followed, sorted by id."""
    taken = [d for d in graph.of(Decision) if graph.target(d, DECIDES) and not is_open(d)]
    made = [d for d in taken if not (d.on and now.certainly_before(d.on))]
    return tuple(d for d in made if not any(d.on and e.on and d.on.certainly_before(e.on) for e in made))


def is_open(decision: Decision) -> bool:
    """Whether it is still to be taken: nobody is named who took or approved it, and no day."""
    return not any(decision.is_answered(field) for field in ("by", "on", "approved_by"))


def state_of(graph: Graph, option: Option) -> str:
    """The digest of how an option treats which outputs by which means; neither wording nor a new id counts."""
    treated = {key: value for key, value in _facts(graph, option).items() if key in {"treatments", "based_on"}}
    nodes: tuple[Node, ...] = (*graph.targets(option, TREATS), *graph.targets(option, TREATED_VIA))
    facts = {graph.first_ids.get(node.id, node.id): _facts(graph, node) for node in nodes}
    return _digest({"option": _decided(treated), "nodes": facts})


def meaning_of(graph: Graph, node: Node) -> str:
    """The digest of what a node states, its links included; neither ids, nor wording, nor bookkeeping counts."""
    return _digest({key: value for key, value in _decided(_facts(graph, node)).items() if key != "id"})


def _facts(graph: Graph, node: Node) -> dict[str, Any]:
    """What a node states, with the first id of each node that was given another one since."""
    facts = node.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={*WORDING, "moved_from"})
    if graph.first_ids:
        for field in {"id", *(yaml_key(type(node), edge.steps[0]) for edge in EDGES_FROM[type(node)])} & facts.keys():
            facts[field] = _with_first_ids(facts[field], graph.first_ids)
    return facts


def _with_first_ids(value: Any, first: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return first.get(value, value)
    if isinstance(value, list):
        return [_with_first_ids(item, first) for item in value]
    if isinstance(value, dict):
        return {first.get(key, key): _with_first_ids(item, first) for key, item in value.items()}
    return value


def _decided(facts: dict[str, Any]) -> dict[str, Any]:
    """What a node states without what was noted about its treatments, such as who decided them."""
    for treatment in facts.get("treatments", {}).values():
        for field in _BOOKKEEPING & treatment.keys():
            del treatment[field]
    return facts


def _digest(facts: dict[str, Any]) -> str:
    """Sixteen hexadecimal digits, the same for the same statements in whatever order."""
    written = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:16]
