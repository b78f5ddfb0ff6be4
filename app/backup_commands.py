"""`vensterscan backup` and `vensterscan restore`: everything in one file, while the service goes on, and back."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.config import SettingsError, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.db import Engine
    from app.store.backup import Manifest

FAILED, REFUSED = 1, 2


def backup(file: Annotated[Path, typer.Argument(help="Het bestand dat gemaakt of vervangen wordt.")]) -> None:
    """Bewaar de hele database in één bestand; de dienst kan doordraaien."""
    from app import __version__  # noqa: PLC0415 - what a command works with is imported when it runs
    from app.store.backup import write_backup  # noqa: PLC0415
    from app.web.dependencies import today_in_amsterdam  # noqa: PLC0415

    with _database() as engine:
        manifest = write_backup(engine, file, program=__version__, today=today_in_amsterdam())
    typer.echo(f"Bewaard in {file}: {_size(manifest)}.")
    typer.echo("Het bestand bevat alles, ook wat vertrouwelijk is. Alleen u kunt het lezen; bewaar het zo.")
    typer.echo("De sleutel van de installatie staat er niet in: bewaar die apart.")


def restore(file: Annotated[Path, typer.Argument(help="Een bestand dat met backup is gemaakt.")]) -> None:
    """Zet een back-up terug in een lege database."""
    from app.store.backup import restore_backup  # noqa: PLC0415

    with _database() as engine:
        manifest = restore_backup(engine, file)
    typer.echo(f"Teruggezet uit {file} van {manifest.made_on:%d-%m-%Y}: {_size(manifest)}.")


def _size(manifest: Manifest) -> str:
    return f"{manifest.rows} rijen in {len(manifest.tables)} tabellen"


@contextmanager
def _database() -> Iterator[Engine]:
    """Open the database of the settings; what is wrong is said in Dutch, and ends the command."""
    from app.db import DatabaseError, make_engine  # noqa: PLC0415
    from app.store.backup import BackupError  # noqa: PLC0415

    try:
        engine = make_engine(load_settings().database_url)
        try:
            yield engine
        finally:
            engine.dispose()
    except SettingsError as error:
        _end(error, REFUSED)
    except (DatabaseError, BackupError) as error:
        _end(error, FAILED)


def _end(error: Exception, status: int) -> None:
    typer.echo(str(error), err=True)
    raise typer.Exit(status)
