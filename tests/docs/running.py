"""Runs a page of the documentation: writes its files, gives its commands, and keeps what was printed."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

from oc_strategy.cli.app import app

_BLOCK = re.compile(r'^```(\w+)(?: title="([\w./-]+)")?\n(.*?)^```$|^<!-- (.*?) -->$', re.M | re.S)
_NAMED = re.compile(r"# ([\w./-]+\.yaml)\n")


@dataclass(frozen=True)
class Shown:
    """A command with the lines that the page shows below it."""

    command: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A file to write, commands to give, or a promise about what the last command printed."""

    file: str | None = None
    text: str = ""
    commands: tuple[Shown, ...] = ()
    promise: str | None = None


@dataclass
class Session:
    """What the page has done so far: everything below one folder."""

    folder: Path
    printed: str = ""
    given: list[str] = field(default_factory=list)

    def write(self, file: str, words: str) -> None:
        """Write or replace a file."""
        path = (self.folder / file).resolve()
        assert path.is_relative_to(self.folder.resolve()), file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")

    def give(self, command: str, language: str) -> str:
        """Give one command and return all it printed."""
        self.given.append(command)
        name, *arguments = shlex.split(command)
        if name == "cd":
            self.folder = self.folder / arguments[0]
            self.printed = ""
        elif name == "ls":
            folder = self.folder / (arguments[0] if arguments else ".")
            names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
            self.printed = "\n".join(names) + "\n"
        elif name == "oc-strategy":
            self.printed = self._run(arguments, language)
        else:
            raise AssertionError(f"the page gives a command that the test does not know: {command}")
        return self.printed

    def _run(self, arguments: list[str], language: str) -> str:
        here = Path.cwd()
        os.chdir(self.folder)
        try:
            environment = {"OC_STRATEGY_LANG": language, "NO_COLOR": "1", "FORCE_COLOR": ""}
            result = CliRunner().invoke(app, arguments, env=environment)
        finally:
            os.chdir(here)
        assert result.exit_code in {0, 1}, f"{arguments}: {result.exit_code}\n{result.output}{result.exception!r}"
        assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
        return result.output


def blocks(page: str) -> Iterator[Block]:
    """The files, commands and promises of a page, in order; other blocks of code are passed over."""
    for kind, title, words, promise in _BLOCK.findall(page):
        named = _NAMED.match(words)
        if promise:
            yield Block(promise=promise)
        elif title:
            yield Block(file=title, text=words)
        elif kind == "yaml" and named:
            yield Block(file=named[1], text=words)
        elif kind == "console":
            yield Block(commands=tuple(_commands(words)))


def _commands(words: str) -> Iterator[Shown]:
    for part in re.split(r"^\$ ", words, flags=re.M)[1:]:
        command, *lines = part.splitlines()
        yield Shown(command, tuple(line for line in lines if line and line != "..."))


def shown_in_order(shown: Shown, printed: str) -> None:
    """Every line that the page shows below a command is printed, in that order; others may stand between."""
    lines = printed.splitlines()
    at = 0
    for line in shown.lines:
        assert line in lines[at:], f"{shown.command} does not print, in this order: {line}\n{printed}"
        at = lines.index(line, at) + 1


def kept(promise: str, printed: str) -> int:
    """How many promises (`shown: rule, rule; gone: rule; files: name`) the last output keeps; none may be broken."""
    found = set(re.findall(r"\[([a-z0-9-]+)\]", printed))
    count = 0
    for kind, names in re.findall(r"(shown|gone|files): ([^;]+)", promise):
        for name in names.split(", "):
            is_there = name in printed.splitlines() if kind == "files" else name in found
            assert is_there == (kind != "gone"), f"{kind}: {name}\n{printed}"
            count += 1
    return count
