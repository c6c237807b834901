"""Findings as a log of GitHub Actions, with annotations on the lines of a pull request.

GitHub shows ten annotations of each level from a step and drops the rest without a word; the log has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from oc_strategy.exporters.findings.as_text import Look, text_pieces, told
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.exporters.findings.words import heading
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language
from oc_strategy.model.vocabulary import Severity

MOST: Final = 10
"""Annotations of a level that a step may show ("Workflow commands" and "Usage limits", docs.github.com)."""
_LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "question": "notice"}


def github_pieces(findings: Findings, language: Language) -> Iterator[str]:
    """All findings as a group of the log, then the gravest open ones as annotations, then how many were not shown."""
    look = Look(language, Paint(False), with_unanswered=True, with_key=True)
    yield f"::group::{_data(text('findings.all').of(language))}\n"
    yield from text_pieces((told(group, look) for group in findings.groups), findings.outcome, look)
    yield "\n".join(["::endgroup::", *_annotations(findings, language)]) + "\n"


def _annotations(findings: Findings, language: Language) -> Iterator[str]:
    left = 0
    for severity, level in _LEVELS.items():
        # One notice is kept for saying what is not shown.
        most = MOST - 1 if level == "notice" else MOST
        of_level = findings.gravest(partial(_is_open, severity), most)
        yield from (_annotation(level, found, language) for found in of_level)
        left += getattr(findings.outcome.tally, severity) - len(of_level)
    if left:
        yield f"::notice title=oc-strategy::{_data(text('findings.not-annotated', count=left).of(language))}"


def _is_open(severity: Severity, found: Diagnostic) -> bool:
    return found.is_open and found.severity == severity


def _annotation(level: str, found: Diagnostic, language: Language) -> str:
    place = found.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{heading(found).of(language)} [{found.code}]",
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {shown}::{_data(_message(found, language))}"


def _message(found: Diagnostic, language: Language) -> str:
    chain = [f"| {clean(evidence.what.of(language))}" for evidence in found.chain]
    key = f"oc-strategy explain {found.fingerprint}"
    return "\n".join([clean(found.message.of(language)), *chain, f"= {clean(found.remedy.of(language))}", key])


def _data(words: str) -> str:
    """Text as the message of a command (actions/toolkit, command.ts: escapeData)."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Text as a property of a command (actions/toolkit, command.ts: escapeProperty)."""
    return _data(clean(words)).replace(":", "%3A").replace(",", "%2C")
