"""What a map says: which sheet, which section, and where each column goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from oc_strategy.model.node import Bool, Record, Words
from oc_strategy.model.text import Language, Text

IGNORE: Final = "ignore"
Order = Literal["ymd", "dmy", "mdy"]
Reading = Literal["office", "kind", "currency"]
"""Ways to read a cell that its field does not tell: the office or the kind in a document's number, the money's name."""
ReadyName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80)]
_NOTHING: Final = ("-", "－", "―", "—", "‐", "ー", "N/A", "n/a", "#N/A")


class SheetColumn(Record):
    """Where the cells of one column go, and how they are read; nowhere without `to`."""

    to: str | None = None
    as_: Reading | None = Field(default=None, alias="as")
    language: Language | None = None
    split: str | None = None
    words: Mapping[str, str | None] = {}
    unit: str | None = None
    order: Order | None = None
    create: str | None = None
    shares: str | None = None
    optional: Bool = False
    skip_unread: Bool = False


def _columns(value: Any) -> Any:
    """A field's path for a column that needs no more, and one column where a list is meant."""
    if isinstance(value, str):
        return ({} if value == IGNORE else {"to": value},)
    return (value,) if isinstance(value, dict) else value


class SheetMap(Record):
    """One sheet to nodes of one section; `name` is what the record of what was brought in is called."""

    name: ReadyName | None = None
    title: Text | None = None
    sheet: str | None = None
    header: Annotated[int, Field(ge=0)] | None = None
    encoding: str | None = None
    separator: str | None = None
    section: str
    into: str | None = None
    id: Words
    prefix: str = ""
    rows_of_one_node: Bool = False
    language: Language | None = None
    source: Bool = True
    blank: Words = ()
    constants: Mapping[str, Any] = {}
    columns: Mapping[str, Annotated[tuple[SheetColumn, ...], BeforeValidator(_columns)]]

    @property
    def says_nothing(self) -> frozenset[str]:
        """What stands in cells that say nothing."""
        return frozenset((*_NOTHING, *self.blank))
