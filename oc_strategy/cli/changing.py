"""Changes of a project's YAML that a command makes: shown first if asked, all or none, comments and order kept."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.console import Lang, Misuse, language_of, note, say

if TYPE_CHECKING:
    from oc_strategy.yamlediting import Change


def change(
    root: Path, changes: Mapping[Path, Sequence[Change]], lang: Lang | None, *, only_shown: bool, quiet: bool
) -> None:
    """Make the changes in the files below a project's folder, or show what would be changed.

    Misuse, and nothing is written, where a text cannot be changed without losing something of it.
    """
    made = {path: _edited(path, those) for path, those in changes.items()}
    if only_shown:
        say("\n".join(line for path, data in made.items() for line in _difference(path, data)))
        return
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.exporters.together import write_together
    from oc_strategy.lang import text

    write_together(root, made)
    for path in made:
        note(text("cli.written", path=clean(str(path))).of(language_of(lang)), quiet=quiet)


def _edited(path: Path, changes: Sequence[Change]) -> bytes:
    from oc_strategy.lang import text
    from oc_strategy.yamlediting import edited

    made = edited(path.read_bytes() if path.exists() else b"", changes)
    if not isinstance(made, bytes):
        raise Misuse(text("cli.misuse.not-editable", path=path, line=made.spot.line))
    return made


def _difference(path: Path, data: bytes) -> Sequence[str]:
    from oc_strategy.exporters.terminal import clean

    before = path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
    after = data.decode("utf-8-sig").splitlines()
    lines = difflib.unified_diff(before, after, str(path), str(path), lineterm="")
    return [clean(line) for line in lines]
