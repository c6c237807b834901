"""What is told of a check beside its findings: what it asks, why, what to do, on what it rests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oc_strategy.exporters.markdown import escaped
from oc_strategy.exporters.reference.origins import case_named, sources_of
from oc_strategy.lang import keys, text, word
from oc_strategy.model.text import Language, Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Basis
from oc_strategy.rules import rule_by_id


@dataclass(frozen=True, slots=True)
class About:
    """A check, or a kind of mistake in the text, in words; what differs from case to case is an ellipsis."""

    code: str
    theme: str
    severity: Severity
    question: Text
    why: Text
    remedy: Text
    basis: Basis = field(default_factory=Basis)


def about(code: str) -> About:
    """What is told of the check or the kind of mistake that has this code."""
    rule = rule_by_id(code)
    if rule is not None:
        return About(code, rule.theme, rule.severity, rule.question, rule.why, opened(rule.remedy), rule.basis)
    for message, remedy in (
        (f"problems.{code}.message", f"problems.{code}.remedy"),
        (f"checks.{code}", f"checks.{code}-remedy"),
        (f"checks.{code.removeprefix('rule-')}", f"checks.{code.removeprefix('rule-')}-remedy"),
    ):
        if message in keys("en"):
            said = opened(text(message))
            return About(code, "text", "error", said, said, opened(text(remedy)))
    return About(code, "text", "error", Text.plain(code), Text.plain(code), Text.plain(""))


def opened(template: Text) -> Text:
    """A template with an ellipsis wherever a case fills something in."""
    return Text.each(lambda language: re.sub(r"\{[^}]*\}", "…", template.of(language)))


def help_markdown(check: About, languages: tuple[Language, ...]) -> str:
    """All about a check in Markdown, one part for each language."""
    return "\n\n".join("\n\n".join(_paragraphs(check, language)) for language in languages)


def _paragraphs(check: About, language: Language) -> Iterator[str]:
    yield f"**{escaped(check.question.of(language))}**"
    for key, words in (("why", check.why), ("remedy", check.remedy)):
        if words.of(language):
            yield f"{text(f'cli.{key}').of(language)}: {escaped(words.of(language))}"
    yield f"{text('tables.columns.severity').of(language)}: {word('Severity', check.severity).of(language)}"
    listed = {
        "facts": [escaped(topic) for topic in check.basis.facts],
        "cases": [escaped(case_named(case).of(language)) for case in check.basis.cases],
        "fact-source": [_address(s) for s in (*check.basis.source, *sources_of(check.basis.practice))],
    }
    for key, lines in listed.items():
        if lines:
            yield "\n".join([f"{text(f'cli.{key}').of(language)}:", "", *(f"- {line}" for line in lines)])


def _address(source: str) -> str:
    is_address = source.startswith(("https://", "http://")) and not set(source) & set(" <>")
    return f"<{source}>" if is_address else escaped(source)
