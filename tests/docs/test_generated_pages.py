"""The generated pages of the reference: fresh, complete, and told apart from those written by hand."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from oc_strategy.exporters.reference import facts_page, nodes_page, rules_page, words_page
from oc_strategy.exporters.reference.topics import topic_label
from oc_strategy.facts import Facts
from oc_strategy.model.node import yaml_key
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.model.text import LANGUAGES, Language
from oc_strategy.rules import all_rules

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import cli_page  # noqa: E402
import reference  # noqa: E402


def test_every_committed_page_says_what_the_tool_says_today() -> None:
    assert reference.stale() == [], "run python scripts/reference.py"


def test_a_changed_page_is_named_as_stale(tmp_path: Path) -> None:
    for path, words in reference.pages().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(words, encoding="utf-8", newline="\n")
    (tmp_path / "docs/ja/reference/cli.md").write_text("x", encoding="utf-8")
    (tmp_path / "docs/en/reference/nodes.md").unlink()
    assert sorted(reference.stale(tmp_path)) == ["docs/en/reference/nodes.md", "docs/ja/reference/cli.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_a_section_with_both_examples(language: Language) -> None:
    words = rules_page(all_rules(), Facts(), language)
    headed = re.findall(r"^### (\S+)$", words, re.M)
    assert sorted(headed) == [rule.id for rule in all_rules()]
    for rule in all_rules():
        assert rule.fires.strip() in words
        assert rule.silent.strip() in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_section_stands_in_a_table(language: Language) -> None:
    words = nodes_page(language)
    for node_class in NODE_CLASSES:
        section = words.split(f"\n## {node_class.section}\n")[1].split("\n## ")[0]
        shared = words.split("\n## ")[1]
        for name in node_class.model_fields:
            if name != "not_applicable":
                assert f"| `{yaml_key(node_class, name)}` |" in section + shared, f"{node_class.section}.{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_from_fields_to_word_lists_have_a_list_to_go_to(language: Language) -> None:
    lists = {name.lower() for name in re.findall(r"^## (\S+)$", words_page(language), re.M)}
    linked = set(re.findall(r"words\.md#(\w+)", nodes_page(language)))
    assert linked
    assert linked <= lists


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_of_facts_is_described_and_counted(language: Language) -> None:
    words = facts_page(Facts(), language)
    for topic in Facts().topics():
        row = f"| [`{topic}`](#{topic}) | {topic_label(topic).of(language)} | {len(Facts().about(topic))} |"
        assert row in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_is_documented(language: Language) -> None:
    words = cli_page.cli_page(language)
    for name in cli_page.commands():
        assert f"\n## {name}\n" in words
    for option in ("--as-of", "--fail-on", "--audience", "--focus", "--no-exceptions", "--template", "`--format`"):
        assert option in words


def test_every_help_text_has_its_japanese() -> None:
    assert re.search(r"[ぁ-んァ-ヶ一-龠]", cli_page.told("The folder to write into.", "ja"))
    with pytest.raises(KeyError):
        cli_page.told("A text that no command has.", "ja")
