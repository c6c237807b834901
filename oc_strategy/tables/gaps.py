"""Gaps: what the checks found, on what basis, what to do, and who has taken it on until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.steering import Action
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.report import Report
from oc_strategy.rollup import theme_in
from oc_strategy.rules import rule_by_id, theme_of
from oc_strategy.tables.cells import field_cell, lines, only_read, signed
from oc_strategy.tables.charts import gaps_chart
from oc_strategy.tables.columns import Shown, fields, numbered, worked_out
from oc_strategy.tables.listing import node_table, nothing_yet, sentence, sheet, worked_table
from oc_strategy.tables.sheet import Block, Cell, Chart, Column, Row, Sheet, Table

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "question")


def gaps(report: Report) -> Sheet:
    """Sheet 16; an audience below internal is told no finding at all."""
    if not report.shows_findings:
        return sheet(16, "gaps", sentence(text("sheets.withheld")), _actions(report))
    return sheet(16, "gaps", *_found(report), _actions(report))


def _found(report: Report) -> list[Block]:
    accepted = [f for f in report.findings if f.state == "accepted"]
    return [
        _counts(report, len(accepted)),
        *_chart(report),
        worked_table("gaps", report.gaps, *_columns(report), empty=text("sheets.gaps.empty")),
        worked_table(
            "excepted",
            accepted,
            *_said(report),
            *_excuse(),
            empty=text("tables.no-excepted"),
        ),
        worked_table("strengths", report.strengths, *_said(report), empty=text("tables.no-strengths")),
        _unanswered(report.unanswered),
    ]


def _chart(report: Report) -> Iterator[Chart]:
    """The gaps by theme; none where one theme has them all, or there are none."""
    themes: dict[str, Counter[str]] = {}
    for found in report.gaps:
        themes.setdefault(theme_in(found, theme_of), Counter())[found.severity] += 1
    if len(themes) > 1 and (chart := gaps_chart(themes)):
        yield chart


def _counts(report: Report, accepted: int) -> Table:
    """How many of each kind, in one row."""
    counts: list[tuple[str, Text, Cell]] = [
        *((s, signed("Severity", s), _tinted(report.count(s), s)) for s in _SEVERITIES),
        ("excepted", text("states.accepted"), Cell(accepted)),
        ("good", signed("Severity", "good"), Cell(len(report.strengths))),
        ("unanswered", text("states.unanswered"), Cell(len(report.unanswered))),
    ]
    columns = tuple(Column(key, title, 12, "number") for key, title, _ in counts)
    title = text("tables.titles.counts")
    return Table(columns, (Row(tuple(cell for _, _, cell in counts)),), nothing_yet(title), title)


def _tinted(count: int, severity: Severity) -> Cell:
    return Cell(count, severity if count else None)


def _said(report: Report) -> list[Shown[Diagnostic]]:
    return [
        worked_out("subject-id", 24, lambda f: Cell(subject_of(f), link=subject_of(f))),
        worked_out("subject", 30, lambda f: node.name() if (node := report.graph.get(subject_of(f))) else None),
        worked_out("severity", 12, lambda f: Cell(signed("Severity", f.severity), f.severity)),
        worked_out("message", 50, lambda f: f.message),
    ]


def _excuse() -> list[Shown[Diagnostic]]:
    """How, why, by whom and until when a finding is accepted."""
    return [
        worked_out("status", 14, lambda f: word("ExceptionStatus", f.excuse.status) if f.excuse else None),
        worked_out("reason", 40, lambda f: f.excuse.reason if f.excuse else None),
        worked_out("excepted-by", 24, lambda f: f.excuse.owner if f.excuse else None),
        worked_out("until", 14, lambda f: f.excuse.until if f.excuse else None),
        worked_out("ticket", 16, lambda f: f.excuse.ticket if f.excuse else None),
    ]


def _columns(report: Report) -> list[Shown[Diagnostic]]:
    return [
        *_said(report),
        worked_out("remedy", 40, lambda f: f.remedy),
        worked_out("basis", 40, basis_of),
        worked_out("owner", 22, lambda f: of_action(report, f, "owner")),
        worked_out("on", 14, lambda f: of_action(report, f, "due")),
        worked_out("state", 14, lambda f: state_of(report, f)),
        worked_out("standing", 16, lambda f: word("State", f.state)),
        worked_out("rule", 26, lambda f: f.code),
        worked_out("fingerprint", 20, lambda f: f.fingerprint),
    ]


def subject_of(finding: Diagnostic) -> str | None:
    """The id of the node that a finding is about first."""
    return finding.subjects[0].node if finding.subjects else None


def basis_of(finding: Diagnostic) -> Text | None:
    """Why it matters, then the facts and historic cases that the check rests on, or else its source."""
    rule = rule_by_id(finding.code)
    if rule is None:
        return None
    facts = finding.facts or rule.basis.facts
    parts = [rule.why]
    parts += [text("tables.basis-facts", facts=", ".join(facts))] if facts else []
    parts += [text("tables.basis-cases", cases=", ".join(rule.basis.cases))] if rule.basis.cases else []
    if len(parts) == 1:
        parts += [Text.plain(source) for source in rule.basis.source[:1]]
    return lines(parts)


def action_for(report: Report, finding: Diagnostic) -> Action | None:
    """The action that says it closes a finding: by its fingerprint, or by check and subject."""
    names = {finding.fingerprint, *(f"{finding.code}:{subject.node}" for subject in finding.subjects)}
    return next((action for action in report.graph.of(Action) if action.closes in names), None)


def of_action(report: Report, finding: Diagnostic, field: str) -> Cell:
    """A field of the action that closes a finding; blank where there is no such action."""
    action = action_for(report, finding)
    return only_read(field_cell(report, action, field)) if action else Cell()


def state_of(report: Report, finding: Diagnostic) -> Cell:
    """How far the action is that closes a finding; open where there is none."""
    action = action_for(report, finding)
    if action is None:
        return Cell(text("words.ActionState.open"))
    return Cell(field_cell(report, action, "status").value, link=action.id)


def _unanswered(found: Iterable[Diagnostic]) -> Table:
    """How often each check could not be answered."""
    counted = Counter(finding.code for finding in found)
    return worked_table(
        "unanswered",
        sorted(counted.items()),
        worked_out("rule", 18, lambda row: row[0]),
        worked_out("asked", 30, lambda row: rule.question if (rule := rule_by_id(row[0])) else None),
        numbered("count", lambda row: row[1]),
        empty=text("tables.no-unanswered"),
    )


def _actions(report: Report) -> Table:
    return node_table(
        report,
        Action,
        *fields(report, Action, "status", "summary", "about", "note", "owner", "due", "done_on"),
        # What an action closes may name a node that only the highest class may know of.
        *(fields(report, Action, "closes") if report.audience == "restricted" else ()),
        *fields(report, Action, "source", "tags", "certainty", "confidentiality"),
    )
