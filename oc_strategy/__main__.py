"""The command's door: `--version` is answered at once, all else by the command line."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run `oc-strategy` with the arguments of the process; ends with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from oc_strategy import __version__

        print(f"oc-strategy {__version__}")
        return
    # Imports and bulk builds make millions of small objects that all stay; looking through them again costs half.
    gc.set_threshold(200_000, 50, 50)
    # Plugins of other packages have no business in a check, and looking for them reads every package's metadata.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from oc_strategy.cli import run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
