"""What protects an output: patents with the offices where they live, secrets, marks, contracts, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from oc_strategy.lang import text
from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.edges import (
    AGREES_ON,
    CERTIFICATION_MARK,
    CERTIFIES,
    CLAUSE_REVEALS,
    COVERS,
    CUSTODIAN,
    GRANTS,
    GUARDS,
    LICENSED_BY,
    LICENSED_TO,
    MARK_OWNER,
    OWNED_BY,
    PARTY_TO,
    PROTECTS,
    SHARED_UNDER,
    SHARED_WITH,
    Edge,
)  # fmt: skip
from oc_strategy.model.filing import patents_on
from oc_strategy.model.guarding import contracts_on, is_spent, marks_on, schemes_on, secrets_on
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Organization, Person
from oc_strategy.model.rights import License, Mark, Patent, Secret
from oc_strategy.model.standardization import Certification, Standard
from oc_strategy.model.technology import Output
from oc_strategy.report import Report
from oc_strategy.views.boxes import Boxes
from oc_strategy.views.draft import Draft, Drawn, Item, arrows_of, connected, draft, grown
from oc_strategy.views.selection import in_focus, page
from oc_strategy.views.strategy import outputs_of
from oc_strategy.views.view import Arrow, Group, Line, Look, View

_EDGES: Final[dict[Edge[Any, Any], Drawn]] = {
    COVERS: Drawn("covers", "strong"),
    PROTECTS: Drawn("protects", "strong"),
    GUARDS: Drawn("guards", "strong"),
    GRANTS: Drawn("grants"),
    AGREES_ON: Drawn("agrees-on"),
    SHARED_UNDER: Drawn("shared-under"),
    CERTIFIES: Drawn("certifies"),
    CERTIFICATION_MARK: Drawn("certifies"),
    CLAUSE_REVEALS: Drawn("describes", "dotted"),
    OWNED_BY: Drawn("owned-by"),
    MARK_OWNER: Drawn("owned-by"),
    CUSTODIAN: Drawn("kept-by"),
    SHARED_WITH: Drawn("shared-with"),
    LICENSED_BY: Drawn("granted-by"),
    LICENSED_TO: Drawn("granted-to"),
    PARTY_TO: Drawn("agreed-by"),
}
_LINES: Final[tuple[tuple[Line, str], ...]] = (
    ("strong", "protect"),
    ("plain", "contract"),
    ("dashed", "spent"),
    ("dotted", "describe"),
)
_SHOWN: Final[dict[type[Node], str]] = {
    Output: "protected", Patent: "rights", Secret: "rights", Mark: "rights", License: "contracts",
    Agreement: "contracts", Standard: "shown-by", Certification: "rights", Organization: "parties", Person: "parties",
}  # fmt: skip
_GROUPS: Final[dict[str, Look]] = {
    "parties": "party", "contracts": "license", "rights": "patent", "protected": "plain", "shown-by": "standard",
}  # fmt: skip


def protection_view(report: Report, focus: str | None = None, depth: int | None = None) -> View:
    """One output with its rights, the contracts on it and on its rights, and the standards that show it.

    Without a `focus` every output, with its rights and the standards only. Each further `depth` (1 if None) adds what
    is one more link away: contracts, then parties. ValueError with the id where `focus` is no output.
    """
    outputs = [o for o in report.graph.of(Output) if o.id == focus] if focus else outputs_of(report)
    if focus and not outputs:
        raise ValueError(focus)
    whole = in_focus(_draft(report), focus)
    whole = connected(whole, focus) if focus else whole
    of = guards_of if focus else rights_and_standards
    near = {node.id for output in outputs for node in of(report, output)}
    start = near | {output.id for output in outputs} if near or not focus else frozenset[str]()
    kept = grown(whole, start, (1 if depth is None else depth) - 1)
    groups = tuple(Group(name, text(f"pictures.groups.{name}"), look) for name, look in _GROUPS.items())
    return page("protection", report, whole, kept, groups=groups, words=_LINES)


def guards_of(report: Report, output: Output) -> tuple[Node, ...]:
    """All that bears on the protection of an output: rights, standards that reveal it, contracts, assessments."""
    graph = report.graph
    return (*rights_and_standards(report, output), *contracts_on(graph, output), *schemes_on(graph, output))


def rights_and_standards(report: Report, output: Output) -> tuple[Node, ...]:
    """The patents, secrets and marks on an output, and the standards that reveal it."""
    graph = report.graph
    rights = (*patents_on(graph, output), *secrets_on(graph, output), *marks_on(graph, output))
    return (*rights, *revealing_standards(graph, output))


def _draft(report: Report) -> Draft:
    boxes = Boxes(report)
    items: list[Item] = [boxes.of(n, _SHOWN[type(n)]) for n in report.graph.nodes.values() if type(n) in _SHOWN]
    return draft(items, _weakened(report, boxes, arrows_of(report.graph, _EDGES)))


def _weakened(report: Report, boxes: Boxes, arrows: Iterable[Arrow]) -> Iterator[Arrow]:
    """The same arrows, but broken ones from families of which nothing is left."""
    spent = {patent.id for patent in report.graph.of(Patent) if is_spent(patent, boxes.today)}
    for arrow in arrows:
        is_spent_right = arrow.line == "strong" and arrow.source in spent
        yield Arrow(arrow.source, arrow.target, arrow.label, "dashed") if is_spent_right else arrow
