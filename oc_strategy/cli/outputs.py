"""Findings in one or several formats, each to its place, from one run."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from oc_strategy.cli.asking import FindingsFormat
from oc_strategy.cli.console import Lang, Misuse, language_of, paint_for
from oc_strategy.cli.putting import is_file, put

if TYPE_CHECKING:
    from oc_strategy.exporters.findings import Findings

SCREEN: Final = Path("-")


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


def write(findings: Findings, every: Sequence[Wanted], lang: Lang | None, *, quiet: bool) -> None:
    """Put the findings in each format where it is wanted, the screen last."""
    for one in sorted(every, key=lambda each: not is_file(each.output)):
        put(
            _pieces(findings, one, lang, quiet=quiet),
            one.output,
            lang,
            is_data=one.form != FindingsFormat.TEXT,
            quiet=quiet,
        )


def _pieces(findings: Findings, one: Wanted, lang: Lang | None, *, quiet: bool) -> Iterator[str]:
    from oc_strategy.exporters.findings import Look, line_reader, text_pieces
    from oc_strategy.exporters.terminal import Paint

    if one.form != FindingsFormat.TEXT:
        # Only here: these formats bring half of the reference and another library along.
        from oc_strategy.exporters.findings.formats import FORMATS

        return FORMATS[one.form](findings, language_of(lang))
    look = Look(
        language_of(lang),
        Paint(False) if is_file(one.output) else paint_for(sys.stdout),
        with_unanswered=one.unanswered,
        with_advice=not quiet,
        line_of=line_reader() if one.lines else None,
    )
    return text_pieces(findings.groups, findings.outcome, look)
