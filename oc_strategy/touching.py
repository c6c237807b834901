"""Which projects a change of files touches: those it is in, and those that share what it is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from oc_strategy.loading.files import BASELINE_FILE, PORTFOLIO_FILE
from oc_strategy.model.edges import EDGES_FROM
from oc_strategy.model.node import Node
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
from oc_strategy.sharing import shared


def touched(portfolio: LoadedPortfolio, changed: Collection[Path], before: Mapping[str, Node]) -> tuple[Path, ...]:
    """The folders of the projects that a change of files touches, in the order of the portfolio.

    `before` is the catalog as it was. Settings, facts and the baseline of a portfolio touch every project; the catalog
    touches those that use a node which is not what it was. A project with changed files also touches those that refer
    to it, say something about the same catalog node, open or close the same, or have a patent document in common.
    """
    texts = {path.resolve() for path in changed if path.suffix in {".yaml", ".yml"}}
    if any(_is_for_all(path, portfolio) for path in texts):
        return portfolio.folders
    loaded = {folder: portfolio.load(folder) for folder in portfolio.folders}
    direct = {folder for folder in loaded if any(path.is_relative_to(folder.resolve()) for path in texts)}
    nodes = _changed_nodes(portfolio, before)
    names = frozenset(name for folder in direct for name in shared(loaded[folder]).own)
    is_gone = _is_gone(texts, portfolio)
    return tuple(
        folder for folder, project in loaded.items()
        if folder in direct or not nodes.isdisjoint(_used(project)) or not names.isdisjoint(shared(project).names)
        or (is_gone and project.mistakes)
    )  # fmt: skip


def _is_for_all(path: Path, portfolio: LoadedPortfolio) -> bool:
    root, facts = portfolio.root.resolve(), portfolio.settings.facts
    has_file = (root / PORTFOLIO_FILE).is_file()
    is_fact = facts is not None and path.is_relative_to(root / facts)
    return is_fact or (has_file and path in {root / PORTFOLIO_FILE, root / BASELINE_FILE})


def _is_gone(texts: Collection[Path], portfolio: LoadedPortfolio) -> bool:
    """Whether text has changed that is in no project now: those who referred to one that is gone may miss it."""
    homes = [folder.resolve() for folder in portfolio.all_folders] + [_catalog(portfolio).resolve()]
    return any(not any(path.is_relative_to(home) for home in homes) for path in texts)


def _catalog(portfolio: LoadedPortfolio) -> Path:
    return portfolio.root / portfolio.settings.catalog


def _changed_nodes(portfolio: LoadedPortfolio, before: Mapping[str, Node]) -> frozenset[str]:
    now = portfolio.catalog.nodes
    return frozenset(node_id for node_id in now.keys() | before.keys() if now.get(node_id) != before.get(node_id))


def _used(project: LoadedProject) -> frozenset[str]:
    """The ids that a project's graph holds or its text names, whether or not something has them."""
    own = (node for node in project.graph.nodes.values() if node.id in project.own)
    named = (target for node in own for edge in EDGES_FROM[type(node)] for target in edge.ids(node))
    return frozenset(project.graph.nodes.keys() - (project.own - project.claims.keys())).union(named)
