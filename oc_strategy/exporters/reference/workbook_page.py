"""The page on the workbook: its sheets in reading order, what each is for, and what an empty one says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oc_strategy.exporters.reference.markdown import page, plain, table
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
    "ワークブックは導き出したものであり、直すのはYAMLである。",
    en="The file is called `<id of the project>-<audience>.xlsx`. What is above the audience is taken out before "
    "anything is written ([write for several audiences](../how-to/audiences.md)). Text never becomes a formula. "
    "The same input and day give the same bytes. The workbook is derived; what you edit is the YAML.",
)
_LANGUAGES: Final = Text(
    ja="言語は `--lang ja`、`--lang en`、`--lang both`（日英併記）から選ぶ。省けばポートフォリオの設定に従う。",
    en="Choose `--lang ja`, `--lang en` or `--lang both`; without it the portfolio's languages are used.",
)


def workbook_page(sheets: Sequence[str], language: Language) -> str:
    """The sheets of these keys, in their order, as one page of Markdown."""
    rows = (
        [str(number), text(f"sheets.{key}.title").of(language), plain(text(f"sheets.{key}.purpose").of(language))]
        for number, key in enumerate(sheets, start=1)
    )
    blocks = [
        _INTRO.format(count=len(sheets)).of(language),
        table([head.of(language) for head in _HEADS], rows),
        _USE.of(language),
        _LANGUAGES.of(language),
    ]
    return page(TITLE, language, blocks)
