"""The command line: one door for every command, and one line for whatever goes wrong."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import Final

import typer

from oc_strategy.cli.console import Misuse, ReaderGone, complain, give_up_output, language_in, set_up_streams
from oc_strategy.cli.help import Group, NoSuchCommand
from oc_strategy.cli.page import ABOUT

FAILED: Final = 2
_UsageError: Final = typer.BadParameter.__mro__[1]
INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl-C has ended."""

app = typer.Typer(
    name="oc-strategy",
    cls=Group,
    help=ABOUT,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _every_command(
    version: bool = typer.Option(False, "--version", help="Show the version and stop.", is_eager=True),
) -> None:
    if version:
        from oc_strategy import __version__

        typer.echo(f"oc-strategy {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the command of this process and end with its exit status."""
    set_up_streams()
    # A scheduler that stops a job is heard like Ctrl-C, so that no temporary file stays behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # A bulk build makes millions of small objects that all stay; looking through them again and again costs half.
    gc.set_threshold(3_000_000, 50, 50)
    status = outcome(sys.argv[1:])
    # The interpreter collects once more as it ends; a fifth of a short run went into looking at what is let go anyway.
    gc.freeze()
    sys.exit(status)


def outcome(arguments: Sequence[str]) -> int:
    """Run a command; returns its exit status. Whatever goes wrong ends as one line on standard error and status 2."""
    try:
        status: int = typer.main.get_command(app).main(
            list(arguments), "oc-strategy", standalone_mode=False, obj=list(arguments)
        )
        sys.stdout.flush()
    except (typer.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except (ReaderGone, BrokenPipeError):
        give_up_output()
        return FAILED
    except Exception as error:
        if os.environ.get("OC_STRATEGY_DEBUG") and not isinstance(error, (Misuse, NoSuchCommand, _UsageError)):
            raise
        _say_why(error, arguments)
        return FAILED
    if status == INTERRUPTED:
        _say_why(KeyboardInterrupt(), arguments)
    return status or 0


def _say_why(error: BaseException, arguments: Sequence[str]) -> None:
    if isinstance(error, OSError):
        give_up_output()
    if isinstance(error, KeyboardInterrupt) and sys.stderr.isatty():
        # The terminal has shown ^C and stays in that line.
        sys.stderr.write("\n")
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(f"{error}\n")
        return
    for detail in error.details if isinstance(error, Misuse) else ():
        complain(detail.of(language_in(arguments)))
    complain(_in_words(error, arguments))


def _in_words(error: BaseException, arguments: Sequence[str]) -> str:
    try:
        from oc_strategy.cli import trouble

        return trouble.said(error).of(language_in(arguments))
    except Exception as second:  # an installation so broken that not even its words can be read
        return f"internal error: {type(error).__name__}: {error}; {type(second).__name__}: {second}"
