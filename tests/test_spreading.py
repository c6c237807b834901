"""Projects shared among processes give what they give one after the other, errors included."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from oc_strategy.checking import Settings
from oc_strategy.cli.checked import checked
from oc_strategy.cli.spreading import spread
from oc_strategy.facts import Facts
from oc_strategy.portfolio import LoadedPortfolio, find

SETTINGS = Settings(date(2026, 11, 23), Facts())


def portfolio(folder: Path) -> LoadedPortfolio:
    (folder / "portfolio.yaml").write_text('title: Three\nprojects: ["projects/*"]\n', encoding="utf-8")
    texts = ("outputs: {alloy: {position: core}}\n", "outputs: {alloy: {position: cor}}\n", "options: {one: {}}\n")
    for number, text in enumerate(texts):
        (folder / "projects" / f"p{number}").mkdir(parents=True)
        file = folder / "projects" / f"p{number}" / "project.yaml"
        file.write_text(f"id: p{number}\n{text}", encoding="utf-8")
    found = find(folder)
    assert found is not None
    return found


def name_of(portfolio: LoadedPortfolio, folder: Path) -> str:
    return f"{portfolio.root.name}/{folder.name}"


def refused(wanted: str, portfolio: LoadedPortfolio, folder: Path) -> str:
    if folder.name == wanted:
        raise PermissionError(13, "Permission denied", str(folder))
    return folder.name


def test_findings_are_the_same_in_the_same_order(tmp_path: Path) -> None:
    three = portfolio(tmp_path)
    serial, shared = (
        [diagnostic for done in checked(three, SETTINGS, quiet=True, jobs=jobs) for diagnostic in done.findings]
        for jobs in (1, 2)
    )
    assert {diagnostic.code for diagnostic in serial} >= {"core-unprotected", "not-in-list"}
    assert shared == serial


def test_results_come_in_the_order_of_the_folders(tmp_path: Path) -> None:
    assert list(spread(name_of, portfolio(tmp_path), 2)) == [f"{tmp_path.name}/p{number}" for number in range(3)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_is_raised_as_it_was(tmp_path: Path, jobs: int) -> None:
    results = spread(partial(refused, "p2"), portfolio(tmp_path), jobs)
    with pytest.raises(PermissionError) as error:
        list(results)
    assert error.value.filename.endswith("p2")


def test_few_projects_are_not_shared_unless_asked(tmp_path: Path) -> None:
    inner = portfolio(tmp_path)
    assert [type(result) for result in spread(lambda _, folder: folder, inner, None)] == [type(tmp_path)] * 3
