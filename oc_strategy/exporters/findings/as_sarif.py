"""Findings as SARIF 2.1.0 for code scanning: with rule help, fingerprints, states, and the chain as a code flow.

The limits are those of GitHub ("SARIF support for code scanning", docs.github.com): 25,000 results in a run, 10 MB
packed. What is cut is said in a notification. Questions without an answer and strengths are notifications, too: GitHub
shows every result as an alert, whatever its `kind`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice
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


def sarif_pieces(findings: Findings, language: Language) -> Iterator[str]:
    """A log of one run in a language, with rule help in both; the mildest findings go first where a limit cuts."""
    most = MOST_RESULTS
    while most and not _fits(_log(findings, most, language)):
        most = min(most, _count(findings)) // 2
    return _log(findings, most, language)


def _fits(pieces: Iterable[str]) -> bool:
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    plain = small = 0
    for piece in pieces:
        data = piece.encode()
        plain += len(data)
        small += len(packer.compress(data))
    return plain <= MOST_BYTES or small + len(packer.flush()) <= MOST_BYTES


def _log(findings: Findings, most: int, language: Language) -> Iterator[str]:
    codes = sorted({found.code for found in _shown(findings, most)})
    order = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": _driver(codes, language)},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "oc-strategy/"},
        "properties": {"asOf": findings.as_of.isoformat(), "projects": list(findings.projects)},
    }
    cut = _count(findings) - most
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{_line(run)[:-1]}, "invocations": ['
    yield f'{{"executionSuccessful": {_line(findings.outcome.is_done)}, "toolExecutionNotifications": ['
    yield from _listed(_notes(findings, cut, language))
    yield ']}], "results": ['
    yield from _listed(result(found, order[found.code], language) for found in _shown(findings, most))
    yield "]}]}\n"


def _line(data: Any) -> str:
    return json_of(data, is_line=True).rstrip("\n")


def _listed(every: Iterable[Any]) -> Iterator[str]:
    before = ""
    for data in every:
        yield before + _line(data)
        before = ", "


def _count(findings: Findings) -> int:
    counts = findings.outcome.tally
    return counts.total - counts.good - counts.unanswered


def _shown(findings: Findings, most: int) -> Iterator[Diagnostic]:
    """The gravest of the gaps, the open before the others, in the order in which they come."""
    if _count(findings) <= most:
        return findings.gaps
    keys = ((not found.is_open, found.order, number) for number, found in enumerate(findings.gaps))
    kept = {number for *_, number in nsmallest(most, keys)}
    return (found for number, found in enumerate(findings.gaps) if number in kept)


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


def _notes(findings: Findings, cut: int, language: Language) -> Iterator[dict[str, Any]]:
    """What is told beside the results: how many of them and of the remarks are cut, then the remarks."""
    counts = findings.outcome.tally
    for count in (counts.good + counts.unanswered - MOST_REMARKS, cut):
        if count > 0:
            yield {"level": "warning", "message": message(text("findings.cut", count=count).of(language))}
    yield from (_remark(found, language) for found in islice(findings.remarks, MOST_REMARKS))


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
