"""A roll-up as a table for a terminal, or as JSON; both have the same counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Final

from oc_strategy import __version__
from oc_strategy.exporters.terminal import Paint, clean, json_of
from oc_strategy.exporters.wrapping import columns_in, padded
from oc_strategy.lang import text
from oc_strategy.model.tally import Tally
from oc_strategy.model.text import Language
from oc_strategy.rollup import RollUp

SCHEMA_VERSION: Final = "1"
_NOTHING: Final = "-"
_GAP: Final = "  "


def rollup_json(rollup: RollUp) -> str:
    """All counts with both names of every project, as one JSON document."""
    return json_of(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "oc-strategy", "version": __version__},
            "as_of": rollup.today.isoformat(),
            "audience": rollup.audience,
            "projects": [
                {
                    "id": row.project,
                    "name": {"ja": row.name.of("ja"), "en": row.name.of("en")},
                    "total": asdict(row.total),
                    "themes": {theme: asdict(counts) for theme, counts in row.themes.items()},
                }
                for row in rollup.rows
            ],
            "themes": {theme: asdict(counts) for theme, counts in rollup.totals.items()},
            "total": asdict(rollup.total),
        }
    )


def rollup_text(rollup: RollUp, language: Language, paint: Paint) -> str:
    """A row for each project, a column for each theme by its number; errors / warnings / questions in each cell.

    Themes on which there is nothing to do are left out.
    """
    themes = [theme for theme in rollup.themes if _cell(rollup.totals[theme]) != _NOTHING]
    rows = [
        [clean(row.name.of(language)), _cell(row.total), *(_cell(row.themes.get(theme)) for theme in themes)]
        for row in rollup.rows
    ]
    total = text("rollup.total").of(language)
    head = [text("rollup.project").of(language), total, *(str(number) for number, _ in enumerate(themes, 1))]
    last = [total, _cell(rollup.total), *(_cell(rollup.totals[theme]) for theme in themes)]
    top, *middle, bottom = _table([head, *rows, last])
    labels = [f"{number} {text(f'themes.{theme}').of(language)}" for number, theme in enumerate(themes, 1)]
    words = paint(text("rollup.cells").of(language), "dim")
    return "\n".join([paint(top, "bold"), *middle, paint(bottom, "bold"), "", *labels, words]) + "\n"


def _cell(counts: Tally | None) -> str:
    if counts is None or not (counts.error or counts.warning or counts.question):
        return _NOTHING
    return f"{counts.error}/{counts.warning}/{counts.question}"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns set side by side: words begin, counts end below one another."""
    widths = [max(map(columns_in, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        counts = (" " * (width - columns_in(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True))
        yield _GAP.join([padded(row[0], widths[0]), *counts]).rstrip()
