"""What went wrong, as one line in both languages."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from typing import Any

import typer

from oc_strategy.cli.commands import COMMANDS
from oc_strategy.cli.console import Misuse
from oc_strategy.cli.help import NoSuchCommand
from oc_strategy.lang import keys, text
from oc_strategy.model.text import Text

_USAGE_ERROR = typer.BadParameter.__mro__[1]
_FEW = 40
_QUOTED = re.compile(r"'([^']*)'")


def said(error: BaseException) -> Text:
    """An error in words: what is not there or cannot be, what the system refused, or what nobody foresaw."""
    if isinstance(error, Misuse):
        return error.text
    if isinstance(error, KeyboardInterrupt):
        return text("cli.interrupted")
    if isinstance(error, NoSuchCommand):
        values = {"given": error.name, "hint": hint(error.name, COMMANDS)}
        return _with_help(text("cli.usage.NoSuchCommand", **values), "oc-strategy")
    if isinstance(error, _USAGE_ERROR):
        context = getattr(error, "ctx", None)
        return _with_help(_usage(error), context.command_path if context else "oc-strategy")
    if isinstance(error, OSError):
        return _refused(error)
    return text("cli.internal", problem=f"{type(error).__name__}: {error}")


def hint(word: str, known: Iterable[str], most: int = _FEW) -> Text:
    """What was probably meant, else what there is if it is not too much; to stand at the end of a message."""
    from oc_strategy.loading.mistakes import closest

    every = tuple(known)
    near = closest(word, every)
    if near:
        return text("cli.did-you-mean", guess=near)
    return text("cli.there-are", known=", ".join(every)) if 0 < len(every) <= most else Text.plain("")


def _with_help(problem: Text, command: str) -> Text:
    return text("cli.try-help", problem=problem, command=command)


def _usage(error: Any) -> Text:
    """A slip in the command line; typer says it in English only, so it is said anew from what typer found."""
    kind = type(error).__name__
    name = _name(error)
    quoted = _QUOTED.findall(error.message or "")
    if quoted and "is not readable" in error.message:
        return text("cli.os.said", path=quoted[0], problem=text("cli.os.EACCES"))
    if kind == "NoSuchOption":
        return text(f"cli.usage.{kind}", given=error.option_name, hint=_option_hint(error))
    if kind == "BadParameter" and " not one of " in error.message:
        given, *known = quoted
        return text("cli.usage.BadChoice", name=name, given=given, hint=hint(given, known))
    if kind == "BadOptionUsage":
        return text(f"cli.usage.{'NeedsValue' if 'requires' in error.message else 'TakesNone'}", name=name)
    if kind in {"MissingParameter", "BadParameter"}:
        limits = [getattr(getattr(error, "param", None), end, None) for end in ("min", "max")]
        is_number = kind == "BadParameter" and any(limit is not None for limit in limits)
        span = "..".join("" if limit is None else str(limit) for limit in limits)
        return text(f"cli.usage.{'BadNumber' if is_number else kind}", name=name, span=span)
    if "extra argument" in error.message:
        return text("cli.usage.ExtraArgument", given=error.message.rpartition("(")[2].rstrip(")"))
    return text("cli.usage.UsageError", given=error.message)


def _name(error: Any) -> str:
    if getattr(error, "option_name", None):
        return str(error.option_name)
    param = getattr(error, "param", None)
    options = [name for name in getattr(param, "opts", ()) if name.startswith("--")]
    return options[0] if options else str(getattr(param, "metavar", None) or getattr(param, "name", "")).upper()


def _option_hint(error: Any) -> Text:
    known = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts if name.startswith("--")]
    return hint(error.option_name, known, most=0)


def _refused(error: OSError) -> Text:
    path = str(error.filename2 or error.filename or "")
    name = errno.errorcode.get(error.errno or 0, "")
    # Windows lets nobody replace a workbook that Excel has open.
    key = f"cli.os.{name}-xlsx" if path.endswith(".xlsx") and name == "EACCES" else f"cli.os.{name}"
    problem = text(key) if key in keys("en") else Text.plain(error.strerror or type(error).__name__)
    return text("cli.os.said", path=path, problem=problem) if path else problem
