"""The command line: every command, and what happens to what nobody foresaw."""

from __future__ import annotations

import os
import sys
from typing import Final

import typer

from oc_strategy.cli.build import build
from oc_strategy.cli.check import check
from oc_strategy.cli.console import Misuse, complain, set_up_streams
from oc_strategy.cli.diagram import diagram
from oc_strategy.cli.doctor import doctor
from oc_strategy.cli.explain import explain
from oc_strategy.cli.facts import facts
from oc_strategy.cli.init import init
from oc_strategy.cli.list_nodes import list_nodes
from oc_strategy.cli.rules import rules
from oc_strategy.cli.schema import schema
from oc_strategy.cli.show import show
from oc_strategy.cli.worksheet import worksheet

INTERNAL_ERROR: Final = 2

app = typer.Typer(
    name="oc-strategy",
    help="Plan open-and-close strategy from plain YAML: gap checks, Excel worksheets, diagrams. "
    "Start with `oc-strategy init`, then `oc-strategy build`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (init, check, build, worksheet, diagram, show, rules, explain, facts, schema, doctor):
    app.command()(command)
app.command("list")(list_nodes)


@app.callback()
def _every_command(
    version: bool = typer.Option(False, "--version", help="Show the version and stop.", is_eager=True),
) -> None:
    if version:
        from oc_strategy import __version__

        typer.echo(f"oc-strategy {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the command of this process. Whatever goes wrong ends as one line on standard error and exit status 2."""
    set_up_streams()
    try:
        app()
    except Misuse as misuse:
        complain(str(misuse))
        sys.exit(2)
    except BrokenPipeError:
        # The reader has gone (`| head`): nothing is left to say, not even at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(INTERNAL_ERROR)
    except OSError as error:
        complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        sys.exit(INTERNAL_ERROR)
    except Exception as error:
        if os.environ.get("OC_STRATEGY_DEBUG"):
            raise
        complain(f"internal error: {type(error).__name__}: {error} (set OC_STRATEGY_DEBUG=1 for the whole story)")
        sys.exit(INTERNAL_ERROR)
