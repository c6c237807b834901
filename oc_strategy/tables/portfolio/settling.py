"""Parts put together: what has to do with a project that the audience may not see is gone, with its count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from oc_strategy.model.tally import added
from oc_strategy.rollup import totals_of
from oc_strategy.tables.portfolio.part import CATALOG, Part
from oc_strategy.tables.portfolio.seeing import home_of


def settled(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a portfolio, sorted by id, each with those findings and things of others that may be told."""
    every = sorted(parts, key=lambda part: part.id)
    homes = frozenset((CATALOG, *(part.id for part in every)))
    return tuple(_settled(part, homes) for part in every)


def _settled(part: Part, homes: frozenset[str]) -> Part:
    told = [one for one in part.crossing if homes.issuperset(one.others)]
    return replace(
        part,
        total=added((part.total, *(one.total for one in told))),
        themes=totals_of((part.themes, *(one.themes for one in told))),
        gaps=(*part.gaps, *(one.gap for one in told if one.gap)),
        uses=tuple(use for use in part.uses if home_of(use.ref) in homes),
        people=tuple(one for one in part.people if home_of(one.ref) in homes),
        seats=tuple(one for one in part.seats if {home_of(one.person), home_of(one.committee)} <= homes),
        crossing=(),
    )
