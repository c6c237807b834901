"""Every name that a template may hold, derived from the model and the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from oc_strategy.forms import derived, following
from oc_strategy.forms.placeholders import plain
from oc_strategy.forms.sheets import sheet_lists
from oc_strategy.forms.single import Value, option_values, project_values, since_values, standing_values
from oc_strategy.forms.subject import Subject, nobody
from oc_strategy.forms.work_item import item_lists, item_values
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.sheet import Table
from oc_strategy.views.catalog import VIEWS

Rows = Callable[[Subject], Table]


@dataclass(frozen=True, slots=True)
class Names:
    """The names with what each is called: values, the columns of lists, pictures."""

    values: Mapping[str, Text]
    lists: Mapping[str, Mapping[str, Text]]
    titles: Mapping[str, Text]
    pictures: Mapping[str, Text]


@cache
def values() -> Mapping[str, Value]:
    """Every single value by its name."""
    return MappingProxyType(
        {**standing_values(), **project_values(), **option_values(), **item_values(), **since_values()}
    )


@cache
def lists() -> Mapping[str, Rows]:
    """Every list by its name: the tables of the workbook, then those made for forms."""
    return MappingProxyType({**sheet_lists(), **derived.LISTS, **item_lists(), **following.LISTS})


@cache
def names() -> Names:
    """The whole vocabulary."""
    tables = {name: rows(nobody()) for name, rows in lists().items()}
    return Names(
        values={name: value.label for name, value in values().items()},
        lists={name: {plain(c.key): c.title for c in table.columns} for name, table in tables.items()},
        titles={name: table.title or Text.plain(name) for name, table in tables.items()},
        pictures={
            **{name: text(f"views.{name}.title") for name in VIEWS},
            "item": text("forms.pictures.item"),
            "changes": text("forms.pictures.changes"),
        },
    )
