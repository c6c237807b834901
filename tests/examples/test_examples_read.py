"""The historic examples: read without a mistake, told in both languages, every fact sourced or marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cases import CASES, ROOT, expected, loaded, own_nodes, portfolio

from oc_strategy.model.audience import reduced
from oc_strategy.model.dates import Date
from oc_strategy.model.node import NotApplicable, Record
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text


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
    assert not portfolio().mistakes
    assert {"S01", "S03", "F01", "F08", "F13"} <= {expected(name).expectation.case for name in CASES}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [folder.name for folder in portfolio().folders if f"`{folder.name}`" not in readme]


@pytest.mark.parametrize("name", CASES)
def test_reads_without_a_mistake(name: str) -> None:
    project = loaded(name)
    assert [f"{m.place} {m.message.en}" for m in project.mistakes] == []
    assert project.project.id == name
    assert project.project.option == expected(name).expectation.option


@pytest.mark.parametrize("name", CASES)
def test_every_text_is_told_in_both_languages(name: str) -> None:
    texts = [(node.id, t) for node in own_nodes(name) for t in _records(node) if isinstance(t, Text)]
    assert texts
    assert [(place, text) for place, text in texts if not (text.ja and text.en)] == []
    answers = [a for node in own_nodes(name) for a in _records(node) if isinstance(a, NotApplicable)]
    assert [a for a in answers if a.not_applicable.ja == a.not_applicable.en] == []
    assert [node.id for node in own_nodes(name) if node.title is None] == []


@pytest.mark.parametrize("name", CASES)
def test_every_node_has_a_source_or_says_that_it_has_none(name: str) -> None:
    nodes = own_nodes(name)
    assert [node.id for node in nodes if not node.source and node.certainty in (None, "seen")] == []
    assert [s for node in nodes for s in node.source if not s.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_seen_says_so_in_words(name: str) -> None:
    marked = [node for node in own_nodes(name) if node.certainty in {"from-memory", "inferred"}]
    assert marked
    assert [node.id for node in marked if not (node.note or node.summary)] == []


@pytest.mark.parametrize("name", [name for name in CASES if expected(name).expectation.memory_only])
def test_what_is_from_memory_is_told_in_a_note(name: str) -> None:
    notes = " ".join(f"{node.note.ja} {node.note.en}" for node in own_nodes(name) if node.note)
    assert any(words in notes for words in expected(name).expectation.memory_only)


@pytest.mark.parametrize("name", CASES)
def test_the_public_may_see_all_of_it(name: str) -> None:
    kept = {node.id for node in reduced(own_nodes(name), "public").nodes}
    assert kept == {node.id for node in own_nodes(name)}


@pytest.mark.parametrize("name", CASES)
def test_every_output_is_treated_by_every_option(name: str) -> None:
    outputs = {output.id for output in loaded(name).graph.of(Output)}
    assert [o.id for o in loaded(name).graph.of(Option) if set(o.treatments) != outputs] == []


@pytest.mark.parametrize("name", CASES)
def test_an_option_besides_the_documented_one_is_laid_out(name: str) -> None:
    assert len(loaded(name).graph.of(Option)) > 1


@pytest.mark.parametrize("name", CASES)
def test_an_option_that_did_not_happen_says_so(name: str) -> None:
    others = [o for o in loaded(name).graph.of(Option) if o.id != expected(name).expectation.option]
    assert [o.id for o in others if o.title is None or "反実仮想" not in o.title.of("ja")] == []
    assert [o.id for o in others if o.title is None or "Counterfactual" not in o.title.of("en")] == []
    assert [o.id for o in others if o.certainty != "inferred"] == []


def test_the_contribution_came_186_days_before_the_priority() -> None:
    graph = loaded("t1440-09").graph
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
    patent = loaded(name).graph.get(patent_id)
    assert isinstance(patent, Patent)
    assert patent.priority_date is not None
    filed = next(m.filed for m in patent.members if m.office == "US")
    assert filed == Date.day(patent.priority_date.plus_months(12).first)
    assert (filed.first - patent.priority_date.first).days == days
