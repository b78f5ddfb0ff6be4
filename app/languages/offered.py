"""In which languages somebody can answer: Dutch, what is ready, and each draft for which somebody here stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store.languages import list_checked
from app.web.language import LANGUAGES
from questionnaires import DUTCH

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    stands_for: dict[str, str] = {}
    for code, fingerprint in drafts.items():
        said = {one.edition: one for one in checked if one.language == code}
        if counts := which_counts({name: one.fingerprint for name, one in said.items()}, edition, fingerprint):
            stands_for[code] = said[counts].checked_by
    return tuple(
        Offered(language.code, language.name, language.direction, stands_for.get(language.code, ""))
        for language in LANGUAGES.values()
        if language.code == DUTCH
        or language.code in stands_for
        or (language.code in edition.translations and language.code not in drafts)
    )


def which_counts(read: Mapping[str, str], edition: Edition, fingerprint: str) -> str | None:
    """For which edition exactly this text was read: this one, or else an earlier one that asks residents the same.

    `read` holds the fingerprint of the text that was read, by edition.
    """
    return next((name for name in edition.same_for_residents if read.get(name) == fingerprint), None)
