"""Which Graphviz there is: the program on the search path, else the library inside pygraphviz, else none."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Engine = Literal["dot", "neato", "maze"]
"""`dot` lays a view out; `neato` stands for `neato -n2`, which draws fixed positions and moves nothing.

`maze` is `neato -n1`, which finds the ways of arrows between boxes at fixed positions.
"""
Format = Literal["svg", "png", "pdf"]
Output = Literal["svg", "png", "pdf", "json0"]
"""A format of pictures, or the layout itself."""
_KEPT = (
    "LD_LIBRARY_PATH",
    "PATH",
    "HOME",
    "USERPROFILE",
    "SYSTEMROOT",
    "WINDIR",
    "APPDATA",
    "LOCALAPPDATA",
    "FONTCONFIG_PATH",
    "FONTCONFIG_FILE",
)
_LAYOUTS: dict[Engine, str] = {"dot": "dot", "neato": "nop2", "maze": "nop1"}


@dataclass(frozen=True, slots=True)
class Renderer:
    """A way to draw: `dot` with the path of the program, or `pygraphviz` with that of the Python that has it."""

    kind: Literal["dot", "pygraphviz"]
    program: str

    def command(self, names: Sequence[str], outputs: Sequence[Output], engine: Engine) -> list[str]:
        """The arguments that draw each file `NAME` of the working folder as `NAME.<format>` in each format."""
        if self.kind == "pygraphviz":
            worker = Path(__file__).with_name("worker.py")
            return [self.program, "-I", str(worker), ",".join(outputs), _LAYOUTS[engine], *names]
        forms = ["png:cairo" if output == "png" else output for output in outputs]
        return [self.program, f"-K{_LAYOUTS[engine]}", *(f"-T{form}" for form in forms), "-O", *names]


def found_renderer(search_path: str | None = None) -> Renderer | None:
    """The best renderer there is; `search_path` replaces the folders in which programs are looked for."""
    program = shutil.which("dot", path=search_path)
    if program:
        return Renderer("dot", program)
    has_library = search_path is None and importlib.util.find_spec("pygraphviz") is not None
    return Renderer("pygraphviz", sys.executable) if has_library else None


def safe_environment() -> dict[str, str]:
    """What a renderer may see: programs and fonts, no file of the caller, a fixed time and a fixed locale."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    fixed = {"GV_FILE_PATH": "", "SERVER_NAME": "oc-strategy", "SOURCE_DATE_EPOCH": "0", "TZ": "UTC"}
    return kept | fixed | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}


@dataclass(frozen=True, slots=True)
class DrawingTools:
    """What `doctor` tells: the renderer, its version, and whether a Japanese font is there (None where unknown)."""

    renderer: Renderer | None
    version: str | None
    japanese_font: str | None
    is_font_known: bool


def environment_report(search_path: str | None = None) -> DrawingTools:
    """Look for a renderer and a Japanese font; never raises, whatever the programs answer."""
    renderer = found_renderer(search_path)
    lister = shutil.which("fc-list", path=search_path)
    fonts = _answer([lister, ":lang=ja", "family"]) if lister else None
    families = sorted(line.split(",")[0].strip() for line in (fonts or "").splitlines() if line.strip())
    return DrawingTools(renderer, _version(renderer), families[0] if families else None, fonts is not None)


def _version(renderer: Renderer | None) -> str | None:
    if renderer is None:
        return None
    if renderer.kind == "dot":
        return _answer([renderer.program, "-V"])
    asking = "import importlib.metadata as m; print('pygraphviz', m.version('pygraphviz'))"
    return _answer([renderer.program, "-I", "-c", asking])


def _answer(command: list[str]) -> str | None:
    try:
        run = subprocess.run(command, capture_output=True, timeout=20, env=safe_environment(), check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = (run.stdout or run.stderr).decode("utf-8", "replace").strip()
    return words if run.returncode == 0 else None
