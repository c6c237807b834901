"""One project seen from its portfolio: its report, and what others call its nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.report import Report
from oc_strategy.tables.portfolio.part import CATALOG


@dataclass(frozen=True, slots=True)
class Seen:
    """A project's report with what it claims about nodes of the catalog, both for one audience."""

    report: Report
    claims: Mapping[str, Node]

    @property
    def graph(self) -> Graph:
        """The nodes that the audience may see."""
        return self.report.graph

    def is_own(self, node_id: str) -> bool:
        """Whether a node is the project's alone: not the catalog's, about which it may say something, nor another's."""
        return node_id in self.report.own and node_id not in self.claims

    def ref(self, node_id: str) -> str:
        """How other projects name a node."""
        return f"{self.report.project.id}/{node_id}" if self.is_own(node_id) else node_id

    def home(self, node_id: str) -> str:
        """Where a node is written down: in the project, else as its name tells."""
        return self.report.project.id if self.is_own(node_id) else home_of(node_id)


def home_of(ref: str) -> str:
    """Where a node is written down, by its name from outside: in a project, or in the catalog."""
    home, is_inside, _ = ref.partition("/")
    return home if is_inside else CATALOG
