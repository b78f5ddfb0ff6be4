"""`vensterscan score` and `vensterscan compare`: the scoring for a file of answers, without a database or a browser.

Input and output are the exchange formats of `docs/formats.md`. Input that does not fit is refused as a whole: all
problems are listed, nothing is computed, the exit status is 2.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from questionnaires import Edition, available_editions, load_current, load_edition
from scoring import (
    InputProblems,
    Problem,
    Result,
    check_result,
    compare_results,
    frozen_record,
    parse_csv,
    parse_json,
    read_scan,
    result_document,
    score_scan,
    shown,
)

REFUSED = 2

File = Annotated[Path, typer.Argument(help="JSON of CSV in het uitwisselformaat; - leest van standaardinvoer.")]
EditionOption = Annotated[
    str | None, typer.Option("--edition", help="Editie, voor een bestand dat er zelf geen noemt.")
]
AmbitionOption = Annotated[int | None, typer.Option("--ambition", help="Ambitie, een model 1 tot en met 7.")]
MinimumOption = Annotated[
    list[str] | None, typer.Option("--minimum", help="Minimale groepsgrootte, als VENSTER=AANTAL; mag vaker.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Schrijf JSON in plaats van tekst.")]


def score(
    file: File,
    edition: EditionOption = None,
    ambition: AmbitionOption = None,
    minimum: MinimumOption = None,
    as_json: JsonOption = False,
    html: Annotated[Path | None, typer.Option("--html", help="Schrijf ook één HTML-pagina met de grafieken.")] = None,
) -> None:
    """Scoor een bestand met antwoorden."""
    try:
        content, result = _score(file, edition, ambition, _minimum(minimum))
    except InputProblems as refusal:
        refuse(refusal, as_json)
    if html is not None:
        _write_report(html, frozen_record(result), content)
    if as_json:
        print_json(result_document(result))
    else:
        from app.exports.to_text import result_text  # noqa: PLC0415 - only where it is needed: the command starts fast

        typer.echo(result_text(frozen_record(result), content))


def compare(
    old: File,
    new: File,
    edition: EditionOption = None,
    ambition: AmbitionOption = None,
    minimum: MinimumOption = None,
    as_json: JsonOption = False,
) -> None:
    """Vergelijk twee metingen: twee bestanden met antwoorden of twee uitslagen."""
    problems: list[Problem] = []
    documents: list[tuple[Edition, dict[str, Any]]] = []
    for name, file in (("oud", old), ("nieuw", new)):
        try:
            documents.append(result_of(file, edition, ambition, _minimum(minimum)))
        except InputProblems as refusal:
            problems += [Problem(p.response, p.item, f"{name}: {p.problem}") for p in refusal.problems]
    if not problems and documents[0][0].id != documents[1][0].id:
        problems = [Problem(None, None, f"de edities verschillen: {documents[0][0].id} en {documents[1][0].id}")]
    if problems:
        refuse(InputProblems(problems), as_json)
    (content, before), (_, after) = documents
    differences = compare_results(content.instrument, before, after)
    if as_json:
        print_json(differences)
    else:
        from app.exports.to_text import comparison_text  # noqa: PLC0415 - only where it is needed: the command starts fast

        typer.echo(comparison_text(before, after, differences, content))


def _score(file: Path, edition: str | None, ambition: int | None, minimum: dict[str, int]) -> tuple[Edition, Result]:
    return _score_document(*_read(file, edition), ambition, minimum)


def _score_document(
    content: Edition, document: Any, ambition: int | None, minimum: dict[str, int]
) -> tuple[Edition, Result]:
    scan = read_scan(document, content.instrument, ambition, minimum)
    return content, score_scan(content.instrument, scan.responses, scan.minimum, scan.ambition)


def result_of(
    file: Path, edition: str | None, ambition: int | None, minimum: dict[str, int]
) -> tuple[Edition, dict[str, Any]]:
    """The result document of a file that holds answers or a result."""
    content, document = _read(file, edition)
    if isinstance(document, dict) and "responses" not in document and "continuum" in document:
        if problems := check_result(document, content.instrument):
            raise InputProblems(problems)
        return content, document
    return content, result_document(_score_document(content, document, ambition, minimum)[1])


def _read(file: Path, edition: str | None) -> tuple[Edition, Any]:
    """The edition that a file is about, and the document in it. Raises `InputProblems`."""
    text = _text(file)
    if file.suffix.lower() == ".csv":
        content = _edition(edition)
        return content, parse_csv(text, content.instrument)
    document = parse_json(text)
    named = document["edition"] if isinstance(document, dict) and "edition" in document else edition
    return _edition(named), document


def _text(file: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise InputProblems([Problem(None, None, f"kan {file} niet lezen: {error.strerror}")]) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputProblems([Problem(None, None, "het bestand is geen UTF-8")]) from error


def _edition(edition: Any) -> Edition:
    if edition is None:
        return load_current()
    if edition not in available_editions():
        raise InputProblems([Problem(None, None, f"onbekende editie {shown(edition)}")])
    return load_edition(edition)


def _minimum(options: list[str] | None) -> dict[str, int]:
    """`VENSTER=AANTAL` as a mapping; whether the number is allowed is decided with the rest of the input."""
    minimum: dict[str, int] = {}
    for option in options or []:
        window, _, size = option.partition("=")
        if not size.isascii() or not size.isdigit():
            raise InputProblems([Problem(None, None, f"‘--minimum {option}’ is niet van de vorm VENSTER=AANTAL")])
        minimum[window] = int(size)
    return minimum


def _write_report(path: Path, record: dict[str, Any], content: Edition) -> None:
    from app.results.report import render_report  # noqa: PLC0415 - only where it is needed: the command starts fast

    try:
        path.write_text(render_report(record, content), encoding="utf-8")
    except OSError as error:
        typer.echo(f"Kan {path} niet schrijven: {error.strerror}.", err=True)
        raise typer.Exit(1) from error


def print_json(document: Any) -> None:
    """Print a document as JSON."""
    _say(json.dumps(document, ensure_ascii=False, indent=2))


def _say(text: str, *, as_error: bool = False) -> None:
    """Print, also what is no text in any encoding: half a surrogate pair in a file is printed as its escape."""
    typer.echo(text.encode("utf-8", "backslashreplace").decode("utf-8"), err=as_error)


def refuse(refusal: InputProblems, as_json: bool) -> NoReturn:
    """List all problems and stop with status 2."""
    if as_json:
        print_json({"problems": [problem.document() for problem in refusal.problems]})
    else:
        typer.echo("Dit bestand past niet bij de vragenlijst. Er is niets berekend.", err=True)
        for problem in refusal.problems:
            _say(f"- {problem}", as_error=True)
    raise typer.Exit(REFUSED)
