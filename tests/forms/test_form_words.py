"""What a form says: dates as exactly as they are known, gaps in words, nothing told to outsiders about gaps."""

from __future__ import annotations

import pytest
from filling import content, of_example, of_text

from oc_strategy.forms import names
from oc_strategy.forms.content import day_words
from oc_strategy.model.dates import Date
from oc_strategy.model.text import LANGUAGES


@pytest.mark.parametrize(
    ("written", "ja", "en"),
    [
        ("2026", "2026年", "2026"),
        ("2026-04", "2026年4月", "Apr 2026"),
        ("2026-04-01", "2026年4月1日", "1 Apr 2026"),
        ("2026-04..2026-05-02", "2026年4月～2026年5月2日", "Apr 2026 – 2 May 2026"),
    ],
)
def test_a_date_reads_as_exactly_as_it_is_known(written: str, ja: str, en: str) -> None:
    assert day_words(Date.parse(written), "ja") == ja
    assert day_words(Date.parse(written), "en") == en


def test_what_nobody_wrote_is_said_to_be_missing() -> None:
    made = of_text("id: demo\nprogramme: {not_applicable: own money}\n")
    assert content(made).value("project.purpose").words == "Not stated"
    assert content(made, "ja").value("project.purpose").words == "未記入"
    assert content(made).value("project.programme").words == "Not applicable: own money"


def test_outsiders_are_not_told_whether_something_was_written() -> None:
    hidden = "id: demo\nconfidentiality: public\npurpose: {ja: 秘, en: secret, confidentiality: internal}\n"
    for text in (hidden, "id: demo\nconfidentiality: public\n"):
        assert content(of_text(text, "public")).value("project.purpose").words == "Not given here"
    assert content(of_text(hidden, "public")).value("count.error").words == "Not given here"


def test_an_empty_list_says_why_once() -> None:
    (row,) = content(of_text("id: demo\n")).rows("patents")
    assert row("title").words.startswith("No patent family")
    assert row("covers").words == "—"
    assert row("title").words.startswith("No patent family")


def test_a_worked_out_column_without_a_value_is_a_dash_and_a_field_is_missing() -> None:
    (row,) = content(of_text("id: demo\npatents: {p: {title: Lens}}\n")).rows("patents")
    assert (row("title").words, row("claims").words, row("declarations").words) == ("Lens", "Not stated", "—")


def test_numbers_keep_their_value_beside_their_words() -> None:
    (row,) = content(of_text("id: demo\nindicators: {k: {target: 1200, baseline: 0.5}}\n")).rows("indicators")
    assert (row("target").words, row("target").raw) == ("1,200", 1200)
    assert row("baseline").raw == 0.5


def test_the_decisions_asked_for_begin_with_outputs_that_nobody_treats() -> None:
    made = of_text("id: demo\noption: a\noutputs: {x: {title: Lens}}\noptions: {a: {title: A}}\n")
    rows = content(made).rows("decisions-asked")
    assert rows[0]("what-to-decide").words == "How to treat Lens"


def test_measures_fall_into_the_years_of_the_project() -> None:
    rows = content(of_example("agv")).rows("years")
    assert [row("year").words for row in rows] == ["2024", "2025", "2026", "2027", "2028", "2029"]
    assert "New work item proposal on the fleet-management interface" in rows[1]("opening").words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_vocabulary_has_words(language: str) -> None:
    said = content(of_example("qr-code"), language)  # type: ignore[arg-type]
    known = names()
    assert all(said.value(name).words for name in known.values)
    for name, columns in known.lists.items():
        assert all(row(column).words for row in said.rows(name) for column in columns)


def test_an_option_that_outsiders_may_not_see_does_not_read_as_undecided() -> None:
    made = "id: demo\nconfidentiality: public\noption: a\noutputs: {x: {title: Lens, confidentiality: public}}\n"
    said = content(
        of_text(made + "options: {a: {confidentiality: internal, treatments: {x: keep-secret}}}\n", "public")
    )
    (row,) = said.rows("measures")
    assert (row("posture").words, row("treatment").words) == ("Not given here", "Not given here")
    assert said.value("count.undecided").words == "Not given here"
    (asked,) = said.rows("decisions-asked")
    assert "Lens" not in asked("what-to-decide").words
