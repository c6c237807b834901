"""Where a result goes: to standard output, or into a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from oc_strategy.cli.console import Lang, Misuse, language_of, note, say, say_data


def put(
    words: str | Iterable[str], output: Path | None, lang: Lang | None, *, is_data: bool, quiet: bool = False
) -> None:
    """Put a result, which may come in pieces, on standard output, or into a file, which is never a project's YAML."""
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    if output is None or not is_file(output):
        (say_data if is_data else say)(words)
        return
    if output.suffix in {".yaml", ".yml"} and output.exists():
        raise Misuse(text("cli.misuse.yaml", path=output))
    pieces = (words,) if isinstance(words, str) else words
    write_atomically(output, (piece.encode() for piece in pieces))
    note(text("cli.written", path=clean(str(output))).of(language_of(lang)), quiet=quiet)


def is_file(output: Path | None) -> bool:
    """Whether a result goes into a file."""
    return output is not None and str(output) != "-"
