"""A workbook that nobody edited asks for nothing, whoever it was written for and in whatever language."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generate import write_portfolio
from oc_strategy.model.text import CLASSES, Confidentiality, Language
from tests.pulling.books import EXAMPLES, LANGUAGES, PROJECTS, plan_of, project_at, read, written


@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
@pytest.mark.parametrize("project", PROJECTS)
def test_a_workbook_of_an_example_asks_for_nothing(project: str, languages: tuple[Language, ...]) -> None:
    portfolio, loaded = project_at(EXAMPLES / project)
    plan = plan_of(portfolio, loaded, read(written(loaded, languages)))
    assert (plan.steps, plan.problems) == ((), ())


@pytest.mark.parametrize("audience", CLASSES)
@pytest.mark.parametrize("project", ["agv", "qr-code"])
def test_what_an_audience_is_not_shown_is_not_taken_away(project: str, audience: Confidentiality) -> None:
    portfolio, loaded = project_at(EXAMPLES / project)
    plan = plan_of(portfolio, loaded, read(written(loaded, ("ja", "en"), audience)))
    assert (plan.steps, plan.problems) == ((), ())


@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
def test_a_workbook_of_a_generated_project_asks_for_nothing(languages: tuple[Language, ...], tmp_path: Path) -> None:
    write_portfolio(tmp_path, 1, 150)
    portfolio, loaded = project_at(tmp_path / "projects" / "p0000")
    plan = plan_of(portfolio, loaded, read(written(loaded, languages)))
    assert (plan.steps, plan.problems) == ((), ())
