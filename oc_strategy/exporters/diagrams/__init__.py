"""Diagrams as DOT, Mermaid, SVG, PNG and PDF."""

from oc_strategy.exporters.diagrams.dot import dot_source
from oc_strategy.exporters.diagrams.mermaid import mermaid_source
from oc_strategy.exporters.diagrams.renderers import (
    DrawingTools,
    Engine,
    Format,
    Renderer,
    environment_report,
    found_renderer,
)
from oc_strategy.exporters.diagrams.rendering import NotDrawn, render
from oc_strategy.exporters.diagrams.writing import SUFFIXES, DiagramFormat, diagram_files, engine_of, pictures

__all__ = [
    "SUFFIXES",
    "DiagramFormat",
    "DrawingTools",
    "Engine",
    "Format",
    "NotDrawn",
    "Renderer",
    "diagram_files",
    "dot_source",
    "engine_of",
    "environment_report",
    "found_renderer",
    "mermaid_source",
    "pictures",
    "render",
]
