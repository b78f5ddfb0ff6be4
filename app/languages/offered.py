"""In which languages somebody can answer: Dutch, what is ready, and each draft for which somebody here stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store.languages import list_checked
from app.web.language import LANGUAGES
from questionnaires import DUTCH

if TYPE_CHECKING:
    from app.db import Session
    from questionnaires import Edition


@dataclass(frozen=True, slots=True)
class Offered:
    """A language that can be chosen: its name in itself, which way it is written, and who stands for the translation.

    `stands_for` is the name of who checked a draft; it is empty where the edition itself stands for its texts.
    """

    code: str
    name: str
    direction: str
    stands_for: str = ""


def offered_languages(session: Session, edition: Edition, municipality_code: str) -> tuple[Offered, ...]:
    """The languages in which residents of a municipality can answer, Dutch first.

    A draft is offered only as long as its text is exactly the one that somebody checked, for this edition or for an
    earlier one that asks residents the same. Costs one small query, and none where there are no drafts.
    """
    drafts = {code: one.fingerprint for code, one in edition.translations.items() if one.is_draft}
    checked = list_checked(session, municipality_code, edition.same_for_residents) if drafts else ()
    stands_for = {one.language: one.checked_by for one in checked if drafts.get(one.language) == one.fingerprint}
    return tuple(
        Offered(language.code, language.name, language.direction, stands_for.get(language.code, ""))
        for language in LANGUAGES.values()
        if language.code == DUTCH
        or language.code in stands_for
        or (language.code in edition.translations and language.code not in drafts)
    )
