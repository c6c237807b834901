"""One finding as a result of SARIF: its place, its state, who answers for it, and the chain that proves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.terminal import clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic, Evidence, Excuse, Place, State
from oc_strategy.model.text import Language, Text
from oc_strategy.model.vocabulary import Severity

LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "question": "note", "good": "none"}
FINGERPRINT: Final = "ocStrategy/v1"
"""A name of our own: GitHub works out `primaryLocationLineHash` itself and warns where another stands there."""
MOST_LOCATIONS: Final = 100
_BEFORE: Final[Mapping[State, str]] = {
    "new": "new", "expired": "new", "unmatched": "new", "existing": "unchanged", "accepted": "unchanged",
}  # fmt: skip


def message(words: str) -> dict[str, str]:
    """A message that is nothing but text: no placeholder, no link (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    lines = (clean(line) for line in words.split("\n"))
    return {"text": "\n".join(lines).replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def located(place: Place | None, words: str | None = None) -> dict[str, Any]:
    """A location with what counts there."""
    location: dict[str, Any] = {} if place is None else {"physicalLocation": _physical(place)}
    return location if words is None else {**location, "message": message(words)}


def _physical(place: Place) -> dict[str, Any]:
    uri = quote(place.file, safe="/~", errors="surrogatepass")
    return {
        "artifactLocation": {"uri": f"file://{uri}" if uri.startswith("/") else uri},
        "region": {"startLine": place.line, "startColumn": place.column},
    }


def result(found: Diagnostic, rule_index: int, language: Language) -> dict[str, Any]:
    """A finding as a result, its message and remedy in a language and, as properties, in both."""
    words = f"{found.message.of(language)}\n{found.remedy.of(language)}"
    made: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule_index,
        "level": LEVELS[found.severity],
        "message": message(words),
        "locations": [{**located(found.place), **_logical(found)}],
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
        "baselineState": _BEFORE[found.state],
        "suppressions": [_suppression(found.excuse)] if found.excuse and found.state == "accepted" else [],
        "properties": _properties(found, language),
    }
    if found.chain:
        steps = [located(evidence.place, evidence.what.of(language)) for evidence in _shown(found)]
        made["relatedLocations"] = [{"id": number, **step} for number, step in enumerate(steps, 1)]
        made["codeFlows"] = [{"threadFlows": [{"locations": [{"location": step} for step in steps]}]}]
    return made


def _shown(found: Diagnostic) -> list[Evidence]:
    """The chain, as much of it as is stored, with how much more there is."""
    if len(found.chain) <= MOST_LOCATIONS:
        return list(found.chain)
    kept = list(found.chain[: MOST_LOCATIONS - 1])
    return [*kept, Evidence(found.chain[-1].node, text("findings.chain-cut", count=len(found.chain) - len(kept)))]


def _logical(found: Diagnostic) -> dict[str, Any]:
    names = [
        {"name": clean(s.node), "fullyQualifiedName": clean("/".join(filter(None, (found.project, s.node, s.field))))}
        for s in found.subjects[:MOST_LOCATIONS]
    ]
    return {"logicalLocations": names} if names else {}


def _suppression(excuse: Excuse) -> dict[str, Any]:
    words = excuse_words(excuse)
    justification = " / ".join(dict.fromkeys(clean(words.of(language)) for language in ("ja", "en")))
    return {
        "kind": "external",
        "status": "accepted",
        "justification": justification,
        "location": located(excuse.place),
        "properties": {"status": excuse.status, "owner": clean(excuse.owner), "until": excuse.until},
    }


def _properties(found: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "state": found.state,
        "stateText": heading(found).of(language),
        "project": found.project,
        "option": found.option,
        "subjects": [{"node": subject.node, "field": subject.field} for subject in found.subjects],
        "facts": list(found.facts),
        "message": _both(found.message),
        "remedy": _both(found.remedy),
        **({"exception": excuse_words(found.excuse).of(language)} if found.excuse else {}),
    }


def _both(words: Text) -> dict[str, str]:
    return {"ja": words.of("ja"), "en": words.of("en")}
