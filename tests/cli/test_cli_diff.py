"""`diff` of git revisions, of the files as they are, and of folders."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from calling import call, project

TEXT = """
option: plan
outputs: {{coder: {{title: {title}, position: core}}}}
options: {{plan: {{treatments: {{coder: {mode}}}}}}}
"""


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, text: str, tag: str, name: str = "demo") -> None:
    project(folder / name, text, name=name)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", tag)
    git(folder, "tag", tag)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    commit(tmp_path, TEXT.format(title="Coder", mode="keep-secret"), "v1")
    commit(tmp_path, TEXT.format(title="Coder", mode="open-source"), "v2")
    return tmp_path


def _read(*arguments: object, folder: Path) -> dict[str, object]:
    answer = call("diff", *arguments, "--format", "json", "--as-of", "2026-04-01", folder=folder)
    assert answer.status == 0, answer.err
    found: dict[str, object] = json.loads(answer.out)
    return found


@pytest.mark.parametrize("path", [".", "demo", "demo/project.yaml"])
def test_two_revisions(repository: Path, path: str) -> None:
    found = _read("v1..v2", path, folder=repository)
    (compared,) = found["projects"]  # type: ignore[misc]
    (move,) = compared["moves"]
    assert (move["output"], move["gravity"]) == ("coder", "irrevocable")
    assert (move["before"]["posture"], move["after"]["posture"]) == ("closed", "open")
    assert any(change["outcome"] == "new" for change in compared["findings"])


@pytest.mark.parametrize("span", ["v2..", "v2", "HEAD.."])
def test_a_revision_and_the_files_as_they_are(repository: Path, span: str) -> None:
    assert _read(span, "demo", folder=repository)["projects"] == []
    project(repository / "demo", TEXT.format(title="Coder", mode="patent-free"))
    (compared,) = _read(span, "demo", folder=repository)["projects"]  # type: ignore[misc]
    assert compared["moves"][0]["after"]["mode"] == "patent-free"


def test_two_folders(tmp_path: Path) -> None:
    project(tmp_path / "old", TEXT.format(title="Coder", mode="keep-secret"))
    project(tmp_path / "new", TEXT.format(title="Coder", mode="publish"))
    (compared,) = _read("old", "new", folder=tmp_path)["projects"]  # type: ignore[misc]
    assert [move["gravity"] for move in compared["moves"]] == ["irrevocable"]


def test_projects_come_and_go(repository: Path) -> None:
    commit(repository, "outputs: {a: {}}", "v3", name="second")
    git(repository, "rm", "-q", "-r", "demo")
    git(repository, "commit", "-q", "-m", "v4")
    found = {p["project"]: p["kind"] for p in _read("v2..HEAD", ".", folder=repository)["projects"]}  # type: ignore[attr-defined]
    assert found == {"demo": "removed", "second": "added"}
    # A project that was not there yet is new as a whole.
    (compared,) = _read("v2..v3", "second", folder=repository)["projects"]  # type: ignore[misc]
    assert {change["kind"] for change in compared["nodes"]} == {"added"}


def test_headlines_come_first_in_both_languages(repository: Path) -> None:
    english = call("diff", "v1..v2", "demo", folder=repository).out.splitlines()
    assert english[3].strip() == "Moved between open and closed (1)"
    assert english[4].strip() == "Coder [coder]: Closed → Open"
    japanese = call("diff", "v1..v2", "demo", folder=repository, lang="ja").out
    assert "クローズ → オープン" in japanese
    assert "元に戻せない" in japanese


@pytest.mark.parametrize(
    ("span", "options", "status"),
    [
        ("v1..v2", [], 0),
        ("v1..v2", ["--exit-on", "worse"], 1),
        ("v1..v2", ["--exit-on", "worse", "--fail-on", "never"], 0),
        ("v2..v1", ["--exit-on", "worse"], 0),
        ("v2..v1", ["--exit-on", "changes"], 1),
        ("v2..v2", ["--exit-on", "changes"], 0),
    ],
)
def test_exit_status(repository: Path, span: str, options: list[str], status: int) -> None:
    assert call("diff", span, "demo", "--as-of", "2026-04-01", *options, folder=repository).status == status


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("nope..v2", "nope"),
        ("v1..nope", "nope"),
        ("v1...v2", "three dots"),
        ("--output=x..v2", "--output=x"),
        ("v1:demo..v2", "v1:demo"),
    ],
)
def test_what_is_no_revision_is_said_in_one_line(repository: Path, span: str, said: str) -> None:
    answer = call("diff", "--", span, "demo", folder=repository)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_a_folder_that_git_does_not_know_is_said_so(tmp_path: Path) -> None:
    answer = call("diff", "HEAD..", project(tmp_path / "demo"), GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert answer.status == 2
    assert "demo" in answer.err


def test_every_file_is_written_by_its_suffix_and_again_the_same(repository: Path) -> None:
    names = ["c.txt", "c.json", "c.md", "c.xlsx", "c.gv", "c.mmd"]
    words = [word for name in names for word in ("-o", f"out/{name}")]
    for _ in range(2):
        assert call("diff", "v1..v2", ".", "--as-of", "2026-04-01", *words, folder=repository).status == 0
        made = {name: (repository / "out" / name).read_bytes() for name in names}
    assert all(made.values())
    again = {name: (repository / "out" / name).read_bytes() for name in names}
    assert made == again
    assert call("diff", "v1..v2", ".", "-o", "out/c.doc", folder=repository).status == 2
    assert not (repository / "out" / "c.doc").exists()


def test_mistakes_before_are_told_and_mistakes_now_fail(repository: Path) -> None:
    commit(repository, "outputs: {coder: {kind: nonsense}}", "bad")
    later = call("diff", "v2..bad", "demo", folder=repository)
    assert later.status == 1
    assert later.err.startswith("demo/project.yaml:3:25")
    earlier = call("diff", "bad..v2", "demo", folder=repository)
    assert earlier.status == 0
    assert "mistakes in the text of bad: 1" in earlier.err
    assert "not compared" in earlier.out


def test_markdown_shows_what_people_wrote_and_obeys_none_of_it(repository: Path) -> None:
    title = '"<img src=x> [a](http://b) | @someone #1 `c` **d** </details>"'
    commit(repository, TEXT.format(title=title, mode="keep-secret"), "v3")
    told = call("diff", "v2..v3", "demo", "--format", "markdown", folder=repository).out
    assert not re.search(r"(?<!\\)<img|(?<!\\)\]\(|@someone|#1(?!<)|(?<!\\)`c|(?<!\\)\*\*d", told)
    assert "img src\\=x" in told or "img src=x" in told
    assert len(re.findall(r"(?<!\\)</details>", told)) == 1


def test_only_what_was_touched_is_read_and_what_names_it(tmp_path: Path) -> None:
    from oc_strategy.comparing import unequal
    from oc_strategy.portfolio import find

    for side, position in (("old", "core"), ("new", "boundary")):
        root = tmp_path / side
        project(root / "projects" / "base", f"outputs: {{a: {{position: {position}}}}}", name="base")
        project(root / "projects" / "user", "outputs: {b: {depends_on: base/a}}", name="user")
        project(root / "projects" / "other", "outputs: {c: {}}", name="other")
        project(root / "projects" / "calm", "outputs: {d: {}}", name="calm")
        (root / "portfolio.yaml").write_text("title: All\n", encoding="utf-8")

    def names(folders: tuple[Path, ...]) -> list[str]:
        return [folder.name for folder in folders]

    def both() -> list[list[str]]:
        sides = [find(tmp_path / side) for side in ("old", "new")]
        assert all(sides)
        return [names(folders) for folders in unequal(*sides)]  # type: ignore[arg-type]

    assert both() == [["base", "user"], ["base", "user"]]
    (tmp_path / "new" / "projects" / "other" / "project.yaml").unlink()
    assert both() == [["base", "other", "user"], ["base", "user"]]
    # What all projects share touches all of them.
    (tmp_path / "new" / "catalog").mkdir()
    (tmp_path / "new" / "catalog" / "x.yaml").write_text("people: {ito: {}}\n", encoding="utf-8")
    assert both() == [["base", "calm", "other", "user"], ["base", "calm", "user"]]


def test_the_catalog_is_compared_once_and_only_where_it_is_used(tmp_path: Path) -> None:
    for side, title in (("old", "Ito"), ("new", "Ito Ken")):
        root = tmp_path / side
        for name in ("one", "two"):
            project(root / "projects" / name, "manager: ito" if name == "one" or side == "new" else "", name=name)
        (root / "portfolio.yaml").write_text("title: All\n", encoding="utf-8")
        (root / "catalog").mkdir()
        people = f"people: {{ito: {{title: {title}, time_share: {len(title)}}}, abe: {{title: {title}}}}}\n"
        (root / "catalog" / "people.yaml").write_text(people, encoding="utf-8")
    found = {p["project"]: p for p in _read("old", "new", folder=tmp_path)["projects"]}  # type: ignore[attr-defined]
    assert [(n["id"], n["kind"]) for n in found[None]["nodes"]] == [("ito", "changed")]
    assert [(link["edge"], link["target"]) for n in found["two"]["nodes"] for link in n["links"]] == [
        ("manager", "ito")
    ]
    assert "one" not in found


def test_only_what_is_selected_is_compared(repository: Path) -> None:
    commit(repository, "outputs: {a: {}, b: {depends_on: a}}", "v3")
    whole = _read("v2..v3", "demo", folder=repository)["projects"][0]  # type: ignore[index]
    assert {"a", "b", "coder", "plan"} <= {node["id"] for node in whole["nodes"]}
    (part,) = _read("v2..v3", "demo", "--select", "a+ coder", "--exclude", "a", folder=repository)["projects"]  # type: ignore[misc]
    assert {node["id"] for node in part["nodes"]} <= {"b", "coder"}
    assert _read("v2..v3", "demo", "--select", "type:patents", folder=repository)["projects"] == []
    assert call("diff", "v2..v3", "demo", "--select", "nothing", folder=repository).status == 2


def test_what_is_at_odds_between_projects_is_compared_where_asked_for(tmp_path: Path) -> None:
    for side in ("old", "new"):
        root = tmp_path / side
        kept = "outputs: {tuning: {}}\noptions: {plan: {treatments: {tuning: keep-secret}}}"
        project(root / "projects" / "camera", kept, name="camera")
        shown = "publications: {talk: {reveals: camera/tuning}}" if side == "new" else ""
        project(root / "projects" / "screen", shown, name="screen")
        (root / "portfolio.yaml").write_text("title: All\n", encoding="utf-8")

    def found(*options: str) -> list[str]:
        projects = _read("old", "new", *options, folder=tmp_path)["projects"]
        return [c["rule"] for p in projects for c in p["findings"] or () if c["outcome"] == "new"]  # type: ignore[attr-defined]

    assert "opened-here-closed-there" not in found()
    assert "opened-here-closed-there" in found("--across")
    assert "opened-here-closed-there" not in found("--across", "--audience", "partner")
