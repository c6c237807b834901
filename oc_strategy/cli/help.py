"""The help of the commands, examples first, in Japanese or English, at the width of the terminal."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from oc_strategy.cli.commands import COMMANDS, PARTS
from oc_strategy.cli.console import columns_of, language_in
from oc_strategy.exporters.wrapping import columns_in, padded, wrapped

ABOUT: Final = "Plan open-and-close strategy from plain YAML: gap checks, Excel worksheets, diagrams."
_FIRST_STEPS: Final = ("init my-project --template company", "check my-project", "build my-project")
_PAGE: Final = 80
_TYPE: Final = re.compile(r"<(?:list\[)?([^\]>]+)\]?>$")
_KINDS: Final = {"path": "PATH", "str": "TEXT", "int": "N", "int range": "N"}
_WIDEST_NAME: Final = 26


def told(words: str, japanese: bool) -> str:
    """A text of the help in a language; KeyError for one that has no Japanese yet."""
    flat = " ".join(words.split())
    return _japanese()[flat] if japanese else flat


class Group(TyperGroup):
    """All commands; each is read from its module when it is asked for, so that help and completion are quick."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's shape
        """The names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's shape
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(cmd_name, cls=Command)(COMMANDS[cmd_name].function)
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the arguments name; NoSuchCommand where there is none."""
        if args[0] not in COMMANDS:
            raise NoSuchCommand(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what the tool is for, first steps, all commands and the options that come before a command."""
        is_japanese = language_in(ctx.find_root().obj or sys.argv) == "ja"
        formatter.write(_page(_group_lines(self, ctx, is_japanese)))


class Command(TyperCommand):
    """One command, with examples at the head of its help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, how it is called, and each argument and option."""
        is_japanese = language_in(ctx.find_root().obj or sys.argv) == "ja"
        formatter.write(_page(_command_lines(self, ctx, is_japanese)))


class NoSuchCommand(Exception):  # noqa: N818 - the person's slip
    """A word in the place of a command that is none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _page(lines: Iterable[str]) -> str:
    columns = min(columns_of(sys.stdout) or _PAGE, 100)
    return "".join(f"{wrapped(line, columns, hanging=0)}\n" for line in lines)


def _group_lines(group: Group, ctx: Any, japanese: bool) -> Iterator[str]:
    yield told(ABOUT, japanese)
    yield from _examples(_FIRST_STEPS, japanese)
    yield from ("", f"{told('Usage:', japanese)} oc-strategy COMMAND [OPTIONS] [ARGS]...")
    for part, entries in PARTS.items():
        rows = {name: told(entry.line, japanese) for name, entry in entries.items()}
        yield from ("", told(f"{part}:", japanese), *_listed(rows, 10))
    yield from _options(group, ctx, japanese)
    yield from ("", told("Each command has its own help: oc-strategy COMMAND --help.", japanese))


def _command_lines(command: Command, ctx: Any, japanese: bool) -> Iterator[str]:
    first, *rest = inspect.cleandoc(command.help or "").split("\n\n")
    yield told(first, japanese)
    yield from _examples(COMMANDS[ctx.info_name].examples, japanese)
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    usage = " ".join(["[OPTIONS]", *map(_in_usage, arguments)])
    yield from ("", f"{told('Usage:', japanese)} {ctx.command_path} {usage}")
    for paragraph in rest:
        yield from ("", paragraph if paragraph.startswith("#") else told(paragraph, japanese))
    yield from _options(command, ctx, japanese)


def _examples(examples: Iterable[str], japanese: bool) -> Iterator[str]:
    yield from ("", told("Examples:", japanese))
    yield from (f"  oc-strategy {example}" for example in examples)


def _options(command: Group | Command, ctx: Any, japanese: bool) -> Iterator[str]:
    for kind, heading in (("argument", "Arguments:"), ("option", "Options:")):
        rows = {}
        params: list[Any] = command.get_params(ctx)
        for param in params:
            if param.param_type_name == kind and not getattr(param, "hidden", False):
                param.help = told(param.help, japanese) if getattr(param, "help", None) else ""
                names, words = param.get_help_record(ctx)
                rows[_named(param, names)] = _extras(words, japanese)
        if rows:
            width = min(_WIDEST_NAME, max(map(columns_in, rows)))
            yield from ("", told(heading, japanese), *_listed(rows, width))


def _in_usage(argument: Any) -> str:
    name = _named(argument, "")
    return name if argument.required else f"[{name}]"


def _named(param: Any, names: str) -> str:
    """An argument or option as the help lists it; typer would add the types of Python."""
    if param.param_type_name == "argument":
        return f"{param.metavar or param.name}".upper() + ("..." if param.nargs != 1 else "")
    return _TYPE.sub(lambda found: _KINDS.get(found[1], found[1]), names)


def _extras(words: str, japanese: bool) -> str:
    """What typer adds to a help text in brackets, in the language of the help."""
    if not japanese:
        return words
    for english in ("[default: ", "[required]"):
        words = words.replace(english, _japanese()[english])
    return words.replace("]", "］") if "［" in words else words


def _listed(rows: Mapping[str, str], width: int) -> Iterator[str]:
    """Names with what they mean beside them, or below where a name is too long."""
    columns = min(columns_of(sys.stdout) or _PAGE, 100)
    margin = " " * (width + 4)
    for name, words in rows.items():
        lines = wrapped(words, columns - len(margin), hanging=0).split("\n")
        beside = columns_in(name) <= width
        if not beside:
            yield f"  {name}"
        for index, line in enumerate(lines):
            yield (f"  {padded(name, width)}  " if beside and not index else margin) + line.strip()


@cache
def _japanese() -> dict[str, str]:
    words: dict[str, str] = json.loads((files(__package__) / "help_ja.json").read_text(encoding="utf-8"))
    return words
