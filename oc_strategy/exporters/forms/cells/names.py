"""The namespaces and tags of a workbook's XML, read without fetching anything."""

from __future__ import annotations

from typing import Final

from lxml import etree
from lxml.etree import _Element

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
ART: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def tag(name: str, space: str = MAIN) -> str:
    """A tag with its namespace."""
    return f"{{{space}}}{name}"


def parsed(data: bytes) -> _Element:
    """XML as a tree; entities and networks are left alone."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def written(root: _Element) -> bytes:
    """A tree as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
