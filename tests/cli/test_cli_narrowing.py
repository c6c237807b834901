"""`--changed-since` and `--shard`: parts of a portfolio that leave nothing out and say nothing twice."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from calling import EXAMPLES, call
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.cli.narrowing import in_shard

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
JSON = ("--format", "json", "--fail-on", "never", "-q")


def findings(folder: Path, *arguments: object) -> list[dict[str, object]]:
    answer = call("check", ".", *JSON, *arguments, folder=folder)
    assert answer.status in {0, 1}, answer
    found: list[dict[str, object]] = json.loads(answer.out)["findings"]
    return found


@given(st.lists(st.text(min_size=1), unique=True), st.integers(1, 20))
def test_each_project_is_in_one_part_whatever_others_there_are(names: list[str], parts: int) -> None:
    for name in names:
        assert [in_shard(name, part, parts) for part in range(1, parts + 1)].count(True) == 1


def test_parts_are_about_equal() -> None:
    sizes = [sum(in_shard(f"projects/p{n}", part, 4) for n in range(1000)) for part in (1, 2, 3, 4)]
    assert min(sizes) > 200


SHARED = {
    "portfolio.yaml": "title: P\nprojects: ['*']\n",
    "catalog/c.yaml": "standards:\n  coding: {published: 2021}\norganizations:\n  us: {own: true}\n",
    "a/project.yaml": "id: a\noutputs:\n  tuning: {}\noptions:\n  plan: {treatments: {tuning: keep-secret}}\n",
    "b/project.yaml": "id: b\npublications:\n  talk: {reveals: a/tuning}\n",
    "c/project.yaml": "id: c\nstandards:\n  coding: {published: 2022}\n",
    "d/project.yaml": "id: d\nowner: us\noutputs:\n  x: {}\n",
    "e/project.yaml": "id: e\noutputs:\n  y: {}\nexceptions:\n"
    "  - {rule: person-overbooked, status: accepted, reason: r, owner: o, until: 2099}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in SHARED.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("parts", [1, 2, 3, 7])
def test_all_parts_together_are_the_whole(folder: Path, parts: int) -> None:
    def key(found: dict[str, object]) -> str:
        return str(found["fingerprint"]) + str(found["state"])

    together = [found for part in range(1, parts + 1) for found in findings(folder, "--shard", f"{part}/{parts}")]
    assert sorted(map(key, together)) == sorted(map(key, findings(folder)))
    assert {"opened-here-closed-there", "catalog-contradiction", "exception-unmatched"} <= {f["rule"] for f in together}


@pytest.mark.parametrize("given", ["0/4", "5/4", "1/0", "1", "a/b", "-1/4", "1/4/2", "１/４"])
def test_what_is_no_part_is_refused(given: str) -> None:
    answer = call("check", ".", "--shard", given, folder=EXAMPLES)
    assert answer.status == 2
    assert "1/4" in answer.err


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, "-C", str(folder), *arguments], capture_output=True, check=True)


def touched(folder: Path) -> str:
    found = findings(folder, "--changed-since", "HEAD", "--unanswered")
    return "".join(sorted({str(f["project"] or Path(str(f["file"])).parent) for f in found}))


@needs_git
@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("e/project.yaml", "id: e\noutputs:\n  z: {}\n", "e"),
        ("b/more.yaml", "outputs: {new: {}}\n", "b"),
        ("a/more.yaml", "outputs: {new: {}}\n", "ab"),
        ("a/notes.md", "nothing\n", ""),
        ("catalog/c.yaml", SHARED["catalog/c.yaml"].replace("own: true", "own: false"), "d"),
        ("catalog/c.yaml", SHARED["catalog/c.yaml"].replace("2021", "2020"), "c"),
        ("catalog/c.yaml", "# only a comment\n" + SHARED["catalog/c.yaml"], ""),
        ("catalog/c.yaml", "standards:\n  coding: {published: 2021}\n", "d"),
        ("portfolio.yaml", SHARED["portfolio.yaml"] + "audience: internal\n", "abcde"),
        ("d/more.yaml", "standards: {coding: {stage: '60.60'}}\n", "cd"),
    ],
)
def test_a_change_touches_those_that_share_it(folder: Path, file: str, text: str, expected: str) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    assert touched(folder) == ""
    (folder / file).write_text(text, encoding="utf-8")
    assert touched(folder) == expected
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "second")
    assert touched(folder) == ""


@needs_git
def test_a_project_that_is_gone_touches_those_that_referred_to_it(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    (folder / "a" / "project.yaml").unlink()
    assert touched(folder) == "b"


@needs_git
def test_without_such_a_revision_nothing_is_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    outside = call("check", ".", "--changed-since", "HEAD", folder=folder)
    assert (outside.status, outside.out) == (2, "")
    assert "in no git repository" in outside.err
    git(folder, "init", "-q")
    for revision in ("main", "--output=x", "HEAD~1"):
        answer = call("check", ".", f"--changed-since={revision}", folder=folder)
        assert (answer.status, answer.out) == (2, "")
        assert "there is no revision" in answer.err
