"""Nothing above an audience reaches its list of dates, in any shape."""

from __future__ import annotations

from datetime import date

import pytest

from oc_strategy.deadlines import agenda
from oc_strategy.exporters.agenda import agenda_json, agenda_text, calendar_bytes
from oc_strategy.exporters.terminal import Paint
from oc_strategy.facts import Facts
from oc_strategy.model.text import LANGUAGES, Confidentiality
from oc_strategy.portfolio import project_of_text
from tests.safety.canaries import CANARY, project_text
from tests.safety.scanner import found_in
from tests.safety.test_canary import PAIRS

TODAY = date(2025, 4, 1)


def _files(audience: Confidentiality, secret: Confidentiality, *, with_secrets: bool = True) -> dict[str, bytes]:
    loaded = project_of_text(project_text(secret, with_secrets=with_secrets))
    entries = agenda(loaded, Facts(), TODAY, audience)
    assert entries
    files = {"json": agenda_json(entries, TODAY, audience).encode()}
    for language in LANGUAGES:
        files[f"{language}.txt"] = agenda_text(entries, TODAY, language, Paint(False), with_advice=True).encode()
        files[f"{language}.ics"] = calendar_bytes(entries, TODAY, audience, language)
    return files


@pytest.mark.parametrize(("audience", "secret"), PAIRS)
def test_no_list_holds_what_is_above_its_audience(audience: Confidentiality, secret: Confidentiality) -> None:
    assert not {name: parts for name, data in _files(audience, secret).items() if (parts := found_in(data, CANARY))}
    assert all(found_in(data, CANARY) for data in _files("restricted", secret).values())


def test_the_public_lists_are_the_same_whether_or_not_the_secrets_are_there() -> None:
    assert _files("public", "restricted") == _files("public", "restricted", with_secrets=False)
