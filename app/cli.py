"""The command `vensterscan`: serve, migrate, backup, restore, check, settings, score, compare, and what authors need.

What a command works with is imported when it runs, so that each starts fast.
"""

from __future__ import annotations

import contextlib
import io
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from app.backup_commands import backup, restore
from app.beside_commands import beside
from app.config import FIRST_PORT, Settings, SettingsError, load_settings, settings_table
from app.people_commands import user
from app.retention_commands import purge
from app.scoring_commands import compare, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fastapi import FastAPI

    from app.db import Engine

PORTS_TRIED = 100
REFUSED = 2
KEEP_ALIVE_SECONDS = 75
"""For how long a connection may be idle. Longer than the minute of the usual proxies: when both close it at the same
moment, something that was just sent is lost, and a proxy does not send a form twice."""

program = typer.Typer(
    name="vensterscan",
    help="Vensterscan: laat zien hoe organisaties in een gemeente samenwerken rond inwoners.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@program.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Netwerkadres; standaard alleen deze machine.")] = None,
    port: Annotated[int | None, typer.Option(help="Poort; standaard 8000, of de eerstvolgende die vrij is.")] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Zet de voorbeeldgemeenten klaar.")] = False,
) -> None:
    """Start de dienst en zeg op welk adres."""
    settings = _settings(host=host, port=port, demo=demo or None)
    with contextlib.closing(_listen(settings)) as listener:
        _run(_application(settings), listener, settings)


@program.command()
def migrate() -> None:
    """Werk de database bij tot deze versie."""
    from app.db import DatabaseError, make_engine  # noqa: PLC0415
    from app.db.migration import upgrade  # noqa: PLC0415

    try:
        upgrade(make_engine(_settings().database_url))
    except DatabaseError as error:
        _refuse([error], status=1)
    typer.echo("De database is bijgewerkt.")


@program.command()
def token(
    name: Annotated[str, typer.Argument(help="Waarvoor het token is, zoals ‘koppeling met ons dashboard’.")],
    municipality: Annotated[
        str | None,
        typer.Option(
            "--gemeente", help="CBS-code zoals GM0321; zonder deze optie geldt het token voor alle gemeenten."
        ),
    ] = None,
    role: Annotated[
        str, typer.Option("--rol", help="coordinator (alles), meelezer of adviseur (alleen uitslagen lezen).")
    ] = "coordinator",
    collaboration: Annotated[
        int | None, typer.Option("--samenwerking", help="Het nummer van de samenwerking, voor een adviseur.")
    ] = None,
) -> None:
    """Maak een token voor de API en toon het één keer."""
    from app.accounts.tokens import make_token, why_not  # noqa: PLC0415
    from app.db import begin_writing  # noqa: PLC0415
    from app.web.dependencies import today_in_amsterdam  # noqa: PLC0415

    with _database() as engine, begin_writing(engine) as session:
        if problem := why_not(session, role, municipality, collaboration):
            _refuse([problem])
        today = today_in_amsterdam()
        typer.echo(make_token(session, name, municipality, today, role=role, collaboration_id=collaboration))


@program.command("close-due")
def close_due_scans() -> None:
    """Sluit de scans waarvan de sluitingsdatum voorbij is; een draaiende dienst doet dat zelf."""
    from app.closing.service import close_due  # noqa: PLC0415
    from app.main import load_editions  # noqa: PLC0415
    from app.web.dependencies import today_in_amsterdam  # noqa: PLC0415

    with _database() as engine:
        closed = close_due(engine, load_editions(), today_in_amsterdam())
    typer.echo("Er is 1 scan gesloten." if closed == 1 else f"Er zijn {closed} scans gesloten.")


@program.command()
def check() -> None:
    """Controleer alle inhoud, ook eigen vertalingen, en noem alles wat niet klopt."""
    from app.web.formatting import number  # noqa: PLC0415
    from questionnaires import (  # noqa: PLC0415
        available_editions,
        check_all,
        check_translations,
        load_edition,
        reading_time,
    )

    own = _settings().translations
    if problems := [*check_all(), *(check_translations(own) if own else ())]:
        _refuse(problems, status=1)
    typer.echo(f"De inhoud klopt: {', '.join(available_editions())}.")
    for edition in map(load_edition, available_editions()):
        typer.echo(f"\nInvultijd van {edition.id}, uitgerekend uit de woorden:")
        for name, window in edition.windows.items():
            minutes = number(reading_time(edition, name).minutes, 1)
            typer.echo(f"- {name}: {minutes} minuten; op de startpagina staat {window.minutes}")


@program.command()
def settings() -> None:
    """Toon alle instellingen met hun standaardwaarde, als tabel in Markdown."""
    typer.echo(settings_table(), nl=False)


@program.command("new-edition")
def new_edition(
    source: Annotated[str, typer.Argument(help="De editie waarmee u begint, zoals integraal-werken/2026.1.")],
    target: Annotated[str, typer.Argument(help="De nieuwe editie, zoals integraal-werken/2027.1.")],
) -> None:
    """Begin een nieuwe editie als kopie van een bestaande."""
    from questionnaires import ContentError, start_edition  # noqa: PLC0415

    try:
        folder = start_edition(source, target, _shelves())
    except ContentError as error:
        _refuse(error.problems)
    typer.echo(f"De nieuwe editie staat in {folder}.")


@program.command()
def publish(edition: Annotated[str, typer.Argument(help="De editie, zoals integraal-werken/2026.1.")]) -> None:
    """Leg een editie vast; daarna verandert zij nooit meer."""
    from questionnaires import ContentError, load_edition  # noqa: PLC0415
    from questionnaires import publish as publish_edition  # noqa: PLC0415

    try:
        publish_edition(load_edition(edition), _shelves())
    except ContentError as error:
        _refuse(error.problems)
    typer.echo(f"Editie {edition} is vastgelegd.")


program.command()(backup)
program.command()(restore)
program.command()(purge)
program.add_typer(user, name="user")
program.command()(score)
program.command()(compare)
program.command()(beside)


def _settings(**chosen: object) -> Settings:
    try:
        return load_settings(**chosen)
    except SettingsError as error:
        _refuse(error.problems)


def _application(settings: Settings) -> FastAPI:
    from app.db import DatabaseError  # noqa: PLC0415
    from app.main import create_app, prepare_database  # noqa: PLC0415
    from questionnaires import ContentError  # noqa: PLC0415

    try:
        app = create_app(settings)
        prepare_database(app)
    except ContentError as error:
        _refuse(error.problems)
    except DatabaseError as error:
        _refuse([error], status=1)
    return app


@contextlib.contextmanager
def _database() -> Iterator[Engine]:
    """Open the database, which must be of this version."""
    from app.db import DatabaseError, make_engine  # noqa: PLC0415
    from app.db.migration import require_current  # noqa: PLC0415

    engine = make_engine(_settings().database_url)
    try:
        require_current(engine)
        yield engine
    except DatabaseError as error:
        _refuse([error], status=1)
    finally:
        engine.dispose()


def _listen(settings: Settings) -> socket.socket:
    """Take the port that was asked for, or the first free one."""
    ports = [settings.port] if settings.port is not None else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    asked = f"poort {settings.port}" if settings.port is not None else f"een poort vanaf {FIRST_PORT}"
    for port in ports:
        with contextlib.suppress(OSError):
            listener = socket.create_server((settings.host, port), family=family)
            # asyncio does this only for sockets that it makes itself; without it answers wait 40 ms for the browser
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return listener
    return _refuse([f"Op {settings.host} is {asked} niet te gebruiken. Kies een andere met --port."], status=1)


def _run(app: FastAPI, listener: socket.socket, settings: Settings) -> None:
    """Serve until the process is asked to stop. The log of visits is ours (`app/web/observed.py`), not the server's."""
    import uvicorn  # noqa: PLC0415

    from app.web.log_format import set_up_logging  # noqa: PLC0415

    set_up_logging(as_json=settings.is_production)

    class Server(uvicorn.Server):
        """Say where the service is once it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                typer.echo(f"Vensterscan staat klaar op {_address(listener, settings)} (stoppen met Ctrl+C)")

    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )
    Server(config).run(sockets=[listener])


def _address(listener: socket.socket, settings: Settings) -> str:
    if settings.base_url:
        return settings.base_url
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _shelves() -> Path:
    """The folder with the content; only in a checkout can it be written."""
    import questionnaires  # noqa: PLC0415

    return Path(questionnaires.__file__).parent


def _refuse(problems: Iterable[object], status: int = REFUSED) -> NoReturn:
    for problem in problems:
        typer.echo(str(problem), err=True)
    raise typer.Exit(status)


def main() -> None:
    """Run the command; `vensterscan` and `python -m app.cli` come here."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without UTF-8 shows an escape where it lacks a letter
            stream.reconfigure(errors="backslashreplace")
    program()


if __name__ == "__main__":
    main()
