"""A node of the model as a box: its look, its name, its second line, and the sign of its gaps."""

from __future__ import annotations

from oc_strategy.model.audience import rank
from oc_strategy.model.business import Market, Product, Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import PART_OF
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Organization, Person
from oc_strategy.model.rights import License, Mark, Patent, Secret
from oc_strategy.model.standardization import (
    Certification,
    Committee,
    Contribution,
    Declaration,
    Regulation,
    Standard,
)  # fmt: skip
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.details import detail, kind_name
from oc_strategy.views.draft import Item
from oc_strategy.views.gaps import gap_signs, gaps_by_node
from oc_strategy.views.texts import joined, tip
from oc_strategy.views.view import Box, Look

_LOOKS: dict[type[Node], Look] = {
    Patent: "patent", Secret: "secret", Mark: "mark", License: "license", Agreement: "agreement", Standard: "standard",
    Publication: "document", Contribution: "document", Declaration: "document", Certification: "certification",
    Regulation: "regulation", Product: "product", Market: "market", Organization: "party", Person: "party",
    Committee: "party",
}  # fmt: skip


class Boxes:
    """Makes the boxes of one report; the gaps of each node are counted once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.today = Date.day(report.today)
        self._gaps = gaps_by_node(report)

    def of(self, node: Node, group: str | None = None, look: Look | None = None, more: Text | None = None) -> Item:
        """The box of a node; `more` is a further line of its detail."""
        gaps = self._gaps.get(node.id, frozenset())
        lines = joined([detail(node, self.today), more, gap_signs(gaps)], "\n")
        box = Box(node.id, node.name(), look or look_of(self.report, node), lines, tip(node), group)
        whole = self.report.graph.target(node, PART_OF) if isinstance(node, Output) else None
        return Item(box, kind_name(node), node.section, whole.id if whole else None, gaps)


def look_of(report: Report, node: Node) -> Look:
    """What a node looks like: an output as it is treated, anything else by its section.

    An output is undecided only where the option is known and says nothing of it. Where the option or its treatment
    of the output may have been taken out for this audience, nothing is claimed.
    """
    if isinstance(node, Output):
        return report.posture(node) or ("undecided" if _is_undecided(report, node) else "output")
    return _LOOKS.get(type(node), "plain")


def _is_undecided(report: Report, output: Output) -> bool:
    if report.option is None:
        return rank(report.audience) == rank(None)
    return output.id not in report.option.treatments or report.treatment(output) is not None
