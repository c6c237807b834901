"""Build the shipped forms (`python scripts/make_forms.py`), or prove the committed ones fresh (`--check`)."""

from __future__ import annotations

import sys
from pathlib import Path

import form_annex
import form_decks
import form_follow_up
import form_sheets
import form_work_item

from oc_strategy.exporters.zipping import unzipped
from oc_strategy.model.text import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent / "templates" / "forms"
MAKERS = {
    "before-after": (".xlsx", form_sheets.before_after),
    "declaration-record": (".xlsx", form_sheets.declaration_record),
    "programme-annex": (".docx", form_annex.programme_annex),
    "follow-up": (".docx", form_follow_up.follow_up),
    "work-item-plan": (".docx", form_work_item.work_item_plan),
    "steering-deck": (".pptx", form_decks.steering_deck),
}


def built() -> dict[str, bytes]:
    """Every file of the shipped forms by its path below their folder."""
    return {
        f"{name}/{name}.{language}{suffix}": make(language)
        for name, (suffix, make) in MAKERS.items()
        for language in LANGUAGES
    }


def stale() -> list[str]:
    """The files that are missing, or whose parts are not what is built today; how hard they are packed is no matter."""
    return [name for name, data in built().items() if not _is_same(ROOT / name, data)]


def _is_same(path: Path, data: bytes) -> bool:
    return path.is_file() and unzipped(path.read_bytes()) == unzipped(data)


def main(arguments: list[str]) -> int:
    """Write the forms, or with `--check` name those that are stale; 1 if any is, 2 for any other argument."""
    if arguments not in ([], ["--check"]):
        print("usage: python scripts/make_forms.py [--check]", file=sys.stderr)
        return 2
    old = stale()
    every = {} if arguments else built()
    for name in old:
        print(f"stale: {name}; run python scripts/make_forms.py" if arguments else name)
        if not arguments:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_bytes(every[name])
    return int(bool(arguments and old))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
