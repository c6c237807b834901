"""One command a file; the only place that prints, asks, or sets an exit status."""

from oc_strategy.cli.app import run

__all__ = ["run"]
