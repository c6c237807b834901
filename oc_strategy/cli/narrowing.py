"""`--changed-since` and `--shard`: which projects of a portfolio to check now."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from oc_strategy.cli.console import Misuse

if TYPE_CHECKING:
    from oc_strategy.portfolio import LoadedPortfolio

ChangedSince = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REV", help="Only projects that changes since this git revision touch."),
]
Shard = Annotated[
    str | None, typer.Option("--shard", metavar="I/N", help="Only the I-th of N parts of the projects, for CI.")
]
_PART: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


def shard_of(given: str | None) -> tuple[int, int] | None:
    """Which of how many parts `I/N` means; Misuse for what is none."""
    from oc_strategy.lang import text

    if given is None:
        return None
    match = _PART.fullmatch(given)
    part, parts = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= part <= parts:
        raise Misuse(text("cli.misuse.shard", given=given))
    return part, parts


def narrowed(portfolio: LoadedPortfolio, revision: str | None, shard: tuple[int, int] | None) -> tuple[Path, ...]:
    """The folders of the projects that changes since a revision touch, of these those in a part; Misuse without git."""
    folders = portfolio.folders if revision is None else _touched(portfolio, revision)
    return folders if shard is None else tuple(f for f in folders if in_shard(_name(f, portfolio), *shard))


def in_shard(name: str, part: int, parts: int) -> bool:
    """Whether a project is in a part: by its name alone, so that it stays there whatever other projects there are."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % parts == part - 1


def _name(folder: Path, portfolio: LoadedPortfolio) -> str:
    return folder.relative_to(portfolio.root).as_posix() if folder.is_relative_to(portfolio.root) else folder.name


def _touched(portfolio: LoadedPortfolio, revision: str) -> tuple[Path, ...]:
    from oc_strategy.loading import read_catalog
    from oc_strategy.revisions import NoSuchRevisionError, as_it_was, branching_off, changed_since
    from oc_strategy.touching import touched

    try:
        base = branching_off(portfolio.root, revision)
        changed = changed_since(portfolio.root, base)
        with as_it_was(portfolio.root, base, portfolio.settings.catalog) as folder:
            before = read_catalog(folder / portfolio.settings.catalog, portfolio.default_class)
    except NoSuchRevisionError as unknown:
        raise Misuse(unknown.said) from None
    return touched(portfolio, changed, before.nodes)
