"""What a coördinator sees and decides: the list, a text beside the Dutch, turning a language on and off."""

from __future__ import annotations

import re
from datetime import date

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select, update

from app.accounts.audit import Act
from app.db import begin_writing
from app.languages.service import seen_of
from app.languages.texts import PLACES
from app.models import AuditEntry, LanguageDeclaration
from app.web.language import LANGUAGES, sentences_in
from questionnaires import Translation, load_current
from tests.app.languages.drafts import TITLE, draft, let_have, offered
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import somebody

HERE = "/gemeenten/GM0321/talen"
TURKISH = f"{HERE}/tr"
NAME = "Fatma Yılmaz, tolk"


@pytest.fixture
def houten(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", municipality_code="GM0321")


@pytest.fixture
def turkish(service_app: FastAPI) -> Translation:
    """A draft that the service has, and that nobody here stands for."""
    translation = draft("tr")
    let_have(service_app, translation)
    return translation


def sent(translation: Translation, **other: str) -> dict[str, str]:
    return {"text": seen_of(translation), "name": NAME, "agreed": "ja"} | other


def codes(app: FastAPI) -> list[str]:
    return [one.code for one in offered(app)]


def row(page: InspectedPage, name: str) -> str:
    (found,) = [item.text for item in page.all("li") if item.get("class") == "language-row" and name in item.text]
    return found


def stored(app: FastAPI) -> list[LanguageDeclaration]:
    with Session(app.state.engine) as session:
        return list(session.exec(select(LanguageDeclaration)))


def noted(app: FastAPI, act: Act) -> list[tuple[str, str | None]]:
    with Session(app.state.engine) as session:
        found = session.exec(select(AuditEntry).where(AuditEntry.act == act)).all()
        return [(one.about, one.municipality_code) for one in found]


# --- the list ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("turkish")
def test_the_people_of_a_municipality_lead_to_its_languages(houten: PageClient) -> None:
    assert HERE in houten.get("/gemeenten/GM0321/mensen").links()
    page = houten.get(HERE)
    assert page.heading == "Talen voor inwoners"
    assert "Staat aan In deze taal is de vragenlijst gemaakt." in row(page, "Nederlands")
    assert "Staat aan Deze vertaling komt klaar mee met Vensterscan." in row(page, "English Engels")
    assert "Staat uit Dit is een concept." in row(page, "Türkçe Turks")
    assert f"{HERE}/en" in page.links()
    assert TURKISH in page.links()
    assert f"{HERE}/nl" not in page.links()
    assert f"{TURKISH}/uit" not in page.links()
    assert [name["lang"] for name in page.all("span") if name.get("dir")] == ["nl", "en", "tr"]


# --- the text ---------------------------------------------------------------------------------------------------------


def texts(page: InspectedPage, name: str) -> list[str]:
    return [text.text for text in page.all("p") if text.get("class") == f"language-pair__{name}"]


def plain(text: str) -> str:
    """A text without what a page fills in, and without what makes a part of it bold."""
    return re.sub(r"\{\w+\}|[①-⑨]|\*\*|\s", "", text)


def test_the_whole_text_stands_beside_the_dutch(service_app: FastAPI, houten: PageClient) -> None:
    arabic = draft("ar")
    edition = let_have(service_app, arabic)
    page = houten.get(f"{HERE}/ar")

    dutch, own = texts(page, "dutch"), texts(page, "own")

    assert len(dutch) == len(own) == 165 + len(sentences_in("ar"))
    pairs = dict(zip(dutch, own, strict=True))
    assert pairs["Hoe was de hulp voor u?"] == TITLE
    assert pairs["Nooit"] == "Never"
    for item in edition.items_of("inwoner"):
        translated = edition.in_language("ar").items[item.id]
        assert pairs[item.text] == translated.text
        assert pairs[item.text_representative or ""] == translated.text_representative
    assert {(text["lang"], text["dir"]) for text in page.all("p") if text.get("lang")} == {("ar", "rtl")}
    numbers = [text.text for text in page.all("span") if text.get("class") == "language-pair__number"]
    assert numbers == [str(number) for number in range(1, len(own) + 1)]


def test_every_text_of_a_translation_is_on_the_page(houten: PageClient, turkish: Translation) -> None:
    def words(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for one in value.values() for text in words(one)]
        if isinstance(value, list | tuple):
            return [text for one in value for text in words(one)]
        return [value] if isinstance(value, str) else []

    own = {text.casefold() for text in texts(houten.get(TURKISH), "own")}
    every = words(turkish.words.model_dump(exclude={"language", "version", "status"}))
    assert [text for text in every if text.casefold() not in own] == []


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nl"])
def test_whoever_checks_reads_every_button_and_message_too(
    service_app: FastAPI, houten: PageClient, language: str
) -> None:
    let_have(service_app, draft(language))

    page = houten.get(f"{HERE}/{language}")

    said = {plain(" ".join(one.own)) for one in sentences_in(language)}
    assert said - {plain(text) for text in texts(page, "own")} == set()
    titles = [one.text for one in page.all("h2")]
    assert [f"Knoppen en meldingen: {place}" for place in PLACES] == titles[-len(PLACES) - 1 : -1]


def test_what_is_ready_can_be_read_and_asks_nothing(houten: PageClient) -> None:
    page = houten.get(f"{HERE}/en")
    assert "Engels staat aan" in page.text
    assert [form["action"] for form in page.all("form")] == ["/uitloggen"]


@pytest.mark.parametrize("language", ["nl", "fr", "ar", "xx", "%2e%2e", "TR"])
@pytest.mark.usefixtures("turkish")
def test_a_language_without_a_translation_is_not_there(houten: PageClient, language: str) -> None:
    assert houten.http.get(f"{HERE}/{language}").status_code == 404
    assert houten.http.post(f"{HERE}/{language}", data={"name": NAME, "agreed": "ja"}).status_code == 404
    assert houten.http.get(f"{HERE}/{language}/uit").status_code == 404
    assert houten.http.post(f"{HERE}/{language}/uit").status_code == 404


# --- on ---------------------------------------------------------------------------------------------------------------


def test_a_language_is_on_when_somebody_stands_for_it(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    led_to = houten.submit(TURKISH, sent(turkish, name="  Fatma   Yılmaz, tolk "))

    assert [(one.code, one.stands_for) for one in offered(service_app)] == [("nl", ""), ("en", ""), ("tr", NAME)]
    assert [one.code for one in offered(service_app, "GM0632")] == ["nl", "en"]
    (declared,) = stored(service_app)
    assert (declared.checked_by, declared.fingerprint) == (NAME, turkish.fingerprint)
    page = houten.get(led_to)
    assert "De taal staat aan." in page.text
    assert f"Staat aan Nagekeken door \u2068{NAME}\u2069, opgegeven op" in row(page, "Türkçe")
    assert "Turks staat aan" in houten.get(TURKISH).text


def test_the_log_says_what_was_done_and_not_who_checked(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    houten.submit(TURKISH, sent(turkish))
    houten.submit(f"{TURKISH}/uit")

    assert noted(service_app, Act.LANGUAGE_ON) == [(f"Turks ({load_current().id})", "GM0321")]
    assert noted(service_app, Act.LANGUAGE_OFF) == [("Turks", "GM0321")]
    log = houten.get("/gemeenten/GM0321/logboek").text
    assert "Taal voor inwoners aangezet" in log
    assert "Fatma" not in log


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"name": ""}, "Vul in wie de tekst heeft nagekeken"),
        ({"name": " \n "}, "Vul in wie de tekst heeft nagekeken"),
        ({"name": "Fat\u202ema"}, "Vul in wie de tekst heeft nagekeken"),
        ({"name": "x" * 81}, "De naam is langer dan 80 tekens."),
        ({"agreed": None}, "Bevestig dat deze persoon alles las en genoemd wil worden."),
    ],
)
def test_without_a_name_or_the_word_of_who_checked_nothing_is_turned_on(
    service_app: FastAPI, houten: PageClient, turkish: Translation, other: dict[str, str | None], message: str
) -> None:
    form = {name: value for name, value in (sent(turkish) | other).items() if value is not None}

    page = houten.refused(TURKISH, form, status=422)

    assert message in page.by_id("fouten").text
    assert stored(service_app) == []
    assert noted(service_app, Act.LANGUAGE_ON) == []
    if "name" not in other:
        assert page.by_id("name")["value"] == NAME


def test_what_is_missing_is_said_at_once(houten: PageClient, turkish: Translation) -> None:
    page = houten.refused(TURKISH, {"text": seen_of(turkish)}, status=422)
    assert len(page.by_id("fouten").all("li")) == 2


def test_a_longest_name_fits(service_app: FastAPI, houten: PageClient, turkish: Translation) -> None:
    houten.submit(TURKISH, sent(turkish, name="ğ" * 80))
    assert offered(service_app)[-1].stands_for == "ğ" * 80


@pytest.mark.parametrize("text", ["", "0" * 64, "{questionnaire}", "{questionnaire}." + "0" * 64])
def test_another_text_than_was_read_is_not_turned_on(
    service_app: FastAPI, houten: PageClient, turkish: Translation, text: str
) -> None:
    read = text.format(questionnaire=turkish.fingerprint)
    page = houten.refused(TURKISH, sent(turkish, text=read), status=409)
    assert page.heading == "De tekst is intussen veranderd"
    assert TURKISH in page.links()
    assert stored(service_app) == []


def test_what_is_ready_needs_nobody(service_app: FastAPI, houten: PageClient) -> None:
    english = service_app.state.current_edition.translations["en"]
    page = houten.refused(f"{HERE}/en", sent(english), status=409)
    assert page.heading == "Engels staat al aan"
    assert stored(service_app) == []


def test_a_corrected_text_turns_the_language_off_and_says_so(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    houten.submit(TURKISH, sent(turkish))
    corrected = draft("tr", "Yardım nasıldı?")
    let_have(service_app, corrected)

    assert codes(service_app) == ["nl", "en"]
    assert "Staat uit Was nagekeken door" in row(houten.get(HERE), "Türkçe")
    assert "maar de tekst is daarna veranderd" in houten.get(TURKISH).text
    houten.refused(TURKISH, sent(turkish), status=409)
    assert codes(service_app) == ["nl", "en"]
    houten.submit(TURKISH, sent(corrected, name="Ali Demir"))
    assert offered(service_app)[-1].stands_for == "Ali Demir"
    assert len(stored(service_app)) == 1


def test_a_text_that_was_read_for_an_earlier_edition_stays_on_and_can_be_turned_off(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    houten.submit(TURKISH, sent(turkish))
    _, earlier = service_app.state.current_edition.same_for_residents
    with begin_writing(service_app.state.engine) as session:
        session.exec(update(LanguageDeclaration).values(edition=earlier))

    assert "tr" in codes(service_app)
    about = row(houten.get(HERE), "Türkçe")
    assert about.startswith("Türkçe Turks Staat aan Nagekeken door")
    assert "Voor een eerdere editie" not in about
    houten.submit(f"{TURKISH}/uit")
    assert codes(service_app) == ["nl", "en"]


def test_with_other_buttons_a_language_stays_on_and_the_coordinator_is_told(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    """A new version of the program may say something new; whoever answers in Turkish today keeps their language."""
    houten.submit(TURKISH, sent(turkish))
    assert "Daarna zijn knoppen of meldingen" not in row(houten.get(HERE), "Türkçe")
    with begin_writing(service_app.state.engine) as session:
        session.exec(update(LanguageDeclaration).values(sentences="0" * 64))

    assert "tr" in codes(service_app)
    about = row(houten.get(HERE), "Türkçe")
    assert about.startswith("Türkçe Turks Staat aan Nagekeken door")
    assert "Daarna zijn knoppen of meldingen om de vragen heen veranderd. De taal blijft aan." in about
    assert "Laat opnieuw nakijken" in about
    page = houten.get(TURKISH)
    assert "Turks staat aan" in page.text
    assert page.by_id("name")["value"] == NAME

    assert houten.refused(TURKISH, sent(turkish, name=""), status=422).by_id("name").get("value") in {"", None}
    houten.submit(TURKISH, sent(turkish, name="Ali Demir"))

    assert offered(service_app)[-1].stands_for == "Ali Demir"
    assert "Daarna zijn knoppen of meldingen" not in row(houten.get(HERE), "Türkçe")
    assert [form["action"] for form in houten.get(TURKISH).all("form")] == ["/uitloggen"]


# --- off --------------------------------------------------------------------------------------------------------------


def test_turning_off_asks_first_and_forgets_who_checked(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    houten.submit(TURKISH, sent(turkish))
    assert f"{TURKISH}/uit" in houten.get(HERE).links()
    page = houten.get(f"{TURKISH}/uit")
    assert page.heading == "Turks uitzetten"
    assert "Alle antwoorden blijven." in page.text
    assert NAME in page.text
    assert codes(service_app) == ["nl", "en", "tr"]

    led_to = houten.submit(f"{TURKISH}/uit")

    assert codes(service_app) == ["nl", "en"]
    assert stored(service_app) == []
    page = houten.get(led_to)
    assert "De taal staat uit." in page.text
    assert NAME not in page.text
    assert "Staat uit Dit is een concept." in row(page, "Türkçe")


def test_turning_off_what_is_off_changes_nothing(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    assert houten.http.get(f"{TURKISH}/uit").headers["location"] == HERE
    houten.submit(f"{TURKISH}/uit")
    assert noted(service_app, Act.LANGUAGE_OFF) == []
    assert stored(service_app) == []
    assert turkish.language not in codes(service_app)


@pytest.mark.parametrize("state", ["corrected", "ready", "gone"])
def test_a_name_can_be_taken_away_where_it_counts_no_more(
    service_app: FastAPI, houten: PageClient, turkish: Translation, state: str
) -> None:
    houten.submit(TURKISH, sent(turkish))
    later = {"corrected": [draft("tr", "Yardım nasıldı?")], "ready": [draft("tr", status="ready")], "gone": []}
    let_have(service_app, *later[state])
    before = codes(service_app)
    assert f"{TURKISH}/uit" in houten.get(HERE).links()
    page = houten.get(f"{TURKISH}/uit")
    assert page.heading == "Naam weghalen bij Turks"
    assert NAME in page.text

    assert "De naam is weggehaald." in houten.get(houten.submit(f"{TURKISH}/uit")).text

    assert stored(service_app) == []
    assert codes(service_app) == before


def test_what_was_said_of_an_earlier_questionnaire_is_shown_and_turned_off(
    service_app: FastAPI, houten: PageClient, turkish: Translation
) -> None:
    with begin_writing(service_app.state.engine) as session:
        session.add(
            LanguageDeclaration(
                municipality_code="GM0321",
                edition="integraal-werken/2025.1",
                language="tr",
                fingerprint=turkish.fingerprint,
                sentences="",
                checked_by=NAME,
                declared_on=date(2025, 5, 1),
            )
        )
    text = row(houten.get(HERE), "Türkçe")
    assert "Staat uit Dit is een concept." in text
    assert f"eerdere editie van de vragenlijst is de tekst nagekeken door \u2068{NAME}\u2069" in text
    assert houten.get(f"{TURKISH}/uit").heading == "Turks uitzetten"
    houten.submit(f"{TURKISH}/uit")
    assert stored(service_app) == []


def test_a_coordinator_elsewhere_finds_nothing(service_app: FastAPI, turkish: Translation) -> None:
    woerden = somebody(service_app, "coordinator", municipality_code="GM0632")
    for address in (HERE, TURKISH, f"{TURKISH}/uit"):
        assert woerden.http.get(address).status_code == 404
    assert woerden.http.post(TURKISH, data=sent(turkish)).status_code == 404
    assert stored(service_app) == []
