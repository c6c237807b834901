"""Where the templates and examples are that travel with the tool."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal


def shipped(kind: Literal["templates", "examples"]) -> Path:
    """The folder of an installed copy, or of the checkout that the package runs from."""
    package = Path(str(files("oc_strategy")))
    installed = package / "_shipped" / kind
    return installed if installed.is_dir() else package.parent / kind
