"""Findings as text for a terminal or a log: place, sign, message, chain, remedy; the gravest last, by the eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from oc_strategy.exporters.findings.excerpt import LineOf, excerpt, line_reader
from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.tally import Outcome, Tally, outcome
from oc_strategy.model.text import Language

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "question": "cyan", "good": "green"}
_COUNTED: Final = ("error", "warning", "question", "good", "unanswered", "existing", "accepted")


def plain_text(
    diagnostics: Sequence[Diagnostic], language: Language, paint: Paint, *, with_unanswered: bool = False,
    with_advice: bool = True,
) -> str:  # fmt: skip
    """A few findings as one text, the gravest last."""
    look = Look(language, paint, with_unanswered=with_unanswered)
    return "".join(text_pieces([told(diagnostics, look)], outcome(diagnostics), look, with_advice=with_advice))


@dataclass(frozen=True, slots=True)
class Look:
    """How findings are told in text.

    Unanswered questions are only counted unless they are asked for; known and accepted findings are shown as such.
    `with_lines` each block shows the line it stands at, `with_key` the key that `explain` takes.
    """

    language: Language
    paint: Paint
    with_unanswered: bool = False
    with_lines: bool = False
    with_key: bool = False


def text_pieces(tellings: Iterable[str], whole: Outcome, look: Look, *, with_advice: bool = True) -> Iterator[str]:
    """What is `told` of one project after the other, then what to know about it, then one line that sums up.

    What to know is that nothing was found, that a text with mistakes was not checked yet, that this is no legal advice.
    """
    yield from filter(None, tellings)
    notes = [text(key).of(look.language) for key in _notes(whole, look)] if with_advice else []
    summary = tally_line(whole.tally, look.language, look.paint)
    yield "\n".join([*(look.paint(words, "dim") for words in notes), summary]) + "\n"


def told(group: Sequence[Diagnostic], look: Look) -> str:
    """The findings of a project, one block each with an empty line after it, the gravest last."""
    line_of = line_reader() if look.with_lines else None
    shown = [found for found in group if look.with_unanswered or not found.is_unanswered]
    every = blocks(shown, look.language, look.paint, line_of, with_key=look.with_key)
    return "".join([f"{block}\n\n" for block in every])


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


def _notes(whole: Outcome, look: Look) -> Iterator[str]:
    hidden = 0 if look.with_unanswered else whole.tally.unanswered
    shown = whole.tally.total - hidden
    if not shown:
        yield "findings.nothing"
    if whole.mistakes:
        yield "findings.not-checked"
    if hidden:
        yield "findings.unanswered-hidden"
    if shown > whole.mistakes:
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


def tally_line(counts: Tally, language: Language, paint: Paint) -> str:
    """One line: how many errors, warnings, questions; strengths, unanswered, in the baseline, excepted."""
    return " / ".join(_count(name, getattr(counts, name), language, paint) for name in _COUNTED)


def _count(name: str, count: int, language: Language, paint: Paint) -> str:
    key = f"words.Severity.{name}" if name in _COLOURS else f"states.{name}"
    words = f"{text(key).of(language)} {count}"
    return paint(words, _COLOURS.get(name, "dim")) if count else words
