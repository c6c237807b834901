"""Every date that a project must keep: computed from law and policy, or set by an agreement or a plan."""

from oc_strategy.deadlines.agenda import Entry, agenda, merged
from oc_strategy.deadlines.deadline import NEAR_DAYS, Deadline, Nearness
from oc_strategy.deadlines.gathering import counted_dates, deadlines

__all__ = ["NEAR_DAYS", "Deadline", "Entry", "Nearness", "agenda", "counted_dates", "deadlines", "merged"]
