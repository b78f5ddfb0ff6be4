"""`vensterscan beside`: results of several collaborations beside each other, from files, without a database.

Never a ranking: the order is that of the names that are given. Input that does not fit is refused as a whole.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.scoring_commands import JsonOption, print_json, refuse, result_of
from scoring import InputProblems, Problem, result_outline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.comparison.beside.sides import Comparison
    from questionnaires import Edition

KIND = "anders"
"""Stands for the kind of all, where somebody says that it is the same."""
Named = tuple[str, "Edition", dict[str, Any]]


def beside(
    files: Annotated[
        list[str],
        typer.Argument(help="Twee of meer bestanden, elk met een naam.", metavar="NAAM=BESTAND"),
    ],
    same_kind: Annotated[
        bool,
        typer.Option("--zelfde-soort", help="Alle zijn van dezelfde soort: geef ook de verschillen."),
    ] = False,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Schrijf een tabel voor een spreadsheet.")] = False,
) -> None:
    """Leg uitslagen van samenwerkingen naast elkaar; nooit als ranglijst."""
    try:
        comparison = _comparison(_read(files), same_kind=same_kind)
    except InputProblems as refusal:
        refuse(refusal, as_json)
    if as_json:
        from app.comparison.beside.document import comparison_document  # noqa: PLC0415 - only where it is needed

        print_json(comparison_document(comparison))
    elif as_csv:
        from app.comparison.beside.to_csv import comparison_csv  # noqa: PLC0415 - only where it is needed

        sys.stdout.buffer.write(comparison_csv(comparison))
    else:
        from app.comparison.beside.to_text import comparison_text  # noqa: PLC0415 - only where it is needed

        typer.echo(comparison_text(comparison))


def _read(files: Iterable[str]) -> list[Named]:
    """Every file with its name, by name. Raises `InputProblems` with those of all."""
    problems: list[Problem] = []
    found: dict[str, Named] = {}
    for given in files:
        name, is_named, path = given.partition("=")
        if not (is_named and name.strip() and path) or name.strip() in found:
            problems.append(Problem(None, None, f"‘{given}’ is niet van de vorm NAAM=BESTAND, of de naam is er al"))
            continue
        try:
            found[name.strip()] = (name.strip(), *result_of(Path(path), None, None, {}))
        except InputProblems as refusal:
            problems += [Problem(p.response, p.item, f"{name.strip()}: {p.problem}") for p in refusal.problems]
    if not problems and len(found) < 2:
        problems.append(Problem(None, None, "noem er twee of meer om naast elkaar te leggen"))
    if problems:
        raise InputProblems(problems)
    return [found[name] for name in sorted(found, key=str.casefold)]


def _comparison(found: list[Named], *, same_kind: bool) -> Comparison:
    from app.comparison.beside.sides import Comparison, LeftOut, Side, newest_edition  # noqa: PLC0415 - starts fast

    edition = newest_edition(content for _, content, _ in found)
    moved = [(name, edition.as_own(result_outline(document))) for name, _, document in found]
    return Comparison(
        edition=edition,
        sides=tuple(Side(name, name, KIND if same_kind else None, own) for name, own in moved if own is not None),
        left_out=tuple(LeftOut(name, "de editie is niet te vergelijken") for name, own in moved if own is None),
        moved=sum(content.id != edition.id for _, content, _ in found),
    )
