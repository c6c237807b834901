"""Findings as text for a terminal or a log: place, sign, message, chain, remedy; the gravest last, by the eye."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from oc_strategy.exporters.findings.tally import tally
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "question": "cyan", "good": "green"}


def plain_text(
    diagnostics: Sequence[Diagnostic], language: Language, paint: Paint, *, with_unanswered: bool = False
) -> str:
    """Findings in one language, one block each, then one line that sums up.

    Unanswered questions are only counted unless they are asked for; excepted findings are shown as such.
    """
    shown = [d for d in diagnostics if with_unanswered or not d.is_unanswered]
    blocks = [_block(d, language, paint) for d in reversed(shown)]
    return "\n".join([*blocks, summary(diagnostics, language, paint)]) + "\n"


def _block(found: Diagnostic, language: Language, paint: Paint) -> str:
    word = text("states.excepted" if found.state == "excepted" else f"words.Severity.{found.severity}").of(language)
    if found.is_unanswered:
        word = text("states.unanswered").of(language)
    colour = "dim" if found.state == "excepted" or found.is_unanswered else _COLOURS[found.severity]
    head = (
        f"{paint(str(found.place), 'bold')}: {paint(word, colour)} [{found.code}] {clean(found.message.of(language))}"
    )
    return "\n".join([head, *_below(found, language)])


def _below(found: Diagnostic, language: Language) -> Iterable[str]:
    for evidence in found.chain:
        place = f"  ({evidence.place})" if evidence.place else ""
        yield f"  | {clean(evidence.what.of(language))}{place}"
    if found.severity != "good":
        yield f"  = {clean(found.remedy.of(language))}"


def summary(diagnostics: Sequence[Diagnostic], language: Language, paint: Paint) -> str:
    """One line: how many errors, warnings, questions; strengths, unanswered, excepted."""
    counts = tally(diagnostics)
    names = ("error", "warning", "question", "good", "unanswered", "excepted")
    parts = [_count(name, getattr(counts, name), language, paint) for name in names]
    return " / ".join(parts)


def _count(name: str, count: int, language: Language, paint: Paint) -> str:
    key = f"words.Severity.{name}" if name in _COLOURS else f"states.{name}"
    words = f"{text(key).of(language)} {count}"
    return paint(words, _COLOURS.get(name, "dim")) if count else words
