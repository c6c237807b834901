"""The command's door: the version and the overview are told at once, all else by the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `oc-strategy` with the arguments of the process; ends with its exit status."""
    try:
        if sys.argv[1:] == ["--version"]:
            from oc_strategy import __version__

            print(f"oc-strategy {__version__}")
        elif sys.argv[1:] in (["--help"], ["-h"]):
            _show_overview()
        else:
            from oc_strategy.cli.app import run

            run()
    except KeyboardInterrupt:
        # Too early for words: most of the program was not even read.
        sys.exit(130)


def _show_overview() -> None:
    from oc_strategy.cli.console import ReaderGone, give_up_output, say_data, set_up_streams
    from oc_strategy.cli.page import overview

    set_up_streams()
    try:
        say_data(overview(sys.argv[1:]))
        sys.stdout.flush()
    except (ReaderGone, BrokenPipeError):
        give_up_output()
        sys.exit(2)


if __name__ == "__main__":
    main()
