"""Draw the pictures of the documentation with the tool itself (`python scripts/pictures.py`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from oc_strategy.cli.app import app

ROOT: Final = Path(__file__).resolve().parent.parent
AS_OF: Final = "2026-11-23"


def main() -> None:
    """Write `docs/images/qr-code-strategy.<language>.svg` for both languages, over those that are there."""
    project, folder = ROOT / "examples" / "qr-code", ROOT / "docs" / "images"
    named = [
        str(project),
        "--output",
        str(folder),
        "--lang",
        "both",
        "--as-of",
        AS_OF,
        "--audience",
        "public",
        "--force",
    ]
    app(["diagram", *named, "--view", "strategy"])


if __name__ == "__main__":
    sys.exit(main())
