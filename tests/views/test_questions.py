"""Dependencies, protection, one standard, and exposure: what each shows of the examples and of small projects."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawing import box, ends, example, ids, told

from oc_strategy.report import Report
from oc_strategy.views.dependencies import dependencies_view
from oc_strategy.views.exposure import exposure_view
from oc_strategy.views.protection import protection_view
from oc_strategy.views.standard import standard_view
from oc_strategy.views.view import View

Viewer = Callable[[Report, str | None, int | None], View]
VIEWS: tuple[Viewer, ...] = (dependencies_view, exposure_view, protection_view, standard_view)


@pytest.mark.parametrize("view", VIEWS)
def test_an_unknown_focus_is_named(view: Viewer) -> None:
    with pytest.raises(ValueError, match=r"^nowhere$"):
        view(example("qr-code"), "nowhere", None)


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_project_says_so_in_both_languages(view: Viewer) -> None:
    drawn = view(told("id: p"), None, None)
    assert drawn.boxes == drawn.arrows == ()
    assert drawn.empty is not None
    assert drawn.empty.of("ja") != drawn.empty.of("en")


@pytest.mark.parametrize("view", VIEWS)
def test_more_depth_never_shows_less(view: Viewer) -> None:
    focus = "fleet-interface-item" if view is standard_view else "fleet-protocol"
    shown = [ids(view(example("agv"), focus, depth)) for depth in (1, 2, 3)]
    assert shown[0] <= shown[1] <= shown[2]
    assert shown[0] < shown[2]


def test_dependencies_of_the_qr_code() -> None:
    drawn = dependencies_view(example("qr-code"))
    assert {("decoder", "symbol"), ("reader-interface", "symbol"), ("variants", "symbol")} == ends(drawn, "strong")
    assert ("iso-18004", "symbol") in ends(drawn, "dotted")
    assert ids(drawn, "outputs") == {"symbol", "reader-interface", "decoder", "variants"}


def test_protection_of_the_symbol() -> None:
    drawn = protection_view(example("qr-code"), "symbol")
    assert {"finder-pattern", "qr-mark", "free-use", "iso-18004", "jis-x-0510"} <= ids(drawn)
    assert not {"decoder", "decoding", "denso"} & ids(drawn)
    assert ("finder-pattern", "symbol") in ends(drawn, "dashed"), "all members have expired"
    assert ("qr-mark", "symbol") in ends(drawn, "strong")
    assert "no right is left" in (box(drawn, "finder-pattern").detail or box(drawn, "finder-pattern").label).of("en")


def test_protection_tells_the_offices_of_live_members() -> None:
    drawn = protection_view(
        told("""
id: p
outputs: {o: {}}
patents:
  family:
    covers: [o]
    members:
      - {office: US, status: granted}
      - {office: JP, status: granted}
      - {office: EP, status: pending}
      - {office: CN, status: refused}
      - {office: KR, status: granted, expires: 2020-01-01}
"""),
        "o",
    )
    detail = box(drawn, "family").detail
    assert detail is not None
    assert detail.of("ja") == "登録：JP, US\n係属中：EP"


def test_the_parties_of_a_right_come_with_more_depth() -> None:
    assert "denso" in ids(protection_view(example("qr-code"), "symbol", 2))


STANDARD = """
id: p
option: plan
outputs: {method: {}, core: {}}
patents: {family: {covers: [method], essential_to: [draft]}, other: {covers: [core]}}
standards:
  draft:
    committee: group
    normative_references: [older]
    clauses:
      - {id: scope, normative: true, reveals: [method]}
      - {id: annex, normative: false, reveals: [core]}
  older: {}
committees: {group: {seats: [{person: expert, role: convenor}, {person: late, role: expert, until: 2020-01-01}]}}
people: {expert: {}, late: {}}
declarations: {promise: {standard: draft, patents: [family], commitment: frand}}
contributions: {paper: {to: [draft], reveals: [method]}}
products: {machine: {conforms_to: [draft]}}
options: {plan: {treatments: {method: standard-free, core: keep-secret}}}
"""


def test_a_standard_shows_what_must_be_open_who_sits_and_what_is_declared() -> None:
    drawn = standard_view(told(STANDARD), "draft")
    assert {("draft#scope", "method")} == ends(drawn, "strong")
    assert {("draft#annex", "core")} == ends(drawn, "dotted")
    assert {("expert", "group"), ("promise", "family"), ("promise", "draft"), ("machine", "draft")} <= ends(
        drawn, "plain"
    )
    assert {("late", "group"), ("family", "draft"), ("draft", "older")} <= ends(drawn, "dashed")
    assert box(drawn, "core").look == "closed"
    assert "other" not in ids(drawn)


def test_the_qr_standard_needs_an_open_symbol() -> None:
    drawn = standard_view(example("qr-code"), "iso-18004")
    assert {"iso-18004#symbol", "symbol", "jtc1-sc31", "readers"} <= ids(drawn)
    assert ("iso-18004#symbol", "symbol") in ends(drawn, "strong")


EXPOSURE = """
id: p
option: plan
outputs: {method: {}, part: {part_of: method}, other: {}}
secrets: {recipe: {protects: [method]}}
patents:
  early: {covers: [method], priority_date: 2025-01-10}
  late: {covers: [method], priority_date: 2026-06-01}
  never: {covers: [method]}
  vague: {covers: [method], priority_date: 2026}
publications:
  talk: {on: 2026-03-01, reveals: [method]}
  briefing: {on: 2026-02-01, confidential: true, held_under: nda, reveals: [other]}
agreements: {nda: {kind: nda}}
options: {plan: {treatments: {method: publish, other: keep-secret}}}
"""


def test_exposure_shows_what_a_talk_gives_away_and_what_was_not_filed_first() -> None:
    drawn = exposure_view(told(EXPOSURE, "restricted"), "talk")
    assert ids(drawn) == {"talk", "method", "part", "recipe", "early", "late", "never", "vague"}
    assert ends(drawn, "strong") == {("talk", "method")}
    assert ends(drawn, "dashed") == {("method", "part"), ("method", "recipe")}
    looks = {name: box(drawn, name).look for name in ("early", "late", "never", "vague")}
    assert looks == {"early": "patent", "late": "gap", "never": "gap", "vague": "patent"}


def test_what_is_seen_under_secrecy_gives_nothing_away() -> None:
    drawn = exposure_view(told(EXPOSURE), "briefing")
    assert ends(drawn) == ends(drawn, "dotted") == {("briefing", "other")}


def test_an_output_published_today_endangers_what_is_unfiled_today() -> None:
    drawn = exposure_view(told(EXPOSURE), "method")
    assert {name for name in ids(drawn) if box(drawn, name).look == "gap"} == {"never"}


def test_the_qr_standard_came_after_the_filing() -> None:
    drawn = exposure_view(example("qr-code"), "iso-18004")
    assert ids(drawn) == {"iso-18004", "symbol", "finder-pattern"}
    detail = box(drawn, "finder-pattern").detail
    assert detail is not None
    assert "filed before, 1994-03-14" in detail.of("en")
