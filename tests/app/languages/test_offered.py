"""Residents can choose Dutch, what is ready, and exactly the drafts that somebody stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.db import begin_writing
from app.languages.offered import offered_languages
from app.models import LanguageDeclaration
from app.store.languages import delete_declarations, list_declarations, put_declaration
from app.web.language import LANGUAGES
from questionnaires import DUTCH, Edition, Translation
from questionnaires.schema import LanguageCode
from questionnaires.translating import with_translations
from tests.app.languages.drafts import draft, with_drafts
from tests.app.statements import statements

HERE, ELSEWHERE = "GM0321", "GM0632"


@pytest.fixture
def session(service_app: FastAPI) -> Iterator[Session]:
    with begin_writing(service_app.state.engine) as session:
        yield session


def stand_for(
    session: Session,
    edition: Edition,
    translation: Translation,
    name: str = "Fatma Yılmaz",
    where: str = HERE,
    read_for: str = "",
) -> LanguageDeclaration:
    return put_declaration(
        session,
        LanguageDeclaration(
            municipality_code=where,
            edition=read_for or edition.id,
            language=translation.language,
            fingerprint=translation.fingerprint,
            sentences="",
            checked_by=name,
            declared_on=date(2026, 11, 29),
        ),
    )


def codes(session: Session, edition: Edition, where: str = HERE) -> list[str]:
    return [one.code for one in offered_languages(session, edition, where)]


def test_every_language_of_the_interface_can_have_a_translation_and_the_other_way_round() -> None:
    assert {DUTCH, *get_args(LanguageCode)} == set(LANGUAGES)


def test_without_drafts_nothing_is_asked_of_the_database(service_app: FastAPI, session: Session) -> None:
    edition = with_drafts()
    with statements(service_app) as said:
        assert codes(session, edition) == ["nl", "en"]
        assert codes(session, with_translations(edition, {})) == ["nl"]
    assert said == []


def test_a_draft_is_off_until_somebody_stands_for_it_and_costs_one_query(
    service_app: FastAPI, session: Session
) -> None:
    turkish, arabic = draft("tr"), draft("ar")
    edition = with_drafts(turkish, arabic)
    assert codes(session, edition) == ["nl", "en"]
    stand_for(session, edition, turkish)

    with statements(service_app) as said:
        found = offered_languages(session, edition, HERE)

    assert [(one.code, one.name, one.direction, one.stands_for) for one in found] == [
        ("nl", "Nederlands", "ltr", ""),
        ("en", "English", "ltr", ""),
        ("tr", "Türkçe", "ltr", "Fatma Yılmaz"),
    ]
    assert len(said) == 1


def test_what_is_ready_is_on_everywhere_and_nobody_has_to_stand_for_it(session: Session) -> None:
    polish = draft("pl", status="ready")
    edition = with_drafts(polish, draft("uk"))
    stand_for(session, edition, polish)

    found = {one.code: one.stands_for for one in offered_languages(session, edition, ELSEWHERE)}

    assert found == {"nl": "", "en": "", "pl": ""}
    assert {one.code: one.stands_for for one in offered_languages(session, edition, HERE)} == found


def test_languages_stand_in_the_same_order_everywhere(session: Session) -> None:
    drafts = [draft(code) for code in ("uk", "tr", "ar", "pl")]
    edition = with_drafts(*drafts)
    for one in drafts:
        stand_for(session, edition, one)
    assert codes(session, edition) == ["nl", "en", "ar", "tr", "pl", "uk"]


def test_what_was_said_holds_for_one_municipality_and_one_questionnaire(session: Session) -> None:
    turkish = draft("tr")
    edition = with_drafts(turkish)
    stand_for(session, edition, turkish, read_for="integraal-werken/2025.1")
    assert codes(session, edition) == ["nl", "en"]
    stand_for(session, edition, turkish)
    assert codes(session, edition) == ["nl", "en", "tr"]
    assert codes(session, edition, ELSEWHERE) == ["nl", "en"]


def test_what_was_said_for_an_earlier_edition_counts_where_residents_read_the_same(session: Session) -> None:
    """An edition that changed nothing for residents takes no language away from them."""
    turkish = draft("tr")
    edition = with_drafts(turkish)
    _, earlier = edition.same_for_residents
    stand_for(session, edition, turkish, read_for=earlier)
    assert codes(session, edition) == ["nl", "en", "tr"]
    assert codes(session, with_drafts(draft("tr", "Yardım nasıldı?"))) == ["nl", "en"]
    assert codes(session, replace(edition, comparable={})) == ["nl", "en"]


def test_who_stands_for_this_edition_is_named_before_who_stood_for_an_earlier_one(session: Session) -> None:
    turkish = draft("tr")
    edition = with_drafts(turkish)
    _, earlier = edition.same_for_residents
    said = {edition.id: "Ali Demir", earlier: "Fatma Yılmaz"}
    for order in (said, reversed(said)):
        for named in order:
            stand_for(session, edition, turkish, said[named], read_for=named)
        assert offered_languages(session, edition, HERE)[-1].stands_for == "Ali Demir"
        delete_declarations(session, HERE, "tr")


def test_a_corrected_text_is_off_until_somebody_stands_for_that(session: Session) -> None:
    before, after = draft("tr"), draft("tr", "Yardım nasıldı?")
    stand_for(session, with_drafts(before), before)
    edition = with_drafts(after)
    assert codes(session, edition) == ["nl", "en"]
    stand_for(session, edition, after, "Ali Demir")
    assert offered_languages(session, edition, HERE)[-1].stands_for == "Ali Demir"
    assert codes(session, with_drafts(before)) == ["nl", "en"]
    assert len(list_declarations(session, HERE)) == 1


def test_a_translation_that_is_gone_is_not_offered(session: Session) -> None:
    turkish = draft("tr")
    stand_for(session, with_drafts(turkish), turkish)
    assert codes(session, with_drafts()) == ["nl", "en"]
    assert codes(session, with_drafts(draft("ar"))) == ["nl", "en"]


def test_a_language_is_deleted_with_all_that_was_said_of_it_here_and_nowhere_else(session: Session) -> None:
    turkish, arabic = draft("tr"), draft("ar")
    edition = with_drafts(turkish, arabic)
    stand_for(session, edition, turkish, read_for="integraal-werken/2025.1")
    for translation, where in ((turkish, HERE), (arabic, HERE), (turkish, ELSEWHERE)):
        stand_for(session, edition, translation, where=where)

    assert delete_declarations(session, HERE, "tr") == 2
    assert delete_declarations(session, HERE, "tr") == 0

    assert codes(session, edition) == ["nl", "en", "ar"]
    assert codes(session, edition, ELSEWHERE) == ["nl", "en", "tr"]
