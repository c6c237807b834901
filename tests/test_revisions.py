"""What git tells, and that nothing a person gives as a revision becomes anything else."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from oc_strategy.revisions import NoSuchRevisionError, as_it_was, changed_since

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    (folder / "strategy" / "plug").mkdir(parents=True)
    (folder / "strategy" / "plug" / "project.yaml").write_text("id: plug\n", encoding="utf-8")
    (folder / "strategy" / "接続.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "elsewhere.yaml").write_text("b: 1\n", encoding="utf-8")
    (folder / "strategy" / "notes.txt").write_text("no YAML\n", encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    git(folder, "tag", "first")
    return folder / "strategy"


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_folder_as_it_was_has_its_yaml_and_nothing_else(repository: Path) -> None:
    (repository / "plug" / "project.yaml").write_text("id: other\n", encoding="utf-8")
    git(repository, "commit", "-qam", "second")
    with as_it_was(repository, "first") as folder:
        assert names(folder) == ["plug/project.yaml", "接続.yaml"]
        assert (folder / "plug" / "project.yaml").read_bytes() == b"id: plug\n"
    assert not folder.exists()


def test_links_in_a_repository_are_not_followed(repository: Path) -> None:
    (repository / "link.yaml").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "link")
    with as_it_was(repository, "HEAD") as folder:
        assert "link.yaml" not in names(folder)


def test_what_changed_is_told_whether_committed_staged_new_or_gone(repository: Path) -> None:
    assert changed_since(repository, "first") == frozenset()
    (repository / "接続.yaml").write_text("a: 2\n", encoding="utf-8")
    git(repository, "commit", "-qam", "second")
    (repository / "new.yaml").write_text("c: 1\n", encoding="utf-8")
    (repository / "plug" / "project.yaml").unlink()
    (repository.parent / "elsewhere.yaml").write_text("b: 2\n", encoding="utf-8")
    found = changed_since(repository, "first")
    assert found == {repository / "接続.yaml", repository / "new.yaml", repository / "plug" / "project.yaml"}


def test_what_others_changed_on_the_other_branch_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "-qb", "mine")
    (repository / "mine.yaml").write_text("m: 1\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "mine")
    git(repository, "checkout", "-q", "main")
    (repository / "接続.yaml").write_text("a: 3\n", encoding="utf-8")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "mine")
    assert changed_since(repository, "main") == {repository / "mine.yaml"}


HOSTILE = [
    "--output=pwned", "-x", "--", "", " ", "first\x00", "first\n", "first..HEAD", "first...HEAD", "$(touch pwned)",
    "`touch pwned`", "first; touch pwned", "first:strategy", "HEAD:elsewhere.yaml", "nowhere", "../repo", "^first",
]  # fmt: skip


@pytest.mark.parametrize("revision", HOSTILE)
def test_what_is_no_revision_is_refused_and_does_nothing(repository: Path, revision: str) -> None:
    before = names(repository.parent)
    for asked in (changed_since, lambda folder, given: as_it_was(folder, given).__enter__()):
        with pytest.raises(NoSuchRevisionError) as refused:
            asked(repository, revision)
        assert refused.value.said.ja != refused.value.said.en
    assert names(repository.parent) == before


def test_settings_of_a_repository_run_nothing(repository: Path) -> None:
    script = repository.parent / "evil.sh"
    script.write_text('#!/bin/sh\ntouch "$(dirname "$0")/pwned"\n', encoding="utf-8")
    script.chmod(0o755)
    for setting in ("core.fsmonitor", "diff.external", "core.pager", "diff.evil.textconv"):
        git(repository, "config", setting, str(script))
    (repository / ".gitattributes").write_text("*.yaml diff=evil\n", encoding="utf-8")
    (repository / "接続.yaml").write_text("a: 4\n", encoding="utf-8")
    assert repository / "接続.yaml" in changed_since(repository, "first")
    assert not (repository.parent / "pwned").exists()


def test_outside_a_repository_and_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoSuchRevisionError, match="in no git repository"):
        changed_since(tmp_path, "HEAD")
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(NoSuchRevisionError, match="git is not installed"):
        changed_since(tmp_path, "HEAD")


def test_a_huge_file_is_there_by_its_size_only(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "plug" / "huge.yaml").write_text("a: 1\n" * 100, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "huge")
    monkeypatch.setattr("oc_strategy.revisions.MAX_BYTES", 99)
    monkeypatch.setattr("oc_strategy.revisions._AT_ONCE", 8)
    with as_it_was(repository, "HEAD") as folder:
        assert (folder / "plug" / "huge.yaml").read_bytes() == b"\0" * 100
        assert (folder / "plug" / "project.yaml").read_text(encoding="utf-8") == "id: plug\n"
        assert (folder / "接続.yaml").read_text(encoding="utf-8") == "a: 1\n"
