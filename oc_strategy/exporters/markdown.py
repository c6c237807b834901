"""One way to put text into Markdown that a forge shows: as it stands, without markup, links, mentions or HTML."""

from __future__ import annotations

import re
from typing import Final

from oc_strategy.exporters.terminal import clean

_SIGNS: Final = re.compile(r"[\\`*_{}\[\]()#+!|<>&~$^:]")
# GitHub and GitLab look for people, issues, labels, emoji and the like in the text that is shown, after any escape;
# they do not look across a comment.
_REFERENCE: Final = re.compile(r"\\?[@#!$%&~^:](?=[\w\"\\/])|(?<=\bGH)-(?=\d)")
_BACKSLASHED: Final = r"\\\g<0>"
_ADDRESS: Final = re.compile(r"\bwww(?=\.)", re.IGNORECASE)
_FIRST: Final = re.compile(r"^(\s*\d*)([-=.])")


def escaped(words: str) -> str:
    """Text that a person wrote, on one line, shown in Markdown exactly as it is and as nothing but text."""
    flat = _SIGNS.sub(_BACKSLASHED, clean(words).strip())
    apart = _REFERENCE.sub(lambda sign: f"{sign[0]}<!-- -->", flat)
    unlinked = _ADDRESS.sub(lambda found: f"{found[0]}<!-- -->", apart)
    return _FIRST.sub(r"\1\\\2", unlinked)


def code(words: str) -> str:
    """Words as they are written in a file; forges look for no references in code."""
    return f"<code>{_SIGNS.sub(_BACKSLASHED, clean(words))}</code>"
