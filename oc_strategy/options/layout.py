"""All that there is to tell about the options of a project, in one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from oc_strategy.checking import Settings, case_of
from oc_strategy.criteria import Criteria
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.steering import Option
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.arranging import treatment_for
from oc_strategy.options.explaining import Question, questions
from oc_strategy.options.frontier import EVERYWHERE, Counted, Frontier, Searches, frontier, with_plans
from oc_strategy.options.ground import Ground, ground
from oc_strategy.options.obstacles import TRIAL, concerned, errors_of, key_of
from oc_strategy.options.plans import STEPS, Plan, beats, count_of_plans, is_allowed, worth
from oc_strategy.options.references import references
from oc_strategy.options.solver import Solver, has_solver
from oc_strategy.portfolio import LoadedProject

COUNTED: Final = 20_000
"""Up to so many plans are counted out; more need a solver."""
ROUNDS: Final = 8
"""How often the frontier is drawn again without what the checks refused."""
GoOn = Callable[[int, int], bool]


class SolverMissing(Exception):  # noqa: N818 - it is told as a sentence, not as an error of ours
    """The model is too large to count all plans, and no solver is installed; `plans` is how many there are."""

    def __init__(self, plans: int) -> None:
        super().__init__(str(plans))
        self.plans = plans


@dataclass(frozen=True)
class Layout:
    """The ground, the frontier, the references by name with what beats each, and the questions.

    The frontier has one plan for each reach in steps, and every allowed reference that no plan beats by any point.
    `beaten_by` has a plan for each reference that is beaten, and none for one that is not.
    """

    ground: Ground
    frontier: Frontier
    references: Mapping[str, Plan]
    beaten_by: Mapping[str, Plan]
    questions: tuple[Question, ...]

    @property
    def compared(self) -> tuple[Plan, ...]:
        """Every plan of the frontier and the references, each once."""
        return tuple(dict.fromkeys((*self.frontier.plans, *self.references.values())))

    @property
    def offered(self) -> tuple[Plan, ...]:
        """The frontier and the references that nothing forbids: what can be chosen from."""
        allowed = (plan for plan in self.references.values() if is_allowed(self.ground, plan))
        return tuple(dict.fromkeys((*self.frontier.plans, *allowed)))

    def is_on_frontier(self, plan: Plan) -> bool:
        """Whether a plan is among those that no plan beats."""
        return plan in self.frontier.plans


def lay_out(
    loaded: LoadedProject, settings: Settings, criteria: Criteria, go_on: GoOn | None = None, steps: int = STEPS,
) -> Layout:  # fmt: skip
    """The options of a project. SolverMissing where there are too many plans to count and HiGHS is not installed.

    `go_on` hears how many plans are found and how many regions are still to be searched, and may say no; what is shown
    then is proven to be beaten by nothing, and `frontier.open_regions` holds where more may lie.
    """
    laid = ground(loaded, settings, criteria)
    if not laid.outputs:
        return Layout(laid, Frontier(()), {}, {}, ())
    laid, searches, found = _allowed(loaded, settings, laid, go_on, steps)
    known = references(laid, loaded.graph.of(Option))
    beaten = {name: by for name, plan in known.items() if (by := _beats(laid, searches, plan, found)) is not None}
    allowed = {plan for name, plan in known.items() if name not in beaten and is_allowed(laid, plan)}
    unbeaten = allowed if found.is_complete else ()
    return Layout(laid, with_plans(laid, found, unbeaten), known, beaten, questions(laid))


def _allowed(
    loaded: LoadedProject, settings: Settings, laid: Ground, go_on: GoOn | None, steps: int
) -> tuple[Ground, Searches, Frontier]:
    """The frontier without plans that the checks refuse, and the ground and the searches that bar them."""
    present = case_of(loaded, settings).option
    heard = [0, 1]

    def told(plans: int, regions: int) -> bool:
        heard[:] = plans, regions
        return go_on is None or go_on(plans, regions)

    def goes_on() -> bool:
        return told(*heard)

    searches = searches_of(laid, steps, goes_on)
    found = frontier(laid, searches, steps, told)
    for _ in range(ROUNDS):
        barred = _barred(loaded, settings, present, laid, found.plans)
        if not barred:
            break
        laid = replace(laid, barred=(*laid.barred, *barred))
        searches = searches_of(laid, steps, goes_on)
        if not found.is_complete:
            # There is no time to search again: what the checks refuse goes, and anything may lie where it was.
            kept = tuple(plan for plan in found.plans if is_allowed(laid, plan))
            return laid, searches, Frontier(kept, (EVERYWHERE,))
        found = frontier(laid, searches, steps, told)
    return laid, searches, found


def _beats(laid: Ground, searches: Searches, plan: Plan, found: Frontier) -> Plan | None:
    """A plan that is at least as good in all aims and better in some, of the frontier if one is; None if none is.

    Where the search was stopped, only the plans found are looked at.
    """
    points = worth(laid, plan).told
    shown = next((other for other in found.plans if beats(worth(laid, other).told, points)), None)
    return shown or (searches.above(points) if found.is_complete else None)


def _barred(
    loaded: LoadedProject, settings: Settings, present: Option | None, laid: Ground, plans: Sequence[Plan]
) -> list[frozenset[tuple[str, Mode]]]:
    """What must not be taken together: modes of the outputs named in an error that not every plan raises."""
    raised = [{key_of(d): d for d in errors} for errors in errors_under(loaded, settings, present, laid, plans)]
    everywhere = set.intersection(*(set(errors) for errors in raised)) if raised else set()
    found: list[frozenset[tuple[str, Mode]]] = []
    for plan, errors in zip(plans, raised, strict=True):
        for key, diagnostic in errors.items():
            if key not in everywhere:
                named = [i for i in laid.index if i in concerned(diagnostic, set(laid.index))] or list(laid.index)
                found.append(frozenset((i, plan[laid.index[i]]) for i in named))
    return list(dict.fromkeys(found))


def searches_of(laid: Ground, steps: int = STEPS, goes_on: Callable[[], bool] | None = None) -> Searches:
    """The solver where it is installed, else counting; SolverMissing where there are too many plans to count."""
    if has_solver():
        return Solver(laid, steps, goes_on)
    if count_of_plans(laid) > COUNTED:
        raise SolverMissing(count_of_plans(laid))
    return Counted(laid, steps)


def option_of(loaded: LoadedProject, present: Option | None, laid: Ground, plan: Plan, option_id: str) -> Option:
    """A plan as an option: each output treated in its mode by what the project has to carry it."""
    treatments = {
        output.id: treatment_for(loaded.graph, present, output, mode)
        for output, mode in zip(laid.outputs, plan, strict=True)
    }
    return Option(id=option_id, treatments=treatments)


def errors_under(
    loaded: LoadedProject, settings: Settings, present: Option | None, laid: Ground, plans: Sequence[Plan]
) -> tuple[tuple[Diagnostic, ...], ...]:
    """For each plan the errors that the checks raise under it, deeds that follow any choice left out."""
    options = (option_of(loaded, present, laid, plan, TRIAL) for plan in plans)
    return tuple(tuple(errors_of(loaded, settings, option)) for option in options)
