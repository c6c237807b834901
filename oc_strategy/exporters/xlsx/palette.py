"""Colours that the colour-blind tell apart (Okabe and Ito), lightened for black text and stepped in grey for print."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal, NamedTuple

from oc_strategy.tables.sheet import Tone
from oc_strategy.views.view import Look

INK = "1A1A1A"
QUIET = "595959"
LINK = "1F4E9E"
DEEP = "1F3A5F"
PALE = "EAF0F6"
RULE = "BFC7D1"
TODAY = "B22222"
WHITE = "FFFFFF"


class Paint(NamedTuple):
    """A fill, an ink, the border of bars, and whether the words are bold."""

    fill: str | None
    ink: str = INK
    edge: Literal["thin", "medium", "mediumDashed", "dashed", "dotted"] = "thin"
    is_bold: bool = False


TONES: MappingProxyType[Tone | None, Paint] = MappingProxyType(
    {
        None: Paint(None),
        "open": Paint("DCEBF7"),
        "gated": Paint("F5CF7A", edge="mediumDashed"),
        "closed": Paint("E69B78", edge="medium"),
        "undecided": Paint("F2F2F2", QUIET, "dotted"),
        "error": Paint("F3BFD0", is_bold=True),
        "warning": Paint("FFF0A8"),
        "question": Paint("E4E1F4"),
        "good": Paint("CFEADF"),
        "differs": Paint("FFF7CC", is_bold=True),
        "muted": Paint(None, QUIET),
        "heading": Paint(PALE, DEEP, is_bold=True),
    }
)
LOOKS: MappingProxyType[Look, Paint] = MappingProxyType(
    {
        "open": Paint("DCEBF7", "0072B2"),
        "gated": Paint("F5CF7A", "8A5A00", "mediumDashed"),
        "closed": Paint("E69B78", "9C3F00", "medium"),
        "undecided": Paint("F2F2F2", QUIET, "dotted"),
        "standard": Paint("CFEADF", "00664A"),
        "patent": Paint("C3D3EE", "23468C"),
        "secret": Paint("D9B3C7", "7A2E57", "medium"),
        "mark": Paint("F7E7EF", "7A2E57", "medium"),
        "license": Paint("FFF0A8", "7A6500", "dashed"),
        "agreement": Paint("FBF6DD", "5F5A3A", "dashed"),
        "document": Paint("EEF3FA", "23468C", "dashed"),
        "certification": Paint("E7F5EF", "00664A", "medium"),
        "regulation": Paint("ECECEC", "444444", "mediumDashed"),
        "output": Paint("E9EDF1", "3F4A5A"),
        "product": Paint("D5E8EE", "1D6A80"),
        "market": Paint("E4E1F4", "4B3F8F"),
        "party": Paint("E6E0D4", "5F4B32"),
        "gap": Paint("F3BFD0", "A01040", "mediumDashed"),
        "plain": Paint("DDE3EA", "3F4A5A"),
    }
)
SERIES = ("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00")
SERIES_OF: MappingProxyType[Tone | None, str] = MappingProxyType(
    {
        "open": "86BFE3",
        "gated": "EDB53C",
        "closed": "D2703C",
        "error": "CC5C86",
        "warning": "E9D85A",
        "question": "A9A0DB",
    }
)
"""Colours of bars that mean the same as the tone, dark enough to stand on white."""
STEPS = ("6FA3D8", "A9C8E8", "D5E4F3", "F7F9FB")
"""From the first part of a whole to the last, each light enough for the number on it."""
BAR = "9DB8D6"
"""Of bars inside cells: light enough for the number on it, dark enough for grey print."""
TABS = ("1F3A5F", "0072B2", "009E73", "7A6500", "4B3F8F", "9C3F00")
"""Colours of the tabs, by groups of three sheets."""
