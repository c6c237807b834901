"""A workbook that comes back, held against its project: what somebody changed in it, and what to write for that.

`planned` makes the plan from the cells of a workbook and its record; `settled` and `files_after` make new texts of it.
Every value here is frozen, and nothing is written.
"""

from oc_strategy.pulling.plan import Plan, Problem, Step
from oc_strategy.pulling.planning import planned
from oc_strategy.pulling.record import Record, record_of
from oc_strategy.pulling.settling import Settled, files_after, settled

__all__ = ["Plan", "Problem", "Record", "Settled", "Step", "files_after", "planned", "record_of", "settled"]
