"""`portfolio`: the same counts as `check`, straight columns in Japanese, nothing about what is hidden."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

from oc_strategy.exporters.wrapping import columns_in

DAY = ("--as-of", "2026-11-01")


def rollup(folder: Path, *arguments: object) -> dict[str, object]:
    answer = call("portfolio", ".", *DAY, "--format", "json", *arguments, folder=folder)
    assert answer.status == 0, answer
    found: dict[str, object] = json.loads(answer.out)
    return found


def test_the_counts_are_those_of_check_about_what_the_audience_may_see() -> None:
    found = json.loads(call("check", ".", *DAY, "--format", "json", folder=EXAMPLES).out)["findings"]
    open_ones = [f for f in found if f["state"] not in {"accepted", "existing"} and not f["unanswered"]]
    wanted = Counter((f["project"], f["severity"]) for f in open_ones)
    rows = rollup(EXAMPLES, "--audience", "restricted")["projects"]
    assert isinstance(rows, list)
    counted = {
        (row["id"], severity): row["total"][severity]
        for row in rows
        for severity in ("error", "warning", "question", "good")
        if row["total"][severity]
    }
    assert counted == dict(wanted)


def test_rows_and_columns_sum_up() -> None:
    found = rollup(EXAMPLES)
    rows, themes, total = found["projects"], found["themes"], found["total"]
    assert isinstance(rows, list)
    assert isinstance(themes, dict)
    assert isinstance(total, dict)
    for kind, count in total.items():
        assert count == sum(row["total"][kind] for row in rows) == sum(theme[kind] for theme in themes.values())
        for row in rows:
            assert row["total"][kind] == sum(theme[kind] for theme in row["themes"].values())
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_columns_stand_straight(lang: str) -> None:
    answer = call("portfolio", ".", *DAY, folder=EXAMPLES, lang=lang)
    table = answer.out.split("\n\n")[0].splitlines()
    ends = [tuple(columns_in(line[: at + 1]) for at, sign in enumerate(line) if _ends(line, at)) for line in table]
    assert len(table) > 6
    assert len({each[-3:] for each in ends}) == 1, answer.out


def _ends(line: str, at: int) -> bool:
    """Whether a column of counts ends at a place of a line."""
    return line[at] != " " and (at + 1 == len(line) or line[at + 1 : at + 3] == "  ")


SECRET = "secrets:\n  recipe: {title: R, confidentiality: restricted}\noutputs:\n  o: {position: core}\n"


def test_findings_about_what_is_hidden_are_not_counted(tmp_path: Path) -> None:
    folder = project(tmp_path, SECRET)
    inside, above = rollup(folder), rollup(folder, "--audience", "restricted")
    assert isinstance(inside["total"], dict)
    assert isinstance(above["total"], dict)
    assert sum(above["total"].values()) > sum(inside["total"].values()) > 0
    (folder / "project.yaml").write_text((folder / "project.yaml").read_text(encoding="utf-8").replace(
        "secrets:\n  recipe: {title: R, confidentiality: restricted}\n", ""), encoding="utf-8")  # fmt: skip
    assert rollup(folder) == inside


def test_outsiders_are_told_nothing(tmp_path: Path) -> None:
    answer = call("portfolio", project(tmp_path), "--audience", "partner")
    assert (answer.status, answer.out) == (2, "")


def test_a_project_with_mistakes_is_counted_as_such_and_ends_with_one(tmp_path: Path) -> None:
    answer = call("portfolio", project(tmp_path, "outputs: {a: {kind: oops}}\n"), lang="ja")
    assert answer.status == 1
    assert "1/0/0" in answer.out
    assert "1 記述の誤り" in answer.out


def test_a_selection_counts_what_is_selected() -> None:
    found = rollup(EXAMPLES, "--select", "theme:novelty")
    assert list(found["themes"]) == ["novelty"]  # type: ignore[call-overload]
