"""Shared: standards, patent families and other things that several projects use, who holds them and who declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from oc_strategy.lang import section_label, text
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import Text
from oc_strategy.tables.cells import lines
from oc_strategy.tables.columns import Shown, numbered, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.portfolio.part import CATALOG, Use
from oc_strategy.tables.portfolio.seeing import home_of
from oc_strategy.tables.portfolio.using import grouped
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Sheet, Table


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing with its uses, each by a project."""

    uses: tuple[tuple[str, Use], ...]

    @property
    def projects(self) -> tuple[str, ...]:
        """Who uses it, whoever has written it down included."""
        homes = {home_of(use.ref) for _, use in self.uses} - {CATALOG}
        return tuple(sorted(homes.union(project for project, _ in self.uses)))

    @property
    def first(self) -> Use:
        """The one that names it: the catalog's, else the first."""
        return min((use for _, use in self.uses), key=lambda use: ("/" in use.ref, use.ref))


def shared(whole: Whole) -> Sheet:
    """Sheet 7."""
    every = [_Thing(tuple(group)) for group in grouped((part.id, use) for part in whole.parts for use in part.uses)]
    found = sorted((thing for thing in every if len(thing.projects) > 1), key=_order)
    standards = [thing for thing in found if thing.first.section == Standard.section]
    families = [thing for thing in found if thing.first.section == Patent.section]
    others = [thing for thing in found if thing.first.section not in {Standard.section, Patent.section}]
    return sheet(
        7,
        "portfolio-shared",
        _table(whole, "shared-standards", standards, _declared(whole)),
        _table(whole, "shared-families", families, _held(), _declared(whole)),
        _table(whole, "shared-others", others, worked_out("what", 22, lambda one: section_label(one.first.section))),
    )


def _order(thing: _Thing) -> tuple[int, str]:
    return -len(thing.projects), thing.first.ref


def _table(whole: Whole, title: str, things: list[_Thing], *more: Shown[_Thing]) -> Table:
    table = worked_table(
        title,
        things,
        worked_out("shared-thing", 34, lambda thing: thing.first.name),
        worked_out("standing-now", 24, lambda thing: thing.first.standing),
        worked_out("written-in", 24, lambda thing: lines(_homes(whole, thing))),
        numbered("count", lambda thing: len(thing.projects)),
        worked_out("used-by", 40, lambda thing: whole.names(thing.projects)),
        *more,
        empty=text(f"portfolio.no-{title}"),
    )
    rows = tuple(replace(row, id=f"shared:{thing.first.ref}") for row, thing in zip(table.rows, things, strict=True))
    return replace(table, rows=rows)


def _homes(whole: Whole, thing: _Thing) -> list[Text]:
    homes = sorted({home_of(use.ref) for _, use in thing.uses}, key=lambda home: (home != CATALOG, home))
    return [text("changes.catalog") if home == CATALOG else whole.name(home) for home in homes]


def _held() -> Shown[_Thing]:
    return worked_out("owned-by", 30, lambda thing: _once(lambda use: use.holders, thing))


def _once(part: Callable[[Use], tuple[Text, ...]], thing: _Thing) -> Text | None:
    return lines(dict.fromkeys(words for _, use in thing.uses for words in part(use)))


def _declared(whole: Whole) -> Shown[_Thing]:
    """Who has promised what; several promises on one thing are for people to compare."""

    def told(thing: _Thing) -> Text | None:
        said = ((project, promise) for project, use in thing.uses for promise in use.declared)
        every = (text("portfolio.says", who=whole.name(project), what=promise) for project, promise in said)
        return lines(dict.fromkeys(every))

    return worked_out("declared", 40, told)
