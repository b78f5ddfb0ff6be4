"""Which editions there are, and how one is opened: read, checked as a whole, and only then usable."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from questionnaires.assembly import COMPARABILITY, draft_of
from questionnaires.checks import find_problems, find_problems_between, find_problems_in_translation
from questionnaires.edition import Draft, Edition
from questionnaires.golden import GoldenCase, golden_cases
from questionnaires.instrument import build_instrument
from questionnaires.loader import read_files, read_folder, read_golden, read_translations
from questionnaires.problems import ContentError, Problem
from questionnaires.publishing import LOCK, changed_since_publication, published_editions
from questionnaires.succession import Succession
from questionnaires.translating import with_translations
from questionnaires.translation import Translation, translations_in

SHELVES = files("questionnaires")
NO_EDITION = Problem("questionnaires", "", "er is geen enkele editie")


def available_editions(shelves: Traversable = SHELVES) -> tuple[str, ...]:
    """The ids of all editions, such as `integraal-werken/2026.1`, oldest first."""
    found = [
        f"{family.name}/{version.name}"
        for family in shelves.iterdir()
        if family.is_dir()
        for version in family.iterdir()
        if version.is_dir() and re.fullmatch(r"\d{4}\.\d+", version.name)
    ]
    return tuple(sorted(found, key=_age))


def current_edition(available: Sequence[str], published: Collection[str]) -> str:
    """The id of the edition for new scans: the newest published one, or the newest while none is published.

    So work on a next edition changes nothing until it is published. Raises `ContentError` when there is none at all.
    """
    if not available:
        raise ContentError([NO_EDITION])
    return max([edition for edition in available if edition in published] or available, key=_age)


@cache
def load_edition(edition_id: str) -> Edition:
    """The edition with this id, read and checked once.

    Raises `ContentError` with every problem, also when there is no such edition.
    """
    return open_edition(SHELVES, edition_id)


def load_current() -> Edition:
    """The edition for new scans; raises `ContentError` with every problem."""
    return load_edition(current_edition(available_editions(), published_editions(SHELVES)))


def open_edition(shelves: Traversable, edition_id: str) -> Edition:
    """An edition from these shelves, read and checked; raises `ContentError` with every problem."""
    folder = _folder(shelves, edition_id)
    draft = draft_of(*read_files(folder))
    successions, problems = _successions(draft, shelves)
    problems += _problems_of(draft, shelves, edition_id)
    problems += [problem for one in successions for problem in find_problems_between(one)]
    translations, unfit = _translations(draft, *read_translations(folder), beside=not problems)
    if problems := [*problems, *unfit]:
        raise ContentError(problems)
    edition = Edition(
        **{part.name: getattr(draft, part.name) for part in fields(Draft)},
        instrument=build_instrument(draft),
        comparable={one.earlier.id: one.comparability() for one in successions},
    )
    return with_translations(edition, translations)


def with_translations_from(edition: Edition, folder: Path) -> Edition:
    """An edition with the translations of who runs an installation: instead of those it has, or beside them.

    They stand in `<folder>/<edition>/<language>/inwoner.yaml`. Raises `ContentError` with every problem.
    """
    added, problems = _translations_from(edition, folder)
    if problems:
        raise ContentError(problems)
    return with_translations(edition, {**edition.translations, **added}) if added else edition


@cache
def load_golden_cases(edition_id: str) -> Mapping[str, GoldenCase]:
    """The golden cases of an edition by path, read once; raises `ContentError` with everything of the wrong shape."""
    return MappingProxyType(open_golden_cases(SHELVES, edition_id))


def open_golden_cases(shelves: Traversable, edition_id: str) -> dict[str, GoldenCase]:
    """The golden cases of an edition from these shelves; raises `ContentError` with every problem."""
    return golden_cases(*read_golden(_folder(shelves, edition_id)))


def check_edition(edition_id: str, shelves: Traversable = SHELVES) -> list[Problem]:
    """Everything that is wrong with an edition and its golden cases, by file; empty when it can be used.

    What is good on our own shelves is kept, as `load_edition` gives it: who checks and then loads reads it once.
    """
    if shelves is SHELVES:
        return [
            *_problems_when(lambda: load_edition(edition_id)),
            *_problems_when(lambda: load_golden_cases(edition_id)),
        ]
    return [
        *_problems_when(lambda: open_edition(shelves, edition_id)),
        *_problems_when(lambda: open_golden_cases(shelves, edition_id)),
    ]


def check_all(shelves: Traversable = SHELVES) -> list[Problem]:
    """Everything that is wrong with any edition; the file of a problem is its path inside `questionnaires`."""
    if problems := _problems_when(lambda: published_editions(shelves)):
        return list(problems)
    available = available_editions(shelves)
    found = [] if available else [NO_EDITION]
    lost = published_editions(shelves).keys() - set(available)
    found += [Problem(LOCK, edition, "is gepubliceerd, maar bestaat niet meer") for edition in sorted(lost)]
    for edition in available:
        found += [replace(problem, file=f"{edition}/{problem.file}") for problem in check_edition(edition, shelves)]
    return found


def check_translations(folder: Path) -> list[Problem]:
    """Everything that is wrong with the translations in a folder of who runs an installation.

    What is wrong with the editions themselves is left to `check_all`.
    """
    if not folder.is_dir():
        return [Problem(str(folder), "", "deze map met vertalingen bestaat niet")]
    available = available_editions()
    inside = {f"{path.parent.name}/{path.name}" for path in folder.glob("*/*") if path.is_dir()}
    found = [
        Problem(str(folder / name), "", f"deze editie bestaat niet; er is {', '.join(available)}")
        for name in sorted(inside - set(available))
    ]
    for edition in available:
        with suppress(ContentError):
            found += _translations_from(load_edition(edition), folder)[1]
    return found


def _translations_from(edition: Edition, folder: Path) -> tuple[dict[str, Translation], list[Problem]]:
    own = folder.joinpath(*edition.id.split("/"))
    if not own.is_dir():
        return {}, []
    translations, problems = _translations(edition, *read_folder(own))
    return translations, [replace(problem, file=str(own / problem.file)) for problem in problems]


def _translations(
    draft: Draft, files: Mapping[str, Any], unreadable: Sequence[Problem], *, beside: bool = True
) -> tuple[dict[str, Translation], list[Problem]]:
    """The translations of an edition by language, and everything that is wrong with them.

    They are laid `beside` an edition only when that is right itself.
    """
    by_file, problems = translations_in(files, unreadable)
    for file, translation in by_file.items() if beside else ():
        problems += find_problems_in_translation(draft, translation.words, file)
    return {translation.language: translation for translation in by_file.values()}, problems


def _problems_when(trying: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        trying()
    except ContentError as error:
        return error.problems
    return ()


def _problems_of(draft: Draft, shelves: Traversable, edition_id: str) -> list[Problem]:
    problems = [*find_problems(draft), *changed_since_publication(draft, published_editions(shelves))]
    if draft.id != edition_id:
        problems.append(Problem("edition.yaml", "id", f"moet gelijk zijn aan de naam van de map: {edition_id}"))
    return problems


def _successions(draft: Draft, shelves: Traversable) -> tuple[list[Succession], list[Problem]]:
    """What an edition says of earlier ones, each with that edition; and what keeps it from being laid beside them."""
    successions: list[Succession] = []
    problems: list[Problem] = []
    for says in draft.comparability.earlier_editions if draft.comparability else ():
        try:
            if says.edition in [one.says.edition for one in successions]:
                raise ContentError([Problem(COMPARABILITY, says.edition, "deze editie staat er twee keer")])
            successions.append(Succession(_earlier(says.edition, draft.id, shelves), draft, says))
        except ContentError as error:
            problems += error.problems
    return successions, problems


def _earlier(edition_id: str, later: str, shelves: Traversable) -> Draft:
    """An earlier edition that itself passes its checks; raises `ContentError` with what is wrong for the later one."""
    if edition_id not in available_editions(shelves):
        raise ContentError([Problem(COMPARABILITY, edition_id, "deze editie bestaat niet")])
    if _family(edition_id) != _family(later) or _age(edition_id) >= _age(later):
        raise ContentError([Problem(COMPARABILITY, edition_id, f"is geen eerdere editie dan {later}")])
    try:
        draft = draft_of(*read_files(_folder(shelves, edition_id)))
        sound = not find_problems(draft)
    except ContentError:
        sound = False
    if not sound:
        raise ContentError([Problem(COMPARABILITY, edition_id, "deze editie klopt zelf niet; verhelp dat eerst")])
    return draft


def _folder(shelves: Traversable, edition_id: str) -> Traversable:
    if edition_id not in available_editions(shelves):
        raise ContentError([Problem(edition_id, "", "deze editie bestaat niet")])
    return shelves.joinpath(*edition_id.split("/"))


def _age(edition_id: str) -> tuple[int, int, str]:
    family, version = edition_id.split("/")
    year, number = version.split(".")
    return int(year), int(number), family


def _family(edition_id: str) -> str:
    return edition_id.partition("/")[0]
