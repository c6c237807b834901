"""Files are written whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from oc_strategy.exporters.files import safe_name, sweep, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_parents(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "book.xlsx"
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert names(target.parent) == ["book.xlsx"]


@pytest.mark.parametrize("step", ["fsync", "replace", "fdopen"])
def test_a_failure_keeps_the_old_file_and_leaves_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "book.xlsx"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((Path, step) if step == "replace" else (os, step)), fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["book.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_permissions_of_the_replaced_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_only_stale_temporary_files_of_ours_are_swept(tmp_path: Path) -> None:
    for name, changed in ((".oc-strategy-a.part", 100), (".oc-strategy-b.part", 300), ("other.part", 100)):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (changed, changed))
    assert [path.name for path in sweep(tmp_path, before=200)] == [".oc-strategy-a.part"]
    assert names(tmp_path) == [".oc-strategy-b.part", "other.part"]


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9", "", "..", "a/b", "A", "a.b", "a\n", "x" * 121])
def test_names_that_some_system_refuses_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(name)}\\Z"):
        safe_name(name)


def test_an_id_is_a_name() -> None:
    assert safe_name("agv-2026") == "agv-2026"


def test_a_folder_in_place_of_the_file_is_named_as_that_everywhere(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").mkdir()
    with pytest.raises(IsADirectoryError) as refused:
        write_atomically(tmp_path / "book.xlsx", b"one")
    assert refused.value.filename == str(tmp_path / "book.xlsx")
    assert names(tmp_path) == ["book.xlsx"]
