"""Findings in one or several formats, each to its place, from one run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from oc_strategy.cli.asking import FindingsFormat
from oc_strategy.cli.console import Lang, Misuse, language_of, paint_for
from oc_strategy.cli.putting import is_file, put

if TYPE_CHECKING:
    from oc_strategy.exporters.findings import Findings, Look

SCREEN: Final = Path("-")
Tell = Callable[["Look"], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A format, where it goes (`-` for the screen), and whether the text has unanswered questions and lines of YAML."""

    form: FindingsFormat
    output: Path
    unanswered: bool = False
    lines: bool = True


def wanted(
    formats: Sequence[FindingsFormat], outputs: Sequence[Path], *, unanswered: bool, lines: bool
) -> tuple[Wanted, ...]:
    """Each format with its place; Misuse where it is not plain which goes where."""
    from oc_strategy.lang import text

    every = tuple(formats) or (FindingsFormat.TEXT,)
    places = tuple(outputs) or ((SCREEN,) if len(every) == 1 else ())
    if len(places) != len(every):
        raise Misuse(text("cli.misuse.pairs", formats=len(every), outputs=len(outputs)))
    if len({place.absolute() for place in places}) < len(places):
        raise Misuse(text("cli.misuse.same-output"))
    return tuple(Wanted(form, place, unanswered, lines) for form, place in zip(every, places, strict=True))


def look_of(every: Sequence[Wanted], lang: Lang | None) -> Look | None:
    """How the text among what is wanted looks, the one on the screen if there are two; None if there is none."""
    texts = sorted((one for one in every if one.form == FindingsFormat.TEXT), key=lambda one: is_file(one.output))
    return _look(texts[0], lang) if texts else None


def _look(one: Wanted, lang: Lang | None) -> Look:
    from oc_strategy.exporters.findings import Look
    from oc_strategy.exporters.terminal import Paint

    paint = Paint(False) if is_file(one.output) else paint_for(sys.stdout)
    return Look(language_of(lang), paint, with_unanswered=one.unanswered, with_lines=one.lines)


def write(findings: Findings, told: Tell, every: Sequence[Wanted], lang: Lang | None, *, quiet: bool) -> None:
    """Put the findings in each format where it is wanted, the screen last; `told` gives the text of each project."""
    for one in sorted(every, key=lambda each: not is_file(each.output)):
        is_text = one.form == FindingsFormat.TEXT
        words = _text(findings, told, _look(one, lang), quiet=quiet) if is_text else _data(findings, one, lang)
        put(words, one.output, lang, is_data=not is_text, quiet=quiet)


def _text(findings: Findings, told: Tell, look: Look, *, quiet: bool) -> Iterator[str]:
    from oc_strategy.exporters.findings import text_pieces

    return text_pieces(told(look), findings.outcome, look, with_advice=not quiet)


def _data(findings: Findings, one: Wanted, lang: Lang | None) -> Iterator[str]:
    # Only here: these formats bring half of the reference and another library along.
    from oc_strategy.exporters.findings.formats import FORMATS

    return FORMATS[one.form](findings, language_of(lang))
