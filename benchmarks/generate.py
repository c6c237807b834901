"""Makes synthetic portfolios: realistic in shape, equal for equal arguments, all names invented.

python -m benchmarks.generate FOLDER --projects 1000 --nodes 100
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

MODES = ("keep-secret", "patent-exclusive", "patent-license", "standard-free", "publish", "open-source")
KINDS = ("interface", "software", "process", "component", "test-method", "data")
POSITIONS = ("core", "boundary", "periphery")
SHARES = {"outputs": 0.34, "patents": 0.2, "secrets": 0.08, "standards": 0.1, "products": 0.08, "licenses": 0.08,
          "publications": 0.06, "trends": 0.06}  # fmt: skip


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
    (folder / "catalog" / "shared.yaml").write_text(_catalog(), encoding="utf-8")
    for number in range(projects):
        project = folder / "projects" / f"p{number:04}"
        project.mkdir(parents=True, exist_ok=True)
        (project / "project.yaml").write_text(project_text(number, nodes), encoding="utf-8")


def _catalog() -> str:
    markets = "".join(f"  market-{c.lower()}: {{title: Market {c}, countries: [{c}]}}\n" for c in ("JP", "US", "DE"))
    return (
        "organizations:\n  maker: {title: Maker, kind: company, own: true, country: JP}\n"
        "  partner: {title: Partner, kind: university, country: JP}\n"
        "people:\n  lead: {title: Lead, roles: [ip], works_for: maker}\n"
        "committees:\n  tc-1: {title: TC 1, body: iso, seats: [{person: lead, organization: maker, from: 2020}]}\n"
        f"markets:\n{markets}"
    )


def project_text(number: int, nodes: int) -> str:
    """One project of about so many nodes as one YAML text."""
    chance = random.Random(number * 1_000_003 + nodes)
    counts = {section: max(1, round(nodes * share)) for section, share in SHARES.items()}
    parts = [_head(number), _outputs(counts["outputs"], chance), _patents(counts, chance), _secrets(counts, chance)]
    parts += [_standards(counts, chance), _products(counts, chance), _licenses(counts, chance)]
    parts += [_publications(counts, chance), _trends(counts["trends"], chance), _option(counts["outputs"], chance)]
    return "".join(parts)


def _head(number: int) -> str:
    return (
        f"id: p{number:04}\ntitle: {{ja: 合成プロジェクト{number}, en: Synthetic project {number}}}\n"
        "purpose: {ja: 測るために作った計画, en: Made to be measured}\nperiod: {from: 2024-04, until: 2029-03}\n"
        "owner: maker\noption: chosen\nnext_review: 2027-03-31\nrevenue: Devices and licences\n"
    )


def _ids(prefix: str, count: int) -> Iterator[str]:
    return (f"{prefix}-{index:04}" for index in range(count))


def _some(chance: random.Random, prefix: str, count: int, most: int) -> str:
    wanted = sorted({chance.randrange(count) for _ in range(chance.randint(1, most))})
    return "[" + ", ".join(f"{prefix}-{index:04}" for index in wanted) + "]"


def _outputs(count: int, chance: random.Random) -> str:
    lines = ["outputs:\n"]
    for index, name in enumerate(_ids("output", count)):
        lines.append(
            f"  {name}:\n    title: {{ja: 成果{index}, en: Output {index}}}\n    kind: {chance.choice(KINDS)}\n"
            f"    position: {chance.choice(POSITIONS)}\n    trl: {chance.randint(1, 9)}\n"
            f"    reverse_engineering: {chance.choice(('visible', 'expert-effort'))}\n"
            f"    revenue_bottleneck: {'true' if index % 7 == 0 else 'false'}\n"
        )
        if index:
            lines.append(f"    depends_on: {_some(chance, 'output', index, 2)}\n")
    return "".join(lines)


def _patents(counts: dict[str, int], chance: random.Random) -> str:
    lines = ["patents:\n"]
    for name in _ids("patent", counts["patents"]):
        year, day = chance.randint(2021, 2026), chance.randint(1, 28)
        lines.append(
            f"  {name}:\n    title: Family {name}\n    covers: {_some(chance, 'output', counts['outputs'], 2)}\n"
            f"    priority_date: {year}-05-{day:02}\n    owners: {{maker: 50, partner: 50}}\n    members:\n"
            f"      - {{office: JP, filed: {year}-05-{day:02}, status: pending}}\n"
            f"      - {{office: US, filed: {year + 1}-04-{day:02}, status: pending, priority_claimed: true}}\n"
        )
    return "".join(lines)


def _secrets(counts: dict[str, int], chance: random.Random) -> str:
    return "secrets:\n" + "".join(
        f"  {name}: {{title: Know-how {name}, protects: {_some(chance, 'output', counts['outputs'], 1)}, "
        "measures: [access-control, marking, nda], marked: true, custodian: lead, reviewed: 2026-01-10}\n"
        for name in _ids("secret", counts["secrets"])
    )


def _standards(counts: dict[str, int], chance: random.Random) -> str:
    return "standards:\n" + "".join(
        f'  {name}:\n    designation: ISO {10000 + index}\n    body: iso\n    kind: interface\n    stage: "30.20"\n'
        f"    committee: tc-1\n    clauses:\n"
        "      - {id: c1, title: Interface, normative: true, "
        f"reveals: {_some(chance, 'output', counts['outputs'], 1)}}}\n"
        for index, name in enumerate(_ids("standard", counts["standards"]))
    )


def _products(counts: dict[str, int], chance: random.Random) -> str:
    return "products:\n" + "".join(
        f"  {name}: {{title: Product {name}, launched: 2026-10, revenue_role: main, sold_in: [market-jp, market-us], "
        f"embodies: {_some(chance, 'output', counts['outputs'], 3)}}}\n"
        for name in _ids("product", counts["products"])
    )


def _licenses(counts: dict[str, int], chance: random.Random) -> str:
    return "licenses:\n" + "".join(
        f"  {name}: {{terms: frand, by: maker, territory: world, "
        f"grants: {_some(chance, 'patent', counts['patents'], 2)}}}\n"
        for name in _ids("license", counts["licenses"])
    )


def _publications(counts: dict[str, int], chance: random.Random) -> str:
    return "publications:\n" + "".join(
        f"  {name}: {{title: Paper {name}, venue: paper, on: 2026-0{chance.randint(1, 9)}, "
        f"reveals: {_some(chance, 'output', counts['outputs'], 1)}}}\n"
        for name in _ids("publication", counts["publications"])
    )


def _trends(count: int, chance: random.Random) -> str:
    return "trends:\n" + "".join(
        f"  {name}: {{kind: rival, source: Gazette, frequency: monthly, last_checked: 2026-0{chance.randint(1, 9)}-15, "
        "owner: lead}\n"
        for name in _ids("trend", count)
    )


def _option(outputs: int, chance: random.Random) -> str:
    lines = ["options:\n  chosen:\n    title: Chosen\n    treatments:\n"]
    for name in _ids("output", outputs):
        lines.append(f"      {name}: {{mode: {chance.choice(MODES)}, reason: Synthetic, decided_by: lead}}\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
