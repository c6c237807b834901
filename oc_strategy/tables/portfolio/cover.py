"""Cover: which portfolio this is, seen when and for whom, what is counted, and how to read the book."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.vocabulary import Severity
from oc_strategy.tables.cells import signed
from oc_strategy.tables.legend import SEVERITIES, legend, severity_signs
from oc_strategy.tables.listing import sentence, sheet
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Cell, Fields, Sheet, Table


def cover(whole: Whole) -> Sheet:
    """Sheet 0."""
    return sheet(
        0,
        "portfolio-cover",
        _about(whole),
        sentence(text("portfolio.read-only")),
        _legend(whole),
        sentence(text("advice.disclaimer")),
        paper="A4",
        landscape=False,
        is_one_page=True,
    )


def _about(whole: Whole) -> Fields:
    pairs = [
        (text("fields.any.title"), Cell(whole.title)),
        (text("tables.as-of"), Cell(whole.today)),
        (text("tables.class-of-book"), Cell(word("Confidentiality", whole.audience), "heading")),
        (text("portfolio.projects"), Cell(len(whole.parts))),
    ]
    if whole.is_selection:
        pairs.append((text("tables.remark"), Cell(text("portfolio.selection"))))
    if whole.shows_findings:
        pairs += [(signed("Severity", s), _counted(whole, s)) for s in SEVERITIES]
        pairs += [(text("states.unanswered"), Cell(whole.total.unanswered))]
        pairs += [(text(f"states.{state}"), Cell(getattr(whole.total, state))) for state in ("existing", "accepted")]
    if whole.unread:
        pairs.append((text("portfolio.unread"), Cell(whole.unread, "error")))
    return Fields(tuple(pairs))


def _counted(whole: Whole, severity: Severity) -> Cell:
    count = getattr(whole.total, severity)
    return Cell(count, severity if count else None)


def _legend(whole: Whole) -> Table:
    return legend([
        *(severity_signs() if whole.shows_findings else ()),
        (text("portfolio.dot"), None, text("portfolio.legend.dot")),
        (text("portfolio.bar"), None, text("portfolio.legend.bar")),
        (text("portfolio.arrows"), None, text("portfolio.legend.arrows")),
    ])  # fmt: skip
