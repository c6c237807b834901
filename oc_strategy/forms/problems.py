"""What is wrong with a template: names that nothing stands behind, marks without their other half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oc_strategy.forms.placeholders import BRACED, PLACEHOLDER, Token, token_of
from oc_strategy.forms.vocabulary import Names
from oc_strategy.lang import text
from oc_strategy.loading.mistakes import closest
from oc_strategy.model.text import Text


@dataclass(frozen=True, slots=True)
class Placed:
    """A text of a template with its place in words, and the group (a row, a paragraph) that repeats as one."""

    where: Text
    words: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a template: where, what it is, what to do."""

    where: Text
    message: Text
    remedy: Text


def problems_in(texts: Iterable[Placed], names: Names, *, with_slides: bool = True) -> list[Problem]:
    """Every mistake, in the order of the template; `with_slides` says whether it has slides that may repeat."""
    found: list[Problem] = []
    is_open: tuple[str, Placed] | None = None
    rows: dict[str, str] = {}
    for placed in texts:
        for match in BRACED.finditer(placed.words):
            real = PLACEHOLDER.fullmatch(match[0])
            if real is None or (not with_slides and token_of(real, names.lists).kind == "slide"):
                found.append(_problem("not-a-name", placed, given=match[0][:60]))
                continue
            token = token_of(real, names.lists)
            found += _unknown(token, placed, match[0], names)
            if token.kind in {"open", "close"}:
                found += _unbalanced(token, placed, is_open)
                found += _shared(token, placed, rows)
                is_open = (token.of, placed) if token.kind == "open" else None
            elif token.kind == "row" and not (is_open and is_open[0] == token.of):
                found += _mixed(token, placed, rows, is_open)
    if is_open:
        found.append(_problem("never-closed", is_open[1], name=is_open[0]))
    return found


def _unknown(token: Token, placed: Placed, given: str, names: Names) -> Iterator[Problem]:
    if token.kind == "value" and token.name not in names.values:
        first = token.name.partition(".")[0]
        known = [n for n in names.values if n.startswith(f"{first}.")] or [*names.values, *names.lists]
        yield _misspelt(placed, given, token.name, [*names.values, *_columns(names)] or known)
    elif token.kind == "picture" and token.name not in names.pictures:
        yield _misspelt(placed, given, token.name, names.pictures, "picture:")
    elif token.kind != "value" and token.kind != "picture" and token.of not in names.lists:
        yield _misspelt(placed, given, token.of, names.lists)
    elif token.kind == "row" and token.name not in names.lists[token.of]:
        yield _misspelt(placed, given, token.name, names.lists[token.of], f"{token.of}.")


def _columns(names: Names) -> list[str]:
    return [f"{name}.{column}" for name, columns in names.lists.items() for column in columns]


def _unbalanced(token: Token, placed: Placed, is_open: tuple[str, Placed] | None) -> Iterator[Problem]:
    if token.kind == "open" and is_open:
        yield _problem("inside-another", placed, name=token.of, outer=is_open[0])
    if token.kind == "close" and (is_open is None or is_open[0] != token.of):
        yield _problem("never-opened", placed, name=token.of)


def _shared(token: Token, placed: Placed, rows: dict[str, str]) -> Iterator[Problem]:
    """A row or paragraph can be in one marked part only: two would repeat each other."""
    key = f"{placed.group} {token.kind}"
    other = rows.get(f"{placed.group} open") or rows.get(f"{placed.group} close")
    if placed.group and (key in rows or (other is not None and other != token.of)):
        yield _problem("two-lists", placed, name=token.of, other=other or token.of)
    rows[key] = token.of


def _mixed(token: Token, placed: Placed, rows: dict[str, str], is_open: tuple[str, Placed] | None) -> Iterator[Problem]:
    """A row of one list cannot hold names of another's."""
    other = is_open[0] if is_open else rows.setdefault(placed.group, token.of) if placed.group else token.of
    if other != token.of:
        yield _problem("two-lists", placed, name=token.of, other=other)


def _misspelt(placed: Placed, given: str, name: str, known: Iterable[str], prefix: str = "") -> Problem:
    near = closest(name, known)
    remedy = (
        text("forms.problems.did-you-mean", guess=f"{{{{{prefix}{near}}}}}") if near else text("forms.problems.see")
    )
    return Problem(placed.where, text("forms.problems.unknown.message", given=given), remedy)


def _problem(key: str, placed: Placed, **values: object) -> Problem:
    made = {part: text(f"forms.problems.{key}.{part}", **values) for part in ("message", "remedy")}
    return Problem(placed.where, made["message"], made["remedy"])
