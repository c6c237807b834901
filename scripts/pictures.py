"""Draw the pictures of the documentation with the tool itself (`python scripts/pictures.py`)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

from oc_strategy.cli.app import app

ROOT: Final = Path(__file__).resolve().parent.parent
AS_OF: Final = "2026-11-23"


def main() -> None:
    """Write `docs/images/qr-code-strategy.<language>.svg` for both languages, over those that are there."""
    with tempfile.TemporaryDirectory() as folder:
        settings = ["--as-of", AS_OF, "--audience", "public", "--lang", "both", "--output", folder]
        app(["diagram", str(ROOT / "examples" / "qr-code"), *settings], standalone_mode=False)
        for drawn in sorted(Path(folder).glob("*.svg")):
            shutil.copyfile(drawn, ROOT / "docs" / "images" / drawn.name)
            print(f"docs/images/{drawn.name}")


if __name__ == "__main__":
    main()
