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

_GIT: Final = (
    "git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off",
)  # fmt: skip
_SYMLINK: Final = "120000"
_SUBMODULE: Final = "160000"


class NoSuchRevisionError(Exception):
    """Git is not there, the folder is in no repository, or the revision is none; `said` tells which."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.of("en"))
        self.said = said


@dataclass(frozen=True, slots=True)
class _Blob:
    path: PurePosixPath
    digest: str


@contextmanager
def as_it_was(folder: Path, revision: str, part: str = ".") -> Iterator[Path]:
    """A copy of a folder's YAML files as they were at a revision, for as long as it is looked at; of a part if given.

    Links are left out, since they could lead anywhere. NoSuchRevisionError where git cannot tell.
    """
    commit = _commit(folder, revision)
    blobs = list(_blobs(folder, commit, part))
    with tempfile.TemporaryDirectory(prefix="oc-strategy-") as made:
        for blob, data in zip(blobs, _contents(folder, blobs), strict=True):
            path = Path(made, *blob.path.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
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
    for row in _names(folder, "ls-tree", "-r", "-z", commit, "--", part):
        about, name = row.split("\t", 1)
        mode, _, digest = about.split(" ")
        path = PurePosixPath(name)
        if path.suffix in {".yaml", ".yml"} and mode not in {_SYMLINK, _SUBMODULE} and ".." not in path.parts:
            yield _Blob(path, digest)


def _contents(folder: Path, blobs: Iterable[_Blob]) -> Iterator[bytes]:
    """The bytes of each blob, in order, from one process."""
    asked = "".join(f"{blob.digest}\n" for blob in blobs).encode()
    answer = memoryview(_run(folder, "cat-file", "--batch", given=asked))
    at = 0
    for blob in blobs:
        end = at + bytes(answer[at : at + 200]).index(b"\n")
        size = int(bytes(answer[at:end]).split()[-1]) if blob.digest else 0
        yield bytes(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1


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
