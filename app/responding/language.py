"""The language of somebody who answers: what they chose, among what their municipality offers.

It is chosen in an address, by a button of a form, or earlier in this browser. Only the residents' window is offered in
other languages. What is not offered, and what is no language, is Dutch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from app.languages.offered import offered_languages
from app.web.language import IN_DUTCH, LANGUAGES, TAAL, Speech, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request

    from app.db import Session
    from app.store.scans import WindowInContext
    from questionnaires import Edition

ADDRESSES = ("/meedoen", "/m/", "/u/", "/v/", "/invullen/")
"""Where the addresses of somebody who answers begin."""


def speech_here(
    request: Request, session: Session, found: WindowInContext, edition: Edition, pressed: str = ""
) -> Speech:
    """Return how a visitor of a window is spoken to; `pressed` is the language of the button that was pressed."""
    speech = IN_DUTCH
    if found.window.window == "inwoner":
        offered = offered_languages(session, edition, found.municipality.code)
        speech = _speech(request, {one.code: one.stands_for for one in offered}, pressed)
    request.state.speech = speech
    return speech


def speech_of_sender(request: Request) -> Speech:
    """Return the language of the page that a browser saves something from by itself; it is in the address."""
    asked = _asked(request)
    request.state.speech = Speech(words_in(asked if asked in LANGUAGES else "nl"))
    return cast("Speech", request.state.speech)


def speech_without_window(request: Request, pressed: str = "") -> Speech:
    """Return how somebody is spoken to while it is not known for which window they come.

    What is ready can be chosen there. What a municipality declared to be good is known only at its windows: who chose
    that keeps it.
    """
    edition: Edition = request.app.state.current_edition
    ready = [code for code, one in edition.translations.items() if not one.is_draft]
    known = ["nl", *ready, pressed or _asked(request) or _kept(request)]
    return _speech(request, dict.fromkeys(known, ""), pressed)


def speech_of(request: Request) -> Speech | None:
    """Return how the one who gets an error is spoken to; None at an address that is not for who answers."""
    known: Speech | None = getattr(request.state, "speech", None)
    if known is None and request.url.path.startswith(ADDRESSES):
        return speech_without_window(request)
    return known


def _speech(request: Request, offered: Mapping[str, str], pressed: str) -> Speech:
    """Choose among what is offered, by code with who stands for the translation."""
    chosen = pressed or _asked(request)
    wanted = chosen or _kept(request)
    code = wanted if wanted in offered and wanted in LANGUAGES else "nl"
    others = tuple(language for language in LANGUAGES.values() if language.code in offered and language.code != code)
    return Speech(words_in(code), others, offered.get(code, ""), is_chosen=chosen == code)


def _asked(request: Request) -> str:
    return request.query_params.get(TAAL, "")


def _kept(request: Request) -> str:
    return request.cookies.get(TAAL, "")
