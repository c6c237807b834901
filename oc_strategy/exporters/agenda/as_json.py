"""Dates to keep as JSON with a versioned shape, equal for equal input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.deadlines import Entry
from oc_strategy.exporters.terminal import json_of
from oc_strategy.facts import Fact
from oc_strategy.lang import text
from oc_strategy.model.text import Confidentiality, Text

SCHEMA_VERSION: Final = "1"


def agenda_json(entries: Sequence[Entry], today: date, audience: Confidentiality) -> str:
    """All dates with their basis, place and both languages, as one JSON document."""
    counts = Counter(entry.deadline.nearness(today) for entry in entries)
    document = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "oc-strategy", "version": __version__},
        "as_of": today.isoformat(),
        "audience": audience,
        "summary": {"past": counts["past"], "near": counts["near"], "far": counts["far"]},
        "deadlines": [_entry(entry, today) for entry in entries],
    }
    return json_of(document)


def _entry(entry: Entry, today: date) -> dict[str, Any]:
    deadline, on = entry.deadline, entry.deadline.on
    return {
        "uid": entry.uid,
        "project": entry.project,
        "section": deadline.node.section,
        "node": deadline.node.id,
        "title": _both(deadline.node.name()),
        "kind": deadline.kind,
        "what": _both(text(f"deadlines.{deadline.kind}")),
        "office": deadline.office,
        "on": {"text": on.text, "first": on.first.isoformat(), "last": on.last.isoformat()},
        "days_left": deadline.days_left(today),
        "nearness": deadline.nearness(today),
        "counted_from": deadline.event.id if deadline.event else None,
        "confirmed": deadline.is_confirmed,
        "basis": _basis(deadline.fact) if deadline.fact else None,
        "place": asdict(entry.place) if entry.place else None,
    }


def _basis(fact: Fact) -> dict[str, Any]:
    return {
        "fact": fact.id,
        "statement": {"ja": fact.statement_ja, "en": fact.statement_en},
        "confidence": fact.confidence,
        "as_of": fact.as_of,
        "source": list(fact.source),
    }


def _both(words: Text) -> dict[str, str]:
    return {"ja": words.of("ja"), "en": words.of("en")}
