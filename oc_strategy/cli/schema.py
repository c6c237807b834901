"""`schema`: write the JSON Schema of the YAML files, for editors."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Annotated

import typer

from oc_strategy.cli.asking import portfolio_at
from oc_strategy.cli.console import say


def schema(
    path: Annotated[Path | None, typer.Argument(help="A project or portfolio: links then take its ids only.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write there instead of to the screen.")] = None,
    portfolio: Annotated[bool, typer.Option("--portfolio", help="The schema of portfolio.yaml.")] = False,
) -> None:
    """Write the JSON Schema for completion and hover texts; name it in a file's first line for your editor.

    # yaml-language-server: $schema=./oc-strategy.schema.json
    """
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.exporters.schema import json_schema, portfolio_schema

    found = portfolio_schema() if portfolio else json_schema(_ids(path) if path else None)
    words = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if output is None:
        say(words)
    else:
        write_atomically(output, words.encode())


def _ids(path: Path) -> dict[str, list[str]]:
    portfolio = portfolio_at(path)
    known: dict[str, set[str]] = defaultdict(set)
    nodes = [node for folder in portfolio.folders for node in portfolio.load(folder).graph.nodes.values()]
    for node in (*nodes, *portfolio.catalog.nodes.values()):
        if "/" not in node.id:
            known[node.section].add(node.id)
    return {section: sorted(ids) for section, ids in known.items()}
