"""Criteria and what they say of an output, in words."""

from __future__ import annotations

from oc_strategy.criteria import Criterion
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.options.rating import HIGHEST, LOWEST, Rating

_MIDDLE = (LOWEST + HIGHEST) / 2


def pole_words(criterion: Criterion) -> tuple[Text, Text]:
    """What holds at 1 and at 5; nothing known is said as a dash."""
    dash = Text.plain("-")
    return (
        criterion.low.label if criterion.low else dash,
        criterion.high.label if criterion.high else dash,
    )


def said_of(criterion: Criterion, rating: Rating) -> Text:
    """What holds of an output: the case, or the nearer end of the scale, with the rating where it is between."""
    if rating.case is not None:
        return criterion.cases[rating.case].label
    low, high = pole_words(criterion)
    nearer = high if rating.low + rating.high >= 2 * _MIDDLE else low
    if rating.low == rating.high and rating.low in {LOWEST, HIGHEST}:
        return nearer
    return text("options.rated", label=nearer, rating=rating_words(rating))


def rating_words(rating: Rating) -> str:
    """A rating as it is written: one number, or from and to."""
    low, high = (f"{value:g}" for value in (rating.low, rating.high))
    return low if low == high else f"{low}-{high}"
