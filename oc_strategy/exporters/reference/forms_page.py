"""The page on forms: how placeholders are written, and every name with what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from oc_strategy.exporters.reference.markdown import code, page, plain, table
from oc_strategy.forms import Names
from oc_strategy.model.text import Language, Text

TITLE: Final = Text(ja="様式に使える名前", en="Names for forms")
_INTRO: Final = Text(
    ja="ひな形（.xlsx、.docx、.pptx）の中に、二重の波括弧で名前を書く。"
    "書けるのは名前だけで、式や命令は書けない。"
    "大文字と小文字、`_` と `-` は区別しない（[様式に記入する](../how-to/forms.md)）。",
    en="Write a name in double braces into a template (.xlsx, .docx or .pptx). Only names can be written: nothing is "
    "worked out or run. Capitals and `_` for `-` make no difference ([fill in a form](../how-to/forms.md)).",
)
_WAYS: Final = (
    ("{{project.title}}", Text(ja="一つの値", en="one value")),
    (
        "{{patents.title}}",
        Text(
            ja="一覧の列。これがある表の行（表の外では段落）は、一覧の一件ごとに繰り返される",
            en="a column of a list; the table row that holds it (outside a table: the paragraph) repeats for each "
            "entry",
        ),
    ),
    (
        "{{#patents}} … {{/patents}}",
        Text(
            ja="繰り返す複数の行または段落の、始まりと終わり",
            en="where several rows or paragraphs that repeat begin and end",
        ),
    ),
    (
        "{{slide:patents}}",
        Text(ja="このスライドを一覧の一件ごとに繰り返す", en="this slide repeats for each entry of the list"),
    ),
    ("{{picture:strategy}}", Text(ja="図を置く場所", en="the place of a picture")),
)
_WAY_HEADS: Final = (Text(ja="書き方", en="Written"), Text(ja="意味", en="Meaning"))
_VALUES: Final = (
    Text(
        ja="値のないものは「未記入」、該当しないものは理由とともに「該当なし」、導いたものが無いときは「—」となる。"
        "`public` と `partner` には「記載なし」とだけ示す。空の一覧は、その理由を述べる。",
        en="What nobody wrote is “Not stated”, what does not apply says so with its reason, what was derived and is "
        "not there is “—”. `public` and `partner` read “Not given here” only. An empty list says why it is empty.",
    ),
    Text(
        ja="日付は「2026年4月1日」のように、分かっている範囲で書く。Excelのセルに名前だけがあるとき、"
        "数値は数値になり、セルの書式が日付なら日付になる。文字列が数式になることはない。",
        en="Dates read like “1 Apr 2026”, as exactly as they are known. Where a cell holds one name alone, "
        "numbers become numbers, and days become dates if the cell has the format of a date. "
        "Text never becomes a formula.",
    ),
)
_HEADS: Final = (Text(ja="名前", en="Name"), Text(ja="内容", en="What it is"))
_SINGLE: Final = Text(ja="値", en="Values")
_LISTS: Final = Text(ja="一覧", en="Lists")
_PICTURES: Final = Text(ja="図", en="Pictures")
_ABOUT: Final = Text(
    ja="`item` で始まる名前は `--focus` で選んだ標準、"
    "`since` で始まる名前は `--since` の時点からの変化についてのものである。",
    en="Names that begin with `item` are about the standard that `--focus` chooses, those with `since` about what "
    "changed since the state of `--since`.",
)


def forms_page(names: Names, language: Language) -> str:
    """Every name of the vocabulary as one page of Markdown."""
    ways = [[code(written), words.of(language)] for written, words in _WAYS]
    blocks = [
        _INTRO.of(language),
        table([head.of(language) for head in _WAY_HEADS], ways),
        *(words.of(language) for words in _VALUES),
        f"## {_SINGLE.of(language)}",
        _ABOUT.of(language),
        _table(names.values, language),
        f"## {_PICTURES.of(language)}",
        _table(names.pictures, language, "picture:"),
        f"## {_LISTS.of(language)}",
    ]
    for name, columns in names.lists.items():
        blocks.append(f"### {name}")
        blocks.append(plain(names.titles[name].of(language)))
        blocks.append(_table(columns, language, f"{name}."))
    return page(TITLE, language, blocks)


def _table(names: Mapping[str, Text], language: Language, prefix: str = "") -> str:
    rows = ([code(f"{prefix}{name}"), plain(label.of(language))] for name, label in names.items())
    return table([head.of(language) for head in _HEADS], rows)
