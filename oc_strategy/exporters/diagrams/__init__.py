"""Diagrams as DOT, Mermaid, SVG, PNG and PDF."""

from oc_strategy.exporters.diagrams.dot import dot_source
from oc_strategy.exporters.diagrams.mermaid import mermaid_source
from oc_strategy.exporters.diagrams.renderers import (
    DrawingTools,
    Format,
    Renderer,
    environment_report,
    found_renderer,
)
from oc_strategy.exporters.diagrams.rendering import Drawing, NotDrawn, Source, render
from oc_strategy.exporters.diagrams.writing import SUFFIXES, DiagramFormat, diagram_files, drawings, pictures

__all__ = [
    "SUFFIXES",
    "DiagramFormat",
    "Drawing",
    "DrawingTools",
    "Format",
    "NotDrawn",
    "Renderer",
    "Source",
    "diagram_files",
    "dot_source",
    "drawings",
    "environment_report",
    "found_renderer",
    "mermaid_source",
    "pictures",
    "render",
]
