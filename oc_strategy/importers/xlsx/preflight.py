"""A look at a workbook's zip before anything is parsed: what is too large, odd or active is refused.

The limits are those at which hostile files were tried; a workbook of ours with 20,000 rows stays far below.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from oc_strategy.importers.xlsx.sheets import Unreadable, unreadable

MAX_FILE: Final = 50 * 2**20
MAX_MEMBERS: Final = 500
MAX_TOTAL: Final = 100 * 2**20
MAX_MEMBER: Final = 64 * 2**20
MAX_RATIO: Final = 200
_SMALL: Final = 64 * 2**10
"""Bytes below which a member may shrink as it likes."""
_ACTIVE: Final = re.compile(
    r"vbaproject|vbadata|/(embeddings|activex|externallinks|macrosheets|ctrlprops|dialogsheets)/|/connections\.xml$"
    r"|/xmlmaps\.xml$|/querytables/|/model/",
    re.IGNORECASE,
)
"""Macros, embedded objects, links to other files and to databases."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_DECLARED: Final = re.compile(rb"<!(DOCTYPE|ENTITY)")
_ENCODING: Final = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_TEXTS: Final = (".xml", ".rels", ".vml")
_ENCRYPTED: Final = 0x1


def looked_at(data: bytes) -> Unreadable | None:
    """Why the bytes of a workbook must not be read; None where nothing speaks against it."""
    if len(data) > MAX_FILE:
        return unreadable("file-too-large", limit=f"{MAX_FILE // 2**20} MiB")
    if data.startswith(_OLE):
        return unreadable("encrypted-or-old")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return next(_objections(archive), None)
    except (BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError, RuntimeError):
        return unreadable("not-a-workbook")


def _objections(archive: ZipFile) -> Iterator[Unreadable]:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        yield unreadable("too-many-members", count=len(members), limit=MAX_MEMBERS)
        return
    yield from _odd_names(members)
    yield from _too_large(members)
    for member in members:
        if _ACTIVE.search(f"/{member.filename}"):
            yield unreadable("active-content", name=member.filename[:80])
    for member in members:
        if member.filename.lower().endswith(_TEXTS):
            yield from _odd_text(member.filename, archive.read(member))


def _odd_names(members: list[ZipInfo]) -> Iterator[Unreadable]:
    seen: set[str] = set()
    for member in members:
        name = member.filename
        folded = name.casefold()
        is_odd = name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
        if is_odd or folded in seen or member.orig_filename != name:
            yield unreadable("odd-member", name=name[:80])
        if member.flag_bits & _ENCRYPTED or member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            yield unreadable("not-a-workbook")
        seen.add(folded)


def _too_large(members: list[ZipInfo]) -> Iterator[Unreadable]:
    for member in members:
        if member.file_size > MAX_MEMBER:
            yield unreadable("member-too-large", name=member.filename[:80], limit=f"{MAX_MEMBER // 2**20} MiB")
        if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            yield unreadable("zip-bomb", name=member.filename[:80], ratio=MAX_RATIO)
    if sum(member.file_size for member in members) > MAX_TOTAL:
        yield unreadable("too-large-inside", limit=f"{MAX_TOTAL // 2**20} MiB")


def _odd_text(name: str, data: bytes) -> Iterator[Unreadable]:
    """Definitions of a document's own, and encodings in which they would not be seen."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    is_utf8 = declared is None or declared[1].lower() in {b"utf-8", b"utf8", b"us-ascii"}
    if not is_utf8 or b"\x00" in data[:512]:
        yield unreadable("odd-encoding", name=name[:80])
    if _DECLARED.search(data):
        yield unreadable("doctype", name=name[:80])
