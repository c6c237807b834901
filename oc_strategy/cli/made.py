"""The files made from a project: its workbook, its diagrams, its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oc_strategy.exporters.diagrams import DiagramFormat, Format, NotDrawn
    from oc_strategy.model.text import Language
    from oc_strategy.report import Report
    from oc_strategy.tables.sheet import Workbook
    from oc_strategy.views.view import Diagram


def book_name(report: Report) -> str:
    """The file name of a workbook: the project and the class, so that nobody sends the wrong one."""
    from oc_strategy.exporters.files import safe_name

    return f"{safe_name(report.project.id)}-{report.audience}.xlsx"


def book_bytes(book: Workbook, languages: tuple[Language, ...]) -> tuple[bytes, list[NotDrawn]]:
    """A workbook with its pictures drawn, and what could not be drawn."""
    from oc_strategy.exporters.diagrams import NotDrawn, pictures
    from oc_strategy.exporters.xlsx import workbook_bytes
    from oc_strategy.tables.sheet import Picture

    diagrams = {
        block.diagram.key: block.diagram
        for sheet in book.sheets
        for block in sheet.blocks
        if isinstance(block, Picture)
    }
    drawn = pictures(diagrams, languages[0], "png")
    images = {key: file for key, file in drawn.items() if not isinstance(file, NotDrawn)}
    missing = [file for file in drawn.values() if isinstance(file, NotDrawn)]
    return workbook_bytes(book, languages, images), missing


def diagram_names(
    diagrams: Mapping[str, Diagram], languages: Iterable[Language], formats: Iterable[DiagramFormat]
) -> tuple[dict[str, bytes], list[NotDrawn]]:
    """The files of some diagrams by name, such as `strategy.ja.svg`, and what could not be drawn."""
    files: dict[str, bytes] = {}
    missing: list[NotDrawn] = []
    for language in languages:
        for form in formats:
            for name, file in _drawn(diagrams, language, form).items():
                if isinstance(file, bytes):
                    files[f"{name}.{language}.{_suffix(form)}"] = file
                else:
                    missing.append(file)
    return files, missing


def _drawn(diagrams: Mapping[str, Diagram], language: Language, form: DiagramFormat) -> Mapping[str, bytes | NotDrawn]:
    from oc_strategy.exporters.diagrams import dot_source, mermaid_source, pictures

    if form == "dot":
        return {name: dot_source(diagram, language).encode() for name, diagram in diagrams.items()}
    if form == "mermaid":
        return {name: mermaid_source(diagram, language).encode() for name, diagram in diagrams.items()}
    picture: Format = form
    return pictures(diagrams, language, picture)


def _suffix(form: DiagramFormat) -> str:
    from oc_strategy.exporters.diagrams import SUFFIXES

    return SUFFIXES[form]


def findings_files(report: Report, languages: Iterable[Language]) -> dict[str, bytes]:
    """The findings that an audience is told, as JSON and as text in each language; none below internal."""
    from oc_strategy.exporters.findings import json_text, plain_text
    from oc_strategy.exporters.terminal import Paint

    if not report.shows_findings:
        return {}
    files = {"findings.json": json_text(report.findings, report.today).encode()}
    for language in languages:
        words = plain_text(report.findings, language, Paint(False), with_unanswered=True)
        files[f"findings.{language}.txt"] = words.encode()
    return files
