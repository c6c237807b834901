"""What somebody changed since it was written stays, and a run that broke off knows its own files again."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

import oc_strategy.exporters.written as written
from oc_strategy.exporters.written import RECORD, EditedSinceError, write_all

FIRST = {"a.txt": b"a1", "b.txt": b"b1"}
SECOND = {"a.txt": b"a2", "b.txt": b"b2"}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != RECORD}


def test_own_files_are_written_anew(tmp_path: Path) -> None:
    assert write_all(tmp_path, FIRST) == [tmp_path / "a.txt", tmp_path / "b.txt"]
    write_all(tmp_path, SECOND)
    assert held(tmp_path) == SECOND


def test_nothing_is_written_where_one_file_was_edited(tmp_path: Path) -> None:
    write_all(tmp_path, FIRST)
    (tmp_path / "b.txt").write_bytes(b"mine")
    with pytest.raises(EditedSinceError) as refused:
        write_all(tmp_path, SECOND)
    assert refused.value.path == tmp_path / "b.txt"
    assert held(tmp_path) == {"a.txt": b"a1", "b.txt": b"mine"}


def test_what_was_never_ours_stays_unless_it_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"theirs")
    with pytest.raises(EditedSinceError):
        write_all(tmp_path, FIRST)
    (tmp_path / "a.txt").write_bytes(b"a1")
    write_all(tmp_path, FIRST)
    assert held(tmp_path) == FIRST


def test_force_overwrites_and_owns_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"theirs")
    write_all(tmp_path, FIRST, force=True)
    write_all(tmp_path, SECOND)
    assert held(tmp_path) == SECOND


def test_a_file_taken_away_is_written_again(tmp_path: Path) -> None:
    write_all(tmp_path, FIRST)
    (tmp_path / "a.txt").unlink()
    write_all(tmp_path, SECOND)
    assert held(tmp_path) == SECOND


@pytest.mark.parametrize("text", ["", "[", "[]", '{"a.txt": "x"}', '{"a.txt": {"b": 1}}', "\x00", "\ufeff{}"])
def test_a_record_that_cannot_be_read_protects_everything(tmp_path: Path, text: str) -> None:
    write_all(tmp_path, FIRST)
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    with pytest.raises(EditedSinceError):
        write_all(tmp_path, SECOND)


@pytest.mark.parametrize("step", range(1, 5))
def test_whichever_write_fails_the_next_run_goes_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    write_all(tmp_path, FIRST)
    real, count = written.write_atomically, 0

    def full(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == step:
            raise OSError(errno.ENOSPC, "full", str(path))
        real(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(written, "write_atomically", full)
        with pytest.raises(OSError, match="full") as failed:
            write_all(tmp_path, SECOND)
    assert Path(failed.value.filename) in {tmp_path, tmp_path / "a.txt", tmp_path / "b.txt"}
    assert all(data in {FIRST[name], SECOND[name]} for name, data in held(tmp_path).items())
    write_all(tmp_path, {"a.txt": b"a3", "b.txt": b"b3"})
    assert held(tmp_path) == {"a.txt": b"a3", "b.txt": b"b3"}
