"""`explain`: tell what a check asks and why, or what a finding rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from oc_strategy.cli.asking import AsOf, LangOption, OptionId, Shape, portfolio_at, settings_for
from oc_strategy.cli.checked import Checked, checked
from oc_strategy.cli.console import Lang, Misuse, language_of, paint_for, say, say_json
from oc_strategy.cli.rules import rule_data

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.clearing import Clearing
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.facts import Facts
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.rule import Basis, Rule


def _rule_ids(incomplete: str) -> list[str]:
    from oc_strategy.rules import all_rules

    return [rule.id for rule in all_rules() if rule.id.startswith(incomplete)]


def explain(
    what: Annotated[
        str,
        typer.Argument(metavar="RULE_OR_FINDING", help="A check's id, or a finding's key.", autocompletion=_rule_ids),
    ],
    path: Annotated[Path, typer.Argument(help="Where to look for the finding.")] = Path(),
    as_of: AsOf = None,
    option: OptionId = None,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the answer.")] = "text",
    lang: LangOption = None,
) -> None:
    """Explain a check (by its id) or a finding (by its key, `fingerprint` in `check --format json`).

    A finding's key may also be written as the check and a subject: `nothing-closed:symbol`.

    Told of a finding: its state, its exception, its facts with their sources, and which single values would clear it.
    Each of these was tried on the model; whether it is true is for you to judge.
    """
    import sys

    from oc_strategy.lang import keys
    from oc_strategy.rules import rule_by_id

    rule = rule_by_id(what)
    language, paint = language_of(lang), paint_for(sys.stdout)
    if rule is not None:
        if output_format == "json":
            say_json(rule_data(rule))
        else:
            say("\n".join(_rule_lines(rule, language, paint)))
        return
    if output_format == "text" and f"problems.{what}.message" in keys("en"):
        say("\n".join(_mistake_lines(what, language, paint)))
        return
    _refuse_unknown_rule(what)
    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    done = list(checked(portfolio, settings, quiet=True))
    every = [*portfolio.mistakes, *(diagnostic for one in done for diagnostic in one.findings)]
    _tell_what_hides(every, what, lang)
    explained = [(each, _edits(each, done, portfolio, settings)) for each in _meant(every, what, path)]
    if output_format == "json":
        say_json(_as_data(explained, settings))
        return
    told = ("\n".join(_all_lines(*pair, settings.facts, language, paint)) for pair in explained)
    say("\n\n".join(told))


def _edits(
    found: Diagnostic, done: Iterable[Checked], portfolio: LoadedPortfolio, settings: Settings
) -> list[Clearing] | None:
    """The edits that clear a finding; None for what no edit of a node's value can clear or was asked to."""
    from oc_strategy.clearing import clearings
    from oc_strategy.rules import rule_by_id

    folder = next((one.folder for one in done if found in one.findings), None)
    rule = rule_by_id(found.code)
    if folder is None or rule is None or rule.asked_of != "project" or found.severity == "good":
        return None
    return clearings(found, portfolio.load(folder), settings)


def _as_data(explained: list[tuple[Diagnostic, list[Clearing] | None]], settings: Settings) -> dict[str, Any]:
    from oc_strategy.cli.explaining import explanation_data
    from oc_strategy.exporters.findings.as_json import document

    more = [explanation_data(found, edits, settings.facts) for found, edits in explained]
    return {**document([found for found, _ in explained], settings.today), "explanations": more}


def _all_lines(
    found: Diagnostic, edits: list[Clearing] | None, facts: Facts, language: Language, paint: Paint
) -> Iterator[str]:
    from oc_strategy.cli.explaining import finding_lines
    from oc_strategy.rules import rule_by_id

    yield from finding_lines(found, edits, facts, language, paint)
    rule = rule_by_id(found.code)
    if rule is not None:
        yield ""
        yield from _rule_lines(rule, language, paint, examples=False)


def _refuse_unknown_rule(what: str) -> None:
    """Misuse for what can be neither a check nor a key, before anybody looks for a project."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    code, colon, _ = what.partition(":")
    if not colon and not re.fullmatch("[0-9a-f]{16}", what):
        raise Misuse(text("cli.misuse.rule", id=code, hint=hint(code, _rule_ids(""), most=0)))


def _tell_what_hides(found: Iterable[Diagnostic], what: str, lang: Lang | None) -> None:
    """Nothing is checked while the text has mistakes: tell these, and end, rather than deny a finding."""
    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.lang import keys

    every, known = list(found), keys("en")
    if not any(_is_meant(diagnostic, what) for diagnostic in every):
        mistakes = (diagnostic for diagnostic in every if f"problems.{diagnostic.code}.message" in known)
        if told_mistakes(mistakes, lang):
            raise typer.Exit(1)


def _meant(found: Iterable[Diagnostic], what: str, path: Path) -> list[Diagnostic]:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    every = list(found)
    meant = [diagnostic for diagnostic in every if _is_meant(diagnostic, what)]
    if not meant:
        keys = {f"{diagnostic.code}:{subject.node}" for diagnostic in every for subject in diagnostic.subjects}
        raise Misuse(text("cli.misuse.finding", id=what, path=path, hint=hint(what, keys, most=12)))
    return meant


def _is_meant(found: Diagnostic, what: str) -> bool:
    code, _, node = what.partition(":")
    return found.fingerprint == what or (found.code == code and any(s.node == node for s in found.subjects))


def _mistake_lines(code: str, language: Language, paint: Paint) -> Iterator[str]:
    """A kind of mistake in the text: what is said of it, with an ellipsis for what differs from case to case."""
    from oc_strategy.exporters.findings.checks import opened
    from oc_strategy.lang import text

    message, remedy = (opened(text(f"problems.{code}.{part}")).of(language) for part in ("message", "remedy"))
    yield f"{paint(code, 'bold')}  ({text('cli.mistake').of(language)})"
    yield message
    yield f"{text('cli.remedy').of(language)}: {remedy}"


def _rule_lines(rule: Rule, language: Language, paint: Paint, *, examples: bool = True) -> Iterator[str]:
    from oc_strategy.exporters.findings.checks import opened
    from oc_strategy.lang import text, word

    severity = word("Severity", rule.severity).of(language)
    yield f"{paint(rule.id, 'bold')}  ({severity}, {text(f'themes.{rule.theme}').of(language)})"
    for key, both in (("question", rule.question), ("why", rule.why), ("remedy", rule.remedy)):
        yield f"{text(f'cli.{key}').of(language)}: {opened(both).of(language)}"
    yield from _basis_lines(rule.basis, language)
    for key, example in (("fires", rule.fires), ("silent", rule.silent)) if examples else ():
        yield f"\n{paint(text(f'cli.{key}').of(language), 'bold')}"
        yield from (f"  {line}" for line in example.strip().splitlines())


def _basis_lines(basis: Basis, language: Language) -> Iterator[str]:
    """What a check rests on: topics of facts, pages on practice, historic cases."""
    from oc_strategy.exporters.reference.origins import case_named, gaps, gaps_in, sources_of
    from oc_strategy.lang import text

    parts = {
        "facts": [_topic(name, language) for name in basis.facts],
        "cases": [case_named(name).of(language) for name in basis.cases],
        "gaps": [f"{name} {gaps()[name].of(language)}" for name in gaps_in(basis.practice)],
        "practice": list(sources_of(basis.practice)),
        "fact-source": list(basis.source),
    }
    for key, lines in parts.items():
        if lines:
            yield f"{text(f'cli.{key}').of(language)}:"
            yield from (f"  {line}" for line in lines)


def _topic(name: str, language: Language) -> str:
    from oc_strategy.exporters.reference.topics import topic_label
    from oc_strategy.facts import Facts

    return f"{name} ({topic_label(name).of(language)})" if name in Facts().topics() else name
