"""What is to be renamed: a node of a project, a project, or a node of the catalog; and what words become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oc_strategy.loading import Contents
from oc_strategy.model.steering import Project


@dataclass(frozen=True, slots=True)
class Target:
    """A node by the project it is of (None for the catalog) and its id; a project itself is renamed with its node."""

    project: str | None
    node: str
    is_project: bool = False

    @property
    def name(self) -> str:
        """How it is called from anywhere."""
        return self.node if self.project is None or self.is_project else f"{self.project}/{self.node}"


@dataclass(frozen=True, slots=True)
class Word:
    """What becomes of a word that means a node, as it is written in a project or (None) in the catalog."""

    target: Target
    new: str
    project: str | None

    def renamed(self, word: str) -> str | None:
        """The new word, or None where it means something else."""
        target = self.target
        home, slash, node = word.partition("/")
        if not slash:
            is_meant = word == target.node and target.project in {None, self.project}
            return self.new if is_meant else None
        if home != target.project or (node != target.node and not target.is_project):
            return None
        return f"{self.new if target.is_project else home}/{self.new if node == target.node else node}"


def targets(old: str, catalog: Contents, projects: Mapping[Path, Contents]) -> tuple[Target, ...]:
    """Everything that an id may mean, the catalog first: `id`, or `project/id` for a node of that project only."""
    home, _, node_id = old.rpartition("/")
    found = [Target(None, node_id)] if node_id in catalog.nodes and not home else []
    for contents in projects.values():
        project = contents.project
        if project is None or home not in {"", project.id} or node_id not in contents.nodes:
            continue
        node = contents.nodes[node_id]
        # What a project says about a node of the catalog is renamed with that node.
        if node_id not in catalog.nodes:
            found.append(Target(project.id, node_id, isinstance(node, Project)))
        elif home:
            found.append(Target(None, node_id))
    return tuple(dict.fromkeys(found))
