"""A search that tells how far it is, and that time or Ctrl-C ends without losing what was found."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oc_strategy.model.text import Language

GoOn = Callable[[int, int], bool]


@contextmanager
def searching(language: Language, seconds: float | None, *, quiet: bool) -> Iterator[GoOn]:
    """What hears how many plans are found and how many regions are left; it says no once time is up or after Ctrl-C.

    A second Ctrl-C ends the program as always. News go to standard error, where that is a terminal.
    """
    pressed: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        pressed.append(number)
        signal.signal(signal.SIGINT, before)

    ends = None if seconds is None else time.monotonic() + seconds
    before = signal.signal(signal.SIGINT, stop)
    try:
        with _news(language, quiet=quiet) as tell:

            def go_on(found: int, left: int) -> bool:
                tell(found, left)
                return not pressed and (ends is None or time.monotonic() < ends)

            yield go_on
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _news(language: Language, *, quiet: bool) -> Iterator[Callable[[int, int], Any]]:
    if quiet or not sys.stderr.isatty():
        yield lambda _found, _left: None
        return
    from rich.console import Console

    from oc_strategy.lang import text

    # The signs of other spinners are missing on a Japanese Windows console.
    with Console(stderr=True).status(text("cli.laying-out").of(language), spinner="line") as status:
        yield lambda found, left: status.update(text("cli.searched", found=found, left=left).of(language))
