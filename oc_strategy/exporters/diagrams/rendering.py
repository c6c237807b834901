"""DOT texts to pictures: by processes in an empty folder, with a time limit and a reason where one fails."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from oc_strategy.exporters.diagrams.finishing import finished_pdf, finished_svg
from oc_strategy.exporters.diagrams.renderers import Engine, Output, Renderer, found_renderer, safe_environment
from oc_strategy.lang import text
from oc_strategy.model.text import Text

WORKERS = 4
_TOGETHER = 4
"""So many pictures a process, which spares starting it and finding fonts: a third of what a small one takes."""
_ELLIPSE = "shape=ellipse"
_FINEST, _ACROSS = 144, 2000
"""Dots an inch, and dots across a wide picture: 200 an inch where it is printed 25 cm wide."""
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Source:
    """A DOT text, what draws it, and how many points wide its picture is, if that is known."""

    text: str
    engine: Engine
    width: float = 0

    @property
    def dots_per_inch(self) -> int:
        """How fine a picture of dots is."""
        return min(_FINEST, int(_ACROSS * 72 / self.width)) if self.width else _FINEST


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """Why there is no picture, in words that say what to do."""

    reason: Literal["no-renderer", "timeout", "failed"]
    message: Text


Drawing = Mapping[Output, bytes] | NotDrawn
"""The files of one picture, or why there is none."""


def render(
    sources: Mapping[K, Source],
    outputs: Sequence[Output],
    timeout: float = 60,
    renderer: Renderer | None = None,
) -> Mapping[K, Drawing]:
    """For each name its picture in all formats, laid out once, or why there is none; equal sources are drawn once.

    `timeout` in seconds holds for each process that draws.
    """
    chosen = renderer or found_renderer()
    if chosen is None:
        return dict.fromkeys(sources, NotDrawn("no-renderer", text("diagrams.no_renderer")))
    draw = partial(_drawn, chosen, outputs, timeout)
    drawn: dict[Source, Drawing] = {}
    with ThreadPoolExecutor(WORKERS) as pool:
        for some in pool.map(draw, _batches(sources.values(), outputs)):
            drawn |= some
    return {name: drawn[source] for name, source in sources.items()}


def _batches(sources: Iterable[Source], outputs: Sequence[Output]) -> Iterator[list[Source]]:
    """What one process draws: several pictures only where company changes no byte.

    Graphviz lays groups out, and writes their frames into a PDF, in the order in which their names happen to lie in
    memory; and it finds ways round an ellipse by chance numbers that go on from one picture to the next.
    """
    unique = list(dict.fromkeys(sources))
    for engine in ("dot", "maze", "neato"):
        some = [source for source in unique if source.engine == engine]
        alone = [s for s in some if engine == "dot" or "pdf" in outputs or (engine == "maze" and _ELLIPSE in s.text)]
        others = [source for source in some if source not in alone]
        yield from ([source] for source in alone)
        yield from (others[at : at + _TOGETHER] for at in range(0, len(others), _TOGETHER))


def _drawn(
    renderer: Renderer, outputs: Sequence[Output], timeout: float, batch: Sequence[Source]
) -> dict[Source, Drawing]:
    """The pictures of a batch; where one spoils it each is drawn again alone, to tell which and why."""
    with tempfile.TemporaryDirectory(prefix="oc-strategy-") as name:
        folder = Path(name)
        trouble = _called(renderer, outputs, timeout, batch, folder)
        if trouble is None:
            return {source: _read(folder, _name(number), outputs, source) for number, source in enumerate(batch)}
    if len(batch) == 1:
        return {batch[0]: trouble}
    return {source: drawn for one in batch for source, drawn in _drawn(renderer, outputs, timeout, [one]).items()}


def _called(
    renderer: Renderer, outputs: Sequence[Output], timeout: float, batch: Sequence[Source], folder: Path
) -> NotDrawn | None:
    """Have the files of a batch written into a folder; what went wrong, if anything."""
    for number, source in enumerate(batch):
        (folder / _name(number)).write_text(_sized(source, outputs), encoding="utf-8", newline="\n")
    names = [_name(number) for number in range(len(batch))]
    try:
        run = subprocess.run(  # noqa: S603
            renderer.command(names, outputs, batch[0].engine),
            cwd=folder, env=safe_environment(), capture_output=True, timeout=timeout, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return NotDrawn("timeout", text("diagrams.timeout", seconds=f"{timeout:g}"))
    except OSError as error:
        return NotDrawn("failed", text("diagrams.failed", answer=error.strerror or type(error).__name__))
    if run.returncode or not all(_file(folder, name, output) for name in names for output in outputs):
        answer = run.stderr.decode("utf-8", "replace").strip()[-300:]
        return NotDrawn("failed", text("diagrams.failed", answer=answer or f"exit status {run.returncode}"))
    return None


def _name(number: int) -> str:
    return f"{number}.gv"


def _sized(source: Source, outputs: Sequence[Output]) -> str:
    """The text with the fineness of its dots; an SVG has it even alone, for it comes out the same beside a PNG."""
    if not {"svg", "png"}.intersection(outputs):
        return source.text
    return source.text.replace("digraph {", f"digraph {{\ngraph [dpi={source.dots_per_inch}];", 1)


def _file(folder: Path, name: str, output: Output) -> Path | None:
    """What a renderer wrote: it may put its own name before the suffix."""
    return next(iter(sorted(folder.glob(f"{name}*.{output}"))), None)


def _read(folder: Path, name: str, outputs: Sequence[Output], source: Source) -> dict[Output, bytes]:
    files = {output: _file(folder, name, output) for output in outputs}
    return {output: _finished(path.read_bytes(), output, source) for output, path in files.items() if path}


def _finished(data: bytes, output: Output, source: Source) -> bytes:
    if output == "svg":
        return finished_svg(data, source.dots_per_inch)
    return finished_pdf(data) if output == "pdf" else data
