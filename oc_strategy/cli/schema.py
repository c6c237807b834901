"""`schema`: the JSON Schema that editors complete and explain with."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Annotated

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
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Write the JSON Schema for completion and hover texts; name it in a file's first line for your editor.

    # yaml-language-server: $schema=./oc-strategy.schema.json
    """
    from oc_strategy.exporters.schema import findings_schema, json_schema, portfolio_schema
    from oc_strategy.exporters.terminal import json_of

    if findings:
        found = findings_schema()
    else:
        found = portfolio_schema() if portfolio else json_schema(_ids(path) if path else None)
    put(json_of(found), output, lang, is_data=True, quiet=quiet)


def _ids(path: Path) -> dict[str, list[str]]:
    portfolio = portfolio_at(path)
    known: dict[str, set[str]] = defaultdict(set)
    nodes = [node for folder in portfolio.folders for node in portfolio.load(folder).graph.nodes.values()]
    for node in (*nodes, *portfolio.catalog.nodes.values()):
        if "/" not in node.id:
            known[node.section].add(node.id)
    return {section: sorted(ids) for section, ids in known.items()}
