"""Projects, or a project and the catalog, state different facts about one shared node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from oc_strategy.model.claims import compared, entitled
from oc_strategy.model.declaring import is_sure
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Finding, PortfolioCase, Step, rule
from oc_strategy.wording import field_words

Statement = tuple[Node, Path]


@rule(
    asked_of="portfolio",
    severity="error",
    question=Text(
        en="Do all projects and the catalog state the same facts about what they share?",
        ja="共有するものについて、各プロジェクトとカタログの記載は一致しているか",
    ),
    message=Text(
        en="{shared} is stated differently in {places}: {field}.",
        ja="{shared} の「{field}」が、{places} で食い違っている。",
    ),
    remedy=Text(
        en="Find out which statement is true, keep it in the catalog, and take the others out.",
        ja="正しい記載を確かめてカタログに残し、ほかを除く。",
    ),
    why=Text(
        en="Each project would plan, file and declare on its own version of one fact.",
        ja="同じ事実について、プロジェクトごとに異なる前提で計画・出願・宣言をすることになる。",
    ),
    basis=Basis(practice=("S61",)),
    fires="""
# catalog/shared.yaml
standards:
  coding: {title: Coding standard, body: iso, published: 2021-06}
# camera/project.yaml
id: camera
standards:
  coding: {published: 2022}  # <- catalog-contradiction
# screen/project.yaml
id: screen
outputs:
  panel: {depends_on: coding}
""",
    silent="""
# catalog/shared.yaml
standards:
  coding: {title: Coding standard, body: iso, published: 2021-06}
# camera/project.yaml
id: camera
standards:
  coding: {published: 2021-06-15, stage: "60.60"}
# screen/project.yaml
id: screen
standards:
  coding: {title: The standard we wait for, published: 2021}
""",
)
def catalog_contradiction(case: PortfolioCase) -> Iterator[Answer]:
    for statements in case.claims.values():
        for told in _told_differently(statements).values():
            yield from _found(told, statements)


def _told_differently(statements: tuple[Node, ...]) -> Mapping[Path, dict[str, Statement]]:
    """For each field on which some contradict each other: who says something of it, and where."""
    found: dict[Path, dict[str, Statement]] = {}
    for first, second in combinations(statements, 2):
        for pair in compared(first, second):
            if pair.verdict == "contradict":
                told = found.setdefault(pair.path, {})
                told[first.id] = (first, pair.path)
                told[second.id] = (second, pair.other)
    return found


def _found(told: Mapping[str, Statement], statements: tuple[Node, ...]) -> Iterator[Answer]:
    """One finding for a field, told by the first project (in order of ids) that says something of it."""
    nodes = [node for node, _ in told.values()]
    by_projects = [(node, path) for node, path in told.values() if not node.id.startswith("catalog/")]
    subject, where = min(by_projects, key=lambda statement: statement[0].id)
    yield Finding(
        subject, where,
        {
            "shared": entitled(subject, statements),
            "field": field_words(subject, where), "places": _places(nodes),
        },
        others=tuple(node for node in nodes if node is not subject),
        chain=tuple(Step(node, path) for node, path in told.values()),
        severity=None if is_sure(*nodes) else "question",
    )  # fmt: skip


def _places(nodes: list[Node]) -> str:
    return ", ".join(node.id.partition("/")[0] for node in nodes)
