"""Which side holds where a workbook and its project differ: from flags, from a reviewer, or asked on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from oc_strategy.cli.console import BookLang, Misuse, paint_for
from oc_strategy.cli.pulled import read
from oc_strategy.cli.reporting import spoken

if TYPE_CHECKING:
    from oc_strategy.model.text import Language
    from oc_strategy.pulling.plan import Plan, Side, Step
    from oc_strategy.pulling.settling import Settled

_SIDES: Mapping[str, Side] = {"workbook": "workbook", "project": "project"}
_ANSWERS: Mapping[str, Side | None] = {"w": "workbook", "p": "project", "s": None}


def is_asked(*, no_input: bool) -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty() and not no_input


def decided(
    plan: Plan, takes: Iterable[str], reviewed: Path | None, *, delete: bool, asks: bool, lang: BookLang | None
) -> Settled:
    """The plan with all decisions: those of the flags first, then the reviewer's, then what is asked."""
    from oc_strategy.pulling.plan_book import verdict_on
    from oc_strategy.pulling.settling import settled

    flags = _flags(plan, takes)
    given = _reviewed(reviewed) if reviewed else None

    def decide(step: Step) -> Side | None:
        side = flags.get(step.key, flags.get("") if step.kind == "conflict" else None)
        if side is None and given is not None:
            side = verdict_on(step, given)
        if side is None and step.kind == "deleted" and delete:
            side = "workbook"
        return _asked(step, spoken(lang)) if side is None and asks and given is None else side

    return settled(plan, decide)


def _flags(plan: Plan, takes: Iterable[str]) -> dict[str, Side]:
    """The side for each key of a step; that for all conflicts under the empty one."""
    from oc_strategy.lang import text

    keys = {step.key for step in plan.steps if step.kind in {"conflict", "deleted"}}
    found: dict[str, Side] = {}
    for take in takes:
        key, _, side = take.rpartition("=")
        if side not in _SIDES:
            raise Misuse(text("pull.bad-take", given=take))
        if key and key not in keys:
            raise Misuse(text("pull.no-conflict", given=key))
        found[key] = _SIDES[side]
    return found


def _reviewed(path: Path) -> Mapping[str, Side | None]:
    from oc_strategy.lang import text
    from oc_strategy.pulling.plan_book import decisions
    from oc_strategy.pulling.setting import said

    given = decisions(read(path), lambda words: said(words, ("ja", "en")))
    if not isinstance(given, Mapping):
        raise Misuse(text("cli.os.said", path=path, problem=given))
    return given


def _asked(step: Step, language: Language) -> Side | None:
    """What somebody answers about a conflict or a deleted row; nothing is asked about the rest."""
    from oc_strategy.lang import text
    from oc_strategy.pulling.telling import step_lines

    if step.kind == "deleted":
        words = text("pull.ask-delete", what=step.what).of(language)
        return "workbook" if typer.confirm(words, err=True) else "project"
    if step.kind != "conflict":
        return None
    typer.echo("\n".join(step_lines(step, language, paint_for(sys.stderr))), err=True)
    while True:
        answer: str = typer.prompt(text("pull.ask-side", what=step.what).of(language), default="s", err=True)
        if answer.strip().lower() in _ANSWERS:
            return _ANSWERS[answer.strip().lower()]
        typer.echo(text("pull.answers").of(language), err=True)
