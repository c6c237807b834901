"""Whether patent classes fall under an expression of the IPC, as laws and lists write them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

Match = Literal["yes", "maybe", "no"]
_RANK: tuple[Match, ...] = ("yes", "maybe", "no")
_SUBCLASS_LENGTH = 4


def matches(expression: str, classes: Iterable[str]) -> Match:
    """Whether classes satisfy `A AND (B | C)`; `maybe` where a class is coarser than the expression's symbol.

    A symbol without a stroke takes in all below it; one with a stroke is that subgroup alone.
    """
    return _matched(expression, tuple(classes))


# The few expressions of law are asked about every output, by several checks, and once for each right on it.
@lru_cache(maxsize=4096)
def _matched(expression: str, classes: tuple[str, ...]) -> Match:
    symbols = [_plain(symbol) for symbol in classes]
    terms = (_alternatives(term) for term in expression.split(" AND "))
    return max((_any_of(term, symbols) for term in terms), key=_RANK.index)


def matching(expression: str, classes: Iterable[str]) -> tuple[str, ...]:
    """The classes that fall under some symbol of the expression, as they are written."""
    symbols = [symbol for term in expression.split(" AND ") for symbol in _alternatives(term)]
    return tuple(one for one in classes if any(_within(symbol, _plain(one)) != "no" for symbol in symbols))


@lru_cache(maxsize=4096)
def _alternatives(term: str) -> tuple[str, ...]:
    return tuple(_plain(symbol) for symbol in term.strip("() ").split("|"))


def _any_of(symbols: Iterable[str], classes: list[str]) -> Match:
    found = (_within(symbol, one) for symbol in symbols for one in classes)
    return min(found, key=_RANK.index, default="no")


def _within(symbol: str, one: str) -> Match:
    if one == symbol or _is_above(symbol, one):
        return "yes"
    return "maybe" if _is_above(one, symbol) else "no"


def _is_above(upper: str, lower: str) -> bool:
    """Whether a section, class, subclass or main group takes in a finer symbol."""
    if "/" in upper or not upper:
        return False
    return lower.startswith(upper if len(upper) <= _SUBCLASS_LENGTH else f"{upper}/")


def _plain(symbol: str) -> str:
    return "".join(symbol.split()).upper()
