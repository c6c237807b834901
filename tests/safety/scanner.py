"""Looks for a word in the bytes of any file that the tool writes, in every coat the word may wear."""

from __future__ import annotations

import base64
import io
import re
import unicodedata
import zipfile
import zlib
from urllib.parse import quote


def found_in(data: bytes, word: str) -> list[str]:
    """The names of the parts (zip members, PDF and PNG streams) in which the word stands in any coding."""
    return [name for name, part in _parts(data) if _has(part, word)]


def _parts(data: bytes, name: str = "", depth: int = 0) -> list[tuple[str, bytes]]:
    parts = [(name or "file", data)]
    if depth < 3 and data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                parts.append((f"{name}/{member} (name)", member.encode()))
                parts += _parts(archive.read(member), f"{name}/{member}", depth + 1)
    if data[:4] in {b"%PDF", b"\x89PNG"}:
        parts += [(f"{name}/stream", inflated) for inflated in _streams(data)]
    return parts


def _streams(data: bytes) -> list[bytes]:
    found = []
    for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", data):
        try:
            found.append(zlib.decompressobj().decompress(data[match.start() :], 10_000_000))
        except zlib.error:
            continue
    return found


def _has(part: bytes, word: str) -> bool:
    if any(coat in part for coat in _coats(word)):
        return True
    text = unicodedata.normalize("NFKC", part.decode("utf-8", errors="ignore")).lower()
    bare = re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", text))
    return word.lower() in text or word.lower() in bare


def _coats(word: str) -> list[bytes]:
    decimal = "".join(f"&#{ord(char)};" for char in word)
    hexadecimal = "".join(f"&#x{ord(char):x};" for char in word)
    escaped = "".join(f"\\u{ord(char):04x}" for char in word)
    plain = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), quote(word).encode()]
    return [*plain, *(coat.encode() for coat in (decimal, hexadecimal, escaped)), base64.b64encode(word.encode())[:-4]]
