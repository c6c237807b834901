"""The formats of findings that need no terminal, each from findings and a language to the pieces of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from oc_strategy.exporters.findings.as_github import github_pieces
from oc_strategy.exporters.findings.as_gitlab import gitlab_pieces
from oc_strategy.exporters.findings.as_json import json_pieces
from oc_strategy.exporters.findings.as_junit import junit_pieces
from oc_strategy.exporters.findings.as_markdown import markdown_pieces
from oc_strategy.exporters.findings.as_sarif import sarif_pieces
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.model.text import Language

Write = Callable[[Findings, Language], Iterator[str]]


def _json(findings: Findings, language: Language) -> Iterator[str]:  # noqa: ARG001 - it has both languages
    return json_pieces(findings)


FORMATS: Final[Mapping[str, Write]] = {
    "json": _json,
    "sarif": sarif_pieces,
    "junit": junit_pieces,
    "github": github_pieces,
    "gitlab": gitlab_pieces,
    "markdown": markdown_pieces,
}
