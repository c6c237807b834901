"""What a reader of each format gets to see: all its words, taken out of the format again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from oc_strategy.exporters.findings import Findings, Look, text_pieces, told
from oc_strategy.exporters.findings.formats import FORMATS
from oc_strategy.exporters.terminal import Paint
from oc_strategy.model.text import Language

NAMES = ("text", *FORMATS)


def written(name: str, findings: Findings, language: Language) -> str:
    """Findings in a format."""
    if name == "text":
        look = Look(language, Paint(False), with_unanswered=True)
        return "".join(text_pieces((told(group, look) for group in findings.groups), findings.outcome, look))
    return "".join(FORMATS[name](findings, language))


def read(name: str, output: str) -> str:
    """The words that the output of a format shows."""
    if name in {"json", "sarif", "gitlab"}:
        words = "\n".join(strings(json.loads(output)))
        words = unmarked(words) if name == "gitlab" else words
        return words.replace("{{", "{").replace("}}", "}") if name == "sarif" else words
    if name == "junit":
        root = etree.fromstring(output.encode())
        return "\n".join([*root.itertext(), *(str(v) for element in root.iter() for v in element.attrib.values())])
    if name == "github":
        lines = re.sub("%0A", "\n", output).replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r")
        return lines.replace("%25", "%")
    return unmarked(output) if name == "markdown" else output


def unmarked(words: str) -> str:
    """Markdown as it is shown, as far as the one escape function goes."""
    shown = re.sub(r"<!-- -->|</?(?:code|details|summary|sub)>", "", words)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown)


def strings(value: Any) -> Iterator[str]:
    """Every string in a JSON document."""
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value
