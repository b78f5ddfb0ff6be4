"""From a page to HTML: one template, one object `page`, nothing else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from fastapi import Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.config import bundled
from app.web.formatting import FILTERS
from app.web.house.wearing import dressed
from app.web.language import DUTCH, LANGUAGES, keep_language, words_in
from app.web.markdown import inline_markdown
from app.web.marks import Marks, explain
from app.web.security import content_security_policy

if TYPE_CHECKING:
    from app.web.assets import Assets
    from app.web.front_end import Htmx
    from app.web.language import Words
    from app.web.page import Page

HTML = "text/html; charset=utf-8"


def make_environment(assets: Assets, htmx: Htmx | None, *, version: str) -> Environment:
    """Make the environment of all templates: everything escaped, and a name that does not exist is an error."""
    environment = Environment(
        loader=FileSystemLoader(bundled("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        FILTERS,
        markdown=lambda text: Markup(inline_markdown(text)),  # noqa: S704 - made safe there
        explain=explain,
    )
    environment.globals.update(
        asset=lambda name: assets[name].url,
        has_asset=lambda name: name in assets,
        htmx=htmx,
        version=version,
    )
    return _speaking(environment, DUTCH)


def in_other_languages(environment: Environment) -> dict[str, Environment]:
    """Make of an environment one for each other language, with the same templates."""
    return {code: _speaking(environment.overlay(), words_in(code)) for code in LANGUAGES if code != "nl"}


def _speaking(environment: Environment, words: Words) -> Environment:
    """Give the templates of an environment the words of a language."""
    environment.globals = {**environment.globals, "_": words.say, "plural": words.plural}
    own = {"number": words.number, "date_in_words": words.date, "enumeration": words.enumeration}
    environment.filters = {**environment.filters, **own, "whole_number": words.whole_number, "theirs": words.theirs}
    return environment


def render(
    request: Request, template: str, page: Page, status_code: int = 200, *, fragment: str | None = None
) -> Response:
    """Render a page, or for htmx only the block that is named `fragment`, so that one address serves both.

    A page that the browser still has in the same form is not sent again.
    """
    page = dressed(request, page)
    parts: dict[str, Any] = {
        "page": page,
        "path": request.url.path,
        "visitor": None if page.respondent else request.app.state.knows(request),
        "third_party": _third_party(request, page),
        "marks": Marks(),
        "is_part": bool(fragment) and wants_fragment(request),
    }
    source = _templates(request, page).get_template(template)
    if fragment and parts["is_part"]:
        html = "".join(source.blocks[fragment](source.new_context(parts)))
    else:
        html = source.render(parts)
    headers = _headers(parts["third_party"], html, kept=not page.respondent)
    if fragment:
        headers["Vary"] = "HX-Request, HX-History-Restore-Request"
    if status_code == 200 and request.headers.get("if-none-match", "") == headers.get("ETag"):
        return Response(status_code=304, headers=headers)
    response = Response(html, status_code, headers, media_type=HTML)
    keep_language(response, request, page.speech)
    return response


def _templates(request: Request, page: Page) -> Environment:
    words, state = page.speech.words, request.app.state
    templates: Environment = state.templates if words.is_dutch else state.templates_in[words.language.code]
    return templates


def wants_fragment(request: Request) -> bool:
    """Whether htmx asks for a part of the page; when it goes back in the history it needs the whole."""
    restores = request.headers.get("hx-history-restore-request") == "true"
    return request.headers.get("hx-request") == "true" and not restores


def _third_party(request: Request, page: Page) -> str | None:
    """Return the one script that this page may load from elsewhere; a page of a respondent never does."""
    htmx: Htmx | None = request.app.state.htmx
    allowed = request.app.state.settings.assets == "cdn" and page.uses_htmx and not page.respondent
    return htmx.cdn_url if htmx and allowed else None


def _headers(third_party: str | None, html: str, *, kept: bool) -> dict[str, str]:
    """A page of somebody who answers is not kept: on a shared device the next person finds nothing by going back."""
    digest = hashlib.sha256(html.encode()).hexdigest()[:32]
    headers = {"Cache-Control": "private, no-cache", "ETag": f'W/"{digest}"'} if kept else {"Cache-Control": "no-store"}
    if third_party:
        headers["Content-Security-Policy"] = content_security_policy(third_party)
    return headers
