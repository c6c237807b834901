"""What a shell is offered beyond names that never change: ids of the project that somebody stands in."""

from __future__ import annotations

from pathlib import Path


def node_ids(incomplete: str) -> list[str]:
    """Ids of nodes."""
    return _ids(incomplete)


def option_ids(incomplete: str) -> list[str]:
    """Ids of options written in the text."""
    return _ids(incomplete, "options")


def output_ids(incomplete: str) -> list[str]:
    """Ids of outputs."""
    return _ids(incomplete, "outputs")


def shock_names(incomplete: str) -> list[str]:
    """Names of shocks to options."""
    from oc_strategy.options.shocks import SHOCKS

    return [name for name in SHOCKS if name.startswith(incomplete)]


def words_after_options(incomplete: str) -> list[str]:
    """What `options` can be followed by; where none of it fits, a shell offers folders."""
    from oc_strategy.cli.commands import COMMANDS

    seconds = (name.removeprefix("options ") for name in COMMANDS if name.startswith("options "))
    return [second for second in seconds if second.startswith(incomplete)]


def _ids(incomplete: str, section: str | None = None) -> list[str]:
    """Ids in the folder that a command would look in; none where there is no project, as nobody reads a message now."""
    from oc_strategy.cli.asking import portfolio_at
    from oc_strategy.cli.console import Misuse

    try:
        portfolio = portfolio_at(Path())
        nodes = [node for folder in portfolio.folders for node in portfolio.load(folder).graph.nodes.values()]
    except (Misuse, OSError):
        return []
    ids = {node.id for node in nodes if section in {None, node.section}}
    return sorted(node_id for node_id in ids if node_id.startswith(incomplete))
