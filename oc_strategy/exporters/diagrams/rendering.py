"""DOT texts to pictures: each by its own process in an empty folder, with a time limit and a reason where it fails."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from oc_strategy.exporters.diagrams.finishing import finished_pdf, finished_svg
from oc_strategy.exporters.diagrams.renderers import Engine, Format, Renderer, found_renderer, safe_environment
from oc_strategy.lang import text
from oc_strategy.model.text import Text

WORKERS = 4
DOTS_PER_INCH = 144
_FINISH = {"svg": finished_svg, "pdf": finished_pdf}


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """Why there is no picture, in words that say what to do."""

    reason: Literal["no-renderer", "timeout", "failed"]
    message: Text


def render(
    sources: Mapping[str, tuple[str, Engine]],
    picture: Format,
    timeout: float = 60,
    renderer: Renderer | None = None,
) -> Mapping[str, bytes | NotDrawn]:
    """For each name its picture, or why there is none; `timeout` in seconds holds for each picture.

    Each is drawn by a process of its own: one that draws many in a row gives other bytes at every run, because
    Graphviz then orders groups by where their names happen to lie in memory.
    """
    chosen = renderer or found_renderer()
    if chosen is None:
        return dict.fromkeys(sources, NotDrawn("no-renderer", text("diagrams.no_renderer")))
    with ThreadPoolExecutor(WORKERS) as pool:
        drawn = pool.map(lambda source: _called(chosen, source[0], source[1], picture, timeout), sources.values())
        return dict(zip(sources, drawn, strict=True))


def _called(renderer: Renderer, source: str, engine: Engine, picture: Format, timeout: float) -> bytes | NotDrawn:
    with tempfile.TemporaryDirectory(prefix="oc-strategy-") as folder:
        names = ["0.gv"]
        (Path(folder) / names[0]).write_text(source, encoding="utf-8", newline="\n")
        try:
            run = subprocess.run(  # noqa: S603
                renderer.command(names, picture, engine, DOTS_PER_INCH),
                cwd=folder, env=safe_environment(), capture_output=True, timeout=timeout, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return NotDrawn("timeout", text("diagrams.timeout", seconds=f"{timeout:g}"))
        except OSError as error:
            return NotDrawn("failed", text("diagrams.failed", answer=error.strerror or type(error).__name__))
        return _read(Path(folder), picture, run)


def _read(folder: Path, picture: Format, run: subprocess.CompletedProcess[bytes]) -> bytes | NotDrawn:
    file = next(iter(sorted(folder.glob("0.gv.*"))), None)
    if run.returncode or file is None:
        answer = run.stderr.decode("utf-8", "replace").strip()[-300:]
        return NotDrawn("failed", text("diagrams.failed", answer=answer or f"exit status {run.returncode}"))
    return _FINISH.get(picture, bytes)(file.read_bytes())
