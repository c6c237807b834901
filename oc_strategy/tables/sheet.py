"""The shape of a worksheet before it is one: what stands on it, typed, in both languages, without any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from oc_strategy.model.dates import Date
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.views.view import Diagram, Timeline

Tone = Literal[
    "open",
    "gated",
    "closed",
    "undecided",
    "error",
    "warning",
    "question",
    "good",
    "differs",
    "muted",
    "heading",
]
"""What a cell means; a writer shows it by colour, and the words or the sign are in the cell already."""


class Beside(str):
    """The path of a workbook below the folder of this one, such as `plug/plug-internal.xlsx`, as where a link leads."""

    __slots__ = ()


Value = Text | str | int | float | date | Date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value. `link` is a node id (the writer finds its row), an https address, or a workbook beside this one."""

    value: Value = None
    tone: Tone | None = None
    link: str | None = None
    field: str | None = None
    """The YAML path below the node that this cell shows and that the way back may write, if any."""
    plain: str | None = None
    """What the way back compares instead of the words: the ids of links."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a key that never changes, a heading, a width in half-width characters, an allowed list.

    `choices` names a word list: a vocabulary (`OutputKind`), `Bool` for yes and no, or `ids:<section>` for existing
    ids (`ids:<section>+<section>` for those of several). `bar` has the ends of a scale on which a bar inside each cell
    shows its number; with `is_trend` an arrow shows whether it is above, at or below 0. In a `signed` column each
    number has the sign of its tone.
    """

    key: str
    title: Text
    width: int = 14
    kind: Literal["text", "number", "percent", "date", "id", "signed"] = "text"
    choices: str | None = None
    note: Text | None = None
    bar: tuple[float, float] | None = None
    is_trend: bool = False

    field: str | None = None
    """The field of the node or of the record that stands here and comes back; None where nothing does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `id` is the node it shows (None for a derived row), `depth` its level in a tree."""

    cells: tuple[Cell, ...]
    id: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data: one heading row, one row a node, no merged cells. `empty` says why where no row is.

    `section` is the section whose nodes the rows are; drop-downs of `ids:<section>` offer their ids. Where the rows are
    records in nodes, `records` is the section of these and the field that holds the records.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: Text
    title: Text | None = None
    section: str | None = None
    records: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels and values one below the other, as on a form."""

    pairs: tuple[tuple[Text, Cell], ...]
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Tiles:
    """A few texts side by side under headings, such as before -> after, or open | gated | closed."""

    tiles: tuple[tuple[Text, Tone | None, tuple[Cell, ...]], ...]
    title: Text | None = None
    joined_by: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram placed on the sheet, with words for those who cannot see it; `instead` stands where it is not drawn."""

    diagram: Diagram
    alternative: Text
    title: Text | None = None
    instead: Tiles | None = None


@dataclass(frozen=True, slots=True)
class Gantt:
    """A time axis drawn in cells."""

    timeline: Timeline
    empty: Text
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: one value (None where there is none) a category and series; `tones` say what a series means.

    `spans` have for each series, and in it for each category, the ends of what is possible, drawn as a line with ends
    over the bar. A lying chart has room for long names of its categories; one of shares stacks parts of a whole,
    a stacked one whatever adds up. Lines join the values of a series in time.
    """

    title: Text
    categories: tuple[Text, ...]
    series: tuple[tuple[Text, tuple[float | None, ...]], ...]
    tones: tuple[Tone | None, ...] = ()
    spans: tuple[tuple[tuple[float, float], ...], ...] = ()
    is_lying: bool = False
    is_shares: bool = False
    is_stacked: bool = False
    is_lines: bool = False


Block = Table | Fields | Tiles | Picture | Gantt | Chart


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: number in reading order, key, title, a sentence of purpose, and its blocks from top to bottom.

    `is_one_page` asks for one page in print, however much the sheet must shrink; with `is_beside_picture` all that
    follows the first picture stands in a column at its right.
    """

    number: int
    key: str
    title: Text
    purpose: Text
    blocks: tuple[Block, ...]
    paper: Literal["A4", "A3"] = "A4"
    landscape: bool = True
    is_one_page: bool = False
    is_beside_picture: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a book, with what its cover, headers and file properties may say."""

    key: str
    title: Text
    as_of: date
    audience: Confidentiality
    sheets: tuple[Sheet, ...]
