"""DOT texts to pictures: many files a call, in an empty folder, with a time limit, and a reason for each failure."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from oc_strategy.exporters.diagrams.finishing import finished_pdf, finished_svg
from oc_strategy.exporters.diagrams.renderers import Engine, Format, Renderer, found_renderer, safe_environment
from oc_strategy.lang import text
from oc_strategy.model.text import Text

BATCH = 200
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
    """For each name its picture, or why there is none; `timeout` in seconds holds for each call of up to 200 files.

    A batch that fails is drawn again one by one, so that one bad diagram costs no other.
    """
    renderer = renderer or found_renderer()
    if renderer is None:
        return dict.fromkeys(sources, NotDrawn("no-renderer", text("diagrams.no_renderer")))
    drawn: dict[str, bytes | NotDrawn] = {}
    for engine in ("dot", "neato"):
        names = [name for name, source in sources.items() if source[1] == engine]
        for start in range(0, len(names), BATCH):
            part = {name: sources[name][0] for name in names[start : start + BATCH]}
            drawn |= _batch(renderer, part, engine, picture, timeout)
    return {name: drawn[name] for name in sources}


def _batch(
    renderer: Renderer, sources: Mapping[str, str], engine: Engine, picture: Format, timeout: float
) -> dict[str, bytes | NotDrawn]:
    answer = _called(renderer, list(sources.values()), engine, picture, timeout)
    if not isinstance(answer, NotDrawn):
        return dict(zip(sources, answer, strict=True))
    if len(sources) == 1:
        return dict.fromkeys(sources, answer)
    alone = [_batch(renderer, {name: source}, engine, picture, timeout) for name, source in sources.items()]
    return {name: drawn for part in alone for name, drawn in part.items()}


def _called(
    renderer: Renderer, sources: list[str], engine: Engine, picture: Format, timeout: float
) -> list[bytes] | NotDrawn:
    with tempfile.TemporaryDirectory(prefix="oc-strategy-") as folder:
        names = [f"{number}.gv" for number in range(len(sources))]
        for name, source in zip(names, sources, strict=True):
            (Path(folder) / name).write_text(source, encoding="utf-8", newline="\n")
        try:
            run = subprocess.run(  # noqa: S603
                renderer.command(names, picture, engine, DOTS_PER_INCH),
                cwd=folder, env=safe_environment(), capture_output=True, timeout=timeout, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return NotDrawn("timeout", text("diagrams.timeout", seconds=f"{timeout:g}"))
        except OSError as error:
            return NotDrawn("failed", text("diagrams.failed", answer=error.strerror or type(error).__name__))
        return _read(Path(folder), names, picture, run)


def _read(
    folder: Path, names: list[str], picture: Format, run: subprocess.CompletedProcess[bytes]
) -> list[bytes] | NotDrawn:
    files = [next(iter(sorted(folder.glob(f"{name}.*"))), None) for name in names]
    if run.returncode or None in files:
        answer = run.stderr.decode("utf-8", "replace").strip()[-300:]
        return NotDrawn("failed", text("diagrams.failed", answer=answer or f"exit status {run.returncode}"))
    finish = _FINISH.get(picture, bytes)
    return [finish(file.read_bytes()) for file in files if file is not None]
