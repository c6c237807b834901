"""The parts of a workbook and how they hang together."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import LINKS, PACKAGE, parsed, tag, written
from oc_strategy.exporters.forms.cells.styling import Styles
from oc_strategy.exporters.zipping import unzipped


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet by its name and part."""

    name: str
    part: str


class Workbook:
    """An .xlsx whose parts are replaced one by one; what nobody touches keeps its bytes."""

    def __init__(self, data: bytes) -> None:
        self.parts = unzipped(data)
        self.path = next(target for kind, target in self.related("").values() if kind.endswith("/officeDocument"))

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and part of each relation of a part, by its id; those to the outside are left out."""
        folder = posixpath.dirname(part)
        data = self.parts.get(relations_of(part))
        found = {}
        for link in parsed(data) if data else ():
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                found[link.get("Id", "")] = link.get("Type", ""), target
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation to a part; returns its id."""
        name = relations_of(part)
        root = (
            parsed(self.parts[name]) if name in self.parts else parsed(f'<Relationships xmlns="{PACKAGE}"/>'.encode())
        )
        known = {link.get("Id") for link in root}
        new = next(f"rIdOc{number}" for number in range(1, len(known) + 2) if f"rIdOc{number}" not in known)
        root.append(root.makeelement(tag("Relationship", PACKAGE), {"Id": new, "Type": kind, "Target": f"/{target}"}))
        self.parts[name] = written(root)
        return new

    @cached_property
    def sheets(self) -> tuple[SheetPart, ...]:
        """The worksheets in their order."""
        links = self.related(self.path)
        every = parsed(self.parts[self.path]).findall(f"{tag('sheets')}/{tag('sheet')}")
        pairs = [(sheet.get("name", ""), links.get(sheet.get(tag("id", LINKS), ""), ("", ""))) for sheet in every]
        return tuple(SheetPart(name, part) for name, (kind, part) in pairs if kind.endswith("/worksheet"))

    @cached_property
    def strings(self) -> list[_Element]:
        """The shared strings."""
        return parsed(self.parts[self.strings_part]).findall(tag("si")) if self.strings_part else []

    @cached_property
    def strings_part(self) -> str:
        """Where the shared strings are; empty where there are none."""
        return self._of_kind("/sharedStrings") or ""

    @cached_property
    def styles(self) -> Styles:
        """The styles."""
        return Styles(self.parts[self.styles_part])

    @cached_property
    def styles_part(self) -> str:
        """Where the styles are."""
        return self._of_kind("/styles") or ""

    def drawing(self, sheet: SheetPart) -> str | None:
        """The part with the pictures of a sheet."""
        links = self.related(sheet.part).values()
        return next((target for kind, target in links if kind.endswith("/drawing")), None)

    def _of_kind(self, ending: str) -> str | None:
        links = self.related(self.path).values()
        return next((target for kind, target in links if kind.endswith(ending)), None)


def relations_of(part: str) -> str:
    """The part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
