"""Several files change together or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oc_strategy.exporters import together
from oc_strategy.exporters.together import recover, write_together


def left_over(root: Path) -> list[Path]:
    return [*root.rglob(".oc-strategy-*"), *root.glob(".oc/journal.json")]


def project(root: Path) -> dict[Path, bytes]:
    files = {root / name: f"new {name}".encode() for name in ("a.yaml", "b.yaml", "below/c.yaml")}
    (root / "below").mkdir()
    for path in files:
        path.write_text("old", encoding="utf-8")
    return files


def test_all_are_written(tmp_path: Path) -> None:
    files = project(tmp_path)
    write_together(tmp_path, files)
    assert {path: path.read_bytes() for path in files} == files
    assert not left_over(tmp_path)


@pytest.mark.parametrize("at", range(4))
def test_a_fault_before_the_journal_changes_nothing(at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = project(tmp_path)
    calls = iter(range(9))
    real_part, real_write = together._part, together.write_atomically

    def part(path: Path, data: bytes) -> Path:
        if next(calls) == at:
            raise OSError(28, "No space left on device", str(path))
        return real_part(path, data)

    def write(path: Path, data: bytes) -> None:
        if next(calls) == at:
            raise OSError(28, "No space left on device", str(path))
        real_write(path, data)

    monkeypatch.setattr(together, "_part", part)
    monkeypatch.setattr(together, "write_atomically", write)
    with pytest.raises(OSError, match="No space"):
        write_together(tmp_path, files)
    assert {path.read_text(encoding="utf-8") for path in files} == {"old"}
    assert not left_over(tmp_path)


@pytest.mark.parametrize("at", range(3))
def test_what_was_interrupted_later_is_ended_by_the_next(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = project(tmp_path)
    calls = iter(range(9))
    real = together._ended

    def ended(root: Path, entry: object) -> Path | None:
        if next(calls) == at:
            raise KeyboardInterrupt
        return real(root, entry)

    monkeypatch.setattr(together, "_ended", ended)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path, files)
    monkeypatch.undo()
    assert len(recover(tmp_path)) == 3 - at
    assert {path: path.read_bytes() for path in files} == files
    assert not left_over(tmp_path)
    assert recover(tmp_path) == ()


def test_nothing_is_written_outside(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside"):
        write_together(tmp_path / "inside", {tmp_path / "outside": b""})
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize(
    "entries",
    [
        "no list", {"part": "x"}, [1], [{"part": "x.part", "path": "a.yaml", "sha256": "0"}],
        [{"part": "../.oc-strategy-x.part", "path": "../a.yaml", "sha256": "0"}],
    ],
)  # fmt: skip
def test_a_journal_of_somebody_else_moves_nothing(entries: object, tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / ".oc").mkdir(parents=True)
    (root / "a.yaml").write_text("old", encoding="utf-8")
    (root / "x.part").write_text("bad", encoding="utf-8")
    (tmp_path / ".oc-strategy-x.part").write_text("bad", encoding="utf-8")
    (root / ".oc" / "journal.json").write_text(json.dumps(entries), encoding="utf-8")
    assert recover(root) == ()
    assert (root / "a.yaml").read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "a.yaml").exists()
