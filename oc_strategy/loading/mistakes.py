"""A mistake in a text as a diagnostic: its code, its place, what is wrong, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic, Place, Telling
from oc_strategy.model.text import Text
from oc_strategy.yamlsource import Refusal, Spot


def mistake(code: str, file: str, spot: Spot, guess: str | None = None, **values: object) -> Diagnostic:
    """A diagnostic of severity error for a mistake in the text; `guess` is what was probably meant."""
    remedy = text(f"problems.{code}.remedy", **values)
    return Diagnostic(
        code=code,
        severity="error",
        telling=Telling(text(f"problems.{code}.message", **values), with_guess(remedy, guess) if guess else remedy),
        place=Place(file, spot.line, spot.column),
        details={key: str(value) for key, value in values.items() if not isinstance(value, Text)},
    )


def with_guess(remedy: Text, guess: str) -> Text:
    """A remedy that begins with what was probably meant."""
    suffix = text("problems.did-you-mean.remedy", guess=guess)
    return Text.each(lambda language: f"{suffix.of(language)} {remedy.of(language)}")


def refused(file: str, refusal: Refusal) -> Diagnostic:
    """A refusal of the YAML reader as a diagnostic."""
    return mistake(refusal.code, file, refusal.spot, **dict(refusal.values))


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a misspelt one, if any is near."""
    matches = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None
