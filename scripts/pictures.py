"""Draw the pictures of the documentation with the tool itself (`python scripts/pictures.py`)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import examples_page

from oc_strategy.cli.app import app


def main() -> None:
    """Write `docs/images/<example>-strategy.<language>.svg` for every example, over those that are there.

    Each is drawn as of the day from which its story is told.
    """
    for story in examples_page.stories():
        # History is public; of an invented project as it is at work, the public would see next to nothing.
        audience = "public" if story.score else "internal"
        settings = ["--as-of", story.settings.today.isoformat(), "--audience", audience, "--lang", "both", "--quiet"]
        with tempfile.TemporaryDirectory() as folder:
            app(["diagram", str(story.loaded.folder), *settings, "--output", folder], standalone_mode=False)
            for drawn in sorted(Path(folder).glob("*.svg")):
                shutil.copyfile(drawn, examples_page.IMAGES / drawn.name)
                print(f"docs/images/{drawn.name}")


if __name__ == "__main__":
    main()
