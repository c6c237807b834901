"""The historic examples: read without a mistake, told in both languages, every fact sourced or marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from expectations import AS_OF, COUNTERFACTUALS, EXAMPLES, FROM_MEMORY, Counterfactual, Fires

from oc_strategy.checking import Settings, check
from oc_strategy.facts import Facts
from oc_strategy.model.audience import reduced
from oc_strategy.model.dates import Date
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Node, NotApplicable, Record
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.portfolio import LoadedProject, find
from oc_strategy.rules import all_rules

ROOT = Path(__file__).parents[2] / "examples"
RULES = frozenset(rule.id for rule in all_rules())
SHIPPED_LATER = "this rule is not shipped yet"


@cache
def _loaded(name: str) -> LoadedProject:
    portfolio = find(ROOT / name)
    assert portfolio is not None
    return portfolio.load(ROOT / name)


def _own(name: str) -> list[Node]:
    loaded = _loaded(name)
    return [node for node in loaded.graph.nodes.values() if node.id in loaded.own]


def _records(value: Any) -> Iterator[Record | Text]:
    if isinstance(value, Record | Text):
        yield value
        for field in type(value).model_fields if isinstance(value, Record) else ():
            yield from _records(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _records(item)
    elif hasattr(value, "values"):
        for item in value.values():
            yield from _records(item)


def test_the_examples_are_one_portfolio() -> None:
    portfolio = find(ROOT)
    assert portfolio is not None
    assert not portfolio.mistakes
    assert set(EXAMPLES) <= {folder.name for folder in portfolio.folders}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [folder.name for folder in portfolio.folders if f"`{folder.name}`" not in readme]


@pytest.mark.parametrize("name", EXAMPLES)
def test_reads_without_a_mistake(name: str) -> None:
    loaded = _loaded(name)
    assert [f"{m.place} {m.message.en}" for m in loaded.mistakes] == []
    assert loaded.project.id == name
    assert loaded.project.option == EXAMPLES[name].option


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_is_told_in_both_languages(name: str) -> None:
    texts = [(node.id, t) for node in _own(name) for t in _records(node) if isinstance(t, Text)]
    assert texts
    assert [(place, text) for place, text in texts if not (text.ja and text.en)] == []
    answers = [a for node in _own(name) for a in _records(node) if isinstance(a, NotApplicable)]
    assert [a for a in answers if a.not_applicable.ja == a.not_applicable.en] == []
    assert [node.id for node in _own(name) if node.title is None] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_node_has_a_source_or_says_that_it_has_none(name: str) -> None:
    nodes = _own(name)
    assert [node.id for node in nodes if not node.source and node.certainty in (None, "seen")] == []
    assert [s for node in nodes for s in node.source if not s.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_not_seen_says_so_in_words(name: str) -> None:
    marked = [node for node in _own(name) if node.certainty in {"from-memory", "inferred"}]
    assert marked
    assert [node.id for node in marked if not (node.note or node.summary)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_from_memory_stands_in_notes_only(name: str) -> None:
    notes = " ".join(f"{node.note.ja} {node.note.en}" for node in _own(name) if node.note)
    stated = " ".join(node.model_dump_json(exclude={"note"}) for node in _own(name))
    assert [words for words in FROM_MEMORY[name] if words in stated] == []
    assert any(words in notes for words in FROM_MEMORY[name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_public_may_see_all_of_it(name: str) -> None:
    kept = {node.id for node in reduced(_own(name), "public").nodes}
    assert kept == {node.id for node in _own(name)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_documented_posture_is_reproduced(name: str) -> None:
    expected, graph = EXAMPLES[name], _loaded(name).graph
    option = graph.get(expected.option)
    assert isinstance(option, Option)
    assert set(option.treatments) == {output.id for output in graph.of(Output)}
    for posture in ("open", "gated", "closed"):
        found = sorted(o for o, treatment in option.treatments.items() if treatment.posture == posture)
        assert found == sorted(getattr(expected, posture)), posture


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_option_that_did_not_happen_says_so(name: str) -> None:
    others = [o for o in _loaded(name).graph.of(Option) if o.id != EXAMPLES[name].option]
    assert [o.id for o in others if o.title is None or "反実仮想" not in o.title.of("ja")] == []
    assert [o.id for o in others if o.title is None or "Counterfactual" not in o.title.of("en")] == []
    assert [o.id for o in others if o.certainty != "inferred"] == []


def test_the_contribution_came_186_days_before_the_priority() -> None:
    graph = _loaded("t1440-09").graph
    paper, patent = graph.get("jvt-o063"), graph.get("ep-application")
    assert isinstance(paper, Contribution)
    assert isinstance(patent, Patent)
    assert paper.public_on is not None
    assert patent.priority_date is not None
    assert (patent.priority_date.first - paper.public_on.last).days == 186


@pytest.mark.parametrize(
    ("name", "patent_id", "days"), [("can-fd", "flexible-data-rate", 366), ("qr-code", "finder-pattern", 365)]
)
def test_the_us_filing_is_exactly_twelve_months_later(name: str, patent_id: str, days: int) -> None:
    patent = _loaded(name).graph.get(patent_id)
    assert isinstance(patent, Patent)
    assert patent.priority_date is not None
    filed = next(m.filed for m in patent.members if m.office == "US")
    assert filed == Date.day(patent.priority_date.plus_months(12).first)
    assert (filed.first - patent.priority_date.first).days == days


def _findings(name: str, rule: str, option: str | None = None) -> list[Diagnostic]:
    if rule not in RULES:
        pytest.skip(SHIPPED_LATER)
    found = check(_loaded(name), Settings(date.fromisoformat(AS_OF), Facts(), option))
    return [d for d in found if d.code == rule and not d.is_unanswered and d.severity != "good"]


def _fires(kind: str) -> list[Any]:
    return [
        pytest.param(name, wanted, id=f"{name}-{wanted if isinstance(wanted, str) else wanted.rule}")
        for name, expected in EXAMPLES.items()
        for wanted in getattr(expected, kind)
    ]


@pytest.mark.parametrize(("name", "wanted"), _fires("must_fire"))
def test_what_history_proved_wrong_is_found(name: str, wanted: Fires) -> None:
    found = _findings(name, wanted.rule)
    named = [d for d in found if set(wanted.subjects) <= {s.node for s in d.subjects} | {e.node for e in d.chain}]
    assert named, [(d.message.en, d.subjects) for d in found]
    assert {d.severity for d in named} <= set(wanted.severities), [(d.severity, d.message.en) for d in named]


@pytest.mark.parametrize(("name", "rule"), _fires("must_not_fire"))
def test_what_history_proved_right_is_left_alone(name: str, rule: str) -> None:
    assert [d.message.en for d in _findings(name, rule)] == []


@pytest.mark.parametrize(
    ("other", "rule", "fires"),
    [(c, rule, fires) for c in COUNTERFACTUALS for fires in (True, False)
     for rule in (c.must_fire if fires else c.must_not_fire)],
)  # fmt: skip
def test_a_counterfactual_is_checked_like_any_option(other: Counterfactual, rule: str, fires: bool) -> None:
    assert bool(_findings(other.example, rule, other.option)) is fires
