"""What speaks against a template besides what speaks against any office file: links, fields that fetch, its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from oc_strategy.importers.xlsx.preflight import looked_at
from oc_strategy.lang import text
from oc_strategy.model.text import Text

_MAIN: Final = {
    ".xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    ".docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".pptx": b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
_TYPES: Final = "[Content_Types].xml"
_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FETCHING: Final = re.compile(rb"DDE|INCLUDETEXT|INCLUDEPICTURE|(?<!HYPER)LINK|IMPORT|DATABASE|MACROBUTTON|AUTOTEXT")
_INSTRUCTION: Final = re.compile(rb"<w:instrText[^>]*>([^<]*)|\bw:instr=\"([^\"]*)")
_AREA: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"[A-Za-z$]+([0-9]+):([A-Za-z$]+)([0-9]+)\"")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*\br=\"([0-9]+)\"")
MAX_ROW: Final = 20_000


def objection(data: bytes, suffix: str) -> Text | None:
    """Why a template must not be opened; None where nothing speaks against it."""
    seen = looked_at(data)
    if seen is not None:
        return seen.said
    with ZipFile(BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return next(_objections(parts, suffix), None)


def _objections(parts: dict[str, bytes], suffix: str) -> Iterator[Text]:
    if _MAIN[suffix] not in parts.get(_TYPES, b""):
        yield text("forms.refused.kind", suffix=suffix)
    for name, data in parts.items():
        if name.endswith(".rels"):
            yield from _outside(name, data)
        elif name.startswith("word/") and name.endswith(".xml"):
            yield from _fetching(name, data)
        elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
            yield from _far(name, data)


def _outside(name: str, data: bytes) -> Iterator[Text]:
    """Links to the outside, but for those that a person has to click on."""
    for link in _LINK.findall(data):
        if b"External" in link and b"/hyperlink" not in link:
            yield text("forms.refused.external", name=name[:80])


def _fetching(name: str, data: bytes) -> Iterator[Text]:
    """Fields that bring in what stands elsewhere, even where their words are spread over several runs."""
    said = b"".join(simple or attribute for simple, attribute in _INSTRUCTION.findall(data))
    if _FETCHING.search(said.upper()):
        yield text("forms.refused.fields", name=name[:80])


def _far(name: str, data: bytes) -> Iterator[Text]:
    rows = [int(row) for row in _ROW.findall(data)]
    rows += [int(last) for _, _, last in _AREA.findall(data)]
    if max(rows, default=0) > MAX_ROW:
        yield text("forms.refused.too-many-cells", name=name[:80])
