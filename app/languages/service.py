"""What a coördinator decides about the languages of their municipality, and how each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from babel import Locale

from app.accounts.audit import Act, note
from app.languages.offered import which_counts
from app.languages.texts import fingerprint_of_sentences
from app.models import LanguageDeclaration
from app.store.languages import delete_declarations, list_declarations, put_declaration
from app.store.municipalities import lock_municipality
from app.web.errors import Refusal, not_found
from app.web.forms import FieldError
from app.web.language import LANGUAGES
from app.web.page import Link
from questionnaires import DUTCH

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session
    from app.models import Municipality
    from app.web.forms import FormFields
    from app.web.language import Language
    from questionnaires import Edition, Translation

LONGEST_NAME = 80
State = Literal["dutch", "ready", "draft", "checked", "changed", "gone"]
IS_ON: frozenset[State] = frozenset({"dutch", "ready", "checked"})


class NotDeclaredError(ValueError):
    """What was sent does not turn a language on; `name` is what was filled in."""

    def __init__(self, name: str, *errors: FieldError) -> None:
        super().__init__(*(error.message for error in errors))
        self.name, self.errors = name, errors


@dataclass(frozen=True, slots=True)
class Standing:
    """How a language stands in a municipality, for the questionnaire of new scans.

    A draft is off. It is `checked` and on while the text is the one that somebody read; when that is another by now it
    has `changed` and is off again. It is `gone` when there is no translation any more of which somebody said so.
    `elsewhere` is what was said of earlier questionnaires, which open scans may still use. `is_read` says that the
    buttons and messages around it are those that were read; with others a language stays on.
    """

    language: Language
    state: State
    declared: LanguageDeclaration | None = None
    elsewhere: LanguageDeclaration | None = None
    is_read: bool = True

    @property
    def can_be_declared(self) -> bool:
        """Whether somebody can say that the text was read: it is off, or not all that is shown was read."""
        return not self.is_on or not self.is_read

    @property
    def is_on(self) -> bool:
        """Whether residents can choose it."""
        return self.state in IS_ON


def address_of(code: str) -> str:
    """Where the languages of a municipality are managed."""
    return f"/gemeenten/{code}/talen"


def in_dutch(code: str) -> str:
    """What a language is called in Dutch.

    >>> in_dutch("tr")
    'Turks'
    """
    return str(Locale("nl").languages[code])


def standings(session: Session, edition: Edition, municipality: Municipality) -> tuple[Standing, ...]:
    """How every language stands that there is, or was said something of."""
    declared = list_declarations(session, municipality.code)
    return tuple(
        standing
        for language in LANGUAGES.values()
        if (standing := _standing(language, edition, [one for one in declared if one.language == language.code]))
    )


def standing_of(session: Session, edition: Edition, municipality: Municipality, code: str) -> Standing:
    """How one language stands, other than Dutch; raises `Refusal` (404) where there is none to say anything of."""
    found = next((one for one in standings(session, edition, municipality) if one.language.code == code), None)
    if found is None or code == DUTCH:
        raise not_found()
    return found


def translation_into(edition: Edition, code: str) -> Translation:
    """The translation of an edition into a language; raises `Refusal` (404) where there is none."""
    if code not in edition.translations:
        raise not_found()
    return edition.translations[code]


def declare(
    session: Session, edition: Edition, municipality: Municipality, code: str, sent: FormFields, day: date
) -> None:
    """Turn a language on: a native speaker read the text, and stands for it by name.

    Raises `NotDeclaredError` with what is missing, and `Refusal` (409) when the text is another than was read.
    """
    translation = translation_into(edition, code)
    if not translation.is_draft:
        raise Refusal(
            409,
            title=f"{in_dutch(code)} staat al aan",
            explanation="Deze vertaling komt klaar mee met Vensterscan.",
            advice="U hoeft haar niet aan te zetten.",
            way=Link("Naar de talen", address_of(municipality.code)),
        )
    if sent.text("text") != seen_of(translation):
        raise Refusal(
            409,
            title="De tekst is intussen veranderd",
            explanation="Wat op uw scherm stond, is niet meer de tekst van nu. Daarom is de taal niet aangezet.",
            advice="Laat de tekst van nu nakijken, en zet de taal dan aan.",
            way=Link("Naar de tekst van nu", f"{address_of(municipality.code)}/{code}"),
        )
    name = " ".join(sent.text("name").split())
    if errors := tuple(_missing(name, agreed=sent.checked("agreed"))):
        raise NotDeclaredError(name, *errors)
    lock_municipality(session, municipality.code)
    put_declaration(
        session,
        LanguageDeclaration(
            municipality_code=municipality.code,
            edition=edition.id,
            language=code,
            fingerprint=translation.fingerprint,
            sentences=fingerprint_of_sentences(code),
            checked_by=name,
            declared_on=day,
        ),
    )
    note(session, Act.LANGUAGE_ON, f"{in_dutch(code)} ({edition.id})", municipality=municipality.code)


def seen_of(translation: Translation) -> str:
    """Return what tells exactly which text somebody has before them: the questionnaire, and our pages around it."""
    return f"{translation.fingerprint}.{fingerprint_of_sentences(translation.language)}"


def switch_off(session: Session, municipality: Municipality, code: str) -> None:
    """Turn a language off, of every questionnaire: the name of who checked it is gone. Off already: nothing changes."""
    lock_municipality(session, municipality.code)
    if delete_declarations(session, municipality.code, code):
        note(session, Act.LANGUAGE_OFF, in_dutch(code), municipality=municipality.code)


def _standing(language: Language, edition: Edition, declared: list[LanguageDeclaration]) -> Standing | None:
    translation = edition.translations.get(language.code)
    said = {one.edition: one for one in declared}
    read = {name: one.fingerprint for name, one in said.items()}
    counts = which_counts(read, edition, translation.fingerprint) if translation else None
    own = said.get(counts or edition.id)
    elsewhere = next((one for one in declared if one.edition != edition.id and one is not own), None)
    if language.code == DUTCH:
        return Standing(language, "dutch")
    if translation is None:
        return Standing(language, "gone", own, elsewhere) if declared else None
    if not translation.is_draft:
        return Standing(language, "ready", own, elsewhere)
    if own is None:
        return Standing(language, "draft", None, elsewhere)
    if own.fingerprint != translation.fingerprint:
        return Standing(language, "changed", own, elsewhere)
    is_read = own.sentences == fingerprint_of_sentences(language.code)
    return Standing(language, "checked", own, elsewhere, is_read=is_read)


def _missing(name: str, *, agreed: bool) -> list[FieldError]:
    errors = []
    if not name or not name.isprintable():
        errors.append(FieldError("name", "Vul in wie de tekst heeft nagekeken, zoals die persoon genoemd wil worden."))
    elif len(name) > LONGEST_NAME:
        errors.append(FieldError("name", f"De naam is langer dan {LONGEST_NAME} tekens. Maak die korter."))
    if not agreed:
        errors.append(FieldError("agreed", "Bevestig dat deze persoon alles las en genoemd wil worden."))
    return errors
