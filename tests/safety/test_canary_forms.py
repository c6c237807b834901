"""Nothing above an audience reaches a form filled for it, whichever names the form has."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from oc_strategy.cli.templates import form_folders, template_of
from oc_strategy.exporters.forms import Brought, Image, filled
from oc_strategy.forms import Content, Subject, names
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import LANGUAGES, Confidentiality, Language
from oc_strategy.portfolio import project_of_text
from oc_strategy.report import Report
from tests.safety.canaries import CANARY, project_text
from tests.safety.scanner import found_in
from tests.safety.test_canary import PAIRS, _report
from tests.safety.test_canary_changes import PLAIN, _between


def _every_name() -> bytes:
    """A form with every name there is."""
    book, known = Workbook(), names()
    for name in known.values:
        book.active.append([f"{{{{{name}}}}}"])
    for name, columns in known.lists.items():
        book.active.append([f"{{{{{name}.{column}}}}}" for column in columns])
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()


def _files(
    made: Report, secret: Confidentiality, languages: tuple[Language, ...] = ("ja",), *, with_secrets: bool = True
) -> dict[str, bytes]:
    whole = project_of_text(project_text(secret, with_secrets=with_secrets))
    item = next(iter(made.graph.of(Standard)), None)
    subject = Subject(made, item, _between(PLAIN, whole, made.audience))
    images = {name: Image(None, "none") for name in names().pictures}
    files: dict[str, bytes] = {}
    for language in languages:
        brought = Brought(Content(subject, language), made.project.name().of(language), images)
        files[f"every-name.{language}"] = filled(_every_name(), ".xlsx", brought)
        for name in form_folders():
            file = template_of(name, None).files[language]
            files[f"{name}.{language}"] = filled(file.data, file.suffix, brought)
    return files


@pytest.mark.parametrize(("audience", "secret"), PAIRS)
def test_no_form_holds_what_is_above_its_audience(audience: Confidentiality, secret: Confidentiality) -> None:
    leaks = {name: found_in(data, CANARY) for name, data in _files(_report(audience, secret), secret).items()}
    assert not {name: parts for name, parts in leaks.items() if parts}


def test_the_scanner_sees_it_where_nothing_was_taken_out() -> None:
    files = _files(_report("restricted", "restricted"), "restricted", LANGUAGES)
    assert {name for name, data in files.items() if found_in(data, CANARY)} == files.keys()


def test_public_forms_are_the_same_whether_or_not_the_secrets_are_there() -> None:
    whole = _files(_report("public", "restricted"), "restricted")
    without = _files(_report("public", "restricted", with_secrets=False), "restricted", with_secrets=False)
    assert {name for name in whole if whole[name] != without[name]} == set()
