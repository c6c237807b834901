"""Nothing above an audience reaches any file written for it, in any coding; and the scanner would see it."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest

from oc_strategy.checking import Settings
from oc_strategy.cli.made import book_bytes, diagram_names, findings_files
from oc_strategy.criteria import shipped_criteria
from oc_strategy.exporters.diagrams import DiagramFormat, found_renderer
from oc_strategy.facts import Facts
from oc_strategy.model.text import Confidentiality
from oc_strategy.options.shortlist import Laying
from oc_strategy.portfolio import project_of_text
from oc_strategy.report import Report, report
from oc_strategy.tables.book import workbook
from oc_strategy.views.catalog import VIEWS, candidates, draw
from tests.safety.canaries import CANARY, project_text
from tests.safety.scanner import found_in

SETTINGS = Settings(date(2026, 4, 1), Facts())
ABOVE: dict[Confidentiality, tuple[Confidentiality, ...]] = {
    "public": ("partner", "internal", "restricted"),
    "partner": ("internal", "restricted"),
    "internal": ("restricted",),
}
PAIRS = [(audience, secret) for audience, secrets in ABOVE.items() for secret in secrets]


def _report(audience: Confidentiality, secret: Confidentiality, *, with_secrets: bool = True) -> Report:
    loaded = project_of_text(project_text(secret, with_secrets=with_secrets))
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return report(loaded, SETTINGS, audience, laying=Laying(shipped_criteria()))


def _files(made: Report) -> dict[str, bytes]:
    drawings = {name: draw(name, made) for name in VIEWS}
    for name in VIEWS:
        for node in candidates(name, made):
            # A node about which the question has nothing to say cannot be drawn around.
            with contextlib.suppress(ValueError):
                drawings[f"{name}-{node}"] = draw(name, made, node, 2)
    formats: tuple[DiagramFormat, ...] = ("dot", "mermaid", "svg") if found_renderer() else ("dot", "mermaid")
    drawn, _ = diagram_names(drawings, ("ja", "en"), formats)
    data, _ = book_bytes(workbook(made), ("ja", "en"))
    return {**drawn, **findings_files(made, ("ja", "en")), "book.xlsx": data}


@pytest.mark.parametrize(("audience", "secret"), PAIRS)
def test_no_file_holds_what_is_above_its_audience(audience: Confidentiality, secret: Confidentiality) -> None:
    leaks = {name: found_in(data, CANARY) for name, data in _files(_report(audience, secret)).items()}
    assert not {name: parts for name, parts in leaks.items() if parts}


def test_the_scanner_sees_it_where_nothing_was_taken_out() -> None:
    files = _files(_report("restricted", "restricted"))
    seen = {name for name, data in files.items() if found_in(data, CANARY)}
    assert {"book.xlsx", "strategy.en.gv", "strategy.ja.mmd", "findings.json"} <= seen


def test_the_public_files_are_the_same_whether_or_not_the_secrets_are_there() -> None:
    with_secrets = _files(_report("public", "restricted"))
    without = _files(_report("public", "restricted", with_secrets=False))
    assert with_secrets.keys() == without.keys()
    assert {name for name in without if with_secrets[name] != without[name]} == set()


def test_findings_are_told_to_nobody_below_internal() -> None:
    assert not findings_files(_report("partner", "restricted"), ("en",))
    assert findings_files(_report("internal", "restricted"), ("en",))
