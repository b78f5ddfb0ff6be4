"""`vensterscan purge`: delete what was kept for long enough, and say how much that was.

What it works with is imported when it runs, so that every other command starts fast.
"""

from __future__ import annotations

from typing import NoReturn

import typer

from app.config import SettingsError, load_settings

REFUSED, FAILED = 2, 1
NOT_EVERYTHING = "Niet alles kon worden gewist. Kijk in het logboek van de server en probeer het opnieuw."


def purge() -> None:
    """Wis alles waarvan de bewaartermijn voorbij is; een draaiende dienst doet dat elke dag zelf."""
    from app.db import DatabaseError, make_engine  # noqa: PLC0415
    from app.db.migration import require_current  # noqa: PLC0415
    from app.retention.accounts import Moment  # noqa: PLC0415
    from app.retention.service import purge as purge_database  # noqa: PLC0415
    from app.retention.words import said_of  # noqa: PLC0415
    from app.web.dependencies import now_in_universal_time, today_in_amsterdam  # noqa: PLC0415

    try:
        settings = load_settings()
        engine = make_engine(settings.database_url)
        require_current(engine)
    except SettingsError as error:
        _refuse(REFUSED, *error.problems)
    except DatabaseError as error:
        _refuse(FAILED, str(error))
    moment = Moment(today_in_amsterdam(), now_in_universal_time(), settings.base_url)
    purged = purge_database(engine, moment, rewrite=True)
    engine.dispose()
    for line in said_of(purged):
        typer.echo(line)
    if purged.failed:
        _refuse(FAILED, NOT_EVERYTHING)


def _refuse(status: int, *problems: str) -> NoReturn:
    for problem in problems:
        typer.echo(problem, err=True)
    raise typer.Exit(status)
