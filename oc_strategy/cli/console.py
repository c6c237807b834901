"""What the terminal can show, and in which language."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TextIO, TypeVar

if TYPE_CHECKING:
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.model.text import Language

T = TypeVar("T")
Lang = Literal["ja", "en"]
BookLang = Literal["ja", "en", "both"]


class Misuse(Exception):  # noqa: N818 - it is the person's slip, not a fault of the program
    """The command was asked for something that is not there or cannot be; ends with exit status 2."""


def set_up_streams() -> None:
    """UTF-8 wherever output is not a console, and no crash over a sign that a console lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def language_of(chosen: Lang | None) -> Language:
    """The language asked for, else that of OC_STRATEGY_LANG or of the locale, else English."""
    if chosen:
        return chosen
    settings = (os.environ.get(name, "") for name in ("OC_STRATEGY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((setting for setting in settings if setting), "")
    return "ja" if first.startswith("ja") else "en"


def paint_for(stream: TextIO) -> Paint:
    """Colours for a terminal that takes them; NO_COLOR and TERM=dumb turn them off, FORCE_COLOR on."""
    from oc_strategy.exporters.terminal import Paint

    if os.environ.get("NO_COLOR"):
        return Paint(False)
    if os.environ.get("FORCE_COLOR"):
        return Paint(True)
    return Paint(stream.isatty() and os.environ.get("TERM") != "dumb")


def say(words: str) -> None:
    """Put data on standard output."""
    sys.stdout.write(words if words.endswith("\n") else words + "\n")


def note(words: str, *, quiet: bool = False) -> None:
    """Put news about the work on standard error."""
    if not quiet:
        sys.stderr.write(words + "\n")


def complain(words: str) -> None:
    """Say on standard error why the work could not be done."""
    from oc_strategy.exporters.terminal import clean

    sys.stderr.write(f"oc-strategy: {clean(words)}\n")


def with_progress(items: Sequence[T], label: str, *, quiet: bool, at_least: int = 8) -> Iterator[T]:
    """The items, with a bar on standard error while they are worked through; none for few items or no terminal."""
    is_long = len(items) >= at_least
    if quiet or not is_long or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label, console=Console(stderr=True), transient=True)
