"""The facts are whole and trustworthy, and each question to them gets the answer of its day and place."""

import pickle
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from oc_strategy.facts import Confidence, Fact, Facts
from oc_strategy.facts.fact import UNDATED, days_of
from oc_strategy.facts.reading import facts_in

FACTS = Facts()
JAPANESE = re.compile("[぀-ヿ一-鿿]")
DATA = Path(__file__).parents[2] / "oc_strategy" / "facts" / "data"


def number(topic: str, place: str, on: date | None = None, **detail: str) -> int:
    fact = FACTS.find(topic, place, on, **detail)
    assert fact is not None
    return fact.number


# What is shipped


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_row_can_be_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    facts, mistakes = facts_in(text, path.stem, path.name)
    assert mistakes == ()
    assert len(facts) == text.count("\n  - id: ")
    assert text.startswith("#")
    assert "as of" in text.partition("facts:")[0]


def test_ids_are_unique_in_the_whole_store() -> None:
    assert [fact for fact, times in Counter(fact.id for fact in FACTS.all()).items() if times > 1] == []


def test_confidence_is_one_of_the_five_marks() -> None:
    assert {fact.confidence for fact in FACTS.all()} == set(get_args(Confidence))


def test_only_what_is_from_memory_or_in_doubt_goes_without_a_source() -> None:
    assert [fact.id for fact in FACTS.all() if not fact.source and fact.confidence != "M"] == []


def test_every_fact_names_its_place_in_the_domain_pages() -> None:
    assert [fact.id for fact in FACTS.all() if not fact.reference or not fact.place] == []


def test_both_statements_are_there_in_their_own_language() -> None:
    wrong = [f.id for f in FACTS.all() if not JAPANESE.search(f.statement_ja) or f.statement_en == f.statement_ja]
    assert wrong == []


def test_bounds_are_in_order() -> None:
    bounded = [fact for fact in FACTS.all() if fact.valid_from and fact.valid_to]
    assert bounded
    assert [f.id for f in bounded if days_of(f.valid_from or "")[0] > days_of(f.valid_to or "")[1]] == []


def test_what_has_a_unit_is_a_number() -> None:
    assert all(fact.number > 0 for fact in FACTS.all() if fact.unit)


def test_there_are_46_stage_codes_in_three_states() -> None:
    codes = FACTS.about("stage-codes")
    assert len({fact.value for fact in codes}) == len(codes) == 46
    cancelled = {fact.value for fact in codes if fact.detail["state"] == "cancelled"}
    assert cancelled == {"00.98", "10.98", "20.98", "30.98", "40.98", "50.98", "95.99"}
    published = {fact.value for fact in codes if fact.detail["state"] == "published"}
    reviewed = {"90.20", "90.60", "90.92", "90.93", "90.99"}
    assert published == reviewed | {"60.00", "60.60", "95.20", "95.60", "95.92"}


def test_the_order_has_47_items_and_19_of_them_are_conditional() -> None:
    items = FACTS.every("designated-fields", "JP", aspect="item")
    assert [fact.detail["item"] for fact in items] == [str(number) for number in range(1, 48)]
    assert len(FACTS.every("designated-fields", "JP", aspect="item", condition="true")) == 19
    assert FACTS.by_id("designated-item-15").value == "B64C39/02 AND F41"


def test_sixteen_areas_are_named_and_the_unconfirmed_lists_are_not() -> None:
    named = FACTS.every("technology-areas", "JP", list="basic-plan-7", status="expert-group")
    assert len([fact for fact in named if "name_en" in fact.detail]) == 16
    unconfirmed = FACTS.every("technology-areas", "JP", status="unconfirmed")
    assert [(fact.value, fact.confidence) for fact in unconfirmed] == [("17", "M"), ("8", "M")]


@pytest.mark.parametrize("place", sorted({fact.place for fact in FACTS.about("grace-period")} - {"*"}))
def test_every_grace_window_says_from_what_it_counts_and_what_it_covers(place: str) -> None:
    dates = {"filing", "priority", "filing-or-domestic-priority", "unknown"}
    for fact in FACTS.every("grace-period", place, aspect="window"):
        assert fact.detail["reference_date"] in dates
        assert fact.detail["covers"] in {"general", "listed", "abuse-or-exhibition"}


# Patterns

GOOD = [
    ("iso-iec", "ISO/IEC 18004:2015"),
    ("iso-iec", "ISO 9001:2015/Amd 1:2024"),
    ("iwa", "IWA 42:2022"),
    ("jis", "JIS X 0510:2018"),
    ("etsi", "ETSI TS 103 645 V2.1.2 (2020-06)"),
    ("itu-t", "ITU-T H.264 (08/2021)"),
    ("itu-r", "ITU-R BT.709-6"),
    ("ietf-rfc", "RFC 8179"),
    ("ietf-id", "draft-ietf-quic-http-34"),
    ("ieee", "IEEE Std 802.11-2020"),
    ("en", "EN ISO 9001:2015"),
    ("3gpp", "3GPP TS 38.331 v17.3.0"),
    ("ipc", "G06K 7/14"),
    ("cpc", "Y02E 60/10"),
    ("ics", "35.040.50"),
    ("stage", "60.60"),
    ("st13", "102024000012345"),
    ("docdb", "EP.1000000.A1"),
    ("kind", "B2"),
]
BAD = [
    ("iso-iec", "ISO standard 18004"),
    ("jis", "JISX0208"),
    ("etsi", "ETSI 103645"),
    ("itu-t", "ITU-T 264"),
    ("ietf-rfc", "RFC-8179"),
    ("ietf-id", "ietf-quic-http"),
    ("3gpp", "3GPP 38.331"),
    ("ipc", "Y02E 60/10"),
    ("ics", "35.4"),
    ("stage", "50.95"),
    ("st13", "2024012345"),
    ("docdb", "EP1000000A1"),
    ("kind", "B21"),
    ("ietf-rfc", "RFC 8179\n"),
]


def accepts(kind: str, text: str) -> bool:
    (pattern,) = FACTS.every("identifiers", aspect="pattern", kind=kind)
    return re.fullmatch(pattern.value or "", text) is not None


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_a_good_identifier_is_accepted(kind: str, text: str) -> None:
    assert accepts(kind, text)


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_a_malformed_identifier_is_refused(kind: str, text: str) -> None:
    assert not accepts(kind, text)


def test_each_kind_has_one_pattern_and_only_two_are_lenient() -> None:
    patterns = FACTS.every("identifiers", aspect="pattern")
    assert {fact.detail["kind"] for fact in patterns} == {kind for kind, _ in GOOD}
    lenient = {fact.detail["kind"] for fact in patterns if fact.detail["severity"] == "warning"}
    assert lenient == {"ieee", "en"}


# Questions


def test_the_japanese_grace_period_doubled_on_the_9th_of_june_2018() -> None:
    assert number("grace-period", "JP", date(2018, 6, 8), right="patent") == 6
    assert number("grace-period", "JP", date(2018, 6, 9), right="patent") == 12
    assert number("grace-period", "JP", right="patent") == 12


def test_grace_differs_by_right_not_only_by_office() -> None:
    patent = FACTS.find("grace-period", "DE", right="patent")
    model = FACTS.find("grace-period", "DE", right="utility-model")
    assert patent
    assert model
    assert (patent.detail["reference_date"], patent.detail["covers"]) == ("filing", "abuse-or-exhibition")
    assert (model.detail["reference_date"], model.detail["covers"]) == ("priority", "general")


def test_the_etsi_duty_was_reworded_in_november_2005() -> None:
    def trigger(day: date) -> tuple[str | None, ...]:
        return tuple(f.value for f in FACTS.every("patent-policy", "etsi", day, aspect="disclosure-trigger"))

    assert trigger(date(2005, 10, 31)) == ("when-aware",)
    # The day in the month is not known, so both may have held, and the later one answers.
    assert trigger(date(2005, 11, 15)) == ("when-aware", "during-development")
    answer = FACTS.find("patent-policy", "etsi", date(2005, 11, 15), aspect="disclosure-trigger")
    assert answer
    assert answer.value == "during-development"
    assert trigger(date(2005, 12, 1)) == ("during-development",)


def test_a_split_office_gives_its_earlier_limit_unless_the_chapter_is_told() -> None:
    assert number("national-phase", "AZ") == 30
    assert number("national-phase", "AZ", chapter="2") == 31
    assert number("national-phase", "JP") == 30
    assert number("national-phase", "EP") == 31


def test_a_disputed_limit_is_the_earlier_one_and_may_only_ask() -> None:
    austria = FACTS.find("national-phase", "AT")
    assert austria
    assert (austria.number, austria.strongest) == (30, "question")


def test_a_place_without_facts_gets_no_answer() -> None:
    assert FACTS.find("grace-period", "ZZ") is None
    assert FACTS.every("grace-period", "ZZ") == ()


def test_a_misspelt_topic_detail_or_id_is_the_programmers_mistake() -> None:
    with pytest.raises(KeyError):
        FACTS.about("grace-periods")
    with pytest.raises(KeyError):
        FACTS.find("grace-period", "JP", kind="patent")
    with pytest.raises(KeyError):
        FACTS.by_id("grace-jp-2019")


def test_a_fact_is_found_by_its_id_in_a_topic_not_read_before() -> None:
    assert Facts().by_id("grace-ep").topic == "grace-period"


@pytest.mark.parametrize(
    ("confidence", "strongest"),
    [("V1", "error"), ("V2", "error"), ("V1d", "warning"), ("M", "question"), ("X", "question")],
)
def test_confidence_limits_severity(confidence: Confidence, strongest: str) -> None:
    assert fact(confidence=confidence).strongest == strongest


def test_a_partial_bound_counts_with_all_its_days() -> None:
    held = fact(valid_from="2015-02", valid_to="2016")
    assert not held.holds_on(date(2015, 1, 31))
    assert held.holds_on(date(2015, 2, 1))
    assert held.holds_on(date(2016, 12, 31))
    assert not held.holds_on(date(2017, 1, 1))
    assert fact().holds_on(date(1900, 1, 1))


def test_a_text_is_stale_once_it_is_certainly_older_than_the_months() -> None:
    assert not fact(as_of="2024-02-29").is_stale(date(2026, 2, 28))
    assert fact(as_of="2024-02-27").is_stale(date(2026, 2, 28))
    assert not fact(as_of="2024").is_stale(date(2026, 12, 31))
    assert fact(as_of="2024").is_stale(date(2027, 1, 1))
    assert fact(as_of="2026-01").is_stale(date(2026, 5, 1), months=3)
    assert fact(as_of=UNDATED).is_stale(date(2026, 5, 1))


def fact(
    as_of: str = "2026", confidence: Confidence = "V1", valid_from: str | None = None, valid_to: str | None = None
) -> Fact:
    return Fact("f", "t", "JP", "1", "months", {}, valid_from, valid_to, as_of, confidence, (), "F1", "文", "text")


def test_facts_and_their_store_can_be_sent_to_another_process() -> None:
    store = Facts()
    store.about("grace-period")
    again = pickle.loads(pickle.dumps(store))
    assert again == store
    assert again.by_id("grace-jp-2018") == store.by_id("grace-jp-2018")
    assert len({store.by_id("grace-jp-2018"), again.by_id("grace-jp-2018")}) == 1


# A user's own lists

OWN = """
facts:
  - id: area-16-final
    place: JP
    value: NO
    detail: {list: basic-plan-7, name_en: a final area}
    as_of: 2027-01
    confidence: V1
    statement: 一文だけ
  - {id: area-list-17, place: JP, value: 0123, as_of: 2027, confidence: V1, statement: {en: confirmed, ja: 確認済み}}
"""


def test_a_users_rows_replace_and_add(tmp_path: Path) -> None:
    (tmp_path / "technology-areas.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "house-rules.yaml").write_text("facts: []", encoding="utf-8")
    own = Facts(tmp_path)
    assert own.mistakes() == ()
    assert len(own.about("technology-areas")) == len(FACTS.about("technology-areas")) + 1
    assert (own.by_id("area-list-17").value, own.by_id("area-list-17").confidence) == ("0123", "V1")
    assert own.by_id("area-16-final").value == "NO"
    assert own.by_id("area-16-final").statement_en == "一文だけ"
    assert own.about("house-rules") == ()
    assert set(own.topics()) == {*FACTS.topics(), "house-rules"}
    assert own.about("grace-period") == FACTS.about("grace-period")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("facts: [", "expected"),
        ("- id: a", "a list under the key `facts` is missing"),
        ("facts: [word]", "a row is a mapping"),
        ("facts: [{id: a}]", "`place` is missing"),
        ("facts: [{id: a, plaice: JP}]", "unknown key `plaice`"),
        (OWN.replace("confidence: V1", "confidence: sure"), "`confidence` is one of"),
        (OWN.replace("as_of: 2027-01", "as_of: soon"), "`as_of` is a date"),
        (OWN.replace("as_of: 2027-01", "as_of: 2027-13"), "`as_of` is a date"),
        (OWN.replace("detail: {list", "detail: {deep: {a: b}, list"), "`detail` is a flat mapping"),
        (OWN.replace("place: JP\n", "place: [JP]\n"), "`place` is one word"),
        (OWN.replace("    value: NO", "    value: NO\n    unit: months"), "a `unit` needs a whole number"),
        (OWN.replace("    value: NO", "    topic: other"), "`topic` is the name of the file"),
        (OWN.replace("    value: NO", "    source: {a: b}"), "`source` is an address"),
        (OWN.replace("area-list-17", "area-16-final"), "the id stands twice"),
        (OWN.replace("    value: NO", "    value: NO\n    value: YES"), "The key “value” stands twice"),
        (OWN.replace("detail: {list", "detail: {[a]: b, list"), "A key is not a single word"),
        ("facts: &all [*all]", "The anchor “&all” stands here"),
        ("", "a list under the key"),
    ],
)
def test_a_users_mistake_is_told_and_harms_nothing_else(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "technology-areas.yaml").write_text(text, encoding="utf-8")
    own = Facts(tmp_path)
    assert told in " ".join(mistake.what.en for mistake in own.mistakes())
    assert all(JAPANESE.search(mistake.what.ja) for mistake in own.mistakes())
    assert own.by_id("area-list-16") == FACTS.by_id("area-list-16")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "technology-areas.yaml").write_bytes(b"\xff\xfe\x00")
    own = Facts(tmp_path)
    assert [mistake.file for mistake in own.mistakes()] == ["technology-areas.yaml"]
    assert own.about("technology-areas") == FACTS.about("technology-areas")


def test_topics_are_known_without_reading_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oc_strategy.facts.store.facts_in", pytest.fail)
    assert "grace-period" in Facts().topics()
