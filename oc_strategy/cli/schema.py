"""`schema`: the JSON Schema that editors complete and explain with."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from oc_strategy.cli.asking import LangOption, Quiet, portfolio_at
from oc_strategy.cli.putting import put


def schema(
    path: Annotated[Path | None, typer.Argument(help="A project or portfolio: links then take its ids only.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of to the screen.")
    ] = None,
    portfolio: Annotated[bool, typer.Option("--portfolio", help="The schema of portfolio.yaml.")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="The schema of findings as JSON.")] = False,
    options: Annotated[bool, typer.Option("--options", help="The schema of options as JSON.")] = False,
    criteria: Annotated[bool, typer.Option("--criteria", help="The schema of criteria.yaml.")] = False,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Write the JSON Schema for completion and hover texts; name it in a file's first line for your editor.

    # yaml-language-server: $schema=./oc-strategy.schema.json
    """
    from oc_strategy.exporters import schema as schemas
    from oc_strategy.exporters.terminal import json_of

    asked = {
        schemas.findings_schema: findings, schemas.options_schema: options, schemas.criteria_schema: criteria,
        schemas.portfolio_schema: portfolio,
    }  # fmt: skip
    make = next((make for make, is_asked in asked.items() if is_asked), partial(_of_projects, path))
    put(json_of(make()), output, lang, is_data=True, quiet=quiet)


def _of_projects(path: Path | None) -> dict[str, Any]:
    from oc_strategy.exporters.schema import json_schema

    return json_schema(_ids(path), portfolio_at(path).criteria) if path else json_schema()


def _ids(path: Path) -> dict[str, list[str]]:
    portfolio = portfolio_at(path)
    known: dict[str, set[str]] = defaultdict(set)
    nodes = [node for folder in portfolio.folders for node in portfolio.load(folder).graph.nodes.values()]
    for node in (*nodes, *portfolio.catalog.nodes.values()):
        if "/" not in node.id:
            known[node.section].add(node.id)
    return {section: sorted(ids) for section, ids in known.items()}
