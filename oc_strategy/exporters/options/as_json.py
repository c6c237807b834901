"""The options of a project as JSON with a versioned shape, equal for equal input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.criteria import AIMS
from oc_strategy.exporters.options.compared_json import compared_data
from oc_strategy.exporters.options.shapes import both, gap_data, reasons_data, span_data
from oc_strategy.exporters.terminal import json_of
from oc_strategy.options.account import Account
from oc_strategy.options.criteria_words import pole_words
from oc_strategy.options.explaining import Question
from oc_strategy.options.naming import names_of, plan_title
from oc_strategy.options.plans import Plan, count_of_plans, steps_of, worth
from oc_strategy.options.refusals import refusals
from oc_strategy.options.shaking import Shaken
from oc_strategy.options.side_by_side import SideBySide
from oc_strategy.options.spans import spans
from oc_strategy.options.uncertainty import Flip, Sureness
from oc_strategy.options.unstated import unstated

SCHEMA_VERSION: Final = "1"


def account_json(told: Account, compared: SideBySide | None = None) -> str:
    """Everything with both languages, as one JSON document; `compared` are options put side by side."""
    ground, frontier = told.layout.ground, told.layout.frontier
    return json_of({
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "oc-strategy", "version": __version__},
        "as_of": told.today.isoformat(),
        "project": told.loaded.project.id,
        "audience": told.audience,
        "seed": told.seed,
        "draws": told.draws if told.sureness is not None else 0,
        "steps": told.steps,
        "weights": dict(told.weights) if told.weights else None,
        "bounds": {aim: {"worst": low, "best": high} for aim, (low, high) in zip(AIMS, ground.bounds, strict=True)},
        "combinations": str(count_of_plans(ground)),
        "complete": frontier.is_complete,
        "unsearched": [dict(zip(AIMS, region, strict=True)) for region in frontier.open_regions],
        "outputs": [output.id for output in ground.outputs if told.is_shown(output.id)],
        "frontier": [_plan(told, name, plan) for name, plan in told.plans.items()],
        "references": [_reference(told, name, plan) for name, plan in told.layout.references.items()],
        "excluded": _excluded(told),
        "unstated": [
            {"output": one.output, "field": one.field, "matters": one.matters}
            for one in unstated(told.layout.ground)
            if told.is_shown(one.output)
        ],
        "questions": [_question(told, q) for q in told.layout.questions if told.is_shown(q.output)],
        "flips": [_flip(told, flip) for flip in told.flips],
        "shocks": [_shaken(told, shaken) for shaken in told.shocks],
        "comparison": compared_data(compared, told) if compared else None,
    })  # fmt: skip


def _plan(told: Account, name: str, plan: Plan) -> dict[str, Any]:
    ground = told.layout.ground
    sure = told.sureness.get(plan) if told.sureness else None
    return {
        "name": name,
        "also": [other for other in names_of(told.layout, plan) if other != name],
        "title": both(plan_title(told.layout, name, told.loaded.graph)),
        "modes": {o.id: mode for o, mode in zip(ground.outputs, plan, strict=True) if told.is_shown(o.id)},
        "steps": dict(zip(AIMS, steps_of(ground, worth(ground, plan).told, told.steps), strict=True)),
        "aims": span_data(spans(ground, plan)),
        "sureness": _sure(sure) if sure else None,
    }


def _sure(sure: Sureness) -> dict[str, Any]:
    return {
        "ranks": list(sure.shares),
        "weights": dict(sure.weights) if sure.weights else None,
        "value": {"mean": sure.mean, "low": sure.low, "high": sure.high},
        "regret": {"mean": sure.mean_regret, "most": sure.regret},
    }


def _reference(told: Account, name: str, plan: Plan) -> dict[str, Any]:
    beaten = told.layout.beaten_by.get(name)
    names = names_of(told.layout, beaten) if beaten else ()
    return {
        **_plan(told, name, plan),
        "possible": told.is_possible(plan),
        "why_not": [both(reason) for reason in refusals(told.layout.ground, plan)] if told.shows_reasons else [],
        "beaten": beaten is not None,
        "beaten_by": names[0] if names else None,
    }


def _excluded(told: Account) -> list[dict[str, Any]]:
    return [
        {"output": output_id, "mode": mode, "reasons": reasons_data(reasons) if told.shows_reasons else []}
        for output_id, by_mode in told.layout.ground.obstacles.items()
        for mode, reasons in by_mode.items()
        if told.is_shown(output_id)
    ]


def _question(told: Account, question: Question) -> dict[str, Any]:
    criterion = told.layout.ground.criteria.criteria[question.rating.criterion]
    low, high = pole_words(criterion)
    return {
        "output": question.output, "criterion": question.rating.criterion, "question": both(criterion.question),
        "aim": criterion.aim, "low": both(low), "high": both(high), "matters": question.matters,
    }  # fmt: skip


def _flip(told: Account, flip: Flip) -> dict[str, Any]:
    to = names_of(told.layout, flip.to)[0]
    return {"aim": flip.aim, "at": flip.at, "direction": "above" if flip.is_above else "below", "to": to}


def _shaken(told: Account, shaken: Shaken) -> dict[str, Any]:
    plans: list[Mapping[str, Any]] = [
        {
            "name": blow.name,
            "broken": blow.is_broken,
            "before": {span.aim: span.told for span in blow.before},
            "after": {span.aim: after for span, after in zip(blow.before, blow.after, strict=True)},
            "new": [gap_data(gap) for gap in blow.opened] if told.shows_reasons else [],
            "lost": [
                {"output": output_id, "mode": mode, "reasons": reasons_data(reasons) if told.shows_reasons else []}
                for output_id, mode, reasons in blow.lost
            ],
        }
        for blow in shaken.blows
    ]
    return {"name": shaken.shock, "felt": shaken.is_felt, "plans": plans}
