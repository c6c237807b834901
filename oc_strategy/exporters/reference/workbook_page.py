"""The page on the workbook: its sheets in reading order, what each is for, and what an empty one says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oc_strategy.exporters.reference.markdown import page, plain, table
from oc_strategy.exporters.reference.returning_columns import returning_columns
from oc_strategy.lang import text
from oc_strategy.model.text import Language, Text

TITLE: Final = Text(ja="ワークブック", en="Workbook")
_INTRO: Final = Text(
    ja="`oc-strategy worksheet` と `oc-strategy build` は、"
    "一つのプロジェクトから{count}枚のシートのExcelワークブックを書き出す。順序はいつも同じである。中身のないシートも残し、何を書けばよいかを述べる。",
    en="`oc-strategy worksheet` and `oc-strategy build` write one Excel workbook of {count} sheets for a project, "
    "always in this order. A sheet without content stays and says what to write.",
)
_HEADS: Final = (
    Text(ja="番号", en="No."),
    Text(ja="シート", en="Sheet"),
    Text(ja="目的", en="Purpose"),
)
_USE: Final = Text(
    ja="ファイル名は `<プロジェクトのid>-<公開範囲>.xlsx` である。公開範囲より上の区分の内容は、書き出す前に除かれる"
    "（[公開範囲ごとに書き分ける](../how-to/audiences.md)）。"
    "文字列が数式になることはない。同じ入力と同じ日付からは、同じバイト列ができる。"
    "ワークブックはYAMLから導き出したもので、書き換えたものは `oc-strategy pull` で取り込む。",
    en="The file is called `<id of the project>-<audience>.xlsx`. What is above the audience is taken out before "
    "anything is written ([write for several audiences](../how-to/audiences.md)). Text never becomes a formula. "
    "The same input and day give the same bytes. The workbook is derived from the YAML; `oc-strategy pull` takes edits "
    "back.",
)
_LANGUAGES: Final = Text(
    ja="言語は `--lang ja`、`--lang en`、`--lang both`（日英併記）から選ぶ。省けばポートフォリオの設定に従う。",
    en="Choose `--lang ja`, `--lang en` or `--lang both`; without it the portfolio's languages are used.",
)


_PORTFOLIO: Final = Text(
    ja="## ポートフォリオのワークブック\n\n"
    "`build` と `worksheet` は、ポートフォリオ全体に対しては、全プロジェクトをまとめたワークブックも書き出す"
    "（`worksheet --portfolio` はそれだけを書き出す）。閲覧用で、書き換えても取り込まれない。ファイル名は"
    "`_portfolio-<公開範囲>.xlsx` である。公開範囲より上の区分のプロジェクトは、件数ごと除かれる。"
    "数字には記号を添え、色だけに頼らない。",
    en="## The workbook of a portfolio\n\n"
    "For a whole portfolio `build` and `worksheet` also write one workbook on all its projects together "
    "(`worksheet --portfolio` writes that alone). It is only read; nothing in it is taken back. The file is called "
    "`_portfolio-<audience>.xlsx`. A project above the audience is gone with its counts. Numbers carry a sign "
    "beside their colour.",
)


def workbook_page(sheets: Sequence[str], portfolio_sheets: Sequence[str], language: Language) -> str:
    """The sheets of these keys, of a project's and of a portfolio's workbook, in order, as one page of Markdown."""
    heads = [head.of(language) for head in _HEADS]
    blocks = [
        _INTRO.format(count=len(sheets)).of(language),
        table(heads, _rows(sheets, language)),
        _USE.of(language),
        _LANGUAGES.of(language),
        returning_columns(language),
        _PORTFOLIO.of(language),
        table(heads, _rows(portfolio_sheets, language)),
    ]
    return page(TITLE, language, blocks)


def _rows(sheets: Sequence[str], language: Language) -> Iterator[list[str]]:
    for number, key in enumerate(sheets, start=1):
        title, purpose = (text(f"sheets.{key}.{part}").of(language) for part in ("title", "purpose"))
        yield [str(number), title, plain(purpose)]
