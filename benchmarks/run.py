"""Prints what the tool costs, as medians and ratios of one run, beside the goals.

python -m benchmarks.run            a quarter of an hour
python -m benchmarks.run --full     also 30,000 nodes in one project, and the build of 1,000 projects
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.generate import TODAY, write_portfolio
from benchmarks.measuring import Cost, cost_of

EXAMPLES = Path(__file__).parents[1] / "examples"
TOOL = (sys.executable, "-m", "oc_strategy")
AS_OF = ("--as-of", TODAY.isoformat(), "--quiet")
Row = tuple[str, str, str]


def main() -> None:
    """Measure everything, or the parts named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="What to measure; everything if not given.")
    parser.add_argument("--full", action="store_true", help="The large sizes, too.")
    given = parser.parse_args()
    gc.set_threshold(3_000_000, 50, 50)
    print(f"{'what':58} {'measured':34} goal")
    with tempfile.TemporaryDirectory() as folder:
        for name in given.parts or PARTS:
            for what, figure, goal in PARTS[name](Path(folder), given.full):
                print(f"{what:58} {figure:34} {goal}", flush=True)


def _projects(folder: Path, projects: int, nodes: int) -> Path:
    root = folder / f"{projects}x{nodes}"
    if not root.is_dir():
        write_portfolio(root, projects, nodes)
    return root


def _start(folder: Path, full: bool) -> Iterator[Row]:  # noqa: ARG001 - one shape for all parts
    bare = cost_of((sys.executable, "-c", "pass"), 9)
    one = str(_projects(folder, 1, 100) / "projects" / "p0000")
    yield "bare Python", f"{bare.cpu:.3f} s", ""
    for name, arguments, goal in (
        ("--version", ("--version",), "<= 3 x bare Python"),
        ("--help", ("--help",), "<= 0.12 s"),
        ("check, one project of 100 nodes", ("check", one, *AS_OF), "<= 0.30 s"),
    ):
        cost = cost_of((*TOOL, *arguments), 9)
        yield name, f"{cost.cpu:.3f} s, {cost.cpu / bare.cpu:.1f} x bare Python", goal


def _check(folder: Path, full: bool) -> Iterator[Row]:
    from benchmarks import inside

    sizes = ((1, 1_000), (1, 10_000), (100, 100), *(((1, 30_000), (1_000, 100)) if full else ()))
    seconds: dict[tuple[int, int], float] = {}
    for projects, nodes in sizes:
        bare, loading, checking = inside.events_and_checks(_projects(folder, projects, nodes), 3)
        seconds[projects, nodes] = checking
        name = f"{projects:,} x {nodes:,} nodes against bare events"
        yield f"load, {name}", f"{loading / bare:.2f} x", ""
        yield f"load and check, {name}", f"{checking / bare:.2f} x ({checking:.2f} s)", "<= 3.0 x"
    for small, large in ((1_000, 10_000), (10_000, 30_000)):
        if (1, large) in seconds:
            power = inside.exponent(seconds[1, small], seconds[1, large], large / small)
            yield f"growth from {small:,} to {large:,} nodes", f"exponent {power:.2f}", "<= 1.05"


def _many(folder: Path, full: bool) -> Iterator[Row]:  # noqa: ARG001
    costs: dict[int, Cost] = {}
    for projects in (100, 1_000):
        check = (*TOOL, "check", str(_projects(folder, projects, 100)), *AS_OF)
        costs[projects] = cost_of((*check, "--jobs", "1", "--no-cache"), 1)
        yield f"check of {projects:,} projects, peak of the process", f"{costs[projects].peak:.0f} MiB", "<= 64 MiB"
    one = costs[1_000]
    os.environ["OC_STRATEGY_CACHE"] = str(folder / "cache")
    shared = cost_of((*check, "--jobs", "2", "--no-cache"), 1)
    cost_of(check, 1)
    again = cost_of(check, 3)
    yield (
        "check of 1,000 projects, nothing changed",
        f"1/{one.cpu / again.cpu:.1f} of cold ({again.cpu:.2f} s)",
        "<= 1/20",
    )
    yield "the same by two processes, by the clock", f"{one.wall / shared.wall:.2f} x one", ">= 1.7 x"
    # What is not shared is what the process does that finds all in the cache: look, gather, print.
    at_best = one.cpu / (again.cpu + (shared.cpu - again.cpu) / 2)
    yield "by CPU seconds, each on a free processor", f"{at_best:.2f} x one", ">= 1.7 x"


def _book(folder: Path, full: bool) -> Iterator[Row]:
    from benchmarks import inside

    for nodes in (100, *((1_000,) if full else ())):
        ours, theirs, cells = inside.book_and_openpyxl(_projects(folder, 1, nodes), 5)
        yield f"workbook of {cells:,} cells", f"{ours / theirs:.2f} x openpyxl ({ours:.2f} s)", "<= 1.0 x"


def _together(folder: Path, full: bool) -> Iterator[Row]:
    sizes = (100, *((1_000,) if full else ()))
    for projects in sizes:
        out = str(folder / f"together{projects}")
        root = str(_projects(folder, projects, 100))
        cost = cost_of((*TOOL, "worksheet", root, "--portfolio", "-o", out, *AS_OF), 1)
        name = f"workbook of a portfolio of {projects:,}, from text to file"
        yield name, f"{cost.cpu:.0f} s of CPU, {cost.peak:.0f} MiB", ""
    from benchmarks import inside

    for projects in sizes:
        root_folder = _projects(folder, projects, 100)
        ours, theirs, cells = inside.portfolio_book_and_openpyxl(root_folder, 3)
        name = f"workbook of a portfolio of {projects:,}, {cells:,} cells"
        yield name, f"{ours / theirs:.2f} x openpyxl ({ours:.2f} s)", "<= 1.0 x"
        ours, theirs, cells = inside.sampled_books(root_folder, 10)
        name = f"workbooks of 10 of the {projects:,}, {cells:,} cells"
        yield name, f"{ours / theirs:.2f} x openpyxl ({ours:.2f} s)", "<= 1.0 x"


def _draw(folder: Path, full: bool) -> Iterator[Row]:  # noqa: ARG001
    from benchmarks import inside

    start = cost_of(("dot", "-V"), 9).cpu
    seconds, count = inside.drawing(EXAMPLES, 6, ["svg"], most=15)
    each = seconds / count
    yield f"{count} small diagrams as SVG", f"{each * 1000:.0f} ms each, {each / start:.1f} x dot -V", "<= 10 ms"
    root = _projects(folder, 100, 100)
    for formats in (["svg"], ["svg", "png"]):
        seconds, count = inside.drawing(root, 3, formats)
        name = " and ".join(form.upper() for form in formats)
        yield f"{count} overviews of 100 nodes as {name}", f"{seconds / count * 1000:.0f} ms each", ""


def _build(folder: Path, full: bool) -> Iterator[Row]:
    for projects in (1, 100, *((1_000,) if full else ())):
        out = folder / f"out{projects}"
        root = _projects(folder, projects, 100)
        cost = cost_of((*TOOL, "build", str(root), "-o", str(out), *AS_OF, "--force"), 1)
        files = sum(path.is_file() for path in out.rglob("[!.]*"))
        yield f"build of {projects:,} projects", f"{cost.cpu / projects:.2f} s CPU a project", ""
        yield "files, and the peak of a process", f"{files / projects:.1f} a project, {cost.peak:.0f} MiB", ""


def _options(folder: Path, full: bool) -> Iterator[Row]:
    from benchmarks import laying

    for outputs, goal in ((30, "seconds"), *(((200, "minutes"),) if full else ())):
        laid = laying.laid_out(folder / f"options{outputs}", outputs)
        size = f"{laid.outputs} outputs"
        yield f"ground of {size}", f"{laid.ground:.2f} s, {laid.ground / laid.check:.1f} x one check", ""
        yield (
            f"exact frontier of {size}, {laid.ties} ties",
            f"{laid.frontier:.1f} s of CPU, {laid.waited:.1f} s waited, {laid.plans} plans",
            goal,
        )
        yield f"10,000 draws over {size}, {laid.plans} plans", f"{laid.draws:.2f} s", "< 1 s" if outputs == 30 else ""


# A process that is started counts the memory of the one that starts it: what measures peaks comes before what grows,
# and what is measured inside is imported only there.
PARTS: dict[str, Callable[[Path, bool], Iterator[Row]]] = {
    "start": _start, "many": _many, "together": _together, "check": _check, "book": _book, "draw": _draw,
    "options": _options, "build": _build,
}  # fmt: skip


if __name__ == "__main__":
    main()
