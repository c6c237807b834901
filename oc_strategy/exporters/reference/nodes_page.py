"""The page of all sections: every field with its key, its label, what to write, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from oc_strategy.exporters.reference.markdown import code, page, plain, table
from oc_strategy.exporters.reference.values import Inner, annotations_of, inner_records, record_words, value_words
from oc_strategy.lang import field_label, section_label, text
from oc_strategy.model.node import Node, Record, yaml_key
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.model.steering import Portfolio, RuleException
from oc_strategy.model.text import Language, Text
from oc_strategy.scoring import Expectation
from oc_strategy.tables.shapes import shape_of

TITLE: Final = Text(ja="節と項目の一覧", en="Sections and fields")
_INTRO: Final = Text(
    ja="YAMLファイルの節ごとに、書ける項目をすべて挙げる。どの項目も省いてよく、省いた項目は「不明」であり「無い」ではない。"
    "当てはまらないときは、どの項目にも `{not_applicable: 理由}` と書ける（`by` と `on` も添えられる）。"
    "一つだけの値は、並びにせずそのまま書いてよい。",
    en="Every section of the YAML files with every field. Any field may be left out; an absent field means “unknown”, "
    "never “no”. Where a question does not apply, write `{not_applicable: reason}` in any field (with `by` and `on` "
    "where wanted). A list of one may be written as the one value.",
)
_SHARED: Final = Text(ja="すべての節に共通の項目", en="Fields that every section has")
_HEADS: Final = (
    Text(ja="キー", en="Key"),
    Text(ja="名称", en="Label"),
    Text(ja="書くこと", en="What to write"),
    Text(ja="値", en="Value"),
)
_RECORD: Final = Text(ja="`{path}` の項目：", en="Fields of `{path}`:")
_ONLY_SHARED: Final = Text(ja="共通の項目のほかに、次の項目がある。", en="Besides the fields that every section has:")


def nodes_page(language: Language) -> str:
    """Every section and every field in a language, as one page of Markdown."""
    shared = {name: hint for name, hint in annotations_of(NODE_CLASSES[0]).items() if name in Node.model_fields}
    blocks = [
        _INTRO.of(language),
        f"## {_SHARED.of(language)}",
        _fields(NODE_CLASSES[0], shared, language),
        *(block for node_class in NODE_CLASSES for block in _section(node_class, language)),
        *_settings("exceptions", RuleException, language),
        *_settings("portfolio", Portfolio, language),
        *_settings("expectations", Expectation, language),
        *_settings_inside(Expectation, language),
    ]
    return page(TITLE, language, blocks)


def _section(node_class: type[Node], language: Language) -> Iterator[str]:
    section = node_class.section
    label = section_label(section).of(language)
    yield f"## {section}"
    yield f"**{label}**{_colon(language)}{plain(text(f'help_sections.{section}').of(language))}"
    own = {name: hint for name, hint in annotations_of(node_class).items() if name not in Node.model_fields}
    yield _ONLY_SHARED.of(language)
    yield _fields(node_class, own, language)
    for inner in inner_records(own):
        yield _RECORD.format(path=inner.path).of(language)
        yield _record(node_class, inner, language)


def _settings(name: str, record: type[Record], language: Language) -> Iterator[str]:
    yield f"## {name}"
    label = section_label(name).of(language)
    yield f"**{label}**{_colon(language)}{plain(text(f'help_sections.{name}').of(language))}"
    yield _settings_table(record, language)


def _settings_inside(record: type[Record], language: Language) -> Iterator[str]:
    """The small records inside settings, each once with the fields that hold it."""
    found: dict[type[Record], list[str]] = {}
    for inner in inner_records(annotations_of(record)):
        found.setdefault(inner.record, []).append(inner.path)
    for inner_record, paths in found.items():
        names = dict.fromkeys(path.rpartition(".")[2] for path in paths)
        yield _RECORD.format(path="`, `".join(names)).of(language)
        yield _settings_table(inner_record, language)


def _settings_table(record: type[Record], language: Language) -> str:
    rows = (
        [
            code(yaml_key(record, field)),
            plain(text(f"records.{record.__name__}.{field}").of(language)),
            plain(text(f"help_records.{record.__name__}.{field}").of(language)),
            record_words(field, hint, language),
        ]
        for field, hint in annotations_of(record).items()
    )
    return table([head.of(language) for head in _HEADS], rows)


def _fields(node_class: type[Node], fields: Mapping[str, Any], language: Language) -> str:
    rows = (
        [
            code(yaml_key(node_class, name)),
            plain(field_label(node_class.section, name).of(language)),
            plain(shape_of(node_class, name).help.of(language)),
            value_words(node_class, name, hint, language),
        ]
        for name, hint in fields.items()
    )
    return table([head.of(language) for head in _HEADS], rows)


def _record(node_class: type[Node], inner: Inner, language: Language) -> str:
    return table([head.of(language) for head in _HEADS], _record_rows(node_class, inner, language))


def _record_rows(node_class: type[Node], inner: Inner, language: Language) -> Iterator[list[str]]:
    record: type[Record] = inner.record
    for name, hint in annotations_of(record).items():
        path = f"{inner.path}.{name}"
        shape = shape_of(node_class, path)
        yield [
            code(yaml_key(record, name)),
            plain(shape.label.of(language)),
            plain(shape.help.of(language)),
            value_words(node_class, path, hint, language),
        ]


def _colon(language: Language) -> str:
    return "：" if language == "ja" else ": "
