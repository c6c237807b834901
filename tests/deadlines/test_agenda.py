"""The list of dates for an audience: nothing above it, no place below internal, ids that last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dating import FACTS, dates, entries

from oc_strategy.deadlines import agenda, merged
from oc_strategy.portfolio import find

TEXT = """
actions:
  file: {due: %s, confidentiality: public}
  keep: {due: 2026-07-01, confidentiality: restricted}
"""


def test_what_is_above_the_audience_and_where_things_stand_is_not_told() -> None:
    seen = entries(TEXT % "2026-06-01", "2026-01-01", "public")
    assert [(e.deadline.node.id, e.place) for e in seen] == [("file", None)]
    inside = entries(TEXT % "2026-06-01", "2026-01-01", "restricted")
    assert [str(e.place) for e in inside] == ["project.yaml:4:15", "project.yaml:5:15"]


def test_an_entry_keeps_its_id_when_the_date_or_the_text_moves() -> None:
    before = entries(TEXT % "2026-06-01", "2026-01-01", "internal")
    after = entries("\n\n" + TEXT % "2027-08-01", "2026-02-01", "public")
    assert before[0].uid == after[0].uid


def test_two_dates_of_one_kind_at_one_office_have_two_ids() -> None:
    text = "agreements: {deal: {obligations: [{what: a, due: 2026-06-01}, {what: b, due: 2026-06-01}]}}"
    assert len({entry.uid for entry in entries(text, "2026-01-01", "internal")}) == 2


def test_a_date_of_the_catalog_is_listed_once_for_all_projects(tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    (tmp_path / "portfolio.yaml").write_text("title: All\n", encoding="utf-8")
    (tmp_path / "catalog" / "people.yaml").write_text("people: {ito: {until: 2027-03-31}}\n", encoding="utf-8")
    for name in ("one", "two"):
        folder = tmp_path / "projects" / name
        folder.mkdir(parents=True)
        (folder / "project.yaml").write_text(f"id: {name}\nmanager: ito\nnext_review: 2026-09-01\n", encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    found = merged(agenda(project, FACTS, date(2026, 1, 1), "internal") for project in loaded)
    told = [(e.project, e.deadline.kind) for e in found]
    assert told == [
        ("one", "review"),
        ("two", "review"),
        (None, "person-leaves"),
    ]


def test_a_date_on_a_fact_that_nobody_confirmed_says_so() -> None:
    text = """
patents:
  family:
    priority_date: 2026-01-05
    members: [{office: WO, filed: 2026-02-02}, {office: JP, route: pct, status: planned}, %s]
"""
    found = dates(text % "{office: TZ, route: pct, status: planned}", "2026-03-01", "national-phase")
    assert {d.office: d.is_confirmed for d in found} == {"JP": True, "TZ": False}


def test_the_end_of_an_exception_is_a_date_for_insiders() -> None:
    text = "exceptions: [{rule: fees-lapsing, status: accepted, reason: r, owner: o, until: 2026-06-30}]"
    (entry,) = entries(text, "2026-01-01", "internal")
    assert (entry.deadline.kind, entry.deadline.office, entry.deadline.on.text) == (
        "exception-ends",
        "fees-lapsing",
        "2026-06-30",
    )
    assert str(entry.place) == "project.yaml:2:14"
    assert entries(text, "2026-01-01", "partner") == ()


def test_a_grace_period_names_what_it_is_counted_from() -> None:
    text = """
outputs: {coder: {}}
publications: {talk: {on: 2026-01-16, reveals: coder}}
patents: {family: {covers: coder, members: [{office: JP, status: planned}]}}
"""
    (grace,) = dates(text, "2026-02-01", "grace")
    assert grace.event is not None
    assert grace.event.id == "talk"
