"""Portfolios of invented texts, gathered as the commands do it, one project after the other."""

from __future__ import annotations

from collections.abc import Mapping

from books import TODAY

from oc_strategy.checking import Settings
from oc_strategy.conflicts import claims_of, conflicts
from oc_strategy.facts import Facts
from oc_strategy.model.audience import reduced
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.portfolio import portfolio_of_texts
from oc_strategy.report import report
from oc_strategy.tables.portfolio import Whole, part_of
from oc_strategy.tables.portfolio.settling import settled

CATALOG = """
organizations:
  ours: {title: Our company, own: true}
people:
  sato: {title: Sato, works_for: ours}
committees:
  group: {title: Group, acronym: CG, seats: [{person: sato, role: expert}]}
standards:
  socket: {title: Socket standard, designation: ISO 123, stage: "30.60", published: 2021-06, committee: group}
patents:
  latch: {title: Latch, owners: ours, members: [{office: JP, application: 2021-000001, status: granted}]}
"""
PLUG = """
id: plug
title: Plug
owner: ours
areas: [ai-robots, kitchens]
next_review: 2026-01-10
people:
  sato: {time_share: 60}
standards:
  socket: {published: 2022}
outputs:
  contact: {title: Contact, created_by: ours}
declarations:
  said: {on: 2024-02-03, commitment: royalty-free, patents: latch, standard: socket}
options:
  close: {title: Close, treatments: {contact: keep-secret}}
indicators:
  sold:
    title: Sold
    unit: pieces
    baseline: 0
    target: 100
    target_by: 2028-12-31
    actuals: [{on: 2025-01-01, value: 10}, {on: 2026-01-01, value: 40}]
"""
BATTERY = """
id: battery
title: Battery
areas: {not_applicable: none of the lists}
people:
  sato: {time_share: 50}
outputs:
  pack: {title: Pack, depends_on: [plug/contact, socket]}
publications:
  talk: {title: Talk, reveals: plug/contact}
declarations:
  stated: {on: 2024-02-03, commitment: frand, patents: latch, standard: socket}
"""
HIDDEN = """
id: hidden
confidentiality: restricted
title: Hidden
people:
  sato: {time_share: 90}
outputs:
  core: {title: Core, depends_on: [plug/contact, socket]}
publications:
  leak: {title: Leak, reveals: plug/contact}
declarations:
  third: {on: 2024-02-03, commitment: refused, patents: latch, standard: socket}
"""
TEXTS = {"catalog/shared.yaml": CATALOG, "plug/project.yaml": PLUG, "battery/project.yaml": BATTERY}
SETTINGS = Settings(TODAY, Facts())


def whole_of(texts: Mapping[str, str], audience: Confidentiality = "internal", **more: object) -> Whole:
    """All there is to tell about a portfolio of texts."""
    portfolio = portfolio_of_texts(texts)
    across = conflicts(portfolio, SETTINGS, audience) if audience in {"internal", "restricted"} else {}
    parts = []
    for folder in portfolio.folders:
        loaded = portfolio.load(folder)
        assert not loaded.mistakes, [m.message.en for m in loaded.mistakes]
        made = report(loaded, SETTINGS, audience, across.get(loaded.project.id, ()))
        if (part := part_of(made, claims_of(loaded, audience))) is not None:
            parts.append(part)
    catalog = {node.id: node for node in reduced(portfolio.catalog.nodes.values(), audience).nodes}
    title = Text(ja="見本", en="Sample")
    return Whole(title, settled(parts), catalog, SETTINGS.facts, TODAY, audience, **more)  # type: ignore[arg-type]
