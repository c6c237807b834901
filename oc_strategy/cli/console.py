"""What the terminal can show, and in which language."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TextIO, TypeVar

if TYPE_CHECKING:
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.model.text import Language, Text

T = TypeVar("T")
Lang = Literal["ja", "en"]
BookLang = Literal["ja", "en", "both"]
_WIDEST = 120
_LACKING = "oc_strategy.lacking"
_PLAINER = {"—": "-", "–": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "×": "x", "©": "(c)", "é": "e"}


class Misuse(Exception):  # noqa: N818 - it is the person's slip, not a fault of the program
    """The command was asked for something that is not there or cannot be; ends with exit status 2.

    `details` are told before it, a line each.
    """

    def __init__(self, said: Text, details: Sequence[Text] = ()) -> None:
        super().__init__(said.of("en"))
        self.text = said
        self.details = details


class ReaderGone(Exception):  # noqa: N818 - nothing is wrong
    """Whoever read the output (`| head`) has enough."""


def set_up_streams() -> None:
    """UTF-8 wherever output is not a console, and no crash over a sign that a console lacks."""
    codecs.register_error(_LACKING, _plainer)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors=_LACKING)
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What a console shows for signs that it lacks, such as a plain dash for a long one."""
    assert isinstance(error, UnicodeEncodeError)
    lacking = error.object[error.start : error.end]
    return "".join(_PLAINER.get(sign, f"\\u{ord(sign):04x}") for sign in lacking), error.end


def language_of(chosen: Lang | None) -> Language:
    """The language asked for, else that of OC_STRATEGY_LANG or of the locale, else English."""
    if chosen:
        return chosen
    import locale

    settings = [os.environ.get(name, "") for name in ("OC_STRATEGY_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    # Windows sets none of these, but knows a locale.
    first = next((setting for setting in settings if setting), locale.getlocale()[0] or "")
    return "ja" if first.lower().startswith("ja") else "en"


def language_in(arguments: Sequence[str]) -> Language:
    """The language that arguments ask for, read before they are understood: mistakes in them are told in it, too."""
    pairs = (word.partition("=") if "=" in word else (word, "", after) for word, after in pairwise([*arguments, ""]))
    given = [value for name, _, value in pairs if name == "--lang"]
    return language_of("ja" if "ja" in given else "en" if "en" in given else None)


def columns_of(stream: TextIO) -> int | None:
    """The width to wrap at, not too wide to read; None where the stream is no terminal."""
    import shutil

    return min(_WIDEST, shutil.get_terminal_size().columns) if stream.isatty() else None


def can_ask() -> bool:
    """Whether somebody is there to answer: what is asked and what is typed are both on a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def paint_for(stream: TextIO) -> Paint:
    """Colours for a terminal that takes them; NO_COLOR and TERM=dumb turn them off, FORCE_COLOR on."""
    from oc_strategy.exporters.terminal import Paint

    if os.environ.get("NO_COLOR"):
        return Paint(False)
    if os.environ.get("FORCE_COLOR"):
        return Paint(True)
    return Paint(stream.isatty() and os.environ.get("TERM") != "dumb")


def say(words: str | Iterable[str]) -> None:
    """Put lines on standard output, wrapped on a terminal; pieces of a text each end a line."""
    from oc_strategy.exporters.wrapping import wrapped

    columns = columns_of(sys.stdout)
    pieces = (words,) if isinstance(words, str) else words
    say_data((wrapped(piece, columns) for piece in pieces) if columns else words)


def say_data(words: str | Iterable[str]) -> None:
    """Put data on standard output as it is; ReaderGone where nobody reads it any more."""
    pieces = (words,) if isinstance(words, str) else words
    try:
        last = ""
        for piece in pieces:
            sys.stdout.write(piece)
            last = piece or last
        if not last.endswith("\n"):
            sys.stdout.write("\n")
    except BrokenPipeError:
        raise ReaderGone from None


def give_up_output() -> None:
    """Let what is still to be written vanish: the interpreter would try again at its end and fail again."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_json(data: Any) -> None:
    """Put data on standard output as JSON."""
    from oc_strategy.exporters.terminal import json_of

    say_data(json_of(data))


def note(words: str, *, quiet: bool = False) -> None:
    """Put news about the work on standard error."""
    if not quiet:
        _tell(f"{words}\n")


def complain(words: str) -> None:
    """Say on standard error why the work could not be done."""
    from oc_strategy.exporters.terminal import clean

    _tell(f"oc-strategy: {clean(words)}\n")


def _tell(words: str) -> None:
    # Where nobody can be told, the exit status still says it.
    with suppress(OSError):
        sys.stderr.write(words)


def with_progress(items: Sequence[T], label: Text, language: Language, *, quiet: bool, at_least: int) -> Iterator[T]:
    """The items, with a bar on standard error while they are worked through; none for few items or no terminal."""
    if quiet or len(items) < at_least or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label.of(language), console=Console(stderr=True), transient=True)


@contextmanager
def waiting(label: Text, language: Language, *, quiet: bool) -> Iterator[None]:
    """A sign of life on standard error while one long piece of work is done; none where that is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    # The signs of other spinners are missing on a Japanese Windows console.
    with Console(stderr=True).status(label.of(language), spinner="line"):
        yield
