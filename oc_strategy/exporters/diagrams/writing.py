"""A diagram in every format that is asked for, and many diagrams at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Literal, TypeVar

from oc_strategy.exporters.diagrams.board_dot import board
from oc_strategy.exporters.diagrams.dot import dot_source, is_board
from oc_strategy.exporters.diagrams.finishing import described
from oc_strategy.exporters.diagrams.mermaid import mermaid_source
from oc_strategy.exporters.diagrams.renderers import Format, Renderer
from oc_strategy.exporters.diagrams.rendering import Drawing, NotDrawn, Source, render
from oc_strategy.exporters.diagrams.timeline import WIDTH
from oc_strategy.exporters.diagrams.ways import with_ways
from oc_strategy.exporters.diagrams.words import description, heading
from oc_strategy.model.text import Language
from oc_strategy.views.view import Diagram, Timeline

DiagramFormat = Literal["svg", "png", "pdf", "dot", "mermaid"]
SUFFIXES: dict[DiagramFormat, str] = {"svg": "svg", "png": "png", "pdf": "pdf", "dot": "gv", "mermaid": "mmd"}
_LAID_OUT_ONCE: tuple[tuple[Format, ...], ...] = (("svg", "png"), ("pdf",))
"""A PDF would grow with the fineness of a PNG."""
_TEXTS: dict[DiagramFormat, Callable[[Diagram, Language], str]] = {"dot": dot_source, "mermaid": mermaid_source}
K = TypeVar("K", bound=Hashable)


def diagram_files(
    wanted: Mapping[K, tuple[Diagram, Language]], formats: Sequence[DiagramFormat], renderer: Renderer | None = None
) -> Mapping[K, Mapping[DiagramFormat, bytes | NotDrawn]]:
    """Diagrams in their languages: for each format the bytes of a file, or why there is none.

    DOT and Mermaid need no renderer.
    """
    files: dict[K, dict[DiagramFormat, bytes | NotDrawn]] = {key: {} for key in wanted}
    for together in _LAID_OUT_ONCE:
        chosen = [form for form in together if form in formats]
        for key, drawing in drawings(wanted, chosen, renderer=renderer).items() if chosen else ():
            for form in chosen:
                files[key][form] = drawing if isinstance(drawing, NotDrawn) else drawing[form]
    for kind in _TEXTS.keys() & set(formats):
        for key, pair in wanted.items():
            files[key][kind] = _TEXTS[kind](*pair).encode()
    return {key: {form: found[form] for form in formats} for key, found in files.items()}


def pictures(
    diagrams: Mapping[str, Diagram],
    language: Language,
    picture: Format,
    timeout: float = 60,
    renderer: Renderer | None = None,
    links: Mapping[str, str] | None = None,
) -> Mapping[str, bytes | NotDrawn]:
    """Many diagrams in one language and one format; see `drawings`."""
    wanted = {name: (diagram, language) for name, diagram in diagrams.items()}
    drawn = drawings(wanted, (picture,), timeout, renderer, links)
    return {name: file if isinstance(file, NotDrawn) else file[picture] for name, file in drawn.items()}


def drawings(
    wanted: Mapping[K, tuple[Diagram, Language]],
    formats: Sequence[Format],
    timeout: float = 60,
    renderer: Renderer | None = None,
    links: Mapping[str, str] | None = None,
) -> Mapping[K, Drawing]:
    """Diagrams in their languages, each laid out once for all formats; equal ones are drawn once.

    `timeout` in seconds holds for each call of the renderer; `links` gives ids of boxes the address they lead to in an
    SVG.
    """
    sources: dict[K, Source] = {}
    drawn: dict[K, Drawing] = {}
    boards = {key: board(d, language, links or {}) for key, (d, language) in wanted.items() if is_board(d)}
    for key, found in with_ways(boards, timeout, renderer).items():
        if isinstance(found, NotDrawn):
            drawn[key] = found
        else:
            sources[key] = Source(found, "neato", boards[key].width)
    sources |= {key: _source(*pair, links) for key, pair in wanted.items() if key not in boards}
    drawn |= render(sources, formats, timeout, renderer)
    return {key: _described(drawn[key], *pair) for key, pair in wanted.items()}


def _source(diagram: Diagram, language: Language, links: Mapping[str, str] | None) -> Source:
    is_timed = isinstance(diagram, Timeline)
    return Source(dot_source(diagram, language, links), "neato" if is_timed else "dot", WIDTH if is_timed else 0)


def _described(drawing: Drawing, diagram: Diagram, language: Language) -> Drawing:
    if isinstance(drawing, NotDrawn) or "svg" not in drawing:
        return drawing
    words = heading(diagram, language), description(diagram, language)
    return {**drawing, "svg": described(drawing["svg"], *words, language)}
