"""The help of the commands, examples first, and each command read from its module only when it is asked for."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from oc_strategy.cli.commands import COMMANDS
from oc_strategy.cli.console import language_in
from oc_strategy.cli.page import examples, in_japanese, overview, page, section, told

_TYPE: Final = re.compile(r"<(?:list\[)?([^\]>]+)\]?>$")
_KINDS: Final = {"path": "PATH", "str": "TEXT", "int": "N", "int range": "N"}


class NoSuchCommand(Exception):  # noqa: N818 - the person's slip
    """A word in the place of a command that is none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Group(TyperGroup):
    """All commands; each is read from its module when it is asked for, so that help and completion are quick."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's shape
        """The names in the order of the help; what follows a first word is told by the help of that."""
        return [name for name in COMMANDS if " " not in name]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's shape
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(cmd_name, cls=Command)(COMMANDS[cmd_name].function)
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the first two arguments name, or the first; NoSuchCommand where there is none."""
        both = " ".join(args[:2])
        if len(args) > 1 and both in COMMANDS:
            return both, self.get_command(ctx, both), args[2:]
        if args[0] not in COMMANDS:
            raise NoSuchCommand(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the overview of all commands."""
        formatter.write(overview(_arguments(ctx)))


class Command(TyperCommand):
    """One command, with examples at the head of its help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, how it is called, and each argument and option."""
        formatter.write(page(_lines(self, ctx, language_in(_arguments(ctx)) == "ja")))


def _arguments(ctx: Any) -> list[str]:
    """What the command line was given, which says the language before any of it is parsed."""
    return ctx.find_root().obj or sys.argv[1:]


def _lines(command: Command, ctx: Any, japanese: bool) -> Iterator[str]:
    first, *rest = inspect.cleandoc(command.help or "").split("\n\n")
    params: list[Any] = command.get_params(ctx)
    arguments = [param for param in params if param.param_type_name == "argument"]
    usage = " ".join(["[OPTIONS]", *map(_in_usage, arguments)])
    yield told(first, japanese)
    yield from examples(COMMANDS[ctx.info_name].examples, japanese)
    yield from ("", f"{told('Usage:', japanese)} {ctx.command_path} {usage}")
    for paragraph in rest:
        yield from ("", paragraph if paragraph.startswith("#") else told(paragraph, japanese))
    options = [param for param in params if param not in arguments]
    more = {name: told(COMMANDS[name].line, japanese) for name in COMMANDS if name.startswith(f"{ctx.info_name} ")}
    if more:
        yield from section("Commands:", more, japanese)
    for heading, listed in (("Arguments:", arguments), ("Options:", options)):
        if listed:
            yield from section(heading, dict(_row(param, ctx, japanese) for param in listed), japanese)


def _row(param: Any, ctx: Any, japanese: bool) -> tuple[str, str]:
    """An argument or option with its help; typer adds the default and whether it is required."""
    param.help = told(param.help, japanese)
    names, words = param.get_help_record(ctx)
    return _named(param, names), _extras(words) if japanese else words


def _in_usage(argument: Any) -> str:
    name = _named(argument, "")
    return name if argument.required else f"[{name}]"


def _named(param: Any, names: str) -> str:
    """An argument or option as the help lists it; typer would add the types of Python."""
    if param.param_type_name == "argument":
        return f"{param.metavar or param.name}".upper() + ("..." if param.nargs != 1 else "")
    return _TYPE.sub(lambda found: _KINDS.get(found[1], found[1]), names)


def _extras(words: str) -> str:
    """What typer adds in brackets, in Japanese."""
    for english in ("[default: ", "[required]"):
        words = words.replace(english, in_japanese()[english])
    return words.replace("]", "］") if "［" in words else words
