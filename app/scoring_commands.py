"""`vensterscan score` and `vensterscan compare`: the scoring for a file of answers, without a database or a browser.

Input and output are the exchange formats of `docs/formats.md`. Input that does not fit is refused as a whole: all
problems are listed, nothing is computed, the exit status is 2.

With `--json` whoever has the answers gets exact numbers. What is made to be read, the text and the table, is made of
the frozen record, so that it can be passed on: it is as coarse about small groups as the pages are.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
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
    course_of,
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
CsvOption = Annotated[bool, typer.Option("--csv", help="Schrijf een tabel voor een rekenblad, een regel per verschil.")]


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


def compare(  # noqa: PLR0913, PLR0917 - each is an argument or an option of the command
    old: File,
    new: File,
    edition: EditionOption = None,
    ambition: AmbitionOption = None,
    minimum: MinimumOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Vergelijk twee metingen: twee bestanden met antwoorden of twee uitslagen."""
    if as_json and as_csv:
        raise typer.BadParameter("Kies --json of --csv.")
    problems: list[Problem] = []
    measurements: list[Measurement] = []
    for name, file in (("oud", old), ("nieuw", new)):
        try:
            measurements.append(measurement_of(file, edition, ambition, _minimum(minimum)))
        except InputProblems as refusal:
            problems += [Problem(p.response, p.item, f"{name}: {p.problem}") for p in refusal.problems]
    if not problems and (apart := _not_comparable(measurements[0].content, measurements[1].content)):
        problems = [apart]
    if problems:
        refuse(InputProblems(problems), as_json)
    earlier, after = measurements
    before = _as_one_of(earlier, after.content)
    if as_json:
        print_json(compare_results(before.content.instrument, before.exact, after.exact))
    else:
        _write_course(before, after, earlier.content, as_csv=as_csv)


def _write_course(before: Measurement, after: Measurement, made_with: Edition, *, as_csv: bool) -> None:
    course = course_of(before.content.instrument, before.record, after.record)
    ends = (before.record["result"], after.record["result"], course, before.content)
    if as_csv:
        from app.exports.course_to_csv import course_csv  # noqa: PLC0415 - only where needed: the command starts fast

        typer.echo(course_csv(*ends), nl=False)
    else:
        from app.exports.course_to_text import course_text  # noqa: PLC0415 - only where needed: the command starts fast

        typer.echo(course_text(*ends))
        if made_with.id != after.content.id:
            from app.exports.editions_to_text import editions_text  # noqa: PLC0415 - only where it is needed

            typer.echo(f"\n{editions_text(made_with, after.content)}")


def _as_one_of(earlier: Measurement, content: Edition) -> Measurement:
    """A measurement as if it had been made with this edition, which is its own or one that can be compared with it."""
    exact, result = content.as_own(earlier.exact), content.as_own(earlier.record["result"])
    whole = content.as_own(earlier.record) if "insight" in earlier.record else {"result": result}
    if exact is None or whole is None:
        return earlier
    return replace(earlier, content=content, exact=exact, record=whole)


def _not_comparable(old: Edition, new: Edition) -> Problem | None:
    """Why results of these editions cannot be compared, the first being the earlier measurement; None when they can."""
    if old.id == new.id or new.mapping_from(old.id):
        return None
    if old.mapping_from(new.id):
        hint = "de oude meting is met een latere editie gedaan dan de nieuwe; wissel de bestanden om"
        return Problem(None, None, f"{hint} ({old.id} en {new.id})")
    return Problem(None, None, f"de edities verschillen en zijn niet te vergelijken: {old.id} en {new.id}")


def _score(file: Path, edition: str | None, ambition: int | None, minimum: dict[str, int]) -> tuple[Edition, Result]:
    return _score_document(*_read(file, edition), ambition, minimum)


def _score_document(
    content: Edition, document: Any, ambition: int | None, minimum: dict[str, int]
) -> tuple[Edition, Result]:
    scan = read_scan(document, content.instrument, ambition, minimum)
    return content, score_scan(content.instrument, scan.responses, scan.minimum, scan.ambition)


@dataclass(frozen=True)
class Measurement:
    """What a file that is compared holds: the result document to the last digit, and the record to be read by others.

    A file with a result has no insight, so what only the insight tells stays unknown.
    """

    content: Edition
    exact: dict[str, Any]
    record: dict[str, Any]


def measurement_of(file: Path, edition: str | None, ambition: int | None, minimum: dict[str, int]) -> Measurement:
    """What a file holds that has answers or a result. Raises `InputProblems`."""
    content, document = _read(file, edition)
    if isinstance(document, dict) and "responses" not in document and "continuum" in document:
        if problems := check_result(document, content.instrument):
            raise InputProblems(problems)
        return Measurement(content, document, {"result": document})
    _, result = _score_document(content, document, ambition, minimum)
    return Measurement(content, result_document(result), frozen_record(result))


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
