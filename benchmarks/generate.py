"""Makes synthetic portfolios: realistic in shape, mostly in order, equal for equal arguments, all names invented.

python -m benchmarks.generate FOLDER --projects 1000 --nodes 100
"""

from __future__ import annotations

import argparse
import random
import re
from datetime import date
from pathlib import Path
from string import Template

HERE = Path(__file__).parent
CELL = dict(re.findall(r"^(\w+):\n((?:  .*\n)+)", (HERE / "cell.yaml").read_text(encoding="utf-8"), re.MULTILINE))
TREATMENTS = (HERE / "treatments.yaml").read_text(encoding="utf-8")
NODES_IN_A_CELL = sum(len(re.findall(r"^  \S", section, re.MULTILINE)) for section in CELL.values())
TODAY = date(2026, 11, 23)
"""The day that what is made is looked from."""
GAP_EVERY = 10
"""One cell in so many has a gap that a check finds."""


def main() -> None:
    """Write a portfolio with so many projects of so many nodes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--projects", type=int, default=1)
    parser.add_argument("--nodes", type=int, default=100)
    given = parser.parse_args()
    write_portfolio(given.folder, given.projects, given.nodes)


def write_portfolio(folder: Path, projects: int, nodes: int) -> None:
    """A portfolio folder: `portfolio.yaml`, a catalog, and `projects/p0000` and so on."""
    (folder / "catalog").mkdir(parents=True, exist_ok=True)
    (folder / "portfolio.yaml").write_text('title: Synthetic portfolio\nprojects: ["projects/*"]\n', encoding="utf-8")
    shared = (HERE / "catalog.yaml").read_text(encoding="utf-8")
    (folder / "catalog" / "shared.yaml").write_text(shared, encoding="utf-8")
    for number in range(projects):
        project = folder / "projects" / f"p{number:04}"
        project.mkdir(parents=True, exist_ok=True)
        (project / "project.yaml").write_text(project_text(number, nodes), encoding="utf-8")


def project_text(number: int, nodes: int) -> str:
    """One project of about so many nodes as one YAML text."""
    chance = random.Random(number * 1_000_003 + nodes)
    cells = [_values(cell, chance) for cell in range(max(1, round((nodes - 2) / NODES_IN_A_CELL)))]
    parts = [Template((HERE / "head.yaml").read_text(encoding="utf-8")).substitute(number=f"{number:04}")]
    for section, text in CELL.items():
        parts += [f"{section}:\n", *_filled(text, cells)]
    parts += ["options:\n  chosen:\n    title: {ja: 採択, en: Chosen}\n    treatments:\n", *_filled(TREATMENTS, cells)]
    return "".join(parts)


def _values(cell: int, chance: random.Random) -> dict[str, str]:
    day = chance.randint(10, 28)
    return {
        "n": f"{cell:03}",
        "before": f"{chance.randrange(max(1, cell)):03}",
        "day": str(day),
        "digit": str(chance.randint(1, 9)),
        "trl": str(chance.randint(6, 9)),
        # The gap: a device that is sold where nothing was filed.
        "markets": "[market-jp, market-us, market-de]"
        if chance.randrange(GAP_EVERY) == 0
        else "[market-jp, market-us]",
    }


def _filled(text: str, cells: list[dict[str, str]]) -> list[str]:
    template = Template(text)
    return [template.substitute(values) for values in cells]


if __name__ == "__main__":
    main()
