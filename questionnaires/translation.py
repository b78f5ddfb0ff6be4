"""A translation: the texts that residents read, in another language, with what tells one version from another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from questionnaires.problems import ContentError, Problem
from questionnaires.schema import TranslationFile
from questionnaires.shape import shaped

DUTCH = "nl"
"""The language of the editions themselves."""
FILE = "inwoner.yaml"
"""The one file of a translation: only the residents' window is offered in other languages."""
NO_TEXTS = frozenset({"version", "status"})


@dataclass(frozen=True, kw_only=True, eq=False)
class Translation:
    """The residents' texts of an edition in one other language.

    `fingerprint` is another one as soon as any text is: who read and approved a translation did so for this one.
    """

    words: TranslationFile
    fingerprint: str

    @property
    def language(self) -> str:
        """The code of the language, such as `en`."""
        return self.words.language

    @property
    def version(self) -> str:
        """The version that its author gave it."""
        return self.words.version

    @property
    def is_draft(self) -> bool:
        """Whether it is off until a native speaker stands for it."""
        return self.words.status == "draft"


def translation_of(words: TranslationFile) -> Translation:
    """A translation as its file holds it, with the fingerprint of its texts."""
    texts = json.dumps(words.model_dump(mode="json", exclude=set(NO_TEXTS)), ensure_ascii=False, sort_keys=True)
    return Translation(words=words, fingerprint=hashlib.sha256(texts.encode()).hexdigest())


def translations_in(
    files: Mapping[str, Any], unreadable: Sequence[Problem] = ()
) -> tuple[dict[str, Translation], list[Problem]]:
    """The translations of an edition by path, which ends in `<language>/inwoner.yaml`; and what is wrong with the rest.

    What could be read is given back also when something else could not, so that all problems are found at once.
    """
    translations: dict[str, Translation] = {}
    problems = list(unreadable)
    for path, data in files.items():
        if path.split("/")[-1] != FILE:
            problems.append(Problem(path, "", f"dit bestand hoort hier niet; een vertaling staat in <taal>/{FILE}"))
            continue
        try:
            found = translation_of(shaped(TranslationFile, data, path))
        except ContentError as error:
            problems += error.problems
            continue
        problems += _misplaced(path, found, translations)
        translations[path] = found
    return translations, problems


def _misplaced(path: str, found: Translation, earlier: Mapping[str, Translation]) -> list[Problem]:
    folder = path.split("/")[-2]
    if found.language == folder:
        return []
    problems = [Problem(path, "language", f"moet gelijk zijn aan de naam van de map: {folder}")]
    if twice := [other for other, one in earlier.items() if one.language == found.language]:
        problems.append(Problem(path, "language", f"deze taal staat er twee keer, ook in {twice[0]}"))
    return problems
