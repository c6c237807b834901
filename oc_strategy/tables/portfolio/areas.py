"""Areas: which areas of the confirmed lists have which projects, and which have none."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.columns import numbered, worked_out
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Block, Cell, Row, Sheet, Table

_TOPIC: Final = "technology-areas"


def areas(whole: Whole) -> Sheet:
    """Sheet 10; of lists whose names are not confirmed only that is told."""
    every = [fact for fact in whole.facts.about(_TOPIC) if fact.holds_on(whole.today)]
    listed = [fact for fact in every if "name_en" in fact.detail and fact.strongest != "question"]
    unsure = [fact for fact in every if "list" in fact.detail and fact.strongest == "question"]
    told: list[Block] = [_covered(whole, listed), _elsewhere(whole, {fact.value for fact in listed})]
    about = [fact for fact in every if fact.unit is None and fact.id == "area-list-16"]
    return sheet(10, "portfolio-areas", *told, *(sentence(_statement(fact)) for fact in (*about, *unsure)))


def _statement(fact: Fact) -> Text:
    return Text(ja=fact.statement_ja, en=fact.statement_en)


def _of(whole: Whole, area: str | None) -> list[str]:
    return [part.id for part in whole.parts if area in part.areas]


def _covered(whole: Whole, listed: list[Fact]) -> Table:
    def is_covered(fact: Fact) -> Cell:
        return (
            Cell(text("portfolio.covered"), "good") if _of(whole, fact.value) else Cell(text("portfolio.not-covered"))
        )

    table = worked_table(
        "areas",
        listed,
        worked_out("area", 34, lambda fact: Text(ja=fact.detail["name_ja"], en=fact.detail["name_en"])),
        worked_out("group", 24, _group),
        worked_out("covered", 16, is_covered),
        numbered("count", lambda fact: len(_of(whole, fact.value))),
        worked_out("used-by", 50, lambda fact: whole.names(_of(whole, fact.value))),
        empty=text("portfolio.no-areas"),
    )
    rows = tuple(replace(row, id=f"area:{fact.value}") for row, fact in zip(table.rows, listed, strict=True))
    return replace(table, rows=rows)


def _group(fact: Fact) -> Text | None:
    group = fact.detail.get("group")
    known = {"national-strategic", "emerging-base"}
    return text(f"portfolio.groups.{group}") if group in known else Text.plain(group) if group else None


def _elsewhere(whole: Whole, known: set[str | None]) -> Table:
    """Areas that projects name and no confirmed list has, and projects that name none."""
    named = sorted({area for part in whole.parts for area in part.areas} - known)
    rows: list[tuple[Text | None, str, list[str]]] = [
        (Text.plain(area), f"area:{area}", _of(whole, area)) for area in named
    ]
    none = [part.id for part in whole.parts if part.no_area]
    silent = [part.id for part in whole.parts if not part.areas and not part.no_area]
    rows += [(text("portfolio.none-fits"), "areas:none", none)] if none else []
    rows += [(text("portfolio.area-unsaid"), "areas:unsaid", silent)] if silent else []
    table = worked_table(
        "other-areas",
        rows,
        worked_out("area", 34, lambda row: row[0]),
        numbered("count", lambda row: len(row[2])),
        worked_out("used-by", 50, lambda row: whole.names(row[2])),
        empty=text("portfolio.no-other-areas"),
    )
    made: tuple[Row, ...] = tuple(replace(row, id=said[1]) for row, said in zip(table.rows, rows, strict=True))
    return replace(table, rows=made)
