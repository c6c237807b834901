"""Write the generated pages of the reference (`python scripts/reference.py`), or prove them fresh (`--check`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import cli_page
import examples_page
import maps_page

from oc_strategy.criteria import shipped_criteria
from oc_strategy.exporters.reference import (
    criteria_page,
    diagrams_page,
    facts_page,
    forms_page,
    nodes_page,
    patterns_page,
    rules_page,
    words_page,
    workbook_page,
)
from oc_strategy.exporters.schema import json_schema
from oc_strategy.facts import Facts
from oc_strategy.forms import names
from oc_strategy.model.text import LANGUAGES, Language
from oc_strategy.options.patterns import patterns
from oc_strategy.rules import all_rules
from oc_strategy.tables.book import SHEETS
from oc_strategy.tables.portfolio import SHEETS as PORTFOLIO_SHEETS
from oc_strategy.views.catalog import VIEWS

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    """Every generated page by its path below the repository."""
    docs = {f"docs/{language}/{name}.md": words for language in LANGUAGES for name, words in _in(language).items()}
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return docs | {"examples/oc-strategy.schema.json": schema}


def _in(language: Language) -> dict[str, str]:
    sheets = [make.__name__.replace("_", "-") for make in SHEETS]
    together = [f"portfolio-{make.__name__.replace('_', '-')}" for make in PORTFOLIO_SHEETS]
    return {
        "reference/rules": rules_page(all_rules(), Facts(), language),
        "reference/nodes": nodes_page(language),
        "reference/words": words_page(language),
        "reference/facts": facts_page(Facts(), language),
        "reference/workbook": workbook_page(sheets, together, language),
        "reference/diagrams": diagrams_page(VIEWS, language),
        "reference/criteria": criteria_page(shipped_criteria(), language),
        "reference/patterns": patterns_page(patterns(), language),
        "reference/maps": maps_page.maps_page(language),
        "reference/forms": forms_page(names(), language),
        "reference/cli": cli_page.cli_page(language),
        "explanation/examples": examples_page.examples_page(language),
    }


def stale(root: Path = ROOT) -> list[str]:
    """The pages whose committed text is not what the tool says today, or that are missing."""
    return [path for path, words in pages().items() if _read(root / path) != words]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are stale; 1 if any is, 2 for any other argument."""
    if arguments not in ([], ["--check"]):
        print("usage: python scripts/reference.py [--check]", file=sys.stderr)
        return 2
    old = stale()
    if arguments:
        for path in old:
            print(f"stale: {path}; run python scripts/reference.py")
        return int(bool(old))
    every = pages()
    for path in old:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(every[path], encoding="utf-8", newline="\n")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
