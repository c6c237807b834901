"""`explain`: tell what a check asks and why, or what a finding rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import AsOf, LangOption, OptionId, portfolio_at, settings_for
from oc_strategy.cli.check import checked
from oc_strategy.cli.console import Misuse, language_of, paint_for, say
from oc_strategy.cli.rules import rule_data

if TYPE_CHECKING:
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Language
    from oc_strategy.rule import Rule


def explain(
    what: Annotated[str, typer.Argument(metavar="RULE_OR_FINDING", help="A check's id, or a finding's key.")],
    path: Annotated[Path, typer.Argument(help="Where to look for the finding.")] = Path(),
    as_of: AsOf = None,
    option: OptionId = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="Shape of the answer.")] = "text",
    lang: LangOption = None,
) -> None:
    """Explain a check (by its id) or a finding (by its key, `fingerprint` in `check --format json`).

    A finding's key may also be written as the check and a subject: `nothing-closed:symbol`.
    """
    import sys

    from oc_strategy.rules import rule_by_id

    rule = rule_by_id(what)
    language, paint = language_of(lang), paint_for(sys.stdout)
    if rule is not None:
        answer = json.dumps(rule_data(rule), ensure_ascii=False, indent=2)
        say(answer if output_format == "json" else "\n".join(_rule_lines(rule, language, paint)))
        return
    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    found = [d for d in checked(portfolio, settings, quiet=True) if _is_meant(d, what)]
    if not found:
        raise Misuse(f"{what} is neither a check (see `oc-strategy rules`) nor the key of a finding in {path}")
    if output_format == "json":
        from oc_strategy.exporters.findings import json_text

        say(json_text(found, settings.today))
        return
    for diagnostic in found:
        say("\n".join(_finding_lines(diagnostic, language, paint)))


def _is_meant(found: Diagnostic, what: str) -> bool:
    code, _, node = what.partition(":")
    return found.fingerprint == what or (found.code == code and any(s.node == node for s in found.subjects))


def _rule_lines(rule: Rule, language: Language, paint: Paint, *, examples: bool = True) -> Iterator[str]:
    from oc_strategy.lang import text

    severity = text(f"words.Severity.{rule.severity}").of(language)
    yield f"{paint(rule.id, 'bold')}  ({severity}, {text(f'themes.{rule.theme}').of(language)})"
    for key, both in (("question", rule.question), ("why", rule.why), ("remedy", rule.remedy)):
        yield f"{text(f'cli.{key}').of(language)}: {both.of(language)}"
    for key, names in asdict(rule.basis).items():
        if names:
            label = "fact-source" if key == "source" else key
            yield f"{text(f'cli.{label}').of(language)}: {', '.join(names)}"
    for key, example in (("fires", rule.fires), ("silent", rule.silent)) if examples else ():
        yield f"\n{text(f'cli.{key}').of(language)}"
        yield from (f"  {line}" for line in example.strip().splitlines())


def _finding_lines(found: Diagnostic, language: Language, paint: Paint) -> Iterator[str]:
    from oc_strategy.exporters.findings import plain_text
    from oc_strategy.facts import Facts
    from oc_strategy.lang import text
    from oc_strategy.rules import rule_by_id

    yield plain_text([found], language, paint, with_unanswered=True).rsplit("\n", 2)[0]
    yield f"{text('cli.fingerprint').of(language)}: {found.fingerprint}"
    facts = Facts()
    for fact_id in found.facts:
        fact = facts.by_id(fact_id)
        statement = fact.statement_ja if language == "ja" else fact.statement_en
        confidence = text(f"cli.confidence-{fact.confidence}").of(language)
        yield f"{text('cli.facts').of(language)}: {statement}"
        yield f"  {fact.id}, {fact.confidence} ({confidence}), {fact.as_of}"
        yield from (f"  {source}" for source in fact.source)
    rule = rule_by_id(found.code)
    if rule is not None:
        yield ""
        yield from _rule_lines(rule, language, paint, examples=False)
