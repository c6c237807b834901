"""What differs as JSON with a versioned shape, equal for equal input."""

from __future__ import annotations

from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.comparing import Changes, Comparison, FieldChange, FindingChange, LinkChange, Move, NodeChange
from oc_strategy.exporters.terminal import json_of
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment

SCHEMA_VERSION: Final = "1"


def changes_json(changes: Changes) -> str:
    """All that differs, in both languages, as one JSON document."""
    return json_of(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "oc-strategy", "version": __version__},
            "before": _both(changes.before),
            "after": _both(changes.after),
            "as_of": changes.today.isoformat(),
            "audience": changes.audience,
            "projects": [_comparison(comparison) for comparison in changes.comparisons],
        }
    )


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "project": comparison.project.id if comparison.project else None,
        "kind": comparison.kind,
        "moves": [_move(move) for move in comparison.moves],
        "findings": None if comparison.findings is None else [_finding(change) for change in comparison.findings],
        "nodes": [_node(change) for change in comparison.nodes],
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "output": move.output if isinstance(move.output, str) else move.output.id,
        "option": move.option.id,
        "chosen": move.is_chosen,
        "gravity": move.gravity,
        "before": _treatment(move.before),
        "after": _treatment(move.after),
    }


def _treatment(treatment: Treatment | None) -> dict[str, Any] | None:
    if treatment is None:
        return None
    axes = {"disclosure": list(treatment.disclosures), "access": treatment.accesses}
    return {"posture": treatment.posture, "mode": treatment.nearest_mode, **axes}


def _finding(change: FindingChange) -> dict[str, Any]:
    found = change.finding
    return {
        "outcome": change.outcome,
        "rule": found.code,
        "fingerprint": found.fingerprint,
        "severity_before": change.before.severity if change.before else None,
        "severity_after": change.after.severity if change.after else None,
        "subjects": [{"node": subject.node, "field": subject.field} for subject in found.subjects],
        "message": _both(found.message),
        "place": {"file": found.place.file, "line": found.place.line, "column": found.place.column},
    }


def _node(change: NodeChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "section": change.node.section,
        "id": change.node.id,
        "former_id": change.former_id,
        "title": _both(change.node.name()),
        "wording_only": change.is_wording,
        "fields": [_field(field) for field in change.fields],
        "links": [_link(link) for link in change.links],
    }


def _field(change: FieldChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "path": ".".join(map(str, change.path)),
        "label": _both(change.label),
        "before": _both(change.before) if change.before else None,
        "after": _both(change.after) if change.after else None,
        "wording": change.is_wording,
    }


def _link(change: LinkChange) -> dict[str, Any]:
    return {"kind": change.kind, "edge": change.edge, "target": change.target, "label": _both(change.label)}


def _both(words: Text) -> dict[str, str]:
    return {"ja": words.of("ja"), "en": words.of("en")}
