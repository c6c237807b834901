"""Draws files with the Graphviz inside pygraphviz, in a process of its own so that it can be stopped.

Run as a script: `worker.py FORMAT,... ENGINE FILE...`; writes FILE.FORMAT beside each file. It imports nothing of this
package.
"""

import importlib
import sys
from pathlib import Path


def main(formats: list[str], engine: str, names: list[str]) -> None:
    """Draw every file in every format; the first that cannot be drawn ends the process with its message."""
    pygraphviz = importlib.import_module("pygraphviz")
    for name in names:
        graph = pygraphviz.AGraph(string=Path(name).read_text(encoding="utf-8"))
        for form in formats:
            # Given a name, pygraphviz opens the file in a way that Python 3.11.2 refuses.
            with Path(f"{name}.{form}").open("wb") as file:
                graph.draw(file, format=form, prog=engine)


if __name__ == "__main__":
    main(sys.argv[1].split(","), sys.argv[2], sys.argv[3:])
