"""The formats of findings that need no terminal, each a function of the findings and a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from oc_strategy.exporters.findings.as_github import github_text
from oc_strategy.exporters.findings.as_gitlab import gitlab_text
from oc_strategy.exporters.findings.as_json import json_text
from oc_strategy.exporters.findings.as_junit import junit_text
from oc_strategy.exporters.findings.as_markdown import markdown_text
from oc_strategy.exporters.findings.as_sarif import sarif_text
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.model.text import Language

Write = Callable[[Findings, Language], str]


def _json(findings: Findings, language: Language) -> str:  # noqa: ARG001 - it has both languages
    return json_text(findings.every, findings.as_of, findings.projects)


FORMATS: Final[Mapping[str, Write]] = {
    "json": _json,
    "sarif": sarif_text,
    "junit": junit_text,
    "github": github_text,
    "gitlab": gitlab_text,
    "markdown": markdown_text,
}
