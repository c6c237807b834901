"""What a standards body's patent policy asks on a day, from the facts, or from what a committee's entry says."""

from dataclasses import dataclass

from oc_strategy.facts.fact import Fact
from oc_strategy.facts.store import Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.graph import Graph
from oc_strategy.model.lifecycle import body_of
from oc_strategy.model.standardization import Committee, Standard

_NO_DUTY = frozenset({"no-duty-stated"})


@dataclass(frozen=True, slots=True)
class Duty:
    """Whether rights must be disclosed: yes, no, or unknown (None), on which fact, and whether the text is unclear."""

    holds: bool | None
    facts: tuple[Fact, ...] = ()
    is_unclear: bool = False


def policy(facts: Facts, body: str | None, on: Date, aspect: str) -> Fact | None:
    """What a body's text in force says on one aspect; None if nothing is known, or if the text changed within `on`."""
    if body is None:
        return None
    first = facts.find("patent-policy", body, on=on.first, aspect=aspect)
    return first if on.is_exact or first == facts.find("patent-policy", body, on=on.last, aspect=aspect) else None


def exclusion_end(facts: Facts, graph: Graph, standard: Standard, index: int) -> tuple[Date, Fact | None] | None:
    """When a window to exclude patents ends: as the call says, else counted from its opening by the body's policy.

    None where neither says it.
    """
    window, body = standard.exclusion_windows[index], body_of(graph, standard)
    if window.closes is not None:
        return window.closes, None
    if window.opened is None or body is None:
        return None
    which = "later" if index else "first"
    fact = facts.find("patent-policy", body, on=window.opened.first, aspect="exclusion-window", window=which)
    return (window.opened.plus_days(fact.number), fact) if fact else None


def has_changed_within(facts: Facts, body: str | None, on: Date, aspect: str) -> bool:
    """Whether a body's text changed on one aspect between the days that a partial date leaves open."""
    if body is None or on.is_exact:
        return False
    first, last = (facts.find("patent-policy", body, on=day, aspect=aspect) for day in (on.first, on.last))
    return first != last


def disclosure_duty(facts: Facts, committee: Committee | None, body: str | None, on: Date) -> Duty:
    """Whether participants had to disclose on a day: as the committee's entry says, else as the body's policy says.

    A policy that is named without saying whether it obliges is unclear: a person must read it.
    """
    if committee is not None and committee.policy_requires_disclosure is not None:
        return Duty(committee.policy_requires_disclosure)
    trigger = policy(facts, body, on, "disclosure-trigger")
    if trigger is not None:
        return Duty(trigger.value not in _NO_DUTY, (trigger,), _is_between_texts(facts, trigger, on))
    if committee is not None and committee.policy is not None:
        return Duty(True, is_unclear=True)
    return Duty(None)


def _is_between_texts(facts: Facts, text: Fact, on: Date) -> bool:
    """Whether the text may not yet have been in force: only its month is known, and no text went before."""
    earlier = facts.every("patent-policy", text.place, on=on.first, aspect=text.detail["aspect"])
    return len(earlier) < 2 and not all(text.surely_holds_on(day) for day in (on.first, on.last))
