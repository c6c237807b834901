"""Values from the text into typed records; each thing wrong becomes a mistake at its own place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from oc_strategy import yamlsource
from oc_strategy.lang import text
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Node, NotApplicable, Record
from oc_strategy.model.steering import RULE_PATTERN
from oc_strategy.model.text import Text
from oc_strategy.yamlsource import Map

R = TypeVar("R", bound=Record)
N = TypeVar("N", bound=Node)
_NEVER_WRITTEN = frozenset({"id", "not_applicable"})
_NUMBERS = {"int_parsing", "float_parsing", "int_type", "float_type", "int_from_float", "finite_number"}
_RANGES = {"greater_than_equal": "ge", "less_than_equal": "le"}
_PATTERNS = {"^[a-z0-9-]+$": "bad-id", "^([A-Z]{2}|world)$": "bad-country", RULE_PATTERN: "bad-rule-pattern"}
_SHAPES = {
    "string_type": "text", "model_type": "mapping", "mapping_type": "mapping", "dict_type": "mapping",
    "dataclass_type": "mapping", "tuple_type": "list", "list_type": "list", "model_attributes_type": "mapping",
}  # fmt: skip


def node(node_class: type[N], node_id: str, raw: Map, file: str, default_class: str) -> tuple[N, list[Diagnostic]]:
    """A node from its mapping. What is wrong is left out, and no more: a mistake is told once and hides no other."""
    fields, answers, mistakes = _split(raw, file, node_class)
    fields["id"] = node_id
    fields.setdefault("confidentiality", default_class)
    if answers:
        fields["not_applicable"] = answers
    try:
        # What `model_validate` calls, without looking at its arguments again for each of many nodes.
        return node_class.__pydantic_validator__.validate_python(fields), mistakes
    except ValidationError as error:
        mistakes += translated(error, node_class, raw, file)
        return _without_wrong_fields(node_class, fields, error), mistakes


def _split(
    raw: Map, file: str, node_class: type[Node]
) -> tuple[dict[str, Any], dict[str, NotApplicable], list[Diagnostic]]:
    fields: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    answers: dict[str, NotApplicable] = {}
    mistakes: list[Diagnostic] = []
    for key, value in raw.items():
        if key in _NEVER_WRITTEN:
            mistakes.append(mistake("unknown-key", file, raw.key_spot(key), key=key, section=node_class.section))
        elif type(value) is Map and "not_applicable" in value:
            answer, wrong = record(NotApplicable, value, file)
            mistakes += wrong
            attribute = _attribute(node_class, key)
            if answer is not None:
                answers[attribute] = answer
            if attribute not in node_class.model_fields:
                unknown[key] = value
        elif value is not None:
            fields[key] = value
    return fields | unknown, answers, mistakes


def _attribute(record_class: type[BaseModel], key: str) -> str:
    return _attributes(record_class).get(key, key)


@cache
def _attributes(record_class: type[BaseModel]) -> dict[str, str]:
    """The names of the fields that have another key in the text, by that key."""
    return {info.alias: name for name, info in record_class.model_fields.items() if info.alias}


def _without_wrong_fields(node_class: type[N], fields: dict[str, Any], error: ValidationError) -> N:
    paths = _paths(error)
    # A class nobody can read must not open the node: it counts as the highest.
    closed = {"confidentiality": "restricted"} if ("confidentiality",) in paths else {}
    kept = _without(fields, paths) | closed
    try:
        return node_class.model_validate(kept)
    except ValidationError as still:
        # A record that now lacks something it needs takes its whole field along.
        return node_class.model_validate(_without(kept, [path[:1] for path in _paths(still)]))


def _paths(error: ValidationError) -> list[tuple[Any, ...]]:
    return [tuple(problem["loc"]) for problem in error.errors(include_url=False) if problem["loc"]]


def _without(fields: Mapping[str, Any], paths: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """The fields without the keys that these paths lead to or through last; places in lists stay what they were."""
    kept = {key: _copied(value) for key, value in fields.items()}
    for path in paths:
        _remove(kept, path)
    return kept


def _copied(value: Any) -> Any:
    if isinstance(value, Map):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _remove(kept: dict[str, Any], path: tuple[Any, ...]) -> None:
    """Take away the last key on a path that is there."""
    owner, key, current = kept, path[0], kept
    for step in path:
        if isinstance(current, dict) and step in current:
            owner, key, current = current, step, current[step]
        elif isinstance(current, list) and isinstance(step, int) and step < len(current):
            current = current[step]
        else:
            break
    owner.pop(key, None)


def record(record_class: type[R], raw: Map, file: str) -> tuple[R | None, list[Diagnostic]]:
    """A record from its mapping, or None with the mistakes."""
    try:
        return record_class.model_validate({k: v for k, v in raw.items() if v is not None}), []
    except ValidationError as error:
        return None, translated(error, record_class, raw, file)


def translated(error: ValidationError, record_class: type[BaseModel], raw: Map, file: str) -> list[Diagnostic]:
    """A validation error as mistakes, each at the line and column of the value or key that is wrong."""
    return [
        _translated(problem, record_class, raw, file)
        for problem in error.errors(include_url=False)
        if problem["loc"] != ("id",)
    ]


def _translated(problem: Any, record_class: type[BaseModel], raw: Map, file: str) -> Diagnostic:
    kind, path = problem["type"], tuple(problem["loc"])
    value = str(problem["input"])[:120]
    spot = yamlsource.spot_of(raw, path)
    context: Mapping[str, Any] = problem.get("ctx", {})
    if kind in {"extra_forbidden", "unexpected_keyword_argument", "missing"}:
        return _wrong_key(kind, path, record_class, raw, file)
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", context["expected"])
        code = "unknown-class" if path[-1] == "confidentiality" else "not-in-list"
        return mistake(code, file, spot, closest(value, allowed), value=value, allowed=", ".join(allowed))
    if kind == "string_pattern_mismatch":
        return mistake(_PATTERNS.get(context["pattern"], "bad-reference"), file, spot, value=value)
    if kind in _SHAPES:
        return mistake("wrong-type", file, spot, expected=shape(_SHAPES[kind]), found=found_shape(problem["input"]))
    code, values = _simple(kind, value, context, str(problem["msg"]))
    return mistake(code, file, spot, **values)


def _simple(kind: str, value: str, context: Mapping[str, Any], message: str) -> tuple[str, dict[str, str]]:
    if kind == "date_form":
        return "not-a-date", {"value": value}
    if kind == "day_form":
        return "not-a-day", {"value": value}
    if kind in _NUMBERS:
        return "not-a-number", {"value": value}
    if kind == "bool_type":
        return "not-true-or-false", {"value": value}
    if kind in _RANGES:
        return "out-of-range", {"value": value, "limit": str(context[_RANGES[kind]])}
    if kind == "string_too_long":
        return "too-long", {"value": value[:40], "limit": str(context["max_length"])}
    return "invalid-value", {"problem": message}


def shape(name: str) -> Text:
    """What a shape of YAML is called: `mapping`, `list` or `text`."""
    return text(f"shapes.{name}")


def found_shape(value: object) -> Text | str:
    """What stands there: the name of its shape, or the words themselves."""
    return (
        shape("mapping") if isinstance(value, dict) else shape("list") if isinstance(value, list) else f"{value!s:.60}"
    )


def _wrong_key(kind: str, path: tuple[Any, ...], record_class: type[BaseModel], raw: Map, file: str) -> Diagnostic:
    owner = _class_at(record_class, path[:-1])
    key, section = str(path[-1]), getattr(owner, "section", owner.__name__)
    if kind == "missing":
        return mistake("missing-key", file, yamlsource.spot_of(raw, path[:-1]), key=key, section=section)
    spot = yamlsource.key_spot_of(raw, path)
    return mistake("unknown-key", file, spot, closest(key, _keys_of(owner)), key=key, section=section)


def _keys_of(owner: type[BaseModel | Text]) -> list[str]:
    if issubclass(owner, Text):
        return [known.name for known in dataclasses.fields(owner)]
    return [info.alias or name for name, info in owner.model_fields.items() if name not in _NEVER_WRITTEN]


def _class_at(record_class: type[BaseModel], path: tuple[Any, ...]) -> type[BaseModel | Text]:
    found: type[BaseModel | Text] = record_class
    for step in path:
        info = None if issubclass(found, Text) else found.model_fields.get(_attribute(found, str(step)))
        if info is not None:
            found = next(_record_classes(info.annotation), found)
    return found


def _record_classes(annotation: Any) -> Iterator[type[BaseModel | Text]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Text):
        yield annotation
    for part in get_args(annotation):
        yield from _record_classes(part)
