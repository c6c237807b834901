"""Many projects over several processes: the same results in the same order as one after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from oc_strategy.portfolio import LoadedPortfolio

R = TypeVar("R")
_MOST: Final = 32


def spread(
    one: Callable[[LoadedPortfolio, Path], R],
    portfolio: LoadedPortfolio,
    jobs: int | None,
    fewest: int = 64,
    chunk: int = 25,
) -> Iterator[R]:
    """What a function gives for each project of a portfolio, in the order of the folders.

    Takes a function of a module, or a partial one, so that another process can find it; `jobs` processes, or as many
    as there are processors if None and there are at least `fewest` projects (fewer are done before a second process
    has started); each gets `chunk` projects at a time. What the function raises is raised here.
    """
    workers = min(_wanted(jobs, len(portfolio.folders), fewest), len(portfolio.folders), _MOST)
    if workers < 2:
        return (one(portfolio, folder) for folder in portfolio.folders)
    return _pooled(one, portfolio, workers, chunk)


def _wanted(jobs: int | None, projects: int, fewest: int) -> int:
    if jobs is not None:
        return jobs
    return _processors() if projects >= fewest else 1


def _processors() -> int:
    """How many processors this process may use, where the system tells."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _pooled(
    one: Callable[[LoadedPortfolio, Path], R], portfolio: LoadedPortfolio, workers: int, chunk: int
) -> Iterator[R]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    folders = portfolio.folders
    size = min(chunk, -(-len(folders) // workers))
    chunks = [folders[start : start + size] for start in range(0, len(folders), size)]
    # A new interpreter everywhere: a copy of this process is not to be had on Windows, nor safe on macOS.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin)
    try:
        for results in pool.map(partial(_chunk, one, portfolio.root), chunks):
            yield from results
    except BaseException:
        # Whoever stops the work does not wait for projects that nobody will see.
        for worker in multiprocessing.active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """A worker leaves Ctrl-C to the process that has started it, tidies up when that ends it, collects as seldom."""
    import gc
    import signal
    import sys

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    gc.set_threshold(3_000_000, 50, 50)


def _chunk(one: Callable[[LoadedPortfolio, Path], R], root: Path, folders: Sequence[Path]) -> list[R]:
    portfolio = _opened(root)
    return [one(portfolio, folder) for folder in folders]


@cache
def _opened(root: Path) -> LoadedPortfolio:
    from oc_strategy.portfolio import find

    found = find(root)
    if found is None:
        raise FileNotFoundError(2, os.strerror(2), str(root))
    return found
