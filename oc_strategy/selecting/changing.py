"""Which nodes of a portfolio are not what they were."""

from __future__ import annotations

from collections.abc import Mapping

from oc_strategy.model.node import Node
from oc_strategy.portfolio import LoadedPortfolio


def modified(now: LoadedPortfolio, before: LoadedPortfolio) -> Mapping[str, frozenset[str]]:
    """For each project, and under `""` for the catalog, the ids of the nodes that were added or say something else.

    Wherever in which file a node stands does not matter, nor does the folder of its project.
    """
    old = _nodes_by_project(before)
    return {project: _differing(nodes, old.get(project, {})) for project, nodes in _nodes_by_project(now).items()}


def _nodes_by_project(portfolio: LoadedPortfolio) -> dict[str, Mapping[str, Node]]:
    found: dict[str, Mapping[str, Node]] = {"": portfolio.catalog.nodes}
    for folder in portfolio.all_folders or portfolio.folders:
        contents = portfolio.contents(folder)
        if contents.project is not None:
            found[contents.project.id] = contents.nodes
    return found


def _differing(nodes: Mapping[str, Node], old: Mapping[str, Node]) -> frozenset[str]:
    return frozenset(node_id for node_id, node in nodes.items() if old.get(node_id) != node)
