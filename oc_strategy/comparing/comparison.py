"""Two states of one project, compared."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oc_strategy.comparing.fields import Kind
from oc_strategy.comparing.findings import FindingChange, Outcome, finding_changes
from oc_strategy.comparing.links import LinkChange, link_changes
from oc_strategy.comparing.moves import Move, moves
from oc_strategy.comparing.nodes import NodeChange, node_changes, renames
from oc_strategy.comparing.sides import Side
from oc_strategy.model.steering import Project
from oc_strategy.model.vocabulary import Severity


@dataclass(frozen=True)
class Comparison:
    """What differs between two states of a project (None for the catalog); `findings` is None where none were made."""

    before: Side
    after: Side
    nodes: tuple[NodeChange, ...]
    links: tuple[LinkChange, ...]
    moves: tuple[Move, ...]
    findings: tuple[FindingChange, ...] | None

    @property
    def project(self) -> Project | None:
        """The project as it is now, or as it was last."""
        return self.after.project or self.before.project

    @property
    def kind(self) -> Kind:
        """Whether the project came, went, or changed."""
        if self.project is None or (self.before.project and self.after.project):
            return "changed"
        return "added" if self.before.project is None else "removed"

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.nodes or self.moves or self.of("new", "worse", "better", "gone"))

    def of(self, *outcomes: Outcome) -> tuple[FindingChange, ...]:
        """The findings with one of these outcomes."""
        return tuple(change for change in self.findings or () if change.outcome in outcomes)

    def is_worse_at(self, level: Severity) -> bool:
        """Whether a gap at or above a severity came, or became graver."""
        return any(change.is_worse_at(level) for change in self.findings or ())


def narrowed(comparison: Comparison, chosen: frozenset[str]) -> Comparison:
    """What differs about some nodes, by the ids of either side."""
    return replace(
        comparison,
        nodes=tuple(c for c in comparison.nodes if {c.node.id, c.former_id} & chosen),
        links=tuple(link for link in comparison.links if {link.source.id, link.target} & chosen),
        moves=tuple(m for m in comparison.moves if (m.output if isinstance(m.output, str) else m.output.id) in chosen),
        findings=comparison.findings
        and tuple(c for c in comparison.findings if any(s.node in chosen for s in c.finding.subjects)),
    )


def compare(before: Side, after: Side) -> Comparison:
    """What differs between two sides; findings only where both sides have been checked."""
    renamed = renames(before, after)
    links = link_changes(before, after, renamed)
    is_checked = before.findings is not None and after.findings is not None
    return Comparison(
        before=before,
        after=after,
        nodes=node_changes(before, after, links, renamed),
        links=links,
        moves=moves(before, after, renamed),
        findings=finding_changes(before.findings or (), after.findings or (), renamed) if is_checked else None,
    )
