"""Cover: what the book is about, who answers for it, its versions, and how to read it."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.vocabulary import Posture
from oc_strategy.report import Report
from oc_strategy.tables.cells import signed
from oc_strategy.tables.legend import legend, severity_signs
from oc_strategy.tables.listing import project_fields, project_records, sentence, sheet
from oc_strategy.tables.sheet import Cell, Fields, Sheet, Table

_POSTURES: tuple[Posture, ...] = ("open", "gated", "closed")


def cover(report: Report) -> Sheet:
    """Sheet 0."""
    return sheet(
        0,
        "cover",
        _project(report),
        project_records(report, "revisions", "version", "what", "on", "by"),
        _legend(),
        sentence(text("advice.disclaimer")),
        paper="A4",
        landscape=False,
        is_one_page=True,
    )


def _project(report: Report) -> Fields:
    head = project_fields(report, "title", "summary", "version").pairs
    book = (
        (text("fields.any.id"), Cell(report.project.id)),
        (text("tables.as-of"), Cell(report.today)),
        (text("tables.class-of-book"), Cell(word("Confidentiality", report.audience), "heading")),
    )
    rest = project_fields(
        report, "confidentiality", "owner", "manager", "business_owner", "approver", "partners", "funders",
        "period.from_", "period.until", "programme", "areas", "option", "next_review", "tags", "source", "certainty",
        "note",
    ).pairs  # fmt: skip
    return Fields((*head, *book, *rest))


def _legend() -> Table:
    return legend([
        *((signed("Posture", p), p, text(f"tables.legend.{p}")) for p in _POSTURES),
        (text("states.undecided"), "undecided", text("tables.legend.undecided")),
        *severity_signs(),
        (text("tables.differs"), "differs", text("tables.legend.differs")),
        (text("states.not-applicable"), "muted", text("tables.legend.not-applicable")),
    ])  # fmt: skip
