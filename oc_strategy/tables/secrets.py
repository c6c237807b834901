"""Secrets: the care of each, never what it is: neither its summary nor its note is shown."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.edges import PROTECTS
from oc_strategy.model.rights import PriorUse, Secret
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines
from oc_strategy.tables.columns import fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sentence, sheet
from oc_strategy.tables.sheet import Block, Cell, Sheet
from oc_strategy.tables.timing import dates_column


def secrets(report: Report) -> Sheet:
    """Sheet 7; whoever may not see all is told so, whether or not anything was left out."""
    care = node_table(
        report,
        Secret,
        *fields(report, Secret, "protects", "custodian", "measures", "access_count", "access_listed_on", "marked"),
        *fields(report, Secret, "storage_country", "shared_with", "third_party"),
        worked_out("reverse-engineering", 18, lambda secret: _analysability(report, secret)),
        *fields(report, Secret, "prior_use", "useful_because", "non_public_checked_on", "reviewed", "next_review"),
        dates_column(report),
        *fields(report, Secret, "source", "tags", "certainty", "confidentiality"),
        empty=text("sheets.secrets.empty"),
    )
    evidence = record_table(report, Secret, "prior_use", *PriorUse.model_fields)
    blocks: list[Block] = [care, evidence]
    if report.audience != "restricted":
        blocks.insert(0, sentence(text("sheets.withheld")))
    return sheet(7, "secrets", *blocks)


def _analysability(report: Report, secret: Secret) -> Cell:
    """How hard it is to learn what the secret protects from a product that was bought."""
    found = [output.reverse_engineering for output in report.graph.targets(secret, PROTECTS)]
    return Cell(lines(word("ReverseEngineering", known) for known in dict.fromkeys(found) if known))
