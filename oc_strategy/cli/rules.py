"""`rules`: list the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from oc_strategy.cli.asking import LangOption, Shape
from oc_strategy.cli.console import language_of, paint_for, say, say_json

if TYPE_CHECKING:
    from oc_strategy.rule import Rule


def rules(
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
) -> None:
    """List every check: id, severity and the question it asks, by theme."""
    import sys

    from oc_strategy.lang import text, word
    from oc_strategy.rules import all_rules

    every = all_rules()
    if output_format == "json":
        say_json([rule_data(rule) for rule in every])
        return
    language, paint = language_of(lang), paint_for(sys.stdout)
    for theme in sorted({rule.theme for rule in every}):
        say(paint(text(f"themes.{theme}").of(language), "bold"))
        for rule in every:
            if rule.theme == theme:
                severity = word("Severity", rule.severity).of(language)
                say(f"  {rule.id}  ({severity})  {rule.question.of(language)}")
    say(text("cli.rules-head", count=len(every)).of(language))


def rule_data(rule: Rule) -> dict[str, Any]:
    """A check as plain data, both languages."""
    texts = {"question": rule.question, "why": rule.why, "message": rule.message, "remedy": rule.remedy}
    basis = rule.basis
    return {
        "id": rule.id, "theme": rule.theme, "severity": rule.severity,
        **{name: {"ja": both.of("ja"), "en": both.of("en")} for name, both in texts.items()},
        "basis": {"facts": list(basis.facts), "practice": list(basis.practice), "cases": list(basis.cases),
                  "source": list(basis.source)},
        "fires": rule.fires.strip() + "\n", "silent": rule.silent.strip() + "\n",
    }  # fmt: skip
