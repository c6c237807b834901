"""`deadlines` as a person or a calendar sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project
from icalendar import Calendar

AGV = (EXAMPLES / "agv", "--as-of", "2026-11-27")
TEXT = """
actions:
  late: {title: {ja: 遅れ, en: Late}, due: 2026-03-02}
  soon: {title: "Soon; now, a\\\\b", due: 2026-06-01}
  far: {title: "::add-mask::x 長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い題名", due: 2027}
"""


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return project(tmp_path / "demo", TEXT)


def test_past_near_and_far_stand_apart_and_the_past_is_counted(demo: Path) -> None:
    answer = call("deadlines", demo, "--as-of", "2026-05-01")
    assert answer.status == 0
    assert "Within 90 days (1)\n  2026-06-01  31 days left" in answer.out
    assert "Later (1)" in answer.out
    assert "Late [late]" not in answer.out
    assert "not shown: 1" in answer.out
    assert "Past and still open (1)" in call("deadlines", demo, "--as-of", "2026-05-01", "--all").out


def test_only_the_past_or_only_the_next_days(demo: Path) -> None:
    past = json.loads(call("deadlines", demo, "--as-of", "2026-05-01", "--past", "--format", "json").out)
    assert [d["node"] for d in past["deadlines"]] == ["late"]
    for days, nodes in ((30, []), (31, ["soon"]), (32, ["soon"])):
        found = json.loads(call("deadlines", demo, "--as-of", "2026-05-01", "--within", days, "--format", "json").out)
        assert [d["node"] for d in found["deadlines"]] == nodes
    assert call("deadlines", demo, "--past", "--all").status == 2


def test_columns_stand_below_each_other_in_japanese_too() -> None:
    from oc_strategy.exporters.wrapping import columns_in

    rows = [line for line in call("deadlines", *AGV, lang="ja").out.splitlines() if " agv / " in line]
    assert len({columns_in(row[: row.index(" agv / ")]) for row in rows}) == 1


def test_the_data_have_basis_place_and_both_languages() -> None:
    found = json.loads(call("deadlines", *AGV, "--format", "json").out)
    first = next(d for d in found["deadlines"] if d["kind"] == "priority" and d["node"] == "fam-deadlock")
    assert first["on"]["last"] == "2027-01-19"
    assert first["basis"]["fact"] == "priority-patent"
    assert first["basis"]["source"]
    assert first["place"]["file"].endswith("rights.yaml")
    assert first["what"] == {"ja": "優先権の期限", "en": "Priority period ends"}
    assert sum(found["summary"].values()) == len(found["deadlines"])


def test_the_calendar_is_read_back_by_others_and_never_changes_by_itself(tmp_path: Path) -> None:
    files = [tmp_path / "a.ics", tmp_path / "b.ics"]
    for file in files:
        assert call("deadlines", *AGV, "--output", file, lang="ja").status == 0
    data = files[0].read_bytes()
    assert data == files[1].read_bytes()
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = Calendar.from_ical(data).walk("VEVENT")
    listed = json.loads(call("deadlines", *AGV, "--format", "json").out)["deadlines"]
    assert [str(event["uid"]) for event in events] == [f"{d['uid']}@oc-strategy" for d in listed]
    assert {event.decoded("dtstamp").isoformat() for event in events} == {"2026-11-27T00:00:00+00:00"}
    assert all(len(event.walk("VALARM")) == 2 for event in events)


def test_signs_of_the_calendar_format_come_back_as_they_were(demo: Path) -> None:
    answer = call("deadlines", demo, "--as-of", "2026-05-01", "--format", "ical")
    events = {str(e["uid"]): e for e in Calendar.from_ical(answer.out).walk("VEVENT")}
    said = sorted(str(event["summary"]) for event in events.values())
    assert said[1] == "Action due: Soon; now, a\\b"
    year = next(e for e in events.values() if "長い" in e["summary"])
    assert (str(year.decoded("dtstart")), str(year.decoded("dtend"))) == ("2027-01-01", "2028-01-01")
    assert not [line for line in answer.out.splitlines() if line.lstrip().startswith("::")]


def test_an_audience_sees_its_own_dates_only(tmp_path: Path) -> None:
    folder = project(
        tmp_path / "demo", "actions: {file: {title: Hidden, due: 2030-01-01, confidentiality: restricted}}"
    )
    for form in ("text", "json", "ical"):
        assert "Hidden" not in call("deadlines", folder, "--audience", "internal", "--format", form).out
        assert "Hidden" in call("deadlines", folder, "--audience", "restricted", "--format", form).out


def test_a_project_with_mistakes_is_told_and_the_others_are_listed(tmp_path: Path) -> None:
    project(tmp_path / "bad", "actions: {file: {due: never}}", name="bad")
    project(tmp_path / "good", "actions: {file: {due: 2030-01-01}}", name="good")
    answer = call("deadlines", tmp_path)
    assert answer.status == 1
    assert "2030-01-01" in answer.out
    assert "never" in answer.err


def test_nothing_is_denied_of_a_text_that_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("id: demo\ntitle: [a\n", encoding="utf-8")
    for command in ("deadlines", "list"):
        answer = call(command, tmp_path)
        assert (answer.status, answer.out) == (1, "")
        assert "[not-yaml]" in answer.err


def test_only_the_dates_of_what_is_selected(demo: Path) -> None:
    found = json.loads(
        call("deadlines", demo, "--all", "--select", "soon late", "--exclude", "late", "--format", "json").out
    )
    assert [d["node"] for d in found["deadlines"]] == ["soon"]
    assert call("deadlines", demo, "--select", "nothing").status == 2
