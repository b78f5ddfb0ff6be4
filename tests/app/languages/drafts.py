"""Translations for the tests: drafts in languages of which the words do not matter."""

from __future__ import annotations

from fastapi import FastAPI
from sqlmodel import Session

from app.languages.offered import Offered, offered_languages
from questionnaires import Edition, Translation, load_current
from questionnaires.translating import with_translations
from questionnaires.translation import translation_of

TITLE = "Yardım sizin için nasıldı?"


def draft(language: str, title: str = TITLE, status: str = "draft") -> Translation:
    """A translation with the English words under another language, and a title of its own."""
    english = load_current().translations["en"].words
    start = english.window.start.model_copy(update={"title": title})
    window = english.window.model_copy(update={"start": start})
    return translation_of(english.model_copy(update={"language": language, "status": status, "window": window}))


def with_drafts(*drafts: Translation) -> Edition:
    """The current edition with English and these translations."""
    edition = load_current()
    languages = {"en": edition.translations["en"]} | {one.language: one for one in drafts}
    return with_translations(edition, languages)


def let_have(app: FastAPI, *drafts: Translation) -> Edition:
    """Let a service have English and these translations."""
    edition = with_drafts(*drafts)
    app.state.editions = app.state.editions | {edition.id: edition}
    app.state.current_edition = edition
    return edition


def offered(app: FastAPI, municipality: str = "GM0321") -> tuple[Offered, ...]:
    """What residents of a municipality can choose."""
    with Session(app.state.engine) as session:
        return offered_languages(session, app.state.current_edition, municipality)
