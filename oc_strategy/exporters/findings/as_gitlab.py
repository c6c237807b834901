"""Findings as a Code Quality report of GitLab, which marks them in a merge request.

GitLab knows neither strengths nor questions without an answer nor accepted findings: every entry is a fault. The first
two are left out; what was accepted is an entry of the lowest severity that says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from oc_strategy.exporters.findings.findings import Findings, gaps_in
from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.markdown import escaped
from oc_strategy.exporters.terminal import clean, json_list
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language
from oc_strategy.model.vocabulary import Severity

_SEVERITIES: Final[Mapping[Severity, str]] = {"error": "critical", "warning": "major", "question": "minor"}


def gitlab_pieces(findings: Findings, language: Language) -> Iterator[str]:
    """The gaps in every state, each under a fingerprint of its own: GitLab drops a second one of the same."""
    yield from json_list(_entries(findings, language))
    yield "\n"


def _entries(findings: Findings, language: Language) -> Iterator[list[dict[str, Any]]]:
    seen: Counter[str] = Counter()
    for group in findings.groups:
        entries = []
        for found in gaps_in(group):
            seen[found.fingerprint] += 1
            entries.append(_entry(found, seen[found.fingerprint], language))
        yield entries


def _entry(found: Diagnostic, number: int, language: Language) -> dict[str, Any]:
    said = f"{heading(found).of(language)}: {found.message.of(language)} {found.remedy.of(language)}"
    return {
        "type": "issue",
        "check_name": found.code,
        "description": clean(said),
        "content": {"body": _body(found, language)},
        "categories": ["Bug Risk"],
        "fingerprint": found.fingerprint if number == 1 else f"{found.fingerprint}-{number}",
        "severity": "info" if found.state == "accepted" else _SEVERITIES[found.severity],
        "location": {
            "path": found.place.file.removeprefix("./"),
            "lines": {"begin": found.place.line},
        },
    }


def _body(found: Diagnostic, language: Language) -> str:
    chain = [
        f"- {escaped(evidence.what.of(language))}" + (f" ({escaped(str(evidence.place))})" if evidence.place else "")
        for evidence in found.chain
    ]
    excuse = [escaped(excuse_words(found.excuse).of(language))] if found.excuse else []
    return "\n".join([*chain, *excuse, escaped(found.remedy.of(language))])
