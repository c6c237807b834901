"""One rule asked on one text, as a test reads best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oc_strategy.checking import Settings, check
from oc_strategy.conflicts import conflicts
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import portfolio_of_texts, project_of_text
from oc_strategy.rules import rule_by_id

FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Question:
    """One rule asked on one text, what it said (severities, `unanswered`, or `silent`), and the facts it named."""

    rule: str
    text: str
    today: str
    answers: tuple[str, ...]
    facts: tuple[str, ...] = ()
    option: str | None = None


ASKED: list[Question] = []
"""Everything this session asked, for the test that looks for rules without a test of their own."""


def ask(rule_id: str, yaml_text: str, today: str = "2026-04-01", option: str | None = None) -> list[Diagnostic]:
    """What one rule says about a project that is one text, gravest first; the text must be free of mistakes."""
    rule = rule_by_id(rule_id)
    assert rule is not None, rule_id
    loaded = project_of_text(yaml_text.strip() + "\n")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return _written_down(
        rule_id, yaml_text, today, check(loaded, Settings(date.fromisoformat(today), FACTS, option), [rule]), option
    )


def _written_down(
    rule_id: str, text: str, today: str, found: list[Diagnostic], option: str | None = None
) -> list[Diagnostic]:
    answers = sorted({"unanswered" if d.is_unanswered else d.severity for d in found}) or ["silent"]
    facts = tuple(sorted({fact for diagnostic in found for fact in diagnostic.facts}))
    ASKED.append(Question(rule_id, text, today, tuple(answers), facts, option))
    return found


def texts_of(example: str) -> dict[str, str]:
    """The files of an example that holds several, each below a line `# path/name.yaml`."""
    _, *parts = re.split(r"^# ([\w./-]+\.yaml)\n", example.strip() + "\n", flags=re.M)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def ask_all(
    rule_id: str, example: str, today: str = "2026-04-01", audience: Confidentiality = "internal"
) -> list[Diagnostic]:
    """What one rule on portfolios says about an example of several files; the texts must be free of mistakes."""
    rule = rule_by_id(rule_id)
    assert rule is not None, rule_id
    portfolio = portfolio_of_texts(texts_of(example))
    wrong: Sequence[Diagnostic] = [
        *portfolio.mistakes,
        *(mistake for folder in portfolio.folders for mistake in portfolio.load(folder).mistakes),
    ]
    assert not wrong, [f"{m.place} {m.message.en}" for m in wrong]
    told = conflicts(portfolio, Settings(date.fromisoformat(today), FACTS), audience, [rule])
    found = sorted((diagnostic for each in told.values() for diagnostic in each), key=lambda d: d.order)
    return _written_down(rule_id, example, today, found)
