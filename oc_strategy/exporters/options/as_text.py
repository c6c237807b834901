"""The options of a project as text: plans, references, what is excluded, what to ask, how sure all of it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from oc_strategy.criteria import AIMS, Aim
from oc_strategy.exporters.options.pieces import Treated, aim_lines, counted, heading, percent, posture_lines
from oc_strategy.exporters.options.shaken_text import shaken_lines
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text, word
from oc_strategy.model.text import Language, Text
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.account import Account
from oc_strategy.options.criteria_words import pole_words
from oc_strategy.options.explaining import Question
from oc_strategy.options.frontier import EVERYWHERE, Region
from oc_strategy.options.naming import names_of, plan_title
from oc_strategy.options.obstacles import Obstacle
from oc_strategy.options.plans import Plan, count_of_plans
from oc_strategy.options.refusals import refusals
from oc_strategy.options.spans import spans
from oc_strategy.options.unstated import unstated
from oc_strategy.wording import named

_QUESTIONS: Final = 8
_REGIONS: Final = 4
_SLIGHT: Final = 0.005
_REASONS: Final = 2
_OUTPUTS: Final = 20


def account_text(told: Account, language: Language, paint: Paint, *, with_advice: bool = True) -> str:
    """Everything in one language, part by part; without plans only what is excluded and why."""
    parts = [
        list(_head(told, language, paint)),
        *(list(_plan(told, name, plan, language, paint)) for name, plan in told.plans.items()),
        list(_more(told, language)),
        *(list(shaken_lines(told, shaken, language, paint)) for shaken in told.shocks),
        list(_flips(told, language, paint)),
        list(_references(told, language, paint)),
        list(_excluded(told, language, paint)),
        list(_unstated(told, language, paint)),
        list(_questions(told, language, paint)),
        [paint(text("options.no-verdict").of(language), "dim")] if with_advice else [],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(told: Account, language: Language, paint: Paint) -> Iterator[str]:
    ground, frontier = told.layout.ground, told.layout.frontier
    title = clean(named(told.loaded.project).of(language))
    yield heading(text("options.heading", project=title, day=told.today.isoformat()).of(language), paint)
    count = counted(count_of_plans(ground))
    yield text("options.count", outputs=len(ground.outputs), plans=count).of(language)
    if frontier.is_complete:
        yield text("options.complete", count=len(frontier.plans), steps=told.steps).of(language)
    else:
        yield from _stopped(told, frontier.open_regions, language, paint)
    if told.sureness is None and told.layout.offered:
        yield paint(text("options.no-numpy").of(language), "yellow")
    if told.weights:
        shares = _weights_words(told.weights, language)
        yield text("options.weighted", weights=shares).of(language)
    yield from _always(told, language)


def _stopped(told: Account, regions: Sequence[Region], language: Language, paint: Paint) -> Iterator[str]:
    """What is proven although the search was stopped: of the plans found, and where others can lie at most."""
    yield paint(text("options.stopped", count=len(told.layout.frontier.plans)).of(language), "yellow")
    if EVERYWHERE in regions:
        yield text("options.anywhere").of(language)
        return
    for region in regions[:_REGIONS]:
        least = [
            f"{text(f'options.aims.{aim}').of(language)} ≥ {steps}/{told.steps}"
            for aim, steps in zip(AIMS, region, strict=True)
            if steps
        ]
        yield f"  {text('options.unsearched').of(language)} {', '.join(least)}"
    if len(regions) > _REGIONS:
        yield f"  {text('tables.more', count=len(regions) - _REGIONS).of(language)}"


def _weights_words(weights: Mapping[Aim, float], language: Language) -> str:
    whole = sum(weights.values())
    shown = (f"{text(f'options.aims.{aim}').of(language)} {percent(weights.get(aim, 0) / whole)}" for aim in AIMS)
    return text("options.listed").of(language).join(shown)


def _always(told: Account, language: Language) -> Iterator[str]:
    """How the outputs are treated that all plans told treat alike."""
    alike = [pair for pair in _alike(told) if told.is_shown(pair[0])]
    if alike and len(told.plans) > 1:
        listed = (
            text("options.listed")
            .of(language)
            .join(f"{name} ({word('Mode', mode).of(language)})" for name, mode in alike)
        )
        yield text("options.always", outputs=listed).of(language)


def _alike(told: Account) -> Sequence[Treated]:
    columns = zip(told.layout.ground.outputs, zip(*told.plans.values(), strict=True), strict=False)
    return [(output.id, modes[0]) for output, modes in columns if len(set(modes)) == 1]


def _plan(told: Account, name: str, plan: Plan, language: Language, paint: Paint) -> Iterator[str]:
    title = clean(plan_title(told.layout, name, told.loaded.graph).of(language))
    also = [other for other in names_of(told.layout, plan) if other != name]
    called = f"{name}  {title}" if also else name
    yield paint(f"{called}{''.join(f'  = {other}' for other in also)}", "bold")
    yield from (f"  {line}" for line in _sureness(told, plan, language))
    yield from (f"  {line}" for line in aim_lines(spans(told.layout.ground, plan), language))
    skipped = {output for output, _ in _alike(told)} if len(told.plans) > 1 else set()
    treated = [pair for pair in _treated(told, plan) if pair[0] not in skipped]
    yield from (f"  {line}" for line in posture_lines(treated, language, paint))


def _treated(told: Account, plan: Plan) -> list[Treated]:
    pairs = zip(told.layout.ground.outputs, plan, strict=True)
    return [(output.id, mode) for output, mode in pairs if told.is_shown(output.id)]


def _sureness(told: Account, plan: Plan, language: Language) -> Iterator[str]:
    sure = told.sureness.get(plan) if told.sureness else None
    if sure is None:
        return
    third = sum(sure.shares[:3])
    yield text(
        "options.sure", best=percent(sure.shares[0]), third=percent(third), mean=f"{100 * sure.mean_regret:.0f}",
        most=f"{100 * sure.regret:.0f}",
    ).of(language)  # fmt: skip
    if sure.weights and not told.weights:
        yield text("options.speaking-weights", weights=_weights_words(sure.weights, language)).of(language)


def _more(told: Account, language: Language) -> Iterator[str]:
    hidden = len(told.layout.frontier.plans) - len(told.plans)
    if hidden > 0:
        yield text("options.more", count=hidden).of(language)


def _flips(told: Account, language: Language, paint: Paint) -> Iterator[str]:
    """From which weight of an aim on another plan leads; a weight of all or nothing is no weight to be had."""
    found = [flip for flip in told.flips if _SLIGHT < flip.at < 1 - _SLIGHT]
    if found:
        yield heading(text("options.flips").of(language), paint)
    for flip in found:
        key = "above" if flip.is_above else "below"
        aim, name = text(f"options.aims.{flip.aim}"), names_of(told.layout, flip.to)[0]
        yield "  " + text(f"options.flip-{key}", aim=aim, at=percent(flip.at), plan=name).of(language)


def _references(told: Account, language: Language, paint: Paint) -> Iterator[str]:
    layout = told.layout
    if not layout.references:
        return
    yield heading(text("options.references-heading").of(language), paint)
    for name, plan in layout.references.items():
        title = clean(plan_title(layout, name, told.loaded.graph).of(language))
        yield f"  {name}  {title}: {_verdict(told, name, plan).of(language)}"


def _verdict(told: Account, name: str, plan: Plan) -> Text:
    """How a reference stands to the frontier: on it, beaten by a plan, or not to be had, and why."""
    layout = told.layout
    if not told.is_possible(plan):
        why = list(refusals(layout.ground, plan)) if told.shows_reasons and told.shown is None else []
        more = [text("tables.more", count=len(why) - _REASONS)] if len(why) > _REASONS else []
        reasons = [*why[:_REASONS], *more] or [text("options.not-possible")]
        return Text.each(lambda lang: "; ".join(reason.of(lang) for reason in reasons))
    if name in layout.beaten_by:
        names = names_of(layout, layout.beaten_by[name])
        return text("options.beaten-by", plan=names[0]) if names else text("options.beaten")
    if not layout.is_on_frontier(plan):
        return text("options.not-beaten-yet")
    return text("options.unbeaten", plan=names_of(layout, plan)[0])


def _excluded(told: Account, language: Language, paint: Paint) -> Iterator[str]:
    """Modes that something forbids, by output; of many outputs the first ones."""
    barred = {o: by_mode for o, by_mode in told.layout.ground.obstacles.items() if by_mode and told.is_shown(o)}
    if not barred:
        return
    yield heading(text("options.excluded").of(language), paint)
    for output_id in list(barred)[:_OUTPUTS]:
        yield f"  {paint(clean(output_id), 'bold')}"
        yield from _barred(barred[output_id], language, shows_reasons=told.shows_reasons)
    if len(barred) > _OUTPUTS:
        yield "  " + text("tables.more", count=len(barred) - _OUTPUTS).of(language)


def _barred(by_mode: Mapping[Mode, Sequence[Obstacle]], language: Language, *, shows_reasons: bool) -> Iterator[str]:
    """The modes of one output, those with the same reasons in one line."""
    by_reason: dict[tuple[str, ...], list[Mode]] = {}
    for mode, reasons in by_mode.items():
        words = tuple(dict.fromkeys(reason.message.of(language) for reason in reasons))
        by_reason.setdefault(words if shows_reasons else (), []).append(mode)
    for reasons_told, modes in by_reason.items():
        yield "    " + " / ".join(word("Mode", mode).of(language) for mode in modes)
        yield from (f"      | {clean(reason)}" for reason in reasons_told)


def _unstated(told: Account, language: Language, paint: Paint) -> Iterator[str]:
    """The facts that nobody wrote, one line an output, the output first for which they matter most."""
    found = [one for one in unstated(told.layout.ground) if told.is_shown(one.output)]
    if not found:
        return
    yield heading(text("options.unstated").of(language), paint)
    criteria, joint = told.layout.ground.criteria.criteria, text("options.listed").of(language)
    for output in dict.fromkeys(one.output for one in found):
        fields = (f"{one.field} ({criteria[one.field].title.of(language)})" for one in found if one.output == output)
        yield f"  {clean(output)}: {clean(joint.join(fields))}"


def _questions(told: Account, language: Language, paint: Paint) -> Iterator[str]:
    asked = [question for question in told.layout.questions if told.is_shown(question.output)]
    if not asked:
        return
    yield heading(text("options.questions", count=len(asked), shown=min(_QUESTIONS, len(asked))).of(language), paint)
    for question in asked[:_QUESTIONS]:
        yield from _question(told, question, language)
    yield "  " + text("options.how-to-rate").of(language)


def _question(told: Account, question: Question, language: Language) -> Iterator[str]:
    criterion = told.layout.ground.criteria.criteria[question.rating.criterion]
    yield f"  {clean(question.output)}.{question.rating.criterion}: {clean(criterion.question.of(language))}"
    ends = pole_words(criterion)
    yield "    | " + text("options.poles", low=ends[0], high=ends[1]).of(language)
