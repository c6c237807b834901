"""How an output moved between open and closed, in words."""

from __future__ import annotations

from oc_strategy.comparing.moves import Move
from oc_strategy.lang import text, word
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.wording import treated_as


def move_words(move: Move) -> Text:
    """From which posture to which: `closed → open`; where that is the same, from which treatment to which."""
    before, after = (word("Posture", p) if p else text("changes.unsaid") for p in move.postures)
    if move.postures[0] == move.postures[1]:
        return text("changes.from-to", before=treatment_words(move.before), after=treatment_words(move.after))
    return text("changes.from-to", before=before, after=after)


def treatment_words(treatment: Treatment | None) -> Text:
    """A treatment by its mode, else by its two axes."""
    if treatment is None:
        return text("changes.unsaid")
    return treated_as(treatment) or Text.plain("-")
