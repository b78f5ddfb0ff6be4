"""Reading content files: the only place that knows YAML.

Every file is read strictly, so that what an author sees is what the program gets: no key twice, no anchors, aliases or
tags, and nothing unquoted that YAML would turn into something else than it looks like (`no`, `2026-01-01`, `010`).
Files are addressed by their path inside the edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from questionnaires.problems import ContentError, Problem

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOT_FROZEN = ("golden", "translations")
"""Folders of an edition that may grow after publication and that are not part of its fingerprint."""


# --- one file ---------------------------------------------------------------------------------------------------------


def read_yaml(content: bytes, file: str) -> Any:
    """What one file holds: dictionaries, lists, text, numbers, true, false and null.

    Raises `ContentError` with every problem in the file; `file` is the name that the problems carry.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError([Problem(file, "", f"is geen UTF-8 (regel {line})")]) from error
    reader = _Reader(text, file)
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        raise ContentError([*reader.problems, Problem(file, "", _not_yaml(error))]) from error
    if reader.problems:
        raise ContentError(reader.problems)
    return value


def _not_yaml(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"regel {mark.line + 1}" if mark else "regel onbekend"
    return f"is geen geldige YAML ({where}): {getattr(error, 'problem', error)}"


class _Reader:
    """Builds plain values from the events of one YAML document and remembers what is refused."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=PARSER))
        self._tag_of: Callable[..., str] = yaml.resolver.Resolver().resolve

    def document(self) -> Any:
        value = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                value = self._value(next(self._events), ())
        if documents != 1:
            self._refuse((), "moet één document zijn" if documents else "is leeg")
        return value

    def _value(self, event: Any, place: tuple[str, ...]) -> Any:
        line = event.start_mark.line + 1
        if event.anchor is not None:
            self._refuse(place, f"YAML-ankers (& en *) mogen niet; schrijf de tekst uit (regel {line})")
        if getattr(event, "tag", None) is not None:
            self._refuse(place, f"YAML-tags ({event.tag}) mogen niet (regel {line})")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        return self._scalar(event, place) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, place: tuple[str, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self._value(event, place)
            if not isinstance(key, str):
                self._refuse(place, f"een sleutel moet een woord zijn (regel {line})")
                key = str(key)
            value = self._value(next(self._events), (*place, key))
            if key in result:
                self._refuse((*place, key), f"deze sleutel staat hier twee keer (regel {line})")
            result[key] = value
        return result

    def _sequence(self, place: tuple[str, ...]) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            result.append(self._value(event, (*place, str(len(result) + 1))))
        return result

    def _scalar(self, event: Any, place: tuple[str, ...]) -> Any:
        plain = event.implicit[0]
        text: str = event.value
        if not plain:
            return text
        if text in ("null", "true", "false"):
            return {"null": None, "true": True, "false": False}[text]
        if re.fullmatch(r"-?(0|[1-9]\d*)", text):
            return int(text)
        if re.fullmatch(r"-?(0|[1-9]\d*)\.\d+", text):
            return float(text)
        self._refuse_trap(event, place)
        return text

    def _refuse_trap(self, event: Any, place: tuple[str, ...]) -> None:
        line = event.start_mark.line + 1
        tag = self._tag_of(yaml.ScalarNode, event.value, (True, False))
        if event.value == "":
            self._refuse(place, f"heeft geen waarde; laat de sleutel weg of vul hem in (regel {line})")
        elif tag != "tag:yaml.org,2002:str":
            kind = tag.rpartition(":")[2]
            self._refuse(place, f"YAML leest ‘{event.value}’ als {kind}; zet er aanhalingstekens om (regel {line})")

    def _refuse(self, place: tuple[str, ...], message: str) -> None:
        self.problems.append(Problem(self.file, ".".join(place), message))


# --- the files of an edition ------------------------------------------------------------------------------------------


def read_files(folder: Traversable) -> tuple[dict[str, Any], list[Problem]]:
    """What the frozen files of an edition hold, by path, and the problems of those that could not be read."""
    return _read(entry for entry in _walk(folder) if entry[0].split("/")[0] not in NOT_FROZEN)


def read_golden(folder: Traversable) -> tuple[dict[str, Any], list[Problem]]:
    """What the files in `golden/` hold, by path, and the problems of those that could not be read."""
    return _read_folder(folder, "golden")


def read_translations(folder: Traversable) -> tuple[dict[str, Any], list[Problem]]:
    """What the files in `translations/` hold, by path, and the problems of those that could not be read."""
    return _read_folder(folder, "translations")


def read_folder(folder: Traversable) -> tuple[dict[str, Any], list[Problem]]:
    """What all files in a folder hold, by path, and the problems of those that could not be read."""
    return _read(_walk(folder))


def _read_folder(folder: Traversable, name: str) -> tuple[dict[str, Any], list[Problem]]:
    inside = folder.joinpath(name)
    return _read(_walk(inside, f"{name}/") if inside.is_dir() else ())


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry


def _read(entries: Iterable[tuple[str, Traversable]]) -> tuple[dict[str, Any], list[Problem]]:
    files: dict[str, Any] = {}
    problems: list[Problem] = []
    for path, entry in entries:
        if not path.endswith(".yaml"):
            problems.append(Problem(path, "", "hoort niet in een editie; inhoud staat in .yaml-bestanden"))
            continue
        try:
            files[path] = read_yaml(entry.read_bytes(), path)
        except ContentError as error:
            problems += error.problems
    return files, problems
