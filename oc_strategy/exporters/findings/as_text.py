"""Findings as text for a terminal or a log: place, sign, message, chain, remedy; the gravest last, by the eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from oc_strategy.exporters.findings.excerpt import LineOf, excerpt
from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.tally import tally
from oc_strategy.model.text import Language

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "question": "cyan", "good": "green"}
_COUNTED: Final = ("error", "warning", "question", "good", "unanswered", "existing", "accepted")


def plain_text(
    diagnostics: Sequence[Diagnostic],
    language: Language,
    paint: Paint,
    *,
    with_unanswered: bool = False,
    with_advice: bool = True,
    with_key: bool = False,
    line_of: LineOf | None = None,
) -> str:
    """Findings in one language, one block each, then what to know about them, then one line that sums up.

    Unanswered questions are only counted unless they are asked for; known and accepted findings are shown as such.
    What to know (nothing was found, a text with mistakes was not checked yet, this is no legal advice) is left out on
    request. With `line_of` each block shows the line it stands at, `with_key` the key that `explain` takes.
    """
    shown = [d for d in diagnostics if with_unanswered or not d.is_unanswered]
    notes = [text(key).of(language) for key in _notes(diagnostics, shown)] if with_advice else []
    ending = "\n".join([*(paint(words, "dim") for words in notes), summary(diagnostics, language, paint)])
    return "\n\n".join([*blocks(shown, language, paint, line_of, with_key=with_key), ending]) + "\n"


def blocks(
    diagnostics: Sequence[Diagnostic], language: Language, paint: Paint, line_of: LineOf | None = None, *,
    with_key: bool = False,
) -> Iterator[str]:  # fmt: skip
    """Each finding as some lines, the gravest last; what is known, accepted or could not be answered comes first."""
    by_weight = sorted(diagnostics, key=lambda found: not _is_new(found))
    for found in by_weight[::-1]:
        key = [f"  # {found.fingerprint}"] if with_key else []
        yield "\n".join([_block(found, language, paint, line_of), *key])


def _is_new(found: Diagnostic) -> bool:
    return found.state not in {"existing", "accepted"} and not found.is_unanswered


def _notes(diagnostics: Sequence[Diagnostic], shown: Sequence[Diagnostic]) -> Iterator[str]:
    if not shown:
        yield "findings.nothing"
    if any(diagnostic.project is None for diagnostic in diagnostics):
        yield "findings.not-checked"
    if len(shown) < len(diagnostics):
        yield "findings.unanswered-hidden"
    if any(diagnostic.project is not None for diagnostic in shown):
        yield "advice.disclaimer"


def _block(found: Diagnostic, language: Language, paint: Paint, line_of: LineOf | None) -> str:
    place, message = clean(str(found.place)), clean(found.message.of(language))
    word = paint(heading(found).of(language), _COLOURS[found.severity] if _is_new(found) else "dim")
    head = f"{paint(place, 'bold')}: {word} [{clean(found.code)}] {message}"
    source = excerpt(found.place, line_of, paint) if line_of else ()
    return "\n".join([head, *source, *_below(found, language)])


def _below(found: Diagnostic, language: Language) -> Iterator[str]:
    for evidence in found.chain:
        place = f"  ({clean(str(evidence.place))})" if evidence.place else ""
        yield f"  | {clean(evidence.what.of(language))}{place}"
    if found.excuse:
        yield f"  = {clean(excuse_words(found.excuse).of(language))}"
    if found.severity != "good":
        yield f"  = {clean(found.remedy.of(language))}"


def summary(diagnostics: Sequence[Diagnostic], language: Language, paint: Paint) -> str:
    """One line: how many errors, warnings, questions; strengths, unanswered, in the baseline, excepted."""
    counts = tally(diagnostics)
    return " / ".join(_count(name, getattr(counts, name), language, paint) for name in _COUNTED)


def _count(name: str, count: int, language: Language, paint: Paint) -> str:
    key = f"words.Severity.{name}" if name in _COLOURS else f"states.{name}"
    words = f"{text(key).of(language)} {count}"
    return paint(words, _COLOURS.get(name, "dim")) if count else words
