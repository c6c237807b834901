"""Projects below a portfolio are found with its catalog, whether one, or a folder of some, is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from oc_strategy.portfolio import find


def portfolio(root: Path, projects: str) -> Path:
    (root / "catalog").mkdir(parents=True)
    (root / "catalog" / "shared.yaml").write_text("organizations:\n  shared: {title: Shared}\n", encoding="utf-8")
    (root / "portfolio.yaml").write_text(f"title: All\nprojects: {projects}\n", encoding="utf-8")
    for name in ("cases/one", "cases/two", "three"):
        (root / name).mkdir(parents=True)
        text = f"id: {Path(name).name}\nowner: shared\n"
        (root / name / "project.yaml").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("projects", "path", "names", "is_shared"),
    [
        ("['*', 'cases/*']", ".", ["one", "two", "three"], True),
        ("['*', 'cases/*']", "cases", ["one", "two"], True),
        ("['*', 'cases/*']", "cases/one", ["one"], True),
        ("['*', 'cases/*']", "cases/one/project.yaml", ["one"], True),
        ("['*']", "cases", ["one", "two"], False),
        # Only some of them belong to it: the folder stands for itself.
        ("['*', 'cases/one']", "cases", ["one", "two"], False),
        ("['*', 'cases/one']", "cases/one", ["one"], True),
        ("['*', 'cases/one']", "cases/two", ["two"], False),
    ],
)
def test_a_folder_of_projects_is_found_with_the_portfolio_that_lists_them(
    tmp_path: Path, projects: str, path: str, names: list[str], is_shared: bool
) -> None:
    found = find(portfolio(tmp_path, projects) / path)
    assert found is not None
    assert [folder.name for folder in found.folders] == names
    mistakes = [mistake.code for folder in found.folders for mistake in found.load(folder).mistakes]
    assert mistakes == ([] if is_shared else ["unknown-reference"] * len(names))
