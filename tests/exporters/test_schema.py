"""The JSON Schema accepts what the reader accepts, and refuses what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from oc_strategy.exporters.schema import json_schema, portfolio_schema

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(p for p in EXAMPLES.rglob("*.yaml") if p.name != "portfolio.yaml" and p.parent.name != "expected")


class _Core(yaml.SafeLoader):
    """YAML as an editor reads it: numbers, true, false and null are typed, dates stay text."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag.rsplit(":", 1)[-1] in {"int", "float", "bool", "null"}]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if first not in "yYnNoO="
}


def _as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=_Core)


def _faults(text: str, ids: dict[str, list[str]] | None = None) -> list[str]:
    validator = Draft202012Validator(json_schema(ids))
    return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(_as_an_editor_reads(text))]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())
    Draft202012Validator.check_schema(portfolio_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(EXAMPLES).as_posix())
def test_every_example_is_right(path: Path) -> None:
    assert _faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "purpouse: x\n",
        "outputs: {symbol: {kind: interfce}}\n",
        "outputs: {symbol: {positon: core}}\n",
        "outputs: {symbol: {trl: 12}}\n",
        "patents: {p: {members: [{office: Japan}]}}\n",
        "period: {from: 1992-1}\n",
        "outputs: [symbol]\n",
    ],
)
def test_a_mistake_is_marked(text: str) -> None:
    assert _faults(text)


def test_with_ids_a_link_takes_those_that_exist() -> None:
    ids = {"outputs": ["symbol"]}
    assert _faults("patents: {p: {covers: [symbol]}}\n", ids) == []
    assert _faults("patents: {p: {covers: symbol}}\n", ids) == []
    assert _faults("patents: {p: {covers: other/thing}}\n", ids) == []
    assert _faults("patents: {p: {covers: [simbol]}}\n", ids)
    assert _faults("patents: {p: {covers: [simbol]}}\n") == []


def test_any_field_may_be_stated_not_to_apply() -> None:
    assert _faults("areas: {not_applicable: before the lists existed}\n") == []
    assert _faults("outputs: {symbol: {trl: {not_applicable: {ja: 対象外, en: not measured}}}}\n") == []


def test_hover_texts_speak_both_languages() -> None:
    description = json_schema()["$defs"]["Patent"]["properties"]["covers"]["description"]
    assert any("ぁ" <= char <= "ん" for char in description)
    assert description.isascii() is False
