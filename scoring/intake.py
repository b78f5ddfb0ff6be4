"""What comes in: a scan as JSON or CSV, checked against the instrument, refused as a whole when anything does not fit.

The format is described in `docs/formats.md`. All problems are collected, each with the place of its response
(0-based) and its item, so that nobody has to mend a file one problem at a time. Problem texts are Dutch: people read
them.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.privacy import allowed_minimum, minima
from scoring.types import MODELS, NOT_APPLICABLE, UNKNOWN, Answer, Instrument, Item, Response, Scan

TOP_KEYS = ("edition", "ambition", "minimum", "responses")
RESPONSE_KEYS = ("window", "role", "participants", "answers")
CSV_COLUMNS = ("window", "role", "participants")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not fit: in which response (None: in the document itself), at which item, and what."""

    response: int | None
    item: str | None
    problem: str

    def document(self) -> dict[str, Any]:
        """The problem as it stands in the exchange format."""
        return {"response": self.response, "item": self.item, "problem": self.problem}

    def __str__(self) -> str:
        place = "bestand" if self.response is None else f"antwoord {self.response + 1}"
        return f"{place}{f', {shown(self.item)[1:-1]}' if self.item else ''}: {self.problem}"


class InputProblems(ValueError):  # noqa: N818 - what is raised is a list of problems, and is used as one
    """The input does not fit; `problems` holds all that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class _Repeated(dict[str, Any]):
    """A JSON object in which a key occurred more than once."""

    repeated: tuple[str, ...] = ()


def parse_json(text: str) -> Any:
    """JSON as Python values. Raises `InputProblems` for text that is not JSON, and for NaN and Infinity."""

    def refuse_constant(name: str) -> float:
        raise InputProblems([Problem(None, None, f"{name} is geen getal dat hier mag staan")])

    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=refuse_constant)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" (regel {error.lineno}, teken {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise InputProblems([Problem(None, None, f"dit is geen geldige JSON{where}")]) from error
    except InputProblems:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise InputProblems([Problem(None, None, "er staat een getal in dat niet te lezen is")]) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    repeated = tuple(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
    if not repeated:
        return dict(pairs)
    result = _Repeated(pairs)
    result.repeated = repeated
    return result


def parse_csv(text: str, instrument: Instrument) -> dict[str, Any]:
    """A CSV with one line per response, as the same document that JSON gives. Raises `InputProblems`.

    Comma, UTF-8, decimal point; an empty cell is an item left out; entries of a checklist are joined with `|`.
    """
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
    except csv.Error as error:
        raise InputProblems([Problem(None, None, f"dit is geen geldige CSV ({error})")]) from error
    rows = [row for row in rows if row]
    if not rows:
        raise InputProblems([Problem(None, None, "het bestand is leeg: de regel met kolomnamen ontbreekt")])
    header, *lines = rows
    problems = _header_problems(header, instrument)
    problems += [
        Problem(index, None, f"deze regel heeft {len(line)} kolommen, de eerste regel heeft er {len(header)}")
        for index, line in enumerate(lines)
        if len(line) != len(header)
    ]
    if problems:
        raise InputProblems(problems)
    return {"responses": [_csv_response(dict(zip(header, line, strict=True)), instrument) for line in lines]}


def _header_problems(header: Sequence[str], instrument: Instrument) -> list[Problem]:
    known = {item.id for window in instrument.windows for item in window.items} | set(CSV_COLUMNS)
    problems = [Problem(None, name, "onbekende kolom") for name in header if name not in known]
    problems += [Problem(None, name, "deze kolom komt vaker voor") for name, n in Counter(header).items() if n > 1]
    return problems + [
        Problem(None, None, f"de kolom {name} ontbreekt") for name in CSV_COLUMNS[:2] if name not in header
    ]


def _csv_response(cells: Mapping[str, str], instrument: Instrument) -> dict[str, Any]:
    answers = {name: cell for name, cell in cells.items() if name not in CSV_COLUMNS and cell != ""}
    response: dict[str, Any] = {
        "window": cells["window"],
        "role": cells["role"],
        "answers": {name: _csv_answer(instrument.item(name), cell) for name, cell in answers.items()},
    }
    if cells.get("participants", "") != "":
        response["participants"] = _number(cells["participants"])
    return response


def _csv_answer(item: Item, cell: str) -> Any:
    return cell.split("|") if item.kind == "checklist" else _number(cell)


def _number(cell: str) -> Any:
    """The number that a cell holds, or the cell itself when it holds none; whole numbers stay whole."""
    plain = cell.isascii() and not set(cell) - set("0123456789.-+eE")
    try:
        return (int(cell) if cell.lstrip("-").isdigit() else float(cell)) if plain else cell
    except ValueError:
        return cell


def read_scan(
    document: Any,
    instrument: Instrument,
    ambition: int | None = None,
    minimum: Mapping[str, int] | None = None,
) -> Scan:
    """The scan in a parsed document. Raises `InputProblems` with everything that does not fit.

    `ambition` and `minimum` hold for a document that has none itself.
    """
    problems: list[Problem] = []
    if not isinstance(document, dict):
        raise InputProblems([Problem(None, None, "het bestand moet één object met de sleutel ‘responses’ zijn")])
    problems += _key_problems(document, TOP_KEYS, ("responses",), None)
    edition = document.get("edition", instrument.edition)
    if edition != instrument.edition:
        problems.append(Problem(None, None, f"onbekende editie {shown(edition)}"))
    read = document.get("ambition", ambition)
    if read is not None and not _is_model(read):
        problems.append(Problem(None, None, f"de ambitie {shown(read)} is geen model 1 tot en met 7"))
    chosen = document.get("minimum", dict(minimum or {}))
    problems += _minimum_problems(chosen, instrument)
    responses = _responses(document.get("responses", []), instrument, problems)
    if problems:
        raise InputProblems(problems)
    sizes = {window: int(size) for window, size in chosen.items()}
    return Scan(tuple(responses), None if read is None else int(read), minima(sizes))


def _key_problems(
    found: Mapping[str, Any], known: Sequence[str], needed: Sequence[str], index: int | None
) -> list[Problem]:
    problems = [Problem(index, None, f"onbekende sleutel {shown(key)}") for key in found if key not in known]
    problems += [Problem(index, None, f"de sleutel ‘{key}’ ontbreekt") for key in needed if key not in found]
    return problems + _repeated_problems(found, index)


def _repeated_problems(found: Mapping[str, Any], index: int | None) -> list[Problem]:
    repeated = found.repeated if isinstance(found, _Repeated) else ()
    return [Problem(index, None, f"de sleutel {shown(key)} komt vaker voor") for key in repeated]


def _minimum_problems(chosen: Any, instrument: Instrument) -> list[Problem]:
    if not isinstance(chosen, dict):
        return [Problem(None, None, "‘minimum’ moet een object zijn met een getal per venster")]
    problems = _repeated_problems(chosen, None)
    windows = {window.id for window in instrument.windows}
    for window, size in chosen.items():
        if window not in windows:
            problems.append(Problem(None, None, f"onbekend venster {shown(window)} bij ‘minimum’"))
        elif not is_whole(size) or not allowed_minimum(window, int(size)):
            problems.append(
                Problem(None, None, f"de minimale groepsgrootte {shown(size)} mag niet voor venster {window}")
            )
    return problems


def _responses(found: Any, instrument: Instrument, problems: list[Problem]) -> list[Response]:
    if not isinstance(found, list):
        problems.append(Problem(None, None, "‘responses’ moet een lijst zijn"))
        return []
    read = [_response(response, index, instrument, problems) for index, response in enumerate(found)]
    return [response for response in read if response is not None]


def _response(found: Any, index: int, instrument: Instrument, problems: list[Problem]) -> Response | None:
    if not isinstance(found, dict):
        problems.append(Problem(index, None, "een antwoord moet een object zijn"))
        return None
    problems += _key_problems(found, RESPONSE_KEYS, ("window", "role", "answers"), index)
    participants = found.get("participants", 1)
    if not is_whole(participants) or participants < 1:
        problems.append(Problem(index, None, f"het aantal deelnemers {shown(participants)} is geen heel getal vanaf 1"))
        participants = 1
    window = next((window for window in instrument.windows if window.id == found.get("window")), None)
    if window is None:
        if "window" in found:
            problems.append(Problem(index, None, f"onbekend venster {shown(found['window'])}"))
        return None
    if "role" in found and found["role"] not in window.roles:
        problems.append(Problem(index, None, f"onbekende rol {shown(found['role'])} in venster {window.id}"))
    answers = _answers(found.get("answers", {}), index, {item.id: item for item in window.items}, problems)
    return Response(window.id, str(found.get("role")), answers, int(participants))


def _answers(found: Any, index: int, items: Mapping[str, Item], problems: list[Problem]) -> dict[str, Answer]:
    if not isinstance(found, dict):
        problems.append(Problem(index, None, "‘answers’ moet een object zijn"))
        return {}
    repeated = found.repeated if isinstance(found, _Repeated) else ()
    problems += [Problem(index, key, "dit antwoord komt vaker voor") for key in repeated]
    answers: dict[str, Answer] = {}
    for code, value in found.items():
        if code not in items:
            problems.append(Problem(index, code, "deze vraag bestaat niet in dit venster"))
            continue
        answer = read_answer(items[code], value)
        if answer is None:
            problems.append(Problem(index, code, f"{shown(value)} is geen antwoord op deze vraag"))
        else:
            answers[code] = answer
    return answers


def read_answer(item: Item, value: Any) -> Answer | None:
    """The answer that `value` stands for, or None when it is no answer to this item (rulings 2, 43, 44, 46)."""
    if item.kind == "model":
        return int(value) if _is_model(value) else None
    if item.kind == "checklist":
        return _checklist(item, value)
    if value == UNKNOWN or (value == NOT_APPLICABLE and item.not_applicable):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1 < value < 2:
        return None
    tolerance = item.answer_tolerance
    return next((option for option in item.options if abs(value - option) <= tolerance), None)


def _checklist(item: Item, value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        return None
    fits = len(value) <= item.at_most and len(set(value)) == len(value) and set(value) <= set(item.choices)
    return tuple(value) if fits else None


def is_whole(value: Any) -> bool:
    """A whole number, also when it is written as 6.0; a boolean is none."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def _is_model(value: Any) -> bool:
    return is_whole(value) and int(value) in MODELS


def shown(value: Any) -> str:
    """A value as it may stand in a message: short and printable, whatever was sent."""
    if isinstance(value, (list, dict)):
        return "een lijst" if isinstance(value, list) else "een object"
    text = json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace").decode("utf-8")
    return text if len(text) <= 60 else f"{text[:57]}..."
