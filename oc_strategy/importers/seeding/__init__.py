"""Anybody's spreadsheet to nodes and links, by a map from its columns to fields; and a map proposed by its headings."""

from oc_strategy.importers.seeding.headings import Headed, headed, sheet_of
from oc_strategy.importers.seeding.planning import Line, Plan, Seeding, Unwilling, planned
from oc_strategy.importers.seeding.reading_maps import (
    ReadMap,
    headings_needed,
    read_map,
    shipped_map,
    shipped_maps,
    unused_headings,
    wrong_headings,
)
from oc_strategy.importers.seeding.state import path_of, read_state

__all__ = [
    "Headed",
    "Line",
    "Plan",
    "ReadMap",
    "Seeding",
    "Unwilling",
    "headed",
    "headings_needed",
    "path_of",
    "planned",
    "read_map",
    "read_state",
    "sheet_of",
    "shipped_map",
    "shipped_maps",
    "unused_headings",
    "wrong_headings",
]
