"""One standard: what its clauses open, who sits where, what is tabled and declared, and who follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from oc_strategy.lang import text, word
from oc_strategy.model.business import Product
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import (
    CARRIED_BY,
    CERTIFIES,
    CITES,
    COMMITTEE_OF,
    CONFORMS_TO,
    DECLARED_BY,
    DECLARED_FOR,
    DECLARES,
    EDITED_BY,
    ESSENTIAL_TO,
    GUARDS,
    PARENT_COMMITTEE,
    PROPOSED_BY,
    REFERS_TO,
    REPLACES,
    SUPERSEDES,
    TABLED_BY,
    TABLED_IN,
    WORKS_FOR,
    Edge,
)  # fmt: skip
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.rights import Mark, Patent, Secret
from oc_strategy.model.standardization import (
    Certification,
    Clause,
    Committee,
    Contribution,
    Declaration,
    Regulation,
    Seat,
    Standard,
)  # fmt: skip
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.boxes import Boxes
from oc_strategy.views.draft import Draft, Drawn, Item, arrows_of, connected, draft, grown, verb
from oc_strategy.views.selection import in_focus, page
from oc_strategy.views.texts import listed
from oc_strategy.views.view import Arrow, Box, Group, Line, Look, View

_EDGES: Final[dict[Edge[Any, Any], Drawn]] = {
    COMMITTEE_OF: Drawn("handled-by"),
    PARENT_COMMITTEE: Drawn("below"),
    EDITED_BY: Drawn("edited-by"),
    CARRIED_BY: Drawn("carried-by", "dashed"),
    PROPOSED_BY: Drawn("proposed-by"),
    TABLED_IN: Drawn("tabled-in"),
    TABLED_BY: Drawn("tabled-by"),
    DECLARED_FOR: Drawn("declared-for"),
    DECLARES: Drawn("declares"),
    DECLARED_BY: Drawn("declared-by"),
    REPLACES: Drawn("supersedes", "dashed"),
    ESSENTIAL_TO: Drawn("essential-to", "dashed"),
    GUARDS: Drawn("guards"),
    REFERS_TO: Drawn("refers-to", "dashed"),
    SUPERSEDES: Drawn("supersedes", "dashed"),
    CONFORMS_TO: Drawn("conforms-to"),
    CERTIFIES: Drawn("certifies"),
    CITES: Drawn("cites"),
}
_LINES: Final[tuple[tuple[Line, str], ...]] = (
    ("strong", "open-needed"),
    ("plain", "relation"),
    ("dashed", "indirect"),
    ("dotted", "informative"),
)
_SHOWN: Final[dict[type[Node], str]] = {
    Output: "opened", Secret: "opened", Standard: "use", Committee: "work", Contribution: "work", Person: "work",
    Organization: "work", Declaration: "declared", Patent: "declared", Mark: "declared", Product: "use",
    Certification: "use", Regulation: "use",
}  # fmt: skip
_GROUPS: Final[dict[str, Look]] = {
    "work": "party", "standard": "standard", "contents": "plain", "opened": "open", "declared": "patent",
    "use": "product",
}  # fmt: skip


def standard_view(report: Report, focus: str | None = None, depth: int | None = None) -> View:
    """One standard (every one with clauses or stages, if None) and all that is linked to it or sits in its committee.

    ValueError with the id where `focus` is no standard.
    """
    standards = [standard for standard in _standards(report, focus) if focus in {None, standard.id}]
    if focus and not standards:
        raise ValueError(focus)
    whole = in_focus(_draft(report, frozenset(standard.id for standard in standards)), focus)
    whole = connected(whole, focus) if focus else whole
    near = grown(whole, (s.id for s in standards), 1) | frozenset(_beyond(report, standards))
    near = near if len(near) > len(standards) else frozenset()
    kept = grown(whole, near, (1 if depth is None else depth) - 1)
    groups = tuple(Group(name, text(f"pictures.groups.{name}"), look) for name, look in _GROUPS.items())
    return page("standard", report, whole, kept, groups=groups, words=_LINES, is_board=focus is None)


def _standards(report: Report, focus: str | None) -> Iterator[Standard]:
    for standard in report.graph.of(Standard):
        if focus or standard.clauses or standard.stages:
            yield standard


def clause_id(standard: Standard, clause: Clause) -> str:
    """The id of a clause's box."""
    return f"{standard.id}#{clause.id}"


def _beyond(report: Report, standards: Iterable[Standard]) -> Iterator[str]:
    """What a reader of the standard wants at once, although it is two links away."""
    graph = report.graph
    for standard in standards:
        yield from (node_id for clause in standard.clauses for node_id in clause.reveals)
        for committee in graph.targets(standard, COMMITTEE_OF):
            yield from (sitter for seat in committee.seats if (sitter := seat.person or seat.organization))
        for declaration in graph.sources(standard, DECLARED_FOR):
            yield from (patent.id for patent in graph.targets(declaration, DECLARES))


def _draft(report: Report, looked_at: frozenset[str]) -> Draft:
    boxes, nodes = Boxes(report), report.graph.nodes.values()
    items = [_item(boxes, node, looked_at) for node in nodes if type(node) in _SHOWN]
    outputs = {output.id for output in report.graph.of(Output)}
    # Only a clause opens an output here: what guards or assesses it is another question.
    arrows = [arrow for arrow in arrows_of(report.graph, _EDGES) if arrow.target not in outputs]
    arrows += _seats(report)
    for standard in report.graph.of(Standard):
        items += [_clause_item(standard, clause) for clause in standard.clauses]
        arrows += [arrow for clause in standard.clauses for arrow in _clause_arrows(standard, clause)]
    return draft(items, arrows)


def _item(boxes: Boxes, node: Node, looked_at: frozenset[str]) -> Item:
    group = "standard" if node.id in looked_at else _SHOWN[type(node)]
    employer = boxes.report.graph.target(node, WORKS_FOR) if isinstance(node, Person) else None
    return boxes.of(node, group, more=employer.name() if employer else None)


def _clause_item(standard: Standard, clause: Clause) -> Item:
    kind = {True: "normative", False: "informative"}.get(clause.normative) if clause.normative is not None else None
    detail = text(f"pictures.{kind}") if kind else None
    name = clause.title or Text.plain(clause.id)
    box = Box(clause_id(standard, clause), name, "plain", detail, listed([f"[{standard.id}]", clause.id]), "contents")
    return Item(box, text("pictures.clauses"), "clauses")


def _clause_arrows(standard: Standard, clause: Clause) -> Iterator[Arrow]:
    here = clause_id(standard, clause)
    yield Arrow(standard.id, here)
    line: Line = "dotted" if clause.normative is False else "strong"
    said = verb("reveals" if clause.normative is False else "needs-open")
    yield from (Arrow(here, node_id, said, line) for node_id in clause.reveals)


def _seats(report: Report) -> Iterator[Arrow]:
    """Who sits in a committee in which role; past seats broken."""
    today = Date.day(report.today)
    for committee in report.graph.of(Committee):
        for seat in committee.seats:
            sitter = seat.person or seat.organization
            if sitter:
                label = word("SeatRole", seat.role) if seat.role else verb("sits-in")
                yield Arrow(sitter, committee.id, label, "dashed" if _is_over(seat, today) else "plain")


def _is_over(seat: Seat, today: Date) -> bool:
    return seat.until is not None and seat.until.certainly_before(today)
