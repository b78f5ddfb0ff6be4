"""Where everything meets: settings, content, database, pages. The only place that knows all rooms."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from functools import cache, partial
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from fastapi import APIRouter, FastAPI, Request, Response
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.accounts.dependencies import visitor_of
from app.accounts.door.openid import provider_of
from app.accounts.routes import router as accounts
from app.accounts.tries import Tries
from app.api import PREFIX, make_api, problem
from app.closing.background import close_due_scans_now, close_scans_in_time
from app.closing.routes import router as closing
from app.collaborations.routes import router as collaborations
from app.comments.routes import router as comments
from app.comments.waiting import windows_that_wait
from app.comparison.beside.routes import router as beside
from app.comparison.course.routes import router as course
from app.comparison.groups.background import renew_groups_each_day, renew_groups_now
from app.comparison.groups.routes import router as groups
from app.config import Settings, bundled, load_settings
from app.db import WritesTogether, begin_alone, make_engine, writing_turns
from app.explaining.manuals import pictures
from app.explaining.routes import router as explaining
from app.exports.routes import router as exports
from app.keys import open_keys
from app.languages.routes import router as languages
from app.mail.sending import Waiting, send_post_in_time
from app.municipalities import load_municipalities
from app.operations.routes import router as operations
from app.pages.routes import router as pages
from app.pages.service import WORKED_SCAN
from app.paper.routes import router as paper
from app.responding.language import speech_of
from app.responding.routes import router as responding
from app.results.routes import router as results
from app.retention.background import purge_each_day, purge_now
from app.start.routes import router as start
from app.web import assets, front_end
from app.web.dependencies import now_in_universal_time, today_in_amsterdam
from app.web.errors import add_error_pages, error_page
from app.web.head import HeadRequests
from app.web.house.routes import router as house
from app.web.logs import keep_visitors_out_of_logs
from app.web.observed import Observed
from app.web.rendering import in_other_languages, make_environment
from app.web.security import BodyLimit, SameOrigin, SecurityHeaders
from app.web.throttle import Throttle
from questionnaires import (
    ContentError,
    Edition,
    available_editions,
    check_all,
    check_translations,
    load_current,
    load_edition,
    with_translations_from,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.types import ASGIApp

    from app.pages.worked import Worked
    from app.web.metrics import Metrics

COMPRESS_FROM = 1_000
"""Bytes; below this compressing gains nothing."""


class Vensterscan(FastAPI):
    """The application, with the security headers and the log around everything that leaves it."""

    def build_middleware_stack(self) -> ASGIApp:
        """Wrap the whole, so that the headers are also on answers made outside all other middleware."""
        stack = SecurityHeaders(super().build_middleware_stack(), https=self.state.settings.is_https)
        return Observed(stack, self.state.metrics)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the service. Without settings they come from the environment.

    Raises `SettingsError` or `ContentError`, each with all its problems: with wrong settings or content it does not
    run.
    """
    settings = settings or load_settings()
    app = Vensterscan(
        title="Vensterscan",
        version=__version__,
        lifespan=_lifespan,
        openapi_url=None,
        routes=_rooms().routes,
        middleware=[
            Middleware(HeadRequests),
            Middleware(GZipMiddleware, minimum_size=COMPRESS_FROM, compresslevel=6),
            Middleware(SameOrigin, refuse=partial(_refused, status=403)),
            Middleware(BodyLimit, refuse=partial(_refused, status=413)),
        ],
    )
    app.state.settings = settings
    app.state.editions = load_editions(settings.translations)
    app.state.current_edition = app.state.editions[load_current().id]
    app.state.engine = make_engine(settings.database_url)
    app.state.writing_turns = writing_turns(app.state.engine)
    app.state.grouped_writes = WritesTogether(app.state.engine, app.state.writing_turns)
    app.state.database_is_ready = False
    app.state.today = today_in_amsterdam
    app.state.now = now_in_universal_time
    app.state.wrong_codes = Throttle()
    app.state.metrics = _metrics(settings)
    app.state.tries = Tries()
    app.state.openid = provider_of(settings)
    app.state.waiting_post = Waiting()
    keep_visitors_out_of_logs()
    app.state.keys = open_keys(settings)
    app.state.knows = visitor_of
    app.state.worked_example = cache(partial(_worked_example, app.state.current_edition))
    app.state.speech_of = speech_of
    app.state.comments_wait = partial(windows_that_wait, app.state.editions)
    _add_pages(app)
    app.mount(PREFIX, make_api(app.state))
    return app


def _refused(request: Request, status: int) -> Response:
    """Answer what is refused before any room sees it: a page for a person, a problem document for a program."""
    return problem(status) if request.url.path.startswith(f"{PREFIX}/") else error_page(request, status)


def load_editions(translations: Path | None = None) -> dict[str, Edition]:
    """Open every edition, with the translations in a folder of who runs the installation, if there is one.

    Raises `ContentError` with everything that is wrong with any of them.
    """
    if problems := [*check_all(), *(check_translations(translations) if translations else ())]:
        raise ContentError(problems)
    editions = {edition: load_edition(edition) for edition in available_editions()}
    if translations is None:
        return editions
    return {name: with_translations_from(edition, translations) for name, edition in editions.items()}


def _worked_example(edition: Edition) -> Worked:
    """Return the example of the method page; it is worked out when somebody first reads that page."""
    from app.demo import demo_documents, demo_record  # noqa: PLC0415 - the examples are loaded only where asked for
    from app.pages.worked import worked_example  # noqa: PLC0415 - and so are the charts

    document = demo_documents(edition)[WORKED_SCAN]
    return worked_example(edition, document, demo_record(edition, document))


def _metrics(settings: Settings) -> Metrics | None:
    """Return what counts, where it was asked for; nothing of it is loaded where it was not."""
    if not settings.metrics:
        return None
    from app.web.metrics import Metrics  # noqa: PLC0415 - only where asked for

    return Metrics()


def _add_pages(app: FastAPI) -> None:
    app.state.htmx = front_end.htmx(bundled("assets"))
    app.state.assets = _assets(app.state.htmx)
    app.state.templates = make_environment(app.state.assets, app.state.htmx, version=__version__)
    app.state.templates_in = in_other_languages(app.state.templates)
    add_error_pages(app)


@cache
def _rooms() -> APIRouter:
    """Return the addresses of every room; working out what each of them asks for is done once in a process."""
    rooms = APIRouter()
    # What is asked for most comes first: addresses are compared in this order.
    for router in (
        responding,
        assets.router,
        house,
        start,
        pages,
        explaining,
        accounts,
        languages,
        closing,
        collaborations,
        paper,
        comments,
        beside,
        groups,
        results,
        course,
        exports,
        operations,
    ):
        rooms.include_router(router)
    return rooms


def _assets(htmx: front_end.Htmx | None) -> assets.Assets:
    """Collect the files that pages refer to: ours, and those that npm installed."""
    own = assets.own_assets()
    styles = "".join(asset.read().decode() for asset in own if asset.name.endswith(".css"))
    installed = bundled("assets")
    found = [front_end.style_asset(installed, styles), htmx.local if htmx else None]
    return assets.Assets(*own, *pictures(), *front_end.plotly_assets(installed), *(asset for asset in found if asset))


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    if not app.state.database_is_ready:
        await run_sync(prepare_database, app)
    await close_due_scans_now(app.state)
    await purge_now(app.state)
    await renew_groups_now(app.state)
    going_on = [
        asyncio.create_task(work(app.state))
        for work in (close_scans_in_time, purge_each_day, renew_groups_each_day, send_post_in_time)
    ]
    yield
    for task in going_on:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    app.state.engine.dispose()


def prepare_database(app: FastAPI) -> None:
    """Bring the tables up to date, or refuse to run on tables of another version; add the examples where asked.

    Raises `DatabaseError`. Starting the service does this by itself; who wants the message first calls it before.
    """
    from app.db import migration  # noqa: PLC0415 - alembic is loaded here, not for every command

    settings: Settings = app.state.settings
    if settings.migrate_on_start:
        migration.upgrade(app.state.engine)
    else:
        migration.require_current(app.state.engine)
    with begin_alone(app.state.engine) as session:
        load_municipalities(session)
        if settings.demo:
            from app.demo import load_demo  # noqa: PLC0415 - only where asked for

            load_demo(session, app.state.current_edition)
        if settings.has_example_people:
            from app.demo import load_people  # noqa: PLC0415 - only where asked for

            load_people(session, app.state.today())
    app.state.database_is_ready = True
