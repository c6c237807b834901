"""Findings as text for a terminal or a log: place, sign, message, chain, remedy; the gravest last, by the eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from oc_strategy.exporters.findings.tally import tally
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "question": "cyan", "good": "green"}


def plain_text(
    diagnostics: Sequence[Diagnostic],
    language: Language,
    paint: Paint,
    *,
    with_unanswered: bool = False,
    with_advice: bool = True,
) -> str:
    """Findings in one language, one block each, then what to know about them, then one line that sums up.

    Unanswered questions are only counted unless they are asked for; excepted findings are shown as such. What to know
    (nothing was found, a text with mistakes was not checked yet, this is no legal advice) is left out on request.
    """
    shown = [d for d in diagnostics if with_unanswered or not d.is_unanswered]
    notes = [text(key).of(language) for key in _notes(diagnostics, shown)] if with_advice else []
    ending = "\n".join([*(paint(words, "dim") for words in notes), summary(diagnostics, language, paint)])
    return "\n\n".join([*blocks(shown, language, paint), ending]) + "\n"


def blocks(diagnostics: Sequence[Diagnostic], language: Language, paint: Paint) -> Iterator[str]:
    """Each finding as some lines, the gravest last; what was accepted or could not be answered comes first."""
    by_weight = sorted(diagnostics, key=lambda found: found.state != "new" or found.is_unanswered)
    return (_block(diagnostic, language, paint) for diagnostic in by_weight[::-1])


def _notes(diagnostics: Sequence[Diagnostic], shown: Sequence[Diagnostic]) -> Iterator[str]:
    if not shown:
        yield "findings.nothing"
    if any(diagnostic.project is None for diagnostic in diagnostics):
        yield "findings.not-checked"
    if len(shown) < len(diagnostics):
        yield "findings.unanswered-hidden"
    if any(diagnostic.project is not None for diagnostic in shown):
        yield "advice.disclaimer"


def _block(found: Diagnostic, language: Language, paint: Paint) -> str:
    word = text("states.excepted" if found.state == "excepted" else f"words.Severity.{found.severity}").of(language)
    if found.is_unanswered:
        word = text("states.unanswered").of(language)
    colour = "dim" if found.state == "excepted" or found.is_unanswered else _COLOURS[found.severity]
    place, message = clean(str(found.place)), clean(found.message.of(language))
    head = f"{paint(place, 'bold')}: {paint(word, colour)} [{clean(found.code)}] {message}"
    return "\n".join([head, *_below(found, language)])


def _below(found: Diagnostic, language: Language) -> Iterator[str]:
    for evidence in found.chain:
        place = f"  ({clean(str(evidence.place))})" if evidence.place else ""
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
