"""A project in which every node and every text above an audience carries a word that nobody below may see."""

from __future__ import annotations

import json
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import EDGES_FROM
from oc_strategy.model.node import Node, yaml_key
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.steering import Project
from oc_strategy.model.text import Confidentiality, Text

CANARY = "zqcanary"


def project_text(secret_class: Confidentiality, *, with_secrets: bool = True) -> str:
    """A project with, for each section, a public node and one of a class above, all fields filled, linked both ways."""
    sections: dict[str, Any] = {}
    for name, node_class in SECTIONS.items():
        nodes = {f"open-{name}": _node(node_class, "plain", "public", with_secrets, secret_class)}
        if with_secrets:
            nodes[f"{CANARY}-{name}"] = _node(node_class, CANARY, secret_class, True, secret_class)
        sections[name] = nodes
    head = _node(Project, "plain", "public", with_secrets, secret_class)
    return json.dumps({"id": "demo", **head, **sections}, ensure_ascii=False, indent=1)


def _node(
    node_class: type[Node], word: str, own: Confidentiality, with_secrets: bool, secret_class: Confidentiality
) -> dict[str, Any]:
    links = {edge.steps[0] for edge in EDGES_FROM[node_class]}
    fields: dict[str, Any] = {}
    for name, info in node_class.model_fields.items():
        if name not in {"id", "not_applicable", "certainty", "confidentiality", *links}:
            fields[yaml_key(node_class, name)] = _field(name, info, word)
    for edge in EDGES_FROM[node_class]:
        fields[yaml_key(node_class, edge.steps[0])] = _link(node_class, edge.steps[0], with_secrets)
    if own == "public":
        # One text of an open node is itself above the audience.
        hidden = {"note": {"en": f"{CANARY} note", "ja": f"{CANARY} 注", "confidentiality": secret_class}}
        fields |= hidden if with_secrets else {}
        if not with_secrets:
            fields.pop("note", None)
    return {k: v for k, v in fields.items() if v is not None} | {"confidentiality": own}


def _targets(node_class: type[Node], field: str, with_secrets: bool) -> list[str]:
    edges = [edge for edge in EDGES_FROM[node_class] if edge.steps[0] == field]
    sections = sorted({target.section for edge in edges for target in edge.targets if target is not Project})
    prefixes = ("open", CANARY) if with_secrets else ("open",)
    return [f"{prefix}-{section}" for section in sections[:1] for prefix in prefixes]


def _link(node_class: type[Node], field: str, with_secrets: bool) -> Any:
    ids = _targets(node_class, field, with_secrets)
    if field == "acknowledged":
        return {node_id: {"of": "0" * 16, "by": "plain", "on": "2026-01-01", "why": "plain"} for node_id in ids}
    if field in {"part_of", "parent", "based_on", "successor", "replaces"}:
        return None
    if field == "treatments":
        outputs = ids_of("outputs", ids)
        decided = {"decided_by": f"{CANARY}-organizations"} if with_secrets else {}
        made = {i: {"mode": "keep-secret", "via": ids_of("patents", [i]), "reason": "why"} for i in outputs}
        return {i: treatment | decided for i, treatment in made.items()}
    if field == "shared_with":
        return dict.fromkeys(ids_of("organizations", ids))
    nested = [edge for edge in EDGES_FROM[node_class] if edge.steps[0] == field and len(edge.steps) > 1]
    if nested:
        sections = sorted(target.section for target in nested[0].targets)
        return _records(node_class, nested[0], ids_of(sections[0], ids), with_secrets)
    annotation = node_class.model_fields[field].annotation
    if "tuple" in str(annotation) or "Mapping" in str(annotation):
        return ids
    return ids[-1] if with_secrets else None


def _records(node_class: type[Node], edge: Any, ids: list[str], with_secrets: bool) -> list[dict[str, Any]]:
    """A record for each id. One that lists links is text of its own and stays, empty, when what it names is gone."""
    record_class = next(
        part for part in _parts(node_class.model_fields[edge.steps[0]].annotation)
        if isinstance(part, type) and issubclass(part, BaseModel)
    )  # fmt: skip
    own = {edge.steps[1] for edge in EDGES_FROM[node_class] if len(edge.steps) > 1}
    lists = "tuple" in str(record_class.model_fields[edge.steps[1]].annotation)
    made = []
    for number, link in enumerate([*ids, None] if lists and not with_secrets else ids):
        plain = {
            yaml_key(record_class, n): _field(n, f, "plain")
            for n, f in record_class.model_fields.items()
            if n not in own
        }
        plain |= {"id": f"x-{number}"} if "id" in record_class.model_fields else {}
        made.append(plain | ({edge.steps[1]: [link] if lists else link} if link else {}))
    return [{k: v for k, v in record.items() if v is not None} for record in made]


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for inner in get_args(annotation) for part in _parts(inner))]


def ids_of(section: str, like: list[str]) -> list[str]:
    """The ids of another section with the prefixes of some ids."""
    return [f"{i.split('-')[0]}-{section}" for i in like]


def _value(annotation: Any, word: str) -> Any:
    if annotation is str:
        return word
    if annotation is Date:
        return "2026-01-01"
    if annotation in (int, float):
        return "3"
    if annotation is bool:
        return "true"
    return _made_of(annotation, word)


def _made_of(annotation: Any, word: str) -> Any:
    origin, parts = get_origin(annotation), [a for a in get_args(annotation) if a not in (type(None), Ellipsis)]
    if origin is Literal:
        return parts[0]
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return {"en": f"{word} text", "ja": f"{word} 文"}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {yaml_key(annotation, n): _field(n, i, word) for n, i in annotation.model_fields.items()}  # type: ignore[arg-type]
    if origin is tuple:
        return [_value(parts[0], word)]
    if origin is not None and "Mapping" in str(origin):
        return None
    return _value(parts[0], word) if parts else None


def _field(name: str, info: Any, word: str) -> Any:
    if "[A-Z]{2}" in f"{info.annotation}{info.metadata}":
        return ["JP"] if "tuple" in str(info.annotation) else "JP"
    return "x-1" if name == "id" else _value(info.annotation, word)
