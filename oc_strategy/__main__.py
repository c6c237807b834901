"""The command's door: `--version` is answered at once, all else by the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `oc-strategy` with the arguments of the process; ends with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from oc_strategy import __version__

        print(f"oc-strategy {__version__}")
        return
    from oc_strategy.cli import run

    run()


if __name__ == "__main__":
    main()
