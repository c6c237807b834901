"""The page of the reference on maps from a spreadsheet's columns to fields, from what the tool knows of them."""

from __future__ import annotations

from typing import Final

from oc_strategy.exporters.reference.markdown import bullets, code, fenced, page, plain, table
from oc_strategy.importers.seeding import shipped_map, shipped_maps
from oc_strategy.importers.seeding.sheetmap import SheetColumn, SheetMap
from oc_strategy.lang import text
from oc_strategy.model.node import Record, yaml_key
from oc_strategy.model.text import Language, Text

TITLE: Final = Text(ja="表の対応表", en="Maps of spreadsheets")
_INTRO: Final = Text(
    ja="対応表は、表計算ファイルの列がどのフィールドになるかを `oc-strategy from-sheet` に教える"
    "（[取り込み方](../how-to/from-sheet.md)）。プロジェクトのフォルダー直下のYAMLはプロジェクトとして読むので、"
    "対応表は別の場所、たとえば `imports/` に置く。",
    en="A map tells `oc-strategy from-sheet` which column of a spreadsheet becomes which field "
    "([how to bring one in](../how-to/from-sheet.md)). YAML directly in the folder of a project is read "
    "as the project; "
    "keep maps elsewhere, such as in its `imports/`.",
)
_MAP_HEAD: Final = Text(ja="## 対応表のキー", en="## Keys of a map")
_COLUMN_HEAD: Final = Text(ja="## 列のキー", en="## Keys of a column")
_HEADS: Final = (Text(ja="キー", en="Key"), Text(ja="名称", en="Name"), Text(ja="書くこと", en="What to write"))
_COLUMNS: Final = Text(
    ja="行き先だけなら `見出し: パス` と書き、取り込まない列には `ignore` と書く。"
    "一つの列を複数の行き先に使うときは並びにする。"
    "同じ見出しが二つあるときは `見出し#1`、`見出し#2` と書く。見出しの全角・半角、大文字・小文字、"
    "空白の違いは問わない。",
    en="A column that needs only its path is `heading: path`, one that is not taken is `heading: ignore`; a "
    "list sends one "
    "column to several fields. Of two like headings write `heading#1` and `heading#2`. Width, case and "
    "blanks in headings "
    "make no difference.",
)
_READ_HEAD: Final = Text(ja="## 値の読み方", en="## How values are read")
_READ: Final = (
    Text(
        ja="日付：`2024年3月1日`、`令和6年3月`、`R6.3.1`、`2024/3/1`、`20240301`、`1 March 2024`、`21.08.2009`。"
        "年だけ、月までの日付はそのまま"
        "残し、`2024年度` は4月から翌年3月までの期間にする。日と月のどちらが先か分からない日付は、`order` "
        "がなければ受け付けない。",
        en="Dates: `2024年3月1日`, `令和6年3月`, `R6.3.1`, `2024/3/1`, `20240301`, `1 March 2024`, "
        "`21.08.2009`. A year or a month stays one; "
        "`2024年度` is the span from April to March. A date that can be read day first or month first needs `order`.",
    ),
    Text(
        ja="数値：全角、桁区切り、`1,200億円`、`3.5 million`、`12.5%`、`△3`。セルに倍数があれば、列の `unit` "
        "より優先する。",
        en="Numbers: full width, thousands, `1,200億円`, `3.5 million`, `12.5%`, `△3`. A factor in the cell "
        "wins over the column's `unit`.",
    ),
    Text(
        ja="はい・いいえ：`○` `×` `有` `無` `済` `未` `yes` `no` など。`△` はどちらでもない。",
        en="Yes and no: `○` `×` `有` `無` `済` `未` `yes` `no` and the like. `△` is neither.",
    ),
    Text(
        ja="国と特許庁：日本語または英語の名前、2文字または3文字の符号。`欧州` は特許庁としてだけ読み、"
        "市場の国としては受け付けない。",
        en="Countries and offices: names in Japanese or English, codes of two or three letters. `欧州` is an "
        "office and no country of a market.",
    ),
    Text(
        ja="決まった語：語そのもの、日本語または英語の名称、よくある言い方。ほかの語は `words` で意味を書く。",
        en="Words of closed lists: the word, its label in either language, and common sayings; the meaning of "
        "others goes under `words`.",
    ),
    Text(
        ja="つながり：先のidまたは題名。題名は全角・半角、大文字・小文字、空白の違いを問わずに比べる。"
        "同じ題名が複数あれば受け付けない。",
        en="Links: the id or the title of the node. Titles are compared without regard to width, case and "
        "blanks; one that several nodes "
        "have is refused.",
    ),
    Text(
        ja="記録の並び（`members[]` など）：1行の列は一つの記録になる。一つのセルに複数の値があれば、"
        "その数の記録になる。",
        en="Lists of records (such as `members[]`): the columns of a row make one record; a cell with several "
        "values makes as many.",
    ),
    Text(
        ja="数式は、保存したときに示していた値を読む。エラーのセル、計算されていない数式、制御文字は受け付けない。",
        en="Of a formula the value is read that it showed when it was saved. Errors, formulas never worked out "
        "and control signs are refused.",
    ),
)  # fmt: skip
_READY_HEAD: Final = Text(ja="## 用意された対応表", en="## Ready maps")
_READY: Final = Text(
    ja="`--map 名前` で使う。自分の表に合わせるには `--propose` で作るか、下を写して見出しを直す。",
    en="Used with `--map NAME`. For a sheet of your own let `--propose` make one, or copy this and change "
    "the headings.",
)
_NAMED: Final = (Text(ja="名前", en="Name"), Text(ja="対象", en="For"), Text(ja="種類", en="Section"))
_EXAMPLE: Final = "inventions"


def maps_page(language: Language) -> str:
    """All keys of a map, how values are read, and the ready maps, as one page of Markdown."""
    blocks = [
        _INTRO.of(language), _MAP_HEAD.of(language), _keys(SheetMap, language), _COLUMN_HEAD.of(language),
        _COLUMNS.of(language), _keys(SheetColumn, language), _READ_HEAD.of(language),
        bullets(each.of(language) for each in _READ), _READY_HEAD.of(language), _READY.of(language), _ready(language),
        fenced(_words(_EXAMPLE)),
    ]  # fmt: skip
    return page(TITLE, language, blocks)


def _keys(kind: type[Record], language: Language) -> str:
    rows = (
        [code(yaml_key(kind, name)), *(_said(block, kind, name, language) for block in ("records", "help_records"))]
        for name in kind.model_fields
    )
    return table([head.of(language) for head in _HEADS], rows)


def _said(block: str, kind: type[Record], name: str, language: Language) -> str:
    return plain(text(f"{block}.{kind.__name__}.{name}").of(language))


def _ready(language: Language) -> str:
    found = ((name, shipped_map(name)[0]) for name in shipped_maps())
    rows = (
        [code(name), plain(read.map.title.of(language)), code(read.map.section)]
        for name, read in found
        if read is not None and read.map.title is not None
    )
    return table([head.of(language) for head in _NAMED], rows)


def _words(name: str) -> str:
    from importlib.resources import files

    return (files("oc_strategy.importers.seeding") / "maps" / f"{name}.yaml").read_text(encoding="utf-8")
