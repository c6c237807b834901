"""One project opens what another keeps closed: an output, a patent family or a secret that both hold or name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oc_strategy.model.node import Node
from oc_strategy.model.numbering import Number, numbers_of
from oc_strategy.model.rights import Patent
from oc_strategy.model.stances import Stance, given_free, revealed, treated
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Finding, Part, PortfolioCase, Step, rule

Name = str | Number


@rule(
    asked_of="portfolio",
    severity="error",
    question=Text(
        en="Does no project open what another one keeps closed?",
        ja="あるプロジェクトが閉じているものを、別のプロジェクトが開いていないか",
    ),
    message=Text(
        en="{here} opens {thing}, which {there} keeps closed.",
        ja="{there} が閉じている {thing} を、{here} は開く。",
    ),
    remedy=Text(
        en="Let the owners of both projects agree on one treatment of {thing}, and change the other option.",
        ja="双方の責任者が {thing} の扱いを一つに決め、一方の選択肢を改める。",
    ),
    why=Text(
        en="What is open once is open for all: the project that earns by the closed part loses it.",
        ja="一度開いたものは、だれにとっても開かれる。閉じた部分で稼ぐプロジェクトは、それを失う。",
    ),
    basis=Basis(practice=("S58", "S74")),
    fires="""
# camera/project.yaml
id: camera
outputs:
  tuning: {title: Tuning of the encoder}
options:
  plan: {treatments: {tuning: keep-secret}}
# screen/project.yaml
id: screen
publications:
  talk:
    title: How our encoder is tuned
    reveals: camera/tuning  # <- opened-here-closed-there
""",
    silent="""
# camera/project.yaml
id: camera
outputs:
  tuning: {title: Tuning of the encoder}
  format: {title: Format of the stream}
options:
  plan: {treatments: {tuning: keep-secret, format: publish}}
# screen/project.yaml
id: screen
publications:
  talk: {title: How streams look, reveals: camera/format}
outputs:
  panel: {title: Panel, depends_on: camera/tuning}
""",
)
def opened_here_closed_there(case: PortfolioCase) -> Iterator[Answer]:
    closed: dict[Name, list[tuple[Part, Stance]]] = defaultdict(list)
    for part in case.parts:
        for closing in _closed(part):
            for name in _names(part, closing.thing):
                closed[name].append((part, closing))
    for here in case.parts:
        for opening in _opened(here):
            yield from _against(here, opening, [c for name in _names(here, opening.thing) for c in closed[name]])


def _names(part: Part, thing: Node) -> list[Name]:
    """Under which names other projects may have a thing, the first its own."""
    return [part.reference(thing.id), *(sorted(numbers_of(thing)) if isinstance(thing, Patent) else ())]


def _against(here: Part, opening: Stance, closed: list[tuple[Part, Stance]]) -> Iterator[Answer]:
    """One finding for each other project that keeps closed what is opened here."""
    others = {there.id: (there, s) for there, s in reversed(closed) if there is not here and _is_hurt(opening, s)}
    for name in sorted(others):
        yield _found(here, opening, *others[name])


def _opened(part: Part) -> Iterator[Stance]:
    yield from (s for s in treated(part.case.graph, part.case.option) if s.treatment and s.treatment.posture == "open")
    yield from (s for s in (*revealed(part.case.graph), *given_free(part.case.graph)) if s.teller.id in part.own)


def _closed(part: Part) -> Iterator[Stance]:
    for stance in treated(part.case.graph, part.case.option):
        if stance.treatment and stance.treatment.posture == "closed":
            yield stance


def _is_hurt(opening: Stance, closing: Stance) -> bool:
    """Whether it is more than a text about what is closed by a published patent."""
    is_text = opening.treatment is None and opening.where[0] != "grants"
    return not is_text or (closing.treatment is not None and closing.treatment.is_kept_secret)


def _found(here: Part, opening: Stance, there: Part, closing: Stance) -> Finding:
    teller, keeper = here.seen(opening.teller), there.seen(closing.teller)
    # A family may have another id in each project.
    thing, kept = here.seen(opening.thing), there.seen(closing.thing)
    things = (thing,) if thing.id == kept.id else (thing, kept)
    return Finding(
        teller, opening.where, {"here": here.name, "there": there.name, "thing": thing}, others=things,
        chain=(Step(teller, opening.where), *map(Step, things), Step(keeper, _mode(closing))),
    )  # fmt: skip


def _mode(stance: Stance) -> tuple[str | int, ...]:
    given = stance.treatment
    return (*stance.where, "mode") if given and given.mode else stance.where
