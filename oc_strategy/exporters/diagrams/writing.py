"""A diagram in every format that is asked for, and many diagrams in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from oc_strategy.exporters.diagrams.dot import dot_source
from oc_strategy.exporters.diagrams.finishing import described
from oc_strategy.exporters.diagrams.mermaid import mermaid_source
from oc_strategy.exporters.diagrams.renderers import Engine, Format, Renderer
from oc_strategy.exporters.diagrams.rendering import NotDrawn, render
from oc_strategy.exporters.diagrams.words import description, heading
from oc_strategy.model.text import Language
from oc_strategy.views.view import Diagram, Timeline

DiagramFormat = Literal["svg", "png", "pdf", "dot", "mermaid"]
SUFFIXES: dict[DiagramFormat, str] = {"svg": "svg", "png": "png", "pdf": "pdf", "dot": "gv", "mermaid": "mmd"}


def diagram_files(
    diagram: Diagram,
    language: Language,
    formats: Iterable[DiagramFormat],
    renderer: Renderer | None = None,
) -> Mapping[DiagramFormat, bytes | NotDrawn]:
    """For each format the bytes of its file, or why there is none; DOT and Mermaid need no renderer."""
    return {form: _file(diagram, language, form, renderer) for form in formats}


def _file(diagram: Diagram, language: Language, form: DiagramFormat, renderer: Renderer | None) -> bytes | NotDrawn:
    if form == "dot":
        return dot_source(diagram, language).encode()
    if form == "mermaid":
        return mermaid_source(diagram, language).encode()
    return pictures({"": diagram}, language, form, renderer=renderer)[""]


def pictures(
    diagrams: Mapping[str, Diagram],
    language: Language,
    picture: Format,
    timeout: float = 60,
    renderer: Renderer | None = None,
    links: Mapping[str, str] | None = None,
) -> Mapping[str, bytes | NotDrawn]:
    """Many diagrams in few calls of the renderer; `links` gives ids of boxes the address they lead to in an SVG."""
    sources = {name: (dot_source(diagram, language, links), engine_of(diagram)) for name, diagram in diagrams.items()}
    drawn = render(sources, picture, timeout, renderer)
    if picture != "svg":
        return drawn
    return {name: _described(file, diagrams[name], language) for name, file in drawn.items()}


def _described(file: bytes | NotDrawn, diagram: Diagram, language: Language) -> bytes | NotDrawn:
    if isinstance(file, NotDrawn):
        return file
    return described(file, heading(diagram, language), description(diagram, language), language)


def engine_of(diagram: Diagram) -> Engine:
    """What draws it: fixed positions for a time axis, a page of frames or a free layout for a view."""
    if isinstance(diagram, Timeline):
        return "neato"
    return "board" if diagram.is_board and diagram.boxes else "dot"
