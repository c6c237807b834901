"""What the shipped forms look like: fonts, colours, and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from oc_strategy.exporters.zipping import unzipped, zipped
from oc_strategy.model.text import Language

FONT = "Yu Gothic"
LATIN = {"ja": FONT, "en": "Arial"}
DEEP, PALE, LINE, INK, QUIET = "1F3864", "E8EDF5", "8496B0", "1A1A1A", "595959"
BORN = datetime(2026, 1, 1)
Say = Callable[[str, str], str]


def say(language: Language) -> Say:
    """Chooses the words of a language."""
    return lambda ja, en: ja if language == "ja" else en


def settled(data: bytes) -> bytes:
    """A file without the moment in which it was made."""
    parts = unzipped(data)
    for name in [name for name in parts if name.startswith("docProps/core")]:
        moment = rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*"
        parts[name] = re.sub(moment, rb"\g<1>2026-01-01T00:00:00Z", parts[name])
    return zipped(parts)
