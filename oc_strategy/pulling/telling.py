"""A plan in lines of text: file and line, cell, what stands there and what the workbook has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.text import Language
from oc_strategy.pulling.plan import Plan, Problem, Step

_LONGEST: Final = 160
_COLOURS: Final = {"change": "cyan", "conflict": "red", "new": "green", "deleted": "yellow"}


def plan_lines(plan: Plan, language: Language, paint: Paint) -> Iterator[str]:
    """All that would be done, then what cannot be taken, then what is only told."""
    for step in plan.steps:
        yield from step_lines(step, language, paint)
    for problem in (*plan.bad, *plan.notes):
        yield problem_line(problem, language, paint)


def step_lines(step: Step, language: Language, paint: Paint) -> Iterator[str]:
    """Where and what, then the two sides; those of a conflict one below the other, each with its name."""
    kind = paint(text(f"pull.kinds.{step.kind}").of(language), _COLOURS[step.kind])
    where = f" <- {clean(str(step.spot))}" if step.spot else ""
    yield f"{clean(str(step.place))}{where}"
    if step.kind == "conflict":
        yield f"  {kind}: {clean(step.what.of(language))}"
        for side, words in (("project", step.before), ("workbook", step.after)):
            yield f"    {text(f'pull.sides.{side}').of(language)}: {_short(words, language)}"
    elif step.kind == "change":
        yield f"  {clean(step.what.of(language))}: {_short(step.before, language)} -> {_short(step.after, language)}"
    else:
        words = step.after or step.before
        yield f"  {kind}: {clean(step.what.of(language))}" + (f" ({_short(words, language)})" if words else "")


def problem_line(problem: Problem, language: Language, paint: Paint) -> str:
    """The cell and what is wrong with it."""
    label = text("pull.note" if problem.is_note else "pull.bad").of(language)
    where = f"{clean(str(problem.spot))}: " if problem.spot else ""
    return f"{where}{paint(label, 'yellow' if problem.is_note else 'red')}: {clean(problem.said.of(language))}"


def _short(words: str | None, language: Language) -> str:
    if words is None:
        return text("pull.nothing").of(language)
    plain = clean(words.replace("\n", " / "))
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
