"""Which columns and lines of a workbook come back into the YAML, read off the sheets themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Final

from oc_strategy.exporters.reference.markdown import plain, table
from oc_strategy.model.graph import Graph
from oc_strategy.model.steering import Project
from oc_strategy.model.text import Language, Text, listed
from oc_strategy.report import Report
from oc_strategy.tables.book import workbook
from oc_strategy.tables.sheet import Fields, Sheet, Table

_TITLE: Final = Text(
    ja="## 取り込まれる列\n\n"
    "`pull` は次の列と項目を読み戻す（[ワークブックを取り込む](../how-to/pulling.md)）。ほかの列は導き出したもので、"
    "書き換えても取り込まれない。列の順序を変え、行を並べ替えてもよい。",
    en="## Columns that come back\n\n"
    "`pull` reads these columns and lines back ([take a workbook back](../how-to/pulling.md)). All others are worked "
    "out, and what is changed there is not taken. Columns may be moved and rows sorted.",
)
_HEADS: Final = (Text(ja="シート", en="Sheet"), Text(ja="表", en="Table"), Text(ja="列・項目", en="Columns or lines"))
_FORM: Final = Text(ja="（プロジェクト）", en="(the project)")


def returning_columns(language: Language) -> str:
    """The columns by sheet and table, as one section of Markdown."""
    empty = Report(
        project=Project(id="project", confidentiality="internal"), graph=Graph(()), own=frozenset({"project"}),
        option=None, findings=(), findings_by_option=MappingProxyType({}), deadlines=(), audience="restricted",
        today=date(2000, 1, 1),
    )  # fmt: skip
    rows = [[plain(cell.of(language)) for cell in row] for sheet in workbook(empty).sheets for row in _of(sheet)]
    return f"{_TITLE.of(language)}\n\n{table([head.of(language) for head in _HEADS], rows)}"


def _of(sheet: Sheet) -> Iterator[tuple[Text, Text, Text]]:
    for block in sheet.blocks:
        if isinstance(block, Table) and (titles := [column.title for column in block.columns if column.field]):
            yield sheet.title, block.title or sheet.title, listed(titles)
        elif isinstance(block, Fields) and (labels := [label for label, cell in block.pairs if cell.field]):
            yield sheet.title, _FORM, listed(labels)
