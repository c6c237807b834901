"""An invention completed in Japan in a designated field is filed abroad before Japan, or before the ban is lifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from oc_strategy.facts import Fact
from oc_strategy.model.classification import matches, matching
from oc_strategy.model.dates import Date
from oc_strategy.model.departing import Departure, departures, filed_at_home, has_undated_home, latest_day
from oc_strategy.model.disclosure import reveals
from oc_strategy.model.edges import COVERS
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_HOME = "JP"
_NO_FILING = Text(en="none", ja="なし")
_MAYBE = Text(
    en="{patent} is filed at {office} on {filed}, and {output} ({classes}) may fall under item {item} of the Japanese "
    "list of designated fields; first filing in Japan: {first}. Was it cleared?",
    ja="{patent} は {filed} に {office} へ出願されるが、{output}（{classes}）は特定技術分野の政令第{item}号に当たり得る"
    "（日本への最初の出願: {first}）。外国出願の禁止の対象でないことを確かめたか。",
)


@rule(
    severity="error",
    question=Text(
        en="Is an invention made in Japan in a designated field kept from abroad until it is cleared?",
        ja="特定技術分野に当たる国内の発明を、禁止が解けるまで外国に出願しないでいるか",
    ),
    message=Text(
        en="{patent} is filed at {office} on {filed}, before the ban on foreign filing ends "
        "(first filing in Japan: {first}); {output} ({classes}) falls under item {item} of the Japanese list "
        "of designated fields.",
        ja="{patent} は外国出願の禁止が解ける前の {filed} に {office} へ出願されている（日本への最初の出願: {first}）。"
        "{output}（{classes}）は特定技術分野の政令第{item}号に当たる。",
    ),
    remedy=Text(
        en="File in Japan first and wait for the notice, or ask for prior confirmation; record the day in `clearance`. "
        "If it has happened, take legal advice at once.",
        ja="先に日本へ出願して通知を待つか事前確認を求め、その日を clearance に記録する。"
        "既に出願したときは直ちに専門家に相談する。",
    ),
    why=Text(
        en="Since 2024-05-01 such an invention is filed in Japan first, whoever applies; the ban lasts up to ten "
        "months and its breach is punished, PCT filings included.",
        ja="2024年5月1日から、該当する発明は出願人を問わずまず日本に出願する。"
        "禁止は最長10か月続き、PCT出願も含めて違反には罰則がある。",
    ),
    basis=Basis(facts=("designated-fields", "foreign-filing"), practice=("G44",)),
    fires="""
id: demo
outputs:
  seeker: {title: Seeker, completed_in: JP, classes: [F41G7/22]}
patents:
  family:
    covers: seeker
    members:
      - {office: JP, filed: 2025-06-02}
      - {office: US, filed: 2025-08-04}  # <- foreign-filing-before-clearance
""",
    silent="""
id: demo
outputs:
  seeker: {title: Seeker, completed_in: JP, classes: [F41G7/22]}
  lens: {title: Lens, completed_in: JP, classes: [G02B1/00]}
patents:
  family:
    covers: seeker
    clearance: 2025-07-28
    members:
      - {office: JP, filed: 2025-06-02}
      - {office: US, filed: 2025-08-04}
  optics:
    covers: lens
    members: [{office: US, filed: 2025-06-02}]
""",
)
def foreign_filing_before_clearance(case: Case) -> Iterator[Answer]:
    since = Date.parse(_fact(case, "first-filing").valid_from or "0001")
    items = case.facts.every("designated-fields", _HOME, on=case.today, aspect="item")
    # The same few classes are those of most outputs.
    field_of = cache(lambda classes: _field(items, classes))
    for patent in case.graph.of(Patent):
        if "clearance" in patent.not_applicable:
            continue
        abroad = [d for d in departures(patent, _HOME) if not latest_day(patent, d).certainly_before(since)]
        for output in case.graph.targets(patent, COVERS) if abroad else ():
            field = field_of(output.classes)
            is_asked = field is not None or not output.is_answered("classes")
            if is_asked and not _is_public_before(case, output, since):
                yield from _judged_output(case, patent, output, field, abroad)


@dataclass(frozen=True, slots=True)
class _Field:
    """The item of the Order that an output falls under, and whether that is certain."""

    item: Fact
    is_certain: bool


def _fact(case: Case, aspect: str) -> Fact:
    return case.facts.every("foreign-filing", _HOME, aspect=aspect)[0]


def _judged_output(
    case: Case, patent: Patent, output: Output, field: _Field | None, abroad: list[Departure]
) -> Iterator[Answer]:
    if output.completed_in not in {None, _HOME}:
        return
    if not output.is_answered("classes"):
        yield Unanswered(output, "classes" if output.completed_in else "completed_in", (patent,))
        return
    if field is None:
        return
    if output.completed_in is None:
        yield Unanswered(output, "completed_in", (patent,))
        return
    for event in abroad:
        yield from _judged(case, patent, output, field, event)


def _field(items: tuple[Fact, ...], classes: tuple[str, ...]) -> _Field | None:
    """The item that classes most surely fall under; a limit or an additional condition leaves it uncertain."""
    found = []
    for item in items:
        match = matches(item.value or "", classes)
        if match != "no":
            found.append(_Field(item, match == "yes" and _is_unconditional(item, classes)))
    return max(found, key=lambda field: field.is_certain, default=None)


def _is_unconditional(item: Fact, classes: tuple[str, ...]) -> bool:
    if "limit" in item.detail:
        return False
    exempt = " | ".join(item.detail.get("condition_exempt", "").split())
    return item.detail["condition"] == "false" or (bool(exempt) and matches(exempt, classes) == "yes")


def _judged(case: Case, patent: Patent, output: Output, field: _Field, event: Departure) -> Iterator[Answer]:
    if event.on is None or (patent.clearance is None and has_undated_home(patent, _HOME)):
        yield Unanswered(patent, "members", (output,))
        return
    if _is_public_before(case, output, event.on):
        return
    answer = _severity(case, patent, event.on)
    if answer == "unknown":
        yield Unanswered(patent, "clearance", (output,))
    elif answer is not None:
        since = Date.parse(_fact(case, "first-filing").valid_from or "0001")
        is_certain = answer == "error" and field.is_certain and not event.on.possibly_before(since)
        is_certain = is_certain and not _may_be_public_before(case, output, event.on)
        yield _finding(case, patent, output, field, event, "error" if is_certain else "question")


def _is_public_before(case: Case, output: Output, day: Date) -> bool:
    return any(reveal.on is not None and reveal.on.certainly_before(day) for reveal in reveals(case.graph, output))


def _may_be_public_before(case: Case, output: Output, day: Date) -> bool:
    return any(reveal.on is not None and reveal.on.possibly_before(day) for reveal in reveals(case.graph, output))


def _severity(case: Case, patent: Patent, on: Date) -> Severity | str | None:
    """How sure the breach is: `unknown` where no clearance is on record but the time without a notice may have run."""
    first, cleared = filed_at_home(patent, _HOME), patent.clearance
    ends = first.plus_months(_fact(case, "ban-ends").number) if first is not None else None
    if ends is not None and ends.certainly_before(on):
        return None
    if cleared is not None:
        may_have_ended = ends is not None and ends.possibly_before(on)
        sure: Severity = "question" if may_have_ended else "error"
        return sure if on.certainly_before(cleared) else "question" if on.possibly_before(cleared) else None
    if first is None or on.certainly_before(first):
        return "error"
    referral_ends = first.plus_months(_fact(case, "no-referral").number)
    if not referral_ends.possibly_before(on):
        return "error"
    return "unknown"


def _finding(
    case: Case, patent: Patent, output: Output, field: _Field, event: Departure, severity: Severity
) -> Finding:
    first = filed_at_home(patent, _HOME)
    return Finding(
        patent,
        event.place,
        {
            "patent": patent, "output": output, "office": event.office, "filed": event.on or "?",
            "first": first or _NO_FILING, "item": field.item.detail["item"],
            "classes": ", ".join(matching(field.item.value or "", output.classes)),
        },
        others=(output,),
        chain=(
            Step(output, "completed_in"), Step(output, "classes"), Step(patent, event.place),
            Step(patent, "clearance"),
        ),
        facts=(field.item, _fact(case, "first-filing"), _fact(case, "ban-ends")),
        severity=severity, message=None if severity == "error" else _MAYBE,
    )  # fmt: skip
