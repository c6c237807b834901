"""The page of all commands, from the same help texts and examples that `--help` shows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, cast, get_args, get_origin, get_type_hints

import typer
from typer.core import TyperGroup
from typer.models import OptionInfo

from oc_strategy.cli.app import app
from oc_strategy.cli.commands import COMMANDS
from oc_strategy.cli.page import told as told_in
from oc_strategy.exporters.reference.markdown import code, fenced, page, table
from oc_strategy.model.text import Language, Text

TITLE: Final = Text(ja="コマンド", en="Commands")
_INTRO: Final = Text(
    ja="`oc-strategy COMMAND --help` でも同じ説明を読める。結果は標準出力に、作業の知らせは標準エラーに出る。",
    en="`oc-strategy COMMAND --help` shows the same. Data goes to standard output, "
    "news about the work to standard error.",
)
_STATUS: Final = Text(
    ja="終了ステータスは、0が「問題なし」、1が「指摘または記述の誤りがある」、2が「実行できなかった」"
    "（使い方の誤り、パスがない、読み書きの失敗、内部の誤り）である。",
    en="Exit status: 0 all well, 1 findings or mistakes in the text, 2 it could not be done (misuse, no such path, "
    "I/O, an internal error).",
)
_ENVIRONMENT: Final = Text(
    ja="`--lang` を省くと、`OC_STRATEGY_LANG`、次にロケールの言語になる。"
    "`NO_COLOR` は色を消し、`FORCE_COLOR` は色を付ける。`oc-strategy --install-completion` はシェルの補完を入れる。",
    en="Without `--lang` the language is that of `OC_STRATEGY_LANG`, else of the locale. `NO_COLOR` turns colours off, "
    "`FORCE_COLOR` on. `oc-strategy --install-completion` installs completion for your shell.",
)
_HEADS: Final = (
    Text(ja="引数・オプション", en="Argument or option"),
    Text(ja="値", en="Value"),
    Text(ja="説明", en="Meaning"),
    Text(ja="既定", en="Default"),
)
_KINDS: Final = {
    str: Text(ja="語", en="word"),
    int: Text(ja="数", en="number"),
    Path: Text(ja="パス", en="path"),
}
_REPEATED: Final = Text(ja="（繰り返せる）", en=" (may be repeated)")
_REQUIRED: Final = Text(ja="必須", en="required")


def cli_page(language: Language) -> str:
    """Every command with every argument and option in a language, as one page of Markdown."""
    blocks = [each.of(language) for each in (_INTRO, _STATUS, _ENVIRONMENT)]
    for name, command in commands().items():
        examples = "\n".join(f"oc-strategy {example}" for example in COMMANDS[name].examples)
        blocks += [f"## {name}", fenced(examples, "sh"), *_about(command, language)]
    return page(TITLE, language, blocks)


def commands() -> dict[str, Callable[..., Any]]:
    """The functions behind the commands by name, in the order of the help."""
    group = cast(TyperGroup, typer.main.get_command(app))
    context = typer.Context(group)
    found = {name: group.get_command(context, name) for name in COMMANDS}
    return {name: inspect.unwrap(command.callback) for name, command in found.items() if command and command.callback}


def told(words: str, language: Language) -> str:
    """A sentence of the help in a language; KeyError for one that has no Japanese yet."""
    return told_in(words, language == "ja")


def _about(command: Callable[..., Any], language: Language) -> Iterator[str]:
    for paragraph in inspect.getdoc(command).split("\n\n"):  # type: ignore[union-attr]
        yield fenced(paragraph) if paragraph.startswith("#") else told(paragraph, language)
    yield table([head.of(language) for head in _HEADS], _rows(command, language))


def _rows(command: Callable[..., Any], language: Language) -> Iterator[list[str]]:
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        kind, info = get_args(hints[name])
        is_option = isinstance(info, OptionInfo)
        words = _option_words(name, info) if is_option else code(info.metavar or name)
        yield [words, _value(kind, info, language), told(info.help, language), _default(parameter.default, language)]


def _option_words(name: str, info: Any) -> str:
    # Beside `Annotated`, typer keeps the first name of an option where its default would stand.
    written = [each for each in (info.default, *(info.param_decls or ())) if isinstance(each, str)]
    return " ".join(map(code, written or [f"--{name.replace('_', '-')}"]))


def _value(kind: Any, info: Any, language: Language) -> str:
    parts = [part for part in _parts(kind) if part is not type(None)]
    if bool in parts:
        return ""
    choices = next((_choices(part) for part in parts if _choices(part)), ())
    words = " ".join(map(code, choices)) or (code(info.metavar) if info.metavar else _KINDS[parts[-1]].of(language))
    return words + (_REPEATED.of(language) if list in parts else "")


def _choices(part: Any) -> tuple[str, ...]:
    if get_origin(part) is Literal:
        return get_args(part)
    return tuple(member.value for member in part) if isinstance(part, type) and issubclass(part, Enum) else ()


def _parts(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in {None, Literal}:
        yield annotation
        return
    yield get_origin(annotation)
    for part in get_args(annotation):
        yield from _parts(part)


def _default(default: Any, language: Language) -> str:
    if default is inspect.Parameter.empty:
        return _REQUIRED.of(language)
    return "" if default is None or default is False else code(str(default))
