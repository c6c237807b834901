"""A small project with expectations as text, scored as of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from oc_strategy.checking import Settings
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.portfolio import find
from oc_strategy.scoring import CaseScore, Judgement, read_expectation, score

PROJECT = """id: demo
title: {ja: 見本, en: Sample}
note: said to be number 42
option: give-away
organizations:
  maker: {own: true}
  buyer: {own: false}
outputs:
  symbol: {title: Symbol, kind: interface}
  reader: {title: Reader, kind: apparatus, revenue_bottleneck: true}
patents:
  family:
    covers: symbol
    owners: buyer
    assigned_from: maker
    assigned_on: 2007
    commitments_assumed_on: 2009-12
declarations:
  promise: {by: maker, on: 2003, commitment: frand, patents: family}
products:
  box: {embodies: reader, revenue_role: main}
options:
  give-away:
    treatments: {symbol: publish, reader: publish}
  keep:
    treatments: {symbol: publish, reader: keep-secret}
"""
DAY = "2026-04-01"


def written(folder: Path, expectations: str, project: str = PROJECT) -> Path:
    (folder / "expected").mkdir(parents=True, exist_ok=True)
    (folder / "project.yaml").write_text(project, encoding="utf-8")
    (folder / "expected" / "findings.yaml").write_text(expectations, encoding="utf-8")
    return folder


def scored(folder: Path, expectations: str, project: str = PROJECT) -> CaseScore:
    """The score of the project with these expectations; they must be free of mistakes."""
    found = find(written(folder, expectations, project))
    assert found is not None
    loaded = found.load(found.folders[0])
    placed, wrong = read_expectation(loaded)
    assert placed is not None, [f"{m.place} {m.message.en}" for m in wrong]
    return score(placed, loaded, Settings(date.fromisoformat(DAY), Facts()))


def judgement(folder: Path, expectations: str) -> Judgement:
    """The only judgement of the project with these expectations."""
    (only,) = scored(folder, expectations).judgements
    return only


def mistakes(folder: Path, expectations: str) -> list[Diagnostic]:
    """What is wrong with the text of these expectations."""
    found = find(written(folder, expectations))
    assert found is not None
    placed, wrong = read_expectation(found.load(found.folders[0]))
    assert (placed is None) == bool(wrong)
    return wrong
