"""The files made from a project: its workbook, its diagrams, its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oc_strategy.exporters.diagrams import DiagramFormat, NotDrawn
    from oc_strategy.model.text import Language
    from oc_strategy.report import Report
    from oc_strategy.tables.sheet import Workbook
    from oc_strategy.views.view import Diagram


def book_name(report: Report) -> str:
    """The file name of a workbook: the project and the class, so that nobody sends the wrong one."""
    from oc_strategy.exporters.files import safe_name

    return f"{safe_name(report.project.id)}-{report.audience}.xlsx"


def book_bytes(
    book: Workbook, languages: tuple[Language, ...], drawn: Mapping[str, tuple[Diagram, bytes]] | None = None
) -> tuple[bytes, list[NotDrawn]]:
    """A workbook with its pictures, and what could not be drawn.

    `drawn` has PNGs in the first language that are there already, each with its diagram, by the key of that.
    """
    from oc_strategy.exporters.diagrams import NotDrawn, pictures
    from oc_strategy.exporters.xlsx import workbook_bytes
    from oc_strategy.tables.sheet import Picture

    blocks = (block for sheet in book.sheets for block in sheet.blocks)
    diagrams = {block.diagram.key: block.diagram for block in blocks if isinstance(block, Picture)}
    images = {key: png for key, (diagram, png) in (drawn or {}).items() if diagrams.get(key) == diagram}
    files = pictures({key: diagram for key, diagram in diagrams.items() if key not in images}, languages[0], "png")
    images |= {key: file for key, file in files.items() if not isinstance(file, NotDrawn)}
    return workbook_bytes(book, languages, images), [file for file in files.values() if isinstance(file, NotDrawn)]


def diagram_names(
    diagrams: Mapping[str, Diagram], languages: Iterable[Language], formats: Sequence[DiagramFormat]
) -> tuple[dict[str, bytes], list[NotDrawn]]:
    """The files of some diagrams by name, such as `strategy.ja.svg`, and what could not be drawn."""
    from oc_strategy.exporters.diagrams import SUFFIXES, NotDrawn, diagram_files

    wanted = {f"{name}.{language}": (diagrams[name], language) for language in languages for name in diagrams}
    files: dict[str, bytes] = {}
    missing: list[NotDrawn] = []
    for name, drawn in diagram_files(wanted, formats).items():
        for form, file in drawn.items():
            if isinstance(file, NotDrawn):
                missing.append(file)
            else:
                files[f"{name}.{SUFFIXES[form]}"] = file
    return files, missing


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
