"""Which patterns a project fits, as text or data: each condition with its facts, what is needed, what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.exporters.options.pieces import fact_line, heading
from oc_strategy.exporters.options.shapes import both
from oc_strategy.exporters.terminal import Paint, json_of
from oc_strategy.lang import text
from oc_strategy.loading import Places
from oc_strategy.model.text import Language
from oc_strategy.options.fitting import Answer, Fit, State
from oc_strategy.options.patterns import condition_words

SCHEMA_VERSION: Final = "1"
_SIGNS: Final[dict[State, tuple[str, str]]] = {
    "met": ("+", "green"),
    "missing": ("-", "red"),
    "unknown": ("?", "yellow"),
}


def fits_text(fits: Sequence[Fit], places: Places, language: Language, paint: Paint) -> str:
    """Every pattern in one language; what it needs and what goes wrong only where nothing is missing."""
    parts = ["\n".join(_fit(fit, places, language, paint)) for fit in fits]
    return "\n\n".join([*parts, paint(text("options.patterns-legend").of(language), "dim")]) + "\n"


def _fit(fit: Fit, places: Places, language: Language, paint: Paint) -> Iterator[str]:
    pattern = fit.pattern
    met = text("options.conditions-met", met=fit.count("met"), count=len(fit.answers)).of(language)
    yield heading(f"{pattern.name}  {pattern.title.of(language)}", paint) + f"  {met}"
    yield f"  {pattern.summary.of(language)}"
    for name, answer in fit.answers.items():
        sign, colour = _SIGNS[answer.state]
        yield f"  {paint(sign, colour)} {condition_words()[name].of(language)}"
        yield from (paint(f"    | {fact_line(step, places, language)}", "dim") for step in answer.facts)
    if not fit.count("missing"):
        for key, texts in (("needs", pattern.needs), ("risks", pattern.risks)):
            yield f"  {text(f'options.pattern-{key}').of(language)}"
            yield from (f"    {words.of(language)}" for words in texts)
    for key, examples in (("shown-by", pattern.shown_by), ("warned-by", pattern.warned_by)):
        if examples:
            yield "  " + text(f"options.{key}", examples=", ".join(examples)).of(language)


def fits_json(fits: Sequence[Fit], project: str) -> str:
    """Every pattern with both languages, as one JSON document."""
    return json_of({
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "oc-strategy", "version": __version__},
        "project": project,
        "patterns": [_data(fit) for fit in fits],
    })  # fmt: skip


def _data(fit: Fit) -> dict[str, Any]:
    pattern = fit.pattern
    return {
        "name": pattern.name,
        "title": both(pattern.title),
        "summary": both(pattern.summary),
        "conditions": [_condition(name, answer) for name, answer in fit.answers.items()],
        "needs": [both(words) for words in pattern.needs],
        "risks": [both(words) for words in pattern.risks],
        "shown_by": list(pattern.shown_by),
        "warned_by": list(pattern.warned_by),
    }


def _condition(name: str, answer: Answer) -> dict[str, Any]:
    facts = [{"node": step.node.id, "field": str(step.where) if step.where else None} for step in answer.facts]
    return {"name": name, "says": both(condition_words()[name]), "state": answer.state, "facts": facts}
