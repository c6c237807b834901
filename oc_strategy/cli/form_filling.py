"""`worksheet --form`: a form filled for each project and language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.asking import AudienceName, audience_of, book_languages
from oc_strategy.cli.console import BookLang, Misuse, waiting
from oc_strategy.cli.reporting import reports_of, spoken, told_missing, told_written, wrote
from oc_strategy.cli.templates import problems_of, template_of, told_problems

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.comparing import Changes
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.exporters.forms import Image
    from oc_strategy.forms import Subject, Token
    from oc_strategy.importers.forms import Template
    from oc_strategy.model.standardization import Standard
    from oc_strategy.model.text import Confidentiality, Language
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.report import Report
    from oc_strategy.views.view import Diagram


@dataclass(frozen=True, slots=True)
class Order:
    """A form to fill in: for which standard, since when, and where the result goes."""

    form: str
    focus: str | None
    since: str | None
    output: Path
    audience: AudienceName | None
    lang: BookLang | None
    as_of: str | None
    force: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class _Job:
    """An order with its template, and what its placeholders ask for."""

    order: Order
    template: Template
    tokens: tuple[Token, ...]
    languages: tuple[Language, ...]
    audience: Confidentiality
    changes: Changes | None


def fill_forms(portfolio: LoadedPortfolio, settings: Settings, path: Path, order: Order) -> tuple[bool, bool]:
    """Fill the form for each project; whether a text has mistakes, and whether something could not be done."""
    template = template_of(order.form, order.lang)
    languages = _languages(portfolio, template, order)
    _refuse_output(portfolio, template, languages, order)
    tokens = _tokens(template, languages, order)
    audience = _audience(portfolio, template, order)
    has_mistakes, is_undone = False, False
    changes = None
    if _asks(tokens, "since"):
        changes, has_mistakes = _changes(path, audience, order, template)
    job = _Job(order, template, tokens, languages, audience, changes)
    for _, report in reports_of(portfolio, settings, audience, order.lang, quiet=order.quiet):
        if report is None:
            has_mistakes = True
        else:
            is_undone |= not _filled(report, job)
    return has_mistakes, is_undone


def _languages(portfolio: LoadedPortfolio, template: Template, order: Order) -> tuple[Language, ...]:
    from oc_strategy.lang import text

    wanted = book_languages(portfolio, order.lang)
    found = tuple(language for language in wanted if language in template.files)
    if not found:
        known = ", ".join(sorted(template.files))
        raise Misuse(text("cli.misuse.form-language", form=template.name, known=known))
    return found


def _refuse_output(
    portfolio: LoadedPortfolio, template: Template, languages: tuple[Language, ...], order: Order
) -> None:
    from oc_strategy.forms.form import SUFFIXES
    from oc_strategy.lang import text

    suffix = next(iter(template.files.values())).suffix
    if order.output.suffix not in SUFFIXES:
        return
    if order.output.suffix != suffix:
        raise Misuse(text("cli.misuse.form-output", path=order.output, suffix=suffix))
    if len(portfolio.folders) > 1:
        raise Misuse(text("cli.misuse.one-file", path=order.output, count=len(portfolio.folders)))
    if len(languages) > 1:
        raise Misuse(text("cli.misuse.form-languages", path=order.output, known=", ".join(languages)))
    if any(file.path.resolve() == order.output.resolve() for file in template.files.values()):
        raise Misuse(text("cli.misuse.edited", path=order.output))


def _tokens(template: Template, languages: tuple[Language, ...], order: Order) -> tuple[Token, ...]:
    """Every placeholder of the files that will be filled; Misuse, after naming each, where there are mistakes."""
    from oc_strategy.exporters.forms import texts_of
    from oc_strategy.forms import names, tokens_in
    from oc_strategy.lang import text

    found: list[Token] = []
    for file in dict.fromkeys(template.files[language] for language in languages):
        problems = problems_of(file)
        if told_problems(file, problems, order.lang):
            raise Misuse(text("cli.misuse.form-problems", path=file.path, count=len(problems)))
        texts = texts_of(file.data, file.suffix)
        found += (token for placed in texts for token in tokens_in(placed.words, names().lists))
    return tuple(found)


def _asks(tokens: tuple[Token, ...], about: str) -> bool:
    """Whether a placeholder is about the one standard (`item`), or about what changed (`since`)."""
    picture = {"item": "item", "since": "changes"}[about]
    return any(
        token.name == picture
        if token.kind == "picture"
        else (token.of or token.name).startswith((f"{about}.", f"{about}-"))
        for token in tokens
    )


def _audience(portfolio: LoadedPortfolio, template: Template, order: Order) -> Confidentiality:
    """The audience asked for, else the lower of the portfolio's and the form's."""
    from oc_strategy.model.audience import rank

    usual = audience_of(portfolio, order.audience)
    if order.audience or template.audience is None:
        return usual
    return min(usual, template.audience, key=rank) if portfolio.settings.audience else template.audience


def _changes(path: Path, audience: Confidentiality, order: Order, template: Template) -> tuple[Changes, bool]:
    from oc_strategy.cli.between import compared
    from oc_strategy.lang import text

    if order.since is None:
        raise Misuse(text("cli.misuse.form-since", form=template.name))
    return compared(order.since, path, order.as_of, audience, order.lang, across=False)


def _item(report: Report, job: _Job) -> Standard | None:
    """The standard that the form is on: the one asked for, else the only one that is worked on."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.model.standardization import Standard

    if not _asks(job.tokens, "item"):
        return None
    every = {standard.id: standard for standard in report.graph.of(Standard)}
    worked_on = [standard for standard in every.values() if standard.stages or standard.clauses]
    if job.order.focus is None and len(worked_on) == 1:
        return worked_on[0]
    if job.order.focus not in every:
        known = [standard.id for standard in worked_on] or list(every)
        near = hint(job.order.focus or "", known)
        raise Misuse(text("cli.misuse.form-item", form=job.template.name, hint=near))
    return every[job.order.focus]


def _filled(report: Report, job: _Job) -> bool:
    """Fill the form on one project, in each language; whether all is there."""
    from oc_strategy.forms import Subject
    from oc_strategy.lang import text

    subject = Subject(report, _item(report, job), _only(job.changes, report))
    is_done = True
    for language in job.languages:
        with waiting(text("cli.writing"), spoken(job.order.lang), quiet=job.order.quiet):
            data, missing = _bytes(subject, job, language)
        target = _target(report, job, language, subject)
        written = wrote(target.parent, {target.name: data}, job.order.lang, force=job.order.force)
        told_written(written, job.order.lang, quiet=job.order.quiet)
        is_done &= bool(written) and not told_missing(missing, job.order.lang)
    return is_done


def _only(changes: Changes | None, report: Report) -> Changes | None:
    """What changed in one project, and in what it shares with others."""
    if changes is None:
        return None
    mine = (c for c in changes.comparisons if c.project is None or c.project.id == report.project.id)
    return replace(changes, comparisons=tuple(mine))


def _target(report: Report, job: _Job, language: Language, subject: Subject) -> Path:
    from oc_strategy.exporters.files import safe_name

    suffix = job.template.files[language].suffix
    if job.order.output.suffix == suffix:
        return job.order.output
    item = f"-{subject.item.id.replace('/', '--')}" if subject.item else ""
    name = f"{safe_name(report.project.id)}-{job.template.name}{item}-{report.audience}.{language}{suffix}"
    return job.order.output / name


def _bytes(subject: Subject, job: _Job, language: Language) -> tuple[bytes, list[NotDrawn]]:
    from oc_strategy.exporters.forms import Brought, filled
    from oc_strategy.forms import Content
    from oc_strategy.lang import text

    file = job.template.files[language]
    images, missing = _images(subject, job.tokens, language)
    title = f"{job.template.title.of(language)} {subject.report.project.name().of(language)}"
    brought = Brought(Content(subject, language), title, images)
    try:
        return filled(file.data, file.suffix, brought), missing
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, SyntaxError) as error:
        why = text("forms.refused.broken", problem=type(error).__name__)
        raise Misuse(text("cli.misuse.form-refused", path=file.path, why=why)) from error


def _images(subject: Subject, tokens: tuple[Token, ...], language: Language) -> tuple[dict[str, Image], list[NotDrawn]]:
    """The pictures that are asked for, and what could not be drawn."""
    from oc_strategy.exporters.diagrams import NotDrawn, pictures
    from oc_strategy.exporters.forms import Image
    from oc_strategy.lang import text

    wanted = {token.name: _diagram(subject, token.name) for token in tokens if token.kind == "picture"}
    images: dict[str, Image] = {}
    missing: list[NotDrawn] = []
    for name, drawn in pictures(wanted, language, "png").items() if wanted else ():
        words = wanted[name].title.of(language)
        if isinstance(drawn, NotDrawn):
            missing.append(drawn)
            images[name] = Image(None, text("forms.undrawn", why=drawn.message).of(language))
        else:
            images[name] = Image(drawn, words)
    return images, missing


def _diagram(subject: Subject, name: str) -> Diagram:
    from oc_strategy.views.catalog import draw
    from oc_strategy.views.changes import changes_view

    if name == "changes" and subject.changes is not None:
        return changes_view(subject.changes)
    if name == "item" and subject.item is not None:
        return draw("standard", subject.report, subject.item.id)
    return draw(name, subject.report)
