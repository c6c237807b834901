"""Findings as JSON with a versioned shape, equal for equal input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.exporters.terminal import json_of
from oc_strategy.model.diagnostic import Diagnostic, Excuse
from oc_strategy.model.tally import tally
from oc_strategy.model.text import Text

SCHEMA_VERSION: Final = "1"


def json_text(diagnostics: Sequence[Diagnostic], as_of: date, projects: Sequence[str] | None = None) -> str:
    """All findings with their places, chains and both languages, as one JSON document."""
    return json_of(document(diagnostics, as_of, projects))


def document(diagnostics: Sequence[Diagnostic], as_of: date, projects: Sequence[str] | None = None) -> dict[str, Any]:
    """The same before it is text.

    `projects` are those that were checked; those with findings if None.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "oc-strategy", "version": __version__},
        "as_of": as_of.isoformat(),
        "projects": sorted(projects if projects is not None else {d.project for d in diagnostics if d.project}),
        "summary": asdict(tally(diagnostics)),
        "findings": [_finding(diagnostic) for diagnostic in diagnostics],
    }


def _finding(found: Diagnostic) -> dict[str, Any]:
    return {
        "rule": found.code,
        "severity": found.severity,
        "state": found.state,
        "unanswered": found.is_unanswered,
        "project": found.project,
        "option": found.option,
        "fingerprint": found.fingerprint,
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "message": _both(found.message),
        "remedy": _both(found.remedy),
        "subjects": [{"node": subject.node, "field": subject.field} for subject in found.subjects],
        "chain": [
            {"node": e.node, "what": _both(e.what), "place": str(e.place) if e.place else None} for e in found.chain
        ],
        "facts": list(found.facts),
        "exception": _excuse(found.excuse) if found.excuse else None,
    }


def _excuse(excuse: Excuse) -> dict[str, Any]:
    return {
        "status": excuse.status,
        "reason": _both(excuse.reason),
        "owner": excuse.owner,
        "until": excuse.until,
        "ticket": excuse.ticket,
        "place": str(excuse.place),
    }


def _both(text: Text) -> dict[str, str]:
    return {"ja": text.of("ja"), "en": text.of("en")}
