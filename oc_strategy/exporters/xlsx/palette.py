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
        "license": Paint("FFF0A8", "7A6500", "dashed"),
        "product": Paint("D5E8EE", "1D6A80"),
        "market": Paint("E4E1F4", "4B3F8F"),
        "party": Paint("E6E0D4", "5F4B32"),
        "gap": Paint("F3BFD0", "A01040", "mediumDashed"),
        "plain": Paint("DDE3EA", "3F4A5A"),
    }
)
SERIES = ("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00")
