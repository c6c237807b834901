"""Findings as JSON with a versioned shape, equal for equal input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.exporters.terminal import json_list, json_of
from oc_strategy.model.diagnostic import Diagnostic, Excuse
from oc_strategy.model.text import Text

SCHEMA_VERSION: Final = "1"
_END: Final = "\n}\n"


def json_text(diagnostics: Sequence[Diagnostic], as_of: date) -> str:
    """Findings with their places, chains and both languages, as one JSON document."""
    return "".join(json_pieces(Findings.of(diagnostics, as_of)))


def json_pieces(findings: Findings) -> Iterator[str]:
    """All findings with their places, chains and both languages, as the pieces of one JSON document."""
    yield f'{json_of(_head(findings)).removesuffix(_END)},\n  "findings": '
    yield from json_list(([_finding(found) for found in group] for group in findings.groups), "  ")
    yield _END


def document(diagnostics: Sequence[Diagnostic], as_of: date) -> dict[str, Any]:
    """A document of a few findings before it is text."""
    return {**_head(Findings.of(diagnostics, as_of)), "findings": [_finding(found) for found in diagnostics]}


def _head(findings: Findings) -> dict[str, Any]:
    """What a document tells besides the findings."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "oc-strategy", "version": __version__},
        "as_of": findings.as_of.isoformat(),
        "projects": sorted(findings.projects),
        "summary": asdict(findings.outcome.tally),
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
