"""Nothing above an audience reaches a comparison written for it, in any shape."""

from __future__ import annotations

from datetime import date

import pytest

from oc_strategy.checking import Settings
from oc_strategy.cli.made import book_bytes
from oc_strategy.comparing import Changes, State, changes
from oc_strategy.exporters.changes import changes_json, changes_markdown, changes_text
from oc_strategy.exporters.diagrams import dot_source, mermaid_source
from oc_strategy.exporters.terminal import Paint
from oc_strategy.facts import Facts
from oc_strategy.model.text import LANGUAGES, Confidentiality, Text
from oc_strategy.portfolio import LoadedProject, project_of_text
from oc_strategy.tables.follow_up import follow_up
from oc_strategy.views.changes import changes_view
from tests.safety.canaries import CANARY, project_text
from tests.safety.scanner import found_in
from tests.safety.test_canary import PAIRS

SETTINGS = Settings(date(2026, 4, 1), Facts())
PLAIN = project_of_text("id: demo\nconfidentiality: public\n")


def _between(before: LoadedProject, after: LoadedProject, audience: Confidentiality) -> Changes:
    states = [State(Text.plain(name), (side,), SETTINGS) for name, side in (("A", before), ("B", after))]
    return changes(states[0], states[1], audience)


def _files(found: Changes) -> dict[str, bytes]:
    files = {"json": changes_json(found).encode(), "xlsx": book_bytes(follow_up(found), ("ja", "en"))[0]}
    view = changes_view(found)
    for language in LANGUAGES:
        files[f"{language}.md"] = changes_markdown(found, language).encode()
        files[f"{language}.txt"] = changes_text(found, language, Paint(False)).encode()
        files[f"{language}.gv"] = dot_source(view, language).encode()
        files[f"{language}.mmd"] = mermaid_source(view, language).encode()
    return files


@pytest.mark.parametrize(("audience", "secret"), PAIRS)
@pytest.mark.parametrize("is_added", [True, False])
def test_no_comparison_holds_what_is_above_its_audience(
    audience: Confidentiality, secret: Confidentiality, is_added: bool
) -> None:
    whole = project_of_text(project_text(secret))
    sides = (PLAIN, whole) if is_added else (whole, PLAIN)
    assert not {n: p for n, data in _files(_between(*sides, audience)).items() if (p := found_in(data, CANARY))}
    seen = {name for name, data in _files(_between(*sides, "restricted")).items() if found_in(data, CANARY)}
    assert {"json", "xlsx", "en.md", "ja.txt", "en.gv", "ja.mmd"} <= seen


def test_that_only_secrets_were_added_is_not_told() -> None:
    without, whole = (project_of_text(project_text("restricted", with_secrets=w)) for w in (False, True))
    assert _files(_between(without, whole, "public")) == _files(_between(without, without, "public"))
