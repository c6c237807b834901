"""What must be stated or cleared before technology leaves the country: days, classes, and what nobody wrote down."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer

STATED = "core-technology-unstated"


@pytest.mark.parametrize(
    ("project", "outputs", "expected"),
    [
        ("listed_fields: [semiconductors]", "{title: Etching}", "error"),
        ("listed_fields: [semiconductors]\ncore_technologies: etching", "{title: Etching}", "silent"),
        (
            "listed_fields: [semiconductors]\ncore_technologies: {not_applicable: None found}",
            "{title: Etching}",
            "silent",
        ),
        ("listed_fields: [semiconductors]\ncore_technologies: []", "{title: Etching}", "error"),
        ("listed_fields: [semiconductors]", "{title: Etching, core_important: true}", "silent"),
        ("listed_fields: [semiconductors]", "{title: Etching, core_important: false}", "silent"),
        ("listed_fields: {not_applicable: Not in a listed field}", "{title: Etching}", "silent"),
        ("title: Demo", "{title: Etching}", "unanswered"),
    ],
)
def test_core_technology_is_listed_or_stated_to_be_none(project: str, outputs: str, expected: str) -> None:
    assert answer(ask(STATED, f"id: demo\n{project}\noutputs:\n  etching: {outputs}\n")) == expected
