"""What git knows of a folder: its YAML as it was at a revision, and the files that changed since one.

Git is run with a list of arguments, without a shell and without any program that a repository's settings name; what a
person gives as a revision can only be a revision.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.yamlsource import MAX_BYTES

_GIT: Final = (
    "git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off",
)  # fmt: skip
_SYMLINK: Final = "120000"
_SUBMODULE: Final = "160000"
_AT_ONCE: Final = 64 * 2**20


class NoSuchRevisionError(Exception):
    """Git is not there, the folder is in no repository, or the revision is none; `said` tells which."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.of("en"))
        self.said = said


@dataclass(frozen=True, slots=True)
class _Blob:
    path: PurePosixPath
    digest: str
    size: int

    @property
    def is_too_large(self) -> bool:
        """Whether the reader would refuse it unread."""
        return self.size > MAX_BYTES


@contextmanager
def as_it_was(folder: Path, revision: str, part: str = ".") -> Iterator[Path]:
    """A copy of a folder's YAML files as they were at a revision, for as long as it is looked at; of a part if given.

    Links are left out, since they could lead anywhere. Of a file that nobody would read for its size only the size is
    there. NoSuchRevisionError where git cannot tell.
    """
    commit = _commit(folder, revision)
    blobs = list(_blobs(folder, commit, part))
    with tempfile.TemporaryDirectory(prefix="oc-strategy-") as made:
        for batch in _batches(blobs):
            for blob, data in zip(batch, _contents(folder, batch), strict=True):
                _put(Path(made, *blob.path.parts), blob, data)
        yield Path(made)


def branching_off(folder: Path, revision: str) -> str:
    """The commit at which the history of today left that of a revision; NoSuchRevisionError where they share none."""
    base = _asked(folder, "merge-base", _commit(folder, revision), "HEAD")
    if not base:
        raise NoSuchRevisionError(text("revisions.no-common", revision=revision))
    return base[0]


def changed_since(folder: Path, revision: str) -> frozenset[Path]:
    """The files below a folder, as paths that begin with it, which differ from what they were at a revision.

    Looked at from where the history of today left that of the revision, so that what others did there since does not
    count. Files that are gone and files that git does not know yet are among them. NoSuchRevisionError as above.
    """
    base = branching_off(folder, revision)
    plain = ("--no-ext-diff", "--no-textconv", "--no-renames", "--name-only", "--relative", "-z")
    differing = _names(folder, "diff", *plain, base, "--")
    unknown = _names(folder, "ls-files", "--others", "--exclude-standard", "-z", "--")
    return frozenset(folder / name for name in (*differing, *unknown))


def _commit(folder: Path, revision: str) -> str:
    _refuse_outside(folder)
    is_one = bool(revision) and not revision.startswith("-") and revision.isprintable() and ".." not in revision
    found = (
        _asked(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if is_one
        else []
    )
    if not found:
        raise NoSuchRevisionError(text("revisions.unknown", revision=revision))
    return found[0]


def _refuse_outside(folder: Path) -> None:
    if _asked(folder, "rev-parse", "--is-inside-work-tree") != ["true"]:
        raise NoSuchRevisionError(text("revisions.outside", path=folder))


def _blobs(folder: Path, commit: str, part: str) -> Iterator[_Blob]:
    for row in _names(folder, "ls-tree", "-r", "-l", "-z", commit, "--", part):
        about, name = row.split("\t", 1)
        mode, _, digest, size = about.split()
        path = PurePosixPath(name)
        if path.suffix in {".yaml", ".yml"} and mode not in {_SYMLINK, _SUBMODULE} and ".." not in path.parts:
            yield _Blob(path, digest, int(size))


def _batches(blobs: Iterable[_Blob]) -> Iterator[list[_Blob]]:
    """The blobs in their order, at once no more than fit well into memory."""
    batch: list[_Blob] = []
    for blob in blobs:
        if batch and sum(each.size for each in batch if not each.is_too_large) + blob.size > _AT_ONCE:
            yield batch
            batch = []
        batch.append(blob)
    if batch:
        yield batch


def _put(path: Path, blob: _Blob, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.truncate(min(blob.size, MAX_BYTES + 1))


def _contents(folder: Path, blobs: Iterable[_Blob]) -> Iterator[bytes]:
    """The bytes of each blob, in order, from one process; none of those that are too large."""
    asked = "".join(f"{blob.digest}\n" for blob in blobs if not blob.is_too_large).encode()
    answer = memoryview(_run(folder, "cat-file", "--batch", given=asked))
    at = 0
    for blob in blobs:
        if blob.is_too_large:
            yield b""
            continue
        head, _, _ = bytes(answer[at : at + 200]).partition(b"\n")
        if not head.endswith(f" {blob.size}".encode()):
            # A copy that fetches its objects when they are asked for does not have all of them.
            raise NoSuchRevisionError(text("revisions.failed", problem=head.decode("utf-8", "replace")))
        start = at + len(head) + 1
        yield bytes(answer[start : start + blob.size])
        at = start + blob.size + 1


def _names(folder: Path, *arguments: str) -> list[str]:
    return [name for name in _run(folder, *arguments).decode("utf-8", "surrogateescape").split("\0") if name]


def _asked(folder: Path, *arguments: str) -> list[str]:
    """The lines of an answer; none where git says no."""
    done = _done(folder, *arguments)
    return done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else []


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers where it must."""
    done = _done(folder, *arguments, given=given)
    if done.returncode != 0:
        problem = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"git {arguments[0]}"]
        raise NoSuchRevisionError(text("revisions.failed", problem=problem[-1]))
    return done.stdout


def _done(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, never a shell
            [*_GIT, "-C", str(folder), *arguments], input=given, capture_output=True, check=False
        )
    except OSError:
        raise NoSuchRevisionError(text("revisions.no-git")) from None
