"""Draws files with the Graphviz inside pygraphviz, in a process of its own so that it can be stopped.

Run as a script: `worker.py FORMAT ENGINE DPI FILE...`; writes FILE.FORMAT beside each file. It imports nothing of
this package.
"""

import importlib
import sys
from pathlib import Path


def main(picture: str, engine: str, dots_per_inch: str, names: list[str]) -> None:
    """Draw every file; the first that cannot be drawn ends the process with its message."""
    pygraphviz = importlib.import_module("pygraphviz")
    for name in names:
        graph = pygraphviz.AGraph(string=Path(name).read_text(encoding="utf-8"))
        graph.graph_attr["dpi"] = dots_per_inch if picture == "png" else "72"
        # Given a name, pygraphviz opens the file in a way that Python 3.11.2 refuses.
        with Path(f"{name}.{picture}").open("wb") as file:
            graph.draw(file, format=picture, prog=engine)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
