"""Findings as bytes and back, for other processes and later runs: rows without names, which are quick to read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from oc_strategy.model.diagnostic import Diagnostic, Evidence, Excuse, Place, Subject, Telling
from oc_strategy.model.text import Text

_encode: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def packed(found: Iterable[Diagnostic]) -> bytes:
    """Findings as one line of bytes."""
    return _encode([_row(each) for each in found]).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> tuple[Diagnostic, ...]:
    """The findings in bytes that `packed` made; any of several errors for other bytes."""
    return tuple(map(_diagnostic, json.loads(data)))


def _row(found: Diagnostic) -> list[Any]:
    told = found.telling.made
    return [
        found.code,
        found.severity,
        _words(told.message),
        _words(told.remedy),
        _spot(found.place),
        found.project,
        [(subject.node, subject.field) for subject in found.subjects],
        [(step.node, _words(step.what), step.place and _spot(step.place)) for step in told.chain],
        found.facts,
        found.option,
        found.is_unanswered,
        found.state,
        found.excuse and _reason(found.excuse),
        dict(found.details),
        told.named,
    ]


def _diagnostic(row: list[Any]) -> Diagnostic:
    code, severity, message, remedy, place, project, subjects, chain, facts, option, is_unanswered, *rest = row
    state, excuse, details, named = rest
    links = tuple([Evidence(node, _text(what), Place(*at) if at else None) for node, what, at in chain])
    return Diagnostic(
        code, severity, Telling(_text(message), _text(remedy), links, tuple(named)), Place(*place), project,
        tuple([Subject(node, field) for node, field in subjects]), tuple(facts), option, is_unanswered, state,
        _excuse(excuse) if excuse else None, details,
    )  # fmt: skip


def _spot(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def _reason(excuse: Excuse) -> list[Any]:
    return [excuse.status, _words(excuse.reason), excuse.owner, excuse.until, _spot(excuse.place), excuse.ticket]


def _excuse(row: list[Any]) -> Excuse:
    status, reason, owner, until, place, ticket = row
    return Excuse(status, _text(reason), owner, until, Place(*place), ticket)


def _words(text: Text) -> tuple[str | None, ...]:
    both = (text.ja, text.en)
    return both if text.confidentiality is None else (*both, text.confidentiality)


def _text(words: list[Any]) -> Text:
    return Text(*words)
