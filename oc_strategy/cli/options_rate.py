"""`options rate`: answer the questions that matter most; the ratings go into the YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, PathOption, Quiet
from oc_strategy.cli.changing import change
from oc_strategy.cli.console import Lang, Misuse, can_ask, complain, language_of, note
from oc_strategy.cli.laying import found_in, output_called, project_at

if TYPE_CHECKING:
    from oc_strategy.model.text import Language
    from oc_strategy.options.explaining import Question
    from oc_strategy.options.ground import Ground
    from oc_strategy.portfolio import LoadedProject

Answer = tuple[float, float]
Given = Mapping[tuple[str, str], Answer]
_STOP = "q"


def options_rate(
    path: PathOption = Path(),
    given: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="OUTPUT.CRITERION=N", help="Give a rating: 1 to 5, or a range such as 2-4."),
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Show what would be written; write nothing.")] = False,
    as_of: AsOf = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Rate outputs by what nobody has said yet, the questions whose answers matter most first.

    On a terminal it asks: a number from 1 to 5 between the two ends shown, a range such as 2-4, nothing to skip, q to
    stop. Elsewhere give ratings with --set. They are written below ratings of each output; comments and order are kept.

    Exit status: 0 written or shown, 1 mistakes in the text (nothing is written), 2 it could not be done.
    """
    from oc_strategy.lang import text
    from oc_strategy.options.explaining import questions
    from oc_strategy.options.ground import ground

    portfolio, loaded, settings = project_at(path, as_of, lang)
    laid = ground(loaded, settings, portfolio.criteria)
    answers: Given
    if given:
        answers = dict(_set(words, laid, path) for words in given)
    elif can_ask():
        answers = dict(_asked(questions(laid), laid, loaded, language_of(lang)))
    else:
        raise Misuse(text("cli.misuse.rate"))
    if not answers:
        note(text("cli.nothing-rated").of(language_of(lang)), quiet=quiet)
        return
    _write(answers, loaded, lang, only_shown=plan, quiet=quiet)


def _write(answers: Given, loaded: LoadedProject, lang: Lang | None, *, only_shown: bool, quiet: bool) -> None:
    from oc_strategy.yamlediting import Change, Put

    changes: dict[Path, list[Change]] = {}
    for (output_id, name), (low, high) in answers.items():
        file = Path(loaded.places.of(output_id).file)
        value = _number(low) if low == high else [_number(low), _number(high)]
        changes.setdefault(file, []).append(Put(("outputs", output_id, "ratings", name), value))
    change(loaded.folder, changes, lang, only_shown=only_shown, quiet=quiet)


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _set(words: str, laid: Ground, path: Path) -> tuple[tuple[str, str], Answer]:
    """What `output.criterion=2-4` says; Misuse for what cannot be read or names nothing that is rated."""
    from oc_strategy.lang import text

    where, _, value = words.partition("=")
    output_id, _, name = where.strip().partition(".")
    answer = answer_in(value)
    if answer is None or not name:
        raise Misuse(text("cli.misuse.rating", given=words))
    output = output_called(output_id, laid.outputs, path)
    asked = {n: c for n, c in laid.criteria.criteria.items() if not c.cases and (not c.only or output.kind in c.only)}
    found_in(name, asked, "cli.misuse.criterion", path)
    return (output_id, name), answer


def answer_in(words: str) -> Answer | None:
    """A rating from 1 to 5, or a range of two; None for anything else."""
    import re

    found = re.fullmatch(r"\s*([1-5](?:\.[0-9]{1,2})?)\s*(?:[-–～~]\s*([1-5](?:\.[0-9]{1,2})?)\s*)?", words)
    if found is None:
        return None
    low, high = float(found[1]), float(found[2] or found[1])
    return (low, high) if low <= high <= 5 else None


def _asked(
    every: Sequence[Question], laid: Ground, loaded: LoadedProject, language: Language
) -> Iterator[tuple[tuple[str, str], Answer]]:
    from oc_strategy.lang import text

    for number, question in enumerate(every, start=1):
        _show(number, len(every), question, laid, loaded, language)
        answer: Answer | None = None
        while answer is None:
            said = typer.prompt(text("cli.rate-prompt").of(language), default="", show_default=False, err=True).strip()
            if said in {"", _STOP}:
                break
            answer = answer_in(said)
            if answer is None:
                complain(text("cli.misuse.answer", given=said).of(language))
        if said == _STOP:
            return
        if answer is not None:
            yield (question.output, question.rating.criterion), answer


def _show(number: int, count: int, question: Question, laid: Ground, loaded: LoadedProject, language: Language) -> None:
    """A question with its two ends, on standard error, as all that is asked."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.options.criteria_words import pole_words
    from oc_strategy.wording import named

    criterion = laid.criteria.criteria[question.rating.criterion]
    low, high = (clean(words.of(language)) for words in pole_words(criterion))
    output = named(loaded.graph.nodes[question.output]).of(language)
    note(f"\n{number}/{count}  {clean(output)}\n{clean(criterion.question.of(language))}\n  1  {low}\n  5  {high}")
