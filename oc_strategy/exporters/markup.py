"""One way to put text into Markdown that others will see: no sign of it is obeyed."""

from __future__ import annotations

import re
from typing import Final

from oc_strategy.exporters.terminal import clean

_SIGNS: Final = re.compile(
    r"""[\\`*_{}\[\]<>#|~&$!]        # signs that Markdown, HTML or GitHub obey anywhere
    | ^[-+=](?=\s|$) | ^\d+[.)]     # what begins a list or a heading
    | :(?=//|\w+:) | (?<=www)\.     # addresses and pictures by name
    """,
    re.VERBOSE,
)

_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def escaped(words: str) -> str:
    """Text on one line as it stands: no HTML, links, tables, mentions of people or of issues."""
    flat = " ".join(clean(words).split())
    # A mention is looked for in what the page shows; only something between its signs keeps it from being one.
    parts = re.split(r"(@)(?=\w)", flat)
    return "".join(f"{part}<!-- -->" if part == "@" else _SIGNS.sub(_as_it_stands, part) for part in parts)


def _as_it_stands(sign: re.Match[str]) -> str:
    if sign[0] in _ENTITIES:
        return _ENTITIES[sign[0]]
    words = f"{sign[0][:-1]}\\{sign[0][-1]}"
    return f"{words}<!-- -->" if sign[0] == "#" else words
