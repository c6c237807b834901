"""Findings as SARIF 2.1.0 for code scanning: with rule help, fingerprints, states, and the chain as a code flow.

The limits are those of GitHub ("SARIF support for code scanning", docs.github.com): 25,000 results in a run, 10 MB
packed. What is cut is said in a notification. Questions without an answer and strengths are notifications, too: GitHub
shows every result as an alert, whatever its `kind`.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.exporters.findings.checks import About, about, help_markdown
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.exporters.findings.sarif_results import LEVELS, located, message, result
from oc_strategy.exporters.findings.words import heading
from oc_strategy.exporters.terminal import json_of
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS: Final = 25_000
MOST_BYTES: Final = 10_000_000
MOST_REMARKS: Final = 5_000
_SHARES: Final = {"error": "error", "warning": "warning", "question": "recommendation", "good": "recommendation"}


def sarif_text(findings: Findings, language: Language) -> str:
    """A log of one run in a language, with rule help in both; the mildest findings go first where a limit cuts."""
    gaps = sorted(findings.gaps, key=lambda found: not found.is_open)
    shown = gaps[:MOST_RESULTS]
    while not _fits(words := json_of(_log(findings, shown, len(gaps), language), indent=None)) and shown:
        shown = shown[: len(shown) // 2]
    return words


def _fits(words: str) -> bool:
    data = words.encode()
    return len(data) <= MOST_BYTES or len(gzip.compress(data, mtime=0)) <= MOST_BYTES


def _log(findings: Findings, shown: Sequence[Diagnostic], count: int, language: Language) -> dict[str, Any]:
    codes = sorted({found.code for found in shown})
    order = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": _driver(codes, language)},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "oc-strategy/"},
        "invocations": [_invocation(findings, count - len(shown), language)],
        "results": [result(found, order[found.code], language) for found in shown],
        "properties": {"asOf": findings.as_of.isoformat(), "projects": list(findings.projects)},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(codes: Iterable[str], language: Language) -> dict[str, Any]:
    rules = [_rule(about(code), language) for code in codes]
    return {"name": "oc-strategy", "version": __version__, "language": language, "rules": rules}


def _rule(check: About, language: Language) -> dict[str, Any]:
    other: Language = "en" if language == "ja" else "ja"
    return {
        "id": check.code,
        "shortDescription": message(check.question.of(language)),
        "fullDescription": message(check.why.of(language)),
        "help": {
            **message("\n\n".join(check.remedy.of(lang) for lang in (language, other))),
            "markdown": help_markdown(check, (language, other)),
        },
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {"tags": [check.theme], "problem.severity": _SHARES[check.severity]},
    }


def _invocation(findings: Findings, cut: int, language: Language) -> dict[str, Any]:
    remarks = list(findings.remarks)
    notes = [_remark(found, language) for found in remarks[:MOST_REMARKS]]
    for count in (cut, len(remarks) - MOST_REMARKS):
        if count > 0:
            notes.insert(0, {"level": "warning", "message": message(text("findings.cut", count=count).of(language))})
    is_done = not any(found.code in {"rule-crashed", "unreadable-file"} for found in findings.every)
    return {"executionSuccessful": is_done, "toolExecutionNotifications": notes}


def _remark(found: Diagnostic, language: Language) -> dict[str, Any]:
    words = f"{heading(found).of(language)} [{found.code}] {found.message.of(language)}"
    told = words if found.severity == "good" else f"{words}\n{found.remedy.of(language)}"
    locations = [located(found.place), *(located(e.place, e.what.of(language)) for e in found.chain)]
    return {
        "level": "note",
        "message": message(told),
        "locations": locations,
        "properties": {"fingerprint": found.fingerprint, "rule": found.code, "project": found.project},
    }
