"""The two language files: equal in keys and placeholders, complete for the model, short enough for a heading."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields
from string import Formatter
from typing import Literal, get_args, get_origin

import pytest

from oc_strategy import criteria, lang, scoring, yamlsource
from oc_strategy.model import diagnostic, node, text, vocabulary
from oc_strategy.model.node import Node, Record
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.model.text import LANGUAGES, Language, Text

SECTIONS = {node_class.section: node_class for node_class in NODE_CLASSES}
SHARED = tuple(Node.model_fields)
WIDEST: dict[Language, float] = {"en": 28, "ja": 14}
SHEETS = (
    "cover", "one-page", "business", "technology", "options", "comparison", "patents", "secrets", "standards",
    "conformity", "licenses", "agreements", "economic-security", "people", "monitoring", "roadmap", "gaps",
    "indicators",
)  # fmt: skip
LATIN_IN_JAPANESE = {"ID", "LEI", "ROR", "IPC・CPC", "URL", "FRAND"}
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠々]")


def records() -> dict[str, set[str]]:
    found = {c.__name__: set(c.model_fields) for c in Record.__subclasses__() if c is not Node}
    assert {scoring.Expectation.__name__, criteria.Criterion.__name__} <= found.keys()
    return {**found, "Text": {field.name for field in fields(Text)}}


def vocabularies() -> dict[str, tuple[str, ...]]:
    named = [pair for module in (vocabulary, text, node, diagnostic) for pair in vars(module).items()]
    return {name: get_args(value) for name, value in named if get_origin(value) is Literal}


def under(prefix: str) -> set[str]:
    return {key.removeprefix(prefix) for key in lang.keys("en") if key.startswith(prefix)}


def placeholders(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template)} - {None}


def width(words: str) -> float:
    return sum(1 if unicodedata.east_asian_width(sign) in "FWA" else 0.5 for sign in words)


def labels_of(section: str) -> dict[str, Text]:
    return {field: lang.field_label(section, field) for field in SECTIONS[section].model_fields}


def test_both_languages_have_the_same_keys() -> None:
    assert lang.keys("en") == lang.keys("ja")


def test_both_languages_have_the_same_placeholders() -> None:
    texts = {key: lang.text(key) for key in lang.keys("en")}
    differing = {k for k, t in texts.items() if placeholders(t.of("en")) != placeholders(t.of("ja"))}
    assert differing == set()


def test_no_text_is_empty() -> None:
    assert {key for key in lang.keys("en") for lg in LANGUAGES if not lang.text(key).of(lg).strip()} == set()


def test_japanese_texts_are_japanese() -> None:
    bare = {k: re.sub(r"\{[^}]*\}", "", lang.text(k).of("ja")) for k in lang.keys("ja")}
    foreign = {k: w for k, w in bare.items() if re.search(r"[A-Za-z]", w) and not JAPANESE.search(w)}
    assert {k: w for k, w in foreign.items() if w not in LATIN_IN_JAPANESE} == {}


def test_english_texts_are_not_japanese() -> None:
    assert {key for key in lang.keys("en") if JAPANESE.search(lang.text(key).of("en"))} == set()


@pytest.mark.parametrize("block", ["sections", "sections_one", "help_sections"])
def test_every_section_is_named(block: str) -> None:
    assert under(f"{block}.") == {*SECTIONS, "exceptions", "portfolio", "expectations"}


@pytest.mark.parametrize("block", ["fields", "help"])
@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_every_field_of_a_node_has_label_and_help(block: str, section: str) -> None:
    own = under(f"{block}.{section}.")
    fields = set(SECTIONS[section].model_fields)
    assert own | under(f"{block}.any.") >= fields
    assert own <= fields


@pytest.mark.parametrize("block", ["fields", "help"])
def test_shared_fields_are_those_of_every_node(block: str) -> None:
    assert under(f"{block}.any.") == set(SHARED)


@pytest.mark.parametrize("block", ["records", "help_records"])
@pytest.mark.parametrize("name", sorted(records()))
def test_every_field_of_a_record_has_label_and_help(block: str, name: str) -> None:
    assert under(f"{block}.{name}.") == records()[name]


@pytest.mark.parametrize(("name", "words"), sorted(vocabularies().items()))
def test_every_word_has_a_label(name: str, words: tuple[str, ...]) -> None:
    assert under(f"words.{name}.") == set(words)


@pytest.mark.parametrize(("name", "words"), sorted(vocabularies().items()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_list_read_alike(name: str, words: tuple[str, ...], language: Language) -> None:
    assert len({lang.word(name, word).of(language) for word in words}) == len(words)


@pytest.mark.parametrize("section", sorted(SECTIONS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_fields_of_a_section_read_alike(section: str, language: Language) -> None:
    labels = [label.of(language) for label in labels_of(section).values()]
    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_a_column_heading(language: Language) -> None:
    keys = (key for key in lang.keys("en") if key.startswith(("fields.", "records.")))
    headings = {key: lang.text(key).of(language) for key in keys}
    measure = width if language == "ja" else len
    assert {key: words for key, words in headings.items() if measure(words) > WIDEST[language]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_made_of_sentences(language: Language) -> None:
    keys = [key for key in lang.keys("en") if key.startswith(("help.", "help_records.", "help_sections."))]
    assert {key for key in keys if not lang.text(key).of(language).endswith((".", "。"))} == set()


@pytest.mark.parametrize("vocabulary_name", ["Severity", "Posture"])
def test_signs_differ_and_every_japanese_console_can_write_them(vocabulary_name: str) -> None:
    words = get_args(getattr(vocabulary, vocabulary_name))
    for language in LANGUAGES:
        signs = [lang.text(f"words_signs.{vocabulary_name}.{word}").of(language) for word in words]
        assert len(set(signs)) == len(words)
        assert "".join(signs).encode("cp932").decode("cp932") == "".join(signs)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_has_title_purpose_and_empty(sheet: str) -> None:
    assert {"title", "purpose", "empty"} <= under(f"sheets.{sheet}.")
    for language in LANGUAGES:
        title = lang.text(f"sheets.{sheet}.title").of(language)
        # Excel takes 31 characters; three of them are left for the number in reading order.
        assert len(title) <= 28
        assert not re.search(r"[\[\]:*?/\\]", title)


def test_every_problem_has_message_and_remedy() -> None:
    whole = {key.rpartition(".")[0] for key in under("problems.") if "." in key}
    assert {code for code in whole if under(f"problems.{code}.") != {"message", "remedy"}} == set()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"a: \xff", "not-utf8"),
        (b"a: [", "not-yaml"),
        (b"[" * 60 + b"]" * 60, "too-deep"),
        (b"a: " + b"x" * (yamlsource.MAX_SCALAR + 1), "scalar-too-long"),
        (b"a: *b", "alias"),
        (b"a: &b {}", "anchor"),
        (b"a: !b {}", "tag"),
        (b"<<: {}", "merge-key"),
        (b"[a]: b", "key-not-word"),
        (b"a: b\n--- \nc: d", "second-document"),
        (b"a: b\na: c", "duplicate-key"),
        (b" " * (yamlsource.MAX_BYTES + 1), "file-too-large"),
    ],
)
def test_what_the_reader_refuses_is_said_in_words(source: bytes, code: str) -> None:
    (refusal,) = yamlsource.read(source)[1]
    assert refusal.code == code
    message = lang.text(f"problems.{code}.message", **dict(refusal.values))
    lang.text(f"problems.{code}.remedy", **dict(refusal.values))
    for language in LANGUAGES:
        assert all(value in message.of(language) for _, value in refusal.values)


def test_a_text_among_the_values_keeps_its_language() -> None:
    kind = lang.section_label("patents")
    said = lang.text("problems.wrong-end.message", id="a", edge="covers", kind=kind, expected=kind)
    assert "パテントファミリー" in said.of("ja")
    assert "Patent families" in said.of("en")
