"""Everything that is expected of a project, judged."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.checking import Settings
from oc_strategy.lang import text, word
from oc_strategy.model.text import Text
from oc_strategy.portfolio import LoadedProject
from oc_strategy.scoring.asked import Asked, asker
from oc_strategy.scoring.expectation import Expectation
from oc_strategy.scoring.firing import firing, nothing_else, strength
from oc_strategy.scoring.ranking import ranking
from oc_strategy.scoring.reading import PlacedExpectation
from oc_strategy.scoring.score import CaseScore, Judgement


def score(
    placed: PlacedExpectation, loaded: LoadedProject, settings: Settings, *, with_ranking: bool = False
) -> CaseScore:
    """The expectations of a project, judged. The day of the settings holds where they name none."""
    judgements = tuple(_judgements(placed, loaded, settings))
    ranked = ranking(placed, loaded, settings) if with_ranking else ()
    return CaseScore(placed.expectation.case, loaded.project.id, loaded.project.name(), judgements, ranked)


def _judgements(placed: PlacedExpectation, loaded: LoadedProject, settings: Settings) -> Iterator[Judgement]:
    whole, ask = placed.expectation, asker(placed, loaded, settings)
    main = ask((), whole)
    yield from firing(main, whole)
    if whole.nothing_else:
        yield nothing_else(main, whole)
    yield from (strength(main, index, rule) for index, rule in enumerate(whole.strengths))
    yield from _postures(main, whole)
    for key in ("counterfactuals", "moments"):
        for index, part in enumerate(getattr(whole, key)):
            yield from firing(ask((key, index), part), part)
    yield from _memory(main, whole, loaded)


def _postures(asked: Asked, whole: Expectation) -> Iterator[Judgement]:
    treatments = asked.option.treatments if asked.option else {}
    expected = {output: name for name in ("open", "gated", "closed") for output in getattr(whole.posture, name)}
    # Where nothing else may be found, an output that is not listed may have no posture either.
    more = [o for o, treatment in treatments.items() if treatment.posture] if whole.nothing_else else []
    for output in dict.fromkeys((*expected, *more)):
        treatment, wanted = treatments.get(output), expected.get(output)
        found = treatment.posture if treatment else None
        path = ("posture", wanted, getattr(whole.posture, wanted).index(output)) if wanted else ("posture",)
        yield asked.judged("posture", path, output, found == wanted, _posture(wanted), _posture(found))


def _posture(name: str | None) -> Text:
    return word("Posture", name) if name else text("states.undecided")


def _memory(asked: Asked, whole: Expectation, loaded: LoadedProject) -> Iterator[Judgement]:
    """Values known from memory may stand in notes, and nowhere else."""
    own = [node for node in loaded.graph.nodes.values() if node.id in loaded.own] if whole.memory_only else []
    stated = {node.id: node.model_dump_json(exclude={"note"}) for node in own}
    for index, value in enumerate(whole.memory_only):
        holders = [node_id for node_id, words in stated.items() if value in words]
        found = Text.plain(", ".join(holders)) if holders else text("score.notes-only")
        yield asked.judged("memory", ("memory_only", index), value, not holders, text("score.notes-only"), found)
