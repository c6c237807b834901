"""CPU seconds and peak memory of a function or of a whole process, as the operating system accounts for them."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took, with all it waited for: CPU seconds, seconds on the clock, MiB of its largest process."""

    cpu: float
    wall: float
    peak: float


def cost_of(arguments: Sequence[str], runs: int = 5) -> Cost:
    """The median cost of a command, after one run that is not counted (POSIX only: it asks `wait4`).

    A command that is run once only takes long enough to do without the first.
    """
    costs = [_once(arguments) for _ in range(runs + (runs > 1))][runs > 1 :]
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "peak")))


def _once(arguments: Sequence[str]) -> Cost:
    # Byte-code must be kept, or each start compiles the whole tool again.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=kept)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / unit)


def seconds_of(*functions: Callable[[], object], runs: int = 5) -> list[float]:
    """The median CPU seconds of some functions that are run in turn, so that a busy machine slows all alike."""
    times: list[list[float]] = [[] for _ in functions]
    for _ in range(runs):
        for function, found in zip(functions, times, strict=True):
            gc.collect()
            started = time.process_time()
            function()
            found.append(time.process_time() - started)
    return [statistics.median(found) for found in times]
