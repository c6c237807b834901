"""The JSON Schema of the YAML files, for completion and hover texts in editors."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

from oc_strategy.criteria import ALL_MODES, Criteria, Criterion, ModePoints, Pair, shipped_criteria
from oc_strategy.lang import field_help, text
from oc_strategy.loading.reading import EXCEPTIONS
from oc_strategy.model.edges import EDGES_FROM, KEYS, VALUES, Edge
from oc_strategy.model.node import Node, NotApplicable, Record, yaml_key
from oc_strategy.model.sections import NODE_CLASSES, SECTIONS
from oc_strategy.model.steering import Portfolio, RuleException
from oc_strategy.model.text import Text

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NOT_APPLICABLE: Final = {"$ref": "#/$defs/NotApplicable"}


def json_schema(ids: Mapping[str, Sequence[str]] | None = None, criteria: Criteria | None = None) -> dict[str, Any]:
    """A schema for every file of a project: its own fields, the sections, the exceptions.

    `ids` has the ids that exist under each section; with them, a link field takes those ids only. `criteria` are those
    that ratings may be given for, the shipped ones if None.
    """
    definitions: dict[str, Any] = {}
    described: tuple[type[Record], ...] = (*NODE_CLASSES, NotApplicable, RuleException)
    for record_class in described:
        _define(record_class, definitions)
    for node_class in NODE_CLASSES:
        _finish_node(node_class, definitions, ids)
    _finish_ratings(definitions, criteria or shipped_criteria())
    project = definitions.pop("Project")
    properties = {"id": {"type": "string", "pattern": "^[a-z0-9-]+$"}, **project["properties"]}
    properties |= {name: _section(name, node_class) for name, node_class in SECTIONS.items()}
    properties[EXCEPTIONS] = {"type": "array", "items": {"$ref": "#/$defs/RuleException"}}
    return {
        "$schema": DIALECT, "title": "oc-strategy project", "type": "object", "properties": properties,
        "additionalProperties": False, "$defs": dict(sorted(definitions.items())),
    }  # fmt: skip


def portfolio_schema() -> dict[str, Any]:
    """A schema for `portfolio.yaml`."""
    schema = Portfolio.model_json_schema()
    return {"$schema": DIALECT, **_widened(schema)}


def findings_schema() -> dict[str, Any]:
    """The schema that findings as JSON keep."""
    return _kept("findings")


def options_schema() -> dict[str, Any]:
    """The schema that options as JSON keep."""
    return _kept("options")


def criteria_schema() -> dict[str, Any]:
    """A schema for a portfolio's own `criteria.yaml`."""
    definitions: dict[str, Any] = {}
    for record_class in (Criterion, ModePoints, Pair):
        _define(record_class, definitions)
    parts: dict[str, dict[str, Any]] = {
        "criteria": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Criterion"}},
        "modes": {"type": "object", "properties": {mode: {"$ref": "#/$defs/ModePoints"} for mode in ALL_MODES}},
        "pairs": {"type": "array", "items": {"$ref": "#/$defs/Pair"}},
    }
    parts["modes"]["additionalProperties"] = False
    return {
        "$schema": DIALECT, "title": "oc-strategy criteria", "type": "object", "properties": parts,
        "additionalProperties": False, "$defs": dict(sorted(definitions.items())),
    }  # fmt: skip


def _kept(name: str) -> dict[str, Any]:
    words = (files(f"oc_strategy.exporters.{name}") / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(words)
    return schema


def _define(record_class: type[Record], definitions: dict[str, Any]) -> None:
    schema = record_class.model_json_schema(ref_template="#/$defs/{model}")
    definitions.update({name: _widened(inner) for name, inner in schema.pop("$defs", {}).items()})
    definitions[record_class.__name__] = _widened(schema)


def _widened(schema: Any) -> Any:
    """The same schema, where a plain text may be written without quotes although it looks like a number."""
    if isinstance(schema, list):
        return [_widened(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _widened(value) for key, value in schema.items() if key != "default"}
    if found.get("type") == "string" and not {"enum", "pattern", "const"} & found.keys():
        found["type"] = ["string", "number"]
    # A range from a value to the same value is written as that value.
    return {"anyOf": [found, found["prefixItems"][0]]} if "prefixItems" in found else found


def _finish_node(node_class: type[Node], definitions: dict[str, Any], ids: Mapping[str, Sequence[str]] | None) -> None:
    schema = definitions[node_class.__name__]
    schema["required"] = [key for key in schema.get("required", ()) if key != "id"]
    properties = schema["properties"]
    del properties["id"]
    properties.pop("not_applicable", None)
    for name in node_class.model_fields:
        key = yaml_key(node_class, name)
        if key in properties:
            properties[key] = _field(node_class, name, properties[key])
    for edge in EDGES_FROM[node_class] if ids is not None else ():
        _allow_only(edge, properties, ids or {})


def _finish_ratings(definitions: dict[str, Any], criteria: Criteria) -> None:
    """Offer the criteria that are rated, each with its question; no other name is taken."""
    choices = definitions["Output"]["properties"]["ratings"]["anyOf"]
    taken = next(choice for choice in choices if "additionalProperties" in choice)
    definitions["Rating"], taken["additionalProperties"] = taken["additionalProperties"], False
    taken["properties"] = {
        name: {"description": _words(criterion.question), "$ref": "#/$defs/Rating"}
        for name, criterion in criteria.criteria.items()
        if not criterion.cases
    }


def _field(node_class: type[Node], name: str, schema: dict[str, Any]) -> dict[str, Any]:
    choices = [choice for choice in schema.get("anyOf", [schema]) if choice != {"type": "null"}]
    taken = [_one_or_many(choice) for choice in choices]
    both = field_help(node_class.section, name)
    return {"description": _words(both), "anyOf": [*taken, _NOT_APPLICABLE]}


def _one_or_many(schema: dict[str, Any]) -> dict[str, Any]:
    """A list of words may be written as one word, a mapping of ids to values as ids."""
    if schema.get("type") == "array" and set(schema.get("items", {})) & {"type", "enum", "pattern"}:
        return {"anyOf": [schema, copy.deepcopy(schema["items"])]}
    if schema.get("type") == "object" and "propertyNames" in schema:
        word = copy.deepcopy(schema["propertyNames"])
        return {"anyOf": [schema, {"type": "array", "items": word}, word]}
    return {key: value for key, value in schema.items() if key not in {"title", "description"}} or schema


def _words(both: Text) -> str:
    return f"{both.of('en')}\n\n{both.of('ja')}"


def _section(name: str, node_class: type[Node]) -> dict[str, Any]:
    return {
        "type": ["object", "null"],
        "description": _words(text(f"help_sections.{name}")),
        "propertyNames": {"pattern": "^[a-z0-9-]+$"},
        "additionalProperties": {"anyOf": [{"$ref": f"#/$defs/{node_class.__name__}"}, {"type": "null"}]},
    }


def _allow_only(edge: Edge[Any, Any], properties: dict[str, Any], ids: Mapping[str, Sequence[str]]) -> None:
    """Let a link field that stands directly in the node take only ids of the right kind."""
    if len(edge.steps) > 1 and edge.steps[1] not in {KEYS, VALUES}:
        return
    key = yaml_key(edge.source, edge.steps[0])
    known = sorted({node_id for target in edge.targets for node_id in ids.get(target.section, ())})
    if known and VALUES not in edge.steps:
        _set_enum(properties[key], known)


def _set_enum(schema: Any, known: list[str]) -> None:
    if isinstance(schema, list):
        for item in schema:
            _set_enum(item, known)
    elif isinstance(schema, dict):
        if "pattern" in schema and "/" in schema["pattern"]:
            pattern = schema.pop("pattern")
            foreign = pattern.replace("(/[a-z0-9-]+)?", "/[a-z0-9-]+")
            schema.pop("type", None)
            schema.pop("maxLength", None)
            schema["anyOf"] = [{"enum": known}, {"type": "string", "pattern": foreign}]
            return
        for value in schema.values():
            _set_enum(value, known)
