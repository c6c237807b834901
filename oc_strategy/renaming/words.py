"""Where ids are written in a text: at keys of sections, in links, exceptions, baselines, expectations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from oc_strategy.loading.reading import EXCEPTIONS
from oc_strategy.model.edges import EDGES_FROM, KEYS, VALUES, Edge, Path
from oc_strategy.model.node import Node, yaml_key
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.steering import Project
from oc_strategy.yamlsource import Map, Seq

_IN_BASELINE: Final = frozenset({"project", "option", "node", "field"})
_IN_EXPECTATIONS: Final = frozenset({"option", "subjects", "chain", "open", "gated", "closed", "posture"})


@dataclass(frozen=True, slots=True)
class Written:
    """A word at a path of a text that may mean a node: a value, or the key at the end of the path."""

    path: Path
    word: str
    is_key: bool = False


def in_model(tree: Map, nodes: Mapping[str, Node]) -> Iterator[Written]:
    """The words of a file of a project or of the catalog; `nodes` are those of all its files, as they were read."""
    for section, holder in tree.items():
        if section in SECTIONS and isinstance(holder, Map):
            for node_id, raw in holder.items():
                yield Written((section, node_id), node_id, is_key=True)
                if node_id in nodes and isinstance(raw, Map):
                    yield from _in_node(raw, nodes[node_id], (section, node_id))
    project = nodes.get(str(tree.get("id")))
    if isinstance(project, Project):
        yield Written(("id",), project.id)
        yield from _in_node(tree, project, ())
    yield from _in_exceptions(tree.get(EXCEPTIONS))


def _in_node(raw: Map, node: Node, at: Path) -> Iterator[Written]:
    for edge in EDGES_FROM[type(node)]:
        key = yaml_key(type(node), edge.steps[0])
        if key in raw and edge.ids(node):
            yield from _in_link(raw[key], edge, node, (*at, key))
    closes = raw.get("closes")
    if isinstance(closes, str) and node.section == "actions":
        yield Written((*at, "closes"), closes)


def _in_link(raw: Any, edge: Edge[Any, Any], node: Node, at: Path) -> Iterator[Written]:
    rest = edge.steps[1:]
    if not (isinstance(raw, Map) and isinstance(node.__dict__[edge.steps[0]], Mapping)):
        yield from _in_value(raw, rest, at) if rest not in {(VALUES,)} else ()
    elif not rest or rest == (KEYS,):
        yield from (Written((*at, key), key, is_key=True) for key in raw)
    else:
        for key, item in raw.items():
            yield from _in_value(item, () if rest == (VALUES,) else rest, (*at, key))


def _in_value(raw: Any, rest: Path, at: Path) -> Iterator[Written]:
    if isinstance(raw, str):
        # A word in the place of a record is its short form, such as the mode of a treatment.
        yield from () if rest and rest != (KEYS,) else (Written(at, raw),)
    elif isinstance(raw, Seq):
        for index, item in enumerate(raw):
            yield from _in_value(item, rest, (*at, index))
    elif isinstance(raw, Map) and rest:
        key = str(rest[0])
        if key in raw:
            yield from _in_value(raw[key], rest[1:], (*at, key))


def _in_exceptions(raw: Any) -> Iterator[Written]:
    for index, item in enumerate(raw if isinstance(raw, Seq) else ()):
        if isinstance(item, Map) and "subjects" in item:
            yield from _in_value(item["subjects"], (), (EXCEPTIONS, index, "subjects"))


def in_baseline(tree: Map) -> Iterator[tuple[str, Written]]:
    """The words of a baseline, each with the project that its finding is of."""
    findings = tree.get("findings")
    for index, item in enumerate(findings if isinstance(findings, Seq) else ()):
        if isinstance(item, Map):
            words = _under(item, _IN_BASELINE, ("findings", index), None)
            yield from ((str(item.get("project")), written) for written in words if not _is_field_name(written.path))


def _is_field_name(path: Path) -> bool:
    """Whether a step of a field says which field it is: only what stands next below it may be an id."""
    return "field" in path and path[-1] != 1


def in_expectations(tree: Map) -> Iterator[Written]:
    """The words of a file of expectations."""
    return _under(tree, _IN_EXPECTATIONS, (), None)


def _under(raw: Any, keys: frozenset[str], at: Path, key: str | None) -> Iterator[Written]:
    """Plain values whose nearest key is one of some keys."""
    if isinstance(raw, Map):
        for name, item in raw.items():
            yield from _under(item, keys, (*at, name), name)
    elif isinstance(raw, Seq):
        for index, item in enumerate(raw):
            yield from _under(item, keys, (*at, index), key)
    elif isinstance(raw, str) and key in keys:
        yield Written(at, raw)
