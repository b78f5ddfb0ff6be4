"""Answering without JavaScript: every button saves the whole screen and goes on; what is wrong is never half saved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI

from app.models import DraftAnswer
from tests.app.page_client import PageClient
from tests.app.responding.answers import fill_in, sent_by, stored
from tests.app.responding.visitors import change, close_browser, only_draft, respondent, rows, set_up_scan
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp

WRONG = ("2", "0.3", "-1", "nvt", "zomaar", "1e0", "NaN", "0.5\x00x", "[1]", "true", "9" * 400, ["0", "1"])
"""What is no answer to a question with options from 0 to 1."""


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


@pytest.fixture
def steps(set_up: SetUp) -> str:
    return f"{set_up.path('professional')}/stap"


@pytest.fixture
def professional(service_app: FastAPI, set_up: SetUp) -> PageClient:
    return respondent(service_app, set_up)


# --- Screens ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", WINDOWS)
def test_every_screen_is_a_whole_page_with_a_legend_for_each_question(
    service_app: FastAPI, set_up: SetUp, window: str
) -> None:
    client = respondent(service_app, set_up, window)
    where, asked = f"{set_up.path(window)}/stap/1", []
    while "/stap/" in where:
        page = client.get(where)
        for fieldset in page.all("fieldset"):
            asked.append(fieldset["id"])
            assert fieldset.one("legend").text
        assert not [control for control in page.all("input", "textarea") if control.get("required") is not None]
        assert page.headers["cache-control"] == "no-store"
        where = fill_in(client, where)
    assert where.endswith("/controle")
    window_of = service_app.state.current_edition.instrument.window(window)
    assert asked == [item.id for item in window_of.items]


def test_progress_is_said_in_words_and_shown(service_app: FastAPI, set_up: SetUp, professional: PageClient) -> None:
    page = professional.get(f"{set_up.path('professional')}/stap/2")
    (place,) = [one.text for one in page.all("p") if one.get("class") == "question-place"]
    assert place == "Onderdeel 2 van 9"
    assert len([one for one in page.all("rect") if "parts-line__part" in (one.get("class") or "")]) == 9
    resident = respondent(service_app, set_up, "inwoner")
    assert resident.get(f"{set_up.path('inwoner')}/stap/3").heading == "Vraag 3 van 14"


def test_a_screen_that_does_not_exist_is_not_found(steps: str, professional: PageClient) -> None:
    for number in ("0", "10", "-1", "x", "99999999999999999999"):
        professional.get(f"{steps}/{number}", status=404)


def test_a_stranger_finds_no_questions_and_saves_nothing(
    service_app: FastAPI, steps: str, stranger: PageClient
) -> None:
    stranger.get(f"{steps}/1", status=404)
    stranger.refused(f"{steps}/1", {"pro_visie_1": "0.5"}, status=404)
    assert rows(service_app, DraftAnswer) == []


def test_after_closing_the_browser_no_answer_is_shown_before_going_on(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    fill_in(professional, f"{steps}/1", pro_visie_1="0.5")
    close_browser(professional)
    response = professional.http.get(f"{steps}/1")
    assert response.status_code in {303, 404}
    assert "checked" not in response.text
    assert stored(service_app)[0] == {"pro_visie_1": 0.5}


def test_a_page_for_respondents_loads_htmx_from_here(steps: str, professional: PageClient) -> None:
    page = professional.get(f"{steps}/1")
    assert [script["src"] for script in page.all("script") if "htmx" in script["src"]]
    assert "http" not in page.headers["content-security-policy"]


# --- Saving and going on ----------------------------------------------------------------------------------------------


def test_every_button_saves_the_whole_screen(
    service_app: FastAPI, set_up: SetUp, steps: str, professional: PageClient
) -> None:
    leads_to = {"volgende": "stap/3", "vorige": "stap/1", "later": "later", "nergens": "stap/3"}
    for number, (naar, part) in enumerate(leads_to.items()):
        value, text = f"0.{(0, 25, 5, 75)[number]}", f"Wij zien elkaar {number} keer."
        where = fill_in(professional, f"{steps}/2", naar=naar, pro_kennen_1=value, opmerking_pro_kennen=text)
        assert where == f"{set_up.path('professional')}/{part}"
        assert stored(service_app) == ({"pro_kennen_1": float(value)}, {"pro_kennen": text})


def test_what_was_saved_stands_there_when_coming_back(steps: str, professional: PageClient) -> None:
    fill_in(professional, f"{steps}/2", pro_kennen_1="0.75", opmerking_pro_kennen="Regel één\nRegel twee")
    sent = sent_by(professional.get(f"{steps}/2"))
    assert sent["pro_kennen_1"] == "0.75"
    assert "pro_kennen_2" not in sent
    assert sent["opmerking_pro_kennen"] == "Regel één Regel twee"


def test_a_third_is_kept_exactly(service_app: FastAPI, set_up: SetUp) -> None:
    resident = respondent(service_app, set_up, "inwoner")
    fill_in(resident, f"{set_up.path('inwoner')}/stap/1", inw_samenhang_1="0.3333333333333333")
    assert stored(service_app)[0] == {"inw_samenhang_1": 1 / 3}


def test_an_answer_is_changed_and_taken_back(
    service_app: FastAPI, set_up: SetUp, steps: str, professional: PageClient
) -> None:
    fill_in(professional, f"{steps}/2", pro_kennen_1="0.75", pro_kennen_2="0.25")
    fill_in(professional, f"{steps}/2", pro_kennen_1="1")
    assert stored(service_app)[0] == {"pro_kennen_1": 1.0, "pro_kennen_2": 0.25}
    where = fill_in(professional, f"{steps}/2", wis="pro_kennen_1", pro_kennen_3="wn")
    assert where == f"{set_up.path('professional')}/stap/2#pro_kennen_1"
    assert stored(service_app)[0] == {"pro_kennen_2": 0.25, "pro_kennen_3": "wn"}


def test_a_page_that_came_back_without_its_choices_takes_none_away(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    """Going back, WebKit shows a page as it kept it, with every choice taken out; and nobody can unmake one there."""
    fill_in(professional, f"{steps}/2", pro_kennen_1="0.75", pro_kennen_2="0.25")
    emptied = dict.fromkeys(("pro_kennen_1", "pro_kennen_2"), "")
    professional.submit(f"{steps}/2", sent_by(professional.get(f"{steps}/2")) | emptied | {"pro_kennen_3": "wn"})
    assert stored(service_app)[0] == {"pro_kennen_1": 0.75, "pro_kennen_2": 0.25, "pro_kennen_3": "wn"}


def test_a_screen_in_an_old_tab_leaves_alone_what_was_not_changed_in_it(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    old_tab = sent_by(professional.get(f"{steps}/2"))
    fill_in(professional, f"{steps}/2", pro_kennen_1="1", opmerking_pro_kennen="Uit de nieuwe tab")
    professional.submit(f"{steps}/2", old_tab | {"pro_kennen_2": "0.5"})
    answers, comments = stored(service_app)
    assert answers == {"pro_kennen_1": 1.0, "pro_kennen_2": 0.5}
    assert comments == {"pro_kennen": "Uit de nieuwe tab"}


def test_barriers_are_ticked_and_unticked(service_app: FastAPI, set_up: SetUp) -> None:
    client, path = respondent(service_app, set_up, "beleid"), f"{set_up.path('beleid')}/stap/11"
    fill_in(client, path, bel_belemmeringen_1=["geld", "mandaat"])
    assert stored(service_app)[0] == {"bel_belemmeringen_1": ["geld", "mandaat"]}
    assert sorted(sent_by(client.get(path))["bel_belemmeringen_1"]) == ["geld", "mandaat"]
    fill_in(client, path, bel_belemmeringen_1=[])
    assert stored(service_app)[0] == {}


def test_the_ambition_and_its_reason_are_kept(service_app: FastAPI, set_up: SetUp) -> None:
    client, path = respondent(service_app, set_up, "beleid"), f"{set_up.path('beleid')}/stap/9"
    fill_in(client, path, bel_ambitie_1="6", opmerking_bel_ambitie_1="Dat past bij deze groep.")
    assert stored(service_app) == ({"bel_ambitie_1": 6}, {"bel_ambitie_1": "Dat past bij deze groep."})


def test_portraits_stay_in_their_order_and_keep_the_choice(service_app: FastAPI, set_up: SetUp) -> None:
    client, path = respondent(service_app, set_up), f"{set_up.path('professional')}/stap/9"
    fill_in(client, path, pro_beeld_1="5")
    orders = [[one["value"] for one in client.get(path).all("input") if one.get("type") == "radio"] for _ in range(2)]
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == list("1234567")
    assert sent_by(client.get(path))["pro_beeld_1"] == "5"


def test_who_answers_for_others_reads_that(service_app: FastAPI, set_up: SetUp) -> None:
    client = respondent(service_app, set_up, "inwoner")
    change(service_app, only_draft(service_app), role="vertegenwoordiger")
    assert "die u vertegenwoordigt" in client.get(f"{set_up.path('inwoner')}/stap/1").text


def test_a_screen_from_the_check_page_leads_back_to_it(
    service_app: FastAPI, set_up: SetUp, steps: str, professional: PageClient
) -> None:
    where = fill_in(professional, f"{steps}/2?terug=controle", pro_kennen_1="0")
    assert where == f"{set_up.path('professional')}/controle#onderdeel-2"
    assert stored(service_app)[0] == {"pro_kennen_1": 0.0}


def test_answering_notes_the_day_and_nothing_finer(service_app: FastAPI, steps: str, professional: PageClient) -> None:
    tomorrow = only_draft(service_app).touched_on + timedelta(days=1)
    service_app.state.today = lambda: tomorrow
    fill_in(professional, f"{steps}/2", pro_kennen_1="0")
    assert only_draft(service_app).touched_on == tomorrow


# --- Refused ----------------------------------------------------------------------------------------------------------


def test_a_form_with_one_wrong_answer_changes_nothing_at_all(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    sent = sent_by(professional.get(f"{steps}/2")) | {"pro_kennen_1": "1", "opmerking_pro_kennen": "Blijft staan"}
    for wrong in WRONG:
        page = professional.refused(f"{steps}/2", sent | {"pro_kennen_2": wrong}, status=422)
        assert stored(service_app) == ({}, {})
        assert page.by_id("fouten").all("a")[0]["href"] == "#pro_kennen_2"
        assert page.by_id("pro_kennen_2-fout").text
        again = sent_by(page)
        assert again["pro_kennen_1"] == "1"
        assert again["opmerking_pro_kennen"] == "Blijft staan"


def test_more_than_three_barriers_are_refused_with_all_ticks_still_there(service_app: FastAPI, set_up: SetUp) -> None:
    client, path = respondent(service_app, set_up, "beleid"), f"{set_up.path('beleid')}/stap/11"
    four = ["geld", "mandaat", "partners", "wetten"]
    page = client.refused(path, sent_by(client.get(path)) | {"bel_belemmeringen_1": four}, status=422)
    assert "hoogstens drie" in page.by_id("bel_belemmeringen_1-fout").text
    assert set(sent_by(page)["bel_belemmeringen_1"]) == set(four)
    assert stored(service_app)[0] == {}


def test_a_comment_that_is_too_long_is_refused_with_the_text_still_in_the_field(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    fill_in(professional, f"{steps}/2", opmerking_pro_kennen="é" * 500)
    assert stored(service_app)[1] == {"pro_kennen": "é" * 500}
    too_long = "é" * 501
    sent = sent_by(professional.get(f"{steps}/2")) | {"opmerking_pro_kennen": too_long, "pro_kennen_1": "1"}
    page = professional.refused(f"{steps}/2", sent, status=422)
    assert "1 teken te lang" in page.by_id("opmerking_pro_kennen-fout").text
    assert sent_by(page)["opmerking_pro_kennen"] == too_long
    assert stored(service_app) == ({}, {"pro_kennen": "é" * 500})


def test_lines_of_a_comment_count_once_however_a_browser_ends_them(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    fill_in(professional, f"{steps}/2", opmerking_pro_kennen="\r\n".join(["x"] * 250))
    assert stored(service_app)[1] == {"pro_kennen": "\n".join(["x"] * 250)}


def test_an_answer_to_a_question_of_another_screen_or_window_is_not_taken(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    fill_in(professional, f"{steps}/2", pro_visie_1="1", bel_visie_1="1", inw_regie_1="1", onzin="1")
    assert stored(service_app)[0] == {}


def test_a_form_of_another_questionnaire_changes_nothing(
    service_app: FastAPI, steps: str, professional: PageClient
) -> None:
    sent = sent_by(professional.get(f"{steps}/2")) | {"pro_kennen_1": "1", "invulling": "0" * 12}
    page = professional.refused(f"{steps}/2", sent, status=409)
    assert "andere vragenlijst" in page.heading
    assert stored(service_app)[0] == {}


def test_a_scan_that_closed_meanwhile_takes_no_answers(
    service_app: FastAPI, set_up: SetUp, steps: str, professional: PageClient
) -> None:
    sent = sent_by(professional.get(f"{steps}/2")) | {"pro_kennen_1": "1"}
    for how in ("archived_on", "closes_on", "closed_on"):
        change(service_app, set_up.scan, **{how: CLOSED_ON})
        assert "gesloten" in professional.refused(f"{steps}/2", sent, status=409).heading
        change(service_app, set_up.scan, **{how: None})
    assert stored(service_app)[0] == {}
    professional.submit(f"{steps}/2", sent)
    assert stored(service_app)[0] == {"pro_kennen_1": 1.0}


def test_what_somebody_writes_is_never_markup(steps: str, professional: PageClient) -> None:
    fill_in(professional, f"{steps}/2", opmerking_pro_kennen="<script>alert(1)</script> & </textarea>")
    page = professional.get(f"{steps}/2")
    assert page.by_id("opmerking_pro_kennen").text == "<script>alert(1)</script> & </textarea>"
