"""The pages of a result: what each of them says, for the examples and for results at the edges."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.main import create_app
from app.results.pages.advice import build_advice
from app.results.pages.continuum import build_continuum
from app.results.pages.learning import build_learning, is_on_the_edge
from app.results.pages.mirror import build_mirror
from app.results.pages.overview import AdviceSummary, build_overview, first_sentence, reason
from app.results.pages.window import WindowPage, build_window
from app.results.questions import nearest_option
from tests.app.page_client import PageClient
from tests.app.results.builders import (
    EDITION,
    add_scan,
    at_model,
    context,
    everybody,
    mixed,
    reading,
    record,
    with_policy,
)
from tests.scoring.builders import many, respond

HOUTEN = "/scans/voorbeeld-houten-fase-1"
PARTS = ("", "/vensters/professional", "/continuum", "/leerordes", "/spiegel", "/advies", "/verantwoording")


@pytest.fixture(scope="module")
def edge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageClient]:
    """A service with results at the edges, and one scan that is nobody's example."""
    database = tmp_path_factory.mktemp("edge") / "edge.sqlite3"
    app: FastAPI = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local"))
    with PageClient(app).http:
        add_scan(app, "niemand", record([]))
        add_scan(app, "beleid", record(with_policy([]), ambition=6))
        add_scan(app, "gemengd", record(mixed(), ambition=6))
        add_scan(app, "boven", record(at_model(6), ambition=4))
        add_scan(app, "besloten", record(everybody()), is_example=False)
        yield PageClient(app)


# --- Addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("scan", ["niemand", "beleid", "gemengd", "boven"])
def test_every_page_of_every_result_passes_the_inspection(edge: PageClient, scan: str, part: str) -> None:
    edge.get(f"/scans/{scan}{part}")


@pytest.mark.parametrize("part", [*PARTS, "/uitslag.json", "/grafieken/plek.json"])
def test_a_stranger_cannot_tell_a_result_that_is_no_example_from_one_that_does_not_exist(
    edge: PageClient, part: str
) -> None:
    for scan in ("besloten", "bestaat-niet"):
        answer = edge.http.get(f"/scans/{scan}{part}")
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/inloggen")


def test_a_window_or_chart_that_does_not_exist_is_not_found(demo: PageClient) -> None:
    assert demo.get(f"{HOUTEN}/vensters/raam", 404).heading == "Deze pagina bestaat niet"
    assert demo.http.get(f"{HOUTEN}/grafieken/taart.json").status_code == 404


def test_the_result_can_be_taken_along_in_the_exchange_format(demo: PageClient) -> None:
    answer = demo.http.get(f"{HOUTEN}/uitslag.json")
    assert answer.json()["edition"] == EDITION.id
    assert answer.json()["learning"]["lambda"] is not None
    assert (
        answer.headers["content-disposition"]
        == 'attachment; filename="uitslag-gemeente-houten-op-koers-einde-fase-1.json"'
    )


def test_every_chart_on_a_page_can_be_fetched_as_a_figure(demo: PageClient) -> None:
    found = [figure["data-chart"] for part in PARTS for figure in demo.get(HOUTEN + part).all("figure")]
    assert len(found) >= 10
    for address in found:
        figure = demo.http.get(address).json()
        assert figure["data"]
        assert figure["config"]["showSendToCloud"] is False


def test_every_result_page_names_its_source_and_what_it_is_not(demo: PageClient) -> None:
    for part in PARTS:
        text = demo.get(HOUTEN + part).text
        assert "Gebaseerd op: Binkhorst, J. (2021)" in text
        assert "nooit een ranglijst" in text
        assert "Voorbeeldgegevens" in text


def test_every_result_page_says_whom_it_is_about(demo: PageClient) -> None:
    for part in PARTS:
        text = demo.get(HOUTEN + part).text
        assert "Samenwerking: Op Koers, Houten." in text
        assert "Voor wie: Inwoners die langere tijd op meer leefgebieden tegelijk steun nodig hebben." in text
        assert "Periode: Medio 2018 tot en met zomer 2019." in text


# --- Overview ---------------------------------------------------------------------------------------------------------


def test_the_first_screen_tells_the_story(demo: PageClient) -> None:
    page = demo.get(HOUTEN)
    story = next(section for section in page.all("section") if "result-story" in (section.get("class") or ""))
    for part in ("Uw samenwerking", "Op de lijn van 1 (parallel) tot 7 (integratief)", "Zekerheid:", "Op basis van"):
        assert part in story.text
    headings = [heading.text for heading in page.all("h2")]
    assert headings[1:5] == ["Waar wilt u heen?", "Hoe leert u samen?", "Waar verschilt het beeld?", "Dit komt eerst"]


def test_what_comes_first_has_who_why_and_a_first_step_in_a_sentence_each(demo: PageClient) -> None:
    steps = [one for one in demo.get(HOUTEN).all("li") if one.get("class") == "story-step"]
    assert 3 <= len(steps) <= 5
    for step in steps:
        actor, why, begin = (one.text for one in step.all("p"))
        assert any(actor.startswith(who) for who in ("Professionals", "Organisatie", "Beleid en bestuur"))
        assert why.startswith("Omdat ")
        assert begin.startswith("Eerste stap: ")
        assert why.count(".") == 1


def test_a_reason_in_short_leaves_out_how_many_windows_say_so_but_no_reservation() -> None:
    def why(because: str) -> str:
        empty = dict.fromkeys(("title", "actor", "first_step", "link"), "")
        return AdviceSummary(rank=1, because=because, discuss_first=False, **empty).why

    assert why("Omdat het plan nog achterblijft, volgens beide vensters die hierover iets zeggen. En meer.") == (
        "Omdat het plan nog achterblijft."
    )
    doubt = "Omdat het plan nog achterblijft, al ziet geen van de twee vensters dit apart als een groot gemis."
    assert why(f"{doubt} En meer.") == doubt


def test_the_models_that_are_possible_stand_out_on_the_line(demo: PageClient) -> None:
    notes = demo.http.get(f"{HOUTEN}/grafieken/plek.json").json()["layout"]["annotations"]
    possible = demo.http.get(f"{HOUTEN}/uitslag.json").json()["continuum"]["plausible"]
    bold = [one for one in notes if one.get("font", {}).get("weight") == "bold"]
    assert [one["x"] for one in bold if one["text"][0].isdigit()] == possible
    assert possible
    assert "Vetgedrukt: modellen die mogelijk zijn." in demo.get(HOUTEN).text


# --- On one sheet -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scan", ["niemand", "beleid", "gemengd", "boven"])
def test_the_sheet_of_every_result_passes_the_inspection(edge: PageClient, scan: str) -> None:
    edge.get(f"/scans/{scan}/op-een-a4")


def test_the_sheet_has_the_story_and_where_it_comes_from_and_leads_nowhere_but_back(demo: PageClient) -> None:
    overview, sheet = demo.get(HOUTEN), demo.get(f"{HOUTEN}/op-een-a4")
    assert f"{HOUTEN}/op-een-a4" in overview.links()
    paper = sheet.one("main").text
    for part in (
        *(
            "Uw samenwerking",
            "Zekerheid:",
            "Dit komt eerst",
            "Eerste stap:",
            "Verder naar rechts is niet vanzelf beter.",
        ),
        *("Gesloten op", f"Editie {EDITION.id}", "een minimum aan antwoorden: inwoner 5, professional"),
        *("Gebaseerd op: Binkhorst, J. (2021)", "nooit een ranglijst", "de antwoorden zijn bedacht"),
    ):
        assert part in paper
    assert not sheet.one("main").all("a")
    assert sheet.links() == [HOUTEN]


def test_higher_is_not_always_better_stands_with_every_position(demo: PageClient) -> None:
    for part in ("", "/continuum"):
        assert "Verder naar rechts is niet vanzelf beter." in demo.get(HOUTEN + part).text


def test_the_overview_shows_at_most_five_recommendations_that_lead_to_their_place(demo: PageClient) -> None:
    page = demo.get(HOUTEN)
    links = [link["href"] for link in page.all("a") if "/advies#R" in (link.get("href") or "")]
    assert 1 <= len(links) <= 5
    advice = demo.get(f"{HOUTEN}/advies")
    for link in links:
        assert advice.by_id(link.partition("#")[2]).tag == "article"


def test_the_overview_explains_a_number_that_is_left_out() -> None:
    found = build_overview(context(reading(everybody(0.25), ambition=6)))
    ranks = [advice.rank for advice in found.advice]
    assert bool(found.numbers) == (ranks != list(range(1, len(ranks) + 1)))


def test_the_reason_of_a_recommendation_stands_without_its_title_and_number() -> None:
    assert reason("Wij noemen ‘Titel’ als nummer 2, omdat iets ontbreekt.") == "Omdat iets ontbreekt."
    assert reason("‘Titel’ staat op plaats 9.") == "‘Titel’ staat op plaats 9."


def test_a_first_step_is_told_in_its_first_sentence() -> None:
    assert first_sentence("Vraag het na. Doe het dan.") == "Vraag het na."
    assert first_sentence("Wat is goed? Schrijf dat op.") == "Wat is goed?"
    assert first_sentence("Zonder punt") == "Zonder punt"


# --- Windows ----------------------------------------------------------------------------------------------------------


def window_page(*responses: object) -> WindowPage:
    found = build_window(context(reading(responses)), "professional")  # type: ignore[arg-type]
    assert isinstance(found, WindowPage)
    return found


def test_a_question_is_shown_with_its_mean_and_the_answer_that_lies_closest() -> None:
    page = window_page(*many(6, "professional", 0.75))
    item = page.dimensions[0].items[0]
    assert item.mean == 75
    assert item.nearest == "Partners werken meestal aan een doel dat zij samen bepaalden."
    assert item.distribution == ()


def test_a_distribution_is_shown_from_ten_answers() -> None:
    page = window_page(*many(8, "professional", 0.5), *many(2, "professional", 1.0))
    assert [count for _, count in page.dimensions[0].items[0].distribution] == [0, 0, 8, 0, 2]


def test_how_answers_are_spread_is_drawn_from_ten_answers_and_below_that_it_says_why_not() -> None:
    few = window_page(*many(9, "professional", 0.5))
    assert all(one.distribution is None for one in few.dimensions)
    assert "vanaf tien antwoorden" in few.no_distribution

    enough = window_page(*many(8, "professional", 0.5), *many(2, "professional", 1.0))
    drawing = enough.dimensions[0].distribution
    assert drawing is not None
    assert drawing.sentence == "Bij elke vraag gaf meer dan de helft hetzelfde antwoord."
    counts = [row.cells[0].text for row in drawing.table.rows]
    assert counts[:5] == ["0", "0", "8", "0", "2"]
    assert enough.no_distribution == ""


def test_a_team_has_no_spread_and_the_page_says_so() -> None:
    page = window_page(*many(1, "professional", participants=12))
    assert all(one.distribution is None for one in page.dimensions)
    assert page.no_distribution.startswith("Een team antwoordt samen.")


def test_the_lower_answer_is_the_closest_where_two_are_equally_close() -> None:
    options = ((0.0, "nooit"), (0.5, "soms"), (1.0, "altijd"))
    assert nearest_option(options, 25.0) == "nooit"
    assert nearest_option(options, 76.0) == "altijd"


def test_many_who_do_not_know_are_a_signal_and_no_low_score() -> None:
    page = window_page(*many(5, "professional"), *many(3, "professional", pro_regie_2="wn"))
    assert any(signal.startswith("3 van de 8 weten dit niet:") for signal in page.signals)


def test_the_portrait_is_a_second_look_that_does_not_count() -> None:
    page = window_page(*many(6, "professional", pro_beeld_1=3))
    assert "De middelste keuze past bij het model collaboratief (3)." in page.portrait
    assert window_page(*many(6, "professional")).portrait == ""


def test_barriers_stand_in_order_and_with_counts_only_from_ten_answers() -> None:
    def barriers(number: int) -> list[int | None]:
        responses = many(number, "organisatie", org_belemmeringen_1=("geld", "wetten"))
        page = build_window(context(reading(responses)), "organisatie")
        assert isinstance(page, WindowPage)
        return [count for _, _, count in page.barriers]

    assert barriers(4) == [None, None]
    assert barriers(10) == [10, 10]


def test_a_team_form_is_named_as_such() -> None:
    assert window_page(respond("professional", participants=6)).filled.startswith("Dit venster is als team ingevuld.")


# --- Continuum, learning, mirror --------------------------------------------------------------------------------------


def test_the_continuum_shows_what_is_there_and_what_is_missing_twice() -> None:
    page = build_continuum(context(reading(at_model(4), ambition=6)))
    assert {row.label for row in page.present} >= {"Coördinatie en casusregie", "Afspraken vastgelegd"}
    assert [part.heading for part in page.missing] == [
        "Voor het volgende model: multidisciplinair",
        "Voor uw ambitie: interdisciplinair",
    ]
    assert any(row.is_core for row in page.missing[1].features)


def test_a_next_model_that_is_the_ambition_is_told_once() -> None:
    page = build_continuum(context(reading(at_model(5), ambition=6)))
    assert [part.heading for part in page.missing] == [
        "Voor het volgende model, dat ook uw ambitie is: interdisciplinair"
    ]


def test_the_models_say_which_is_nearest_which_is_possible_and_which_is_the_ambition() -> None:
    page = build_continuum(context(reading(at_model(4, professionals=0, managers=1), ambition=6)))
    assert [model.marks for model in page.models] == [
        (),
        (),
        ("is ook mogelijk",),
        ("lijkt het meest op uw antwoorden",),
        ("is ook mogelijk",),
        ("uw ambitie",),
        (),
    ]


def test_without_a_position_the_continuum_shows_the_models_and_no_line() -> None:
    page = build_continuum(context(reading(with_policy([]), ambition=6)))
    assert page.line is page.similarity is page.features is page.zone is None
    assert page.missing == ()
    assert len(page.models) == 7


@pytest.mark.parametrize(
    ("low", "high", "edge"), [(59.0, 61.0, True), (60.0, 70.0, True), (61.0, 70.0, False), (None, None, False)]
)
def test_an_order_is_on_the_edge_when_its_interval_holds_sixty(
    low: float | None, high: float | None, edge: bool
) -> None:
    assert is_on_the_edge(low, high) is edge


def test_the_learning_page_says_what_each_order_lacks_and_warns_for_learning_on_paper() -> None:
    high = {"org_leren_4": 1.0, "org_leren_5": 1.0, "org_leren_6": 1.0}
    third = {"bel_leren_2": 1.0, "bel_leren_3": 1.0, "bel_leren_4": 1.0, "bel_leren_5": 1.0}
    responses = [
        *many(6, "professional", 0.25, pro_leren_5=0.75, pro_leren_6=0.75),
        *many(3, "organisatie", 0.25, **high),
        *many(3, "beleid", 0.25, **third),
    ]
    page = build_learning(context(reading(responses)))
    assert page.paper_learning.startswith("Uw antwoorden laten leren van de derde orde zien")
    assert page.orders[2].status == "gerealiseerd"
    assert page.orders[2].block == ""
    assert page.orders[0].block.startswith("De eerste leerorde")


def test_the_mirror_tells_of_a_signal_and_explains_it() -> None:
    page = build_mirror(context(reading([*many(6, "professional", 0.25), *many(4, "beleid", 0.75)])))
    pair = next(pair for pair in page.pairs if pair.signal)
    assert pair.signal == "papieren ambitie"
    assert pair.signal_explanation
    assert "Gemiddeld geeft beleid 50 punten meer dan professionals." in pair.sentence


def test_the_mirror_lists_every_shared_subject_with_its_largest_difference() -> None:
    page = build_mirror(context(reading(everybody())))
    assert page.subjects is not None
    assert [row.heading for row in page.subjects.rows] == [one.label for one in EDITION.mirrors.mirrors]
    assert {row.cells[-1].text for row in page.subjects.rows} == {"binnen de marge"}


def test_the_mirror_of_one_window_has_nothing_to_compare() -> None:
    page = build_mirror(context(reading(many(3, "organisatie"))))
    assert page.dots is page.subjects is None
    assert page.vertical == "De verticale congruentie is met deze antwoorden niet te bepalen."
    assert page.steering is page.motivation is None


def test_what_holds_motivation_back_is_named() -> None:
    page = build_mirror(context(reading(many(6, "professional", 0.75, pro_motivatie_3=0.25))))
    assert page.motivation is not None
    assert page.motivation.explanation.startswith("Professionals willen wel")


# --- Advice -----------------------------------------------------------------------------------------------------------


def test_all_recommendations_are_on_the_page_ranked_or_with_the_reason_why_not() -> None:
    for responses, ambition in ((everybody(0.25), 6), (at_model(2), 4), (with_policy([]), None), ([], None)):
        page = build_advice(context(reading(responses, ambition=ambition)), None)
        assert len(page.first) + len(page.later) + len(page.not_needed) + len(page.unranked) == 30
        assert len(page.first) <= 5


def test_what_could_not_be_ranked_says_why() -> None:
    beyond = {one.title: one.reason for one in build_advice(context(reading(everybody(), ambition=4)), None).unranked}
    assert "Dit hoort bij een vorm die verder gaat dan uw ambitie." in beyond.values()
    nowhere = {one.reason for one in build_advice(context(reading(with_policy([]), ambition=6)), None).unranked}
    assert "Zonder plek op de lijn is niet te zeggen of dit nu een goede stap is." in nowhere
    assert "Er zijn te weinig antwoorden om te zeggen of dit nodig is." in nowhere


def test_an_actor_sees_the_own_recommendations_and_what_to_raise_elsewhere() -> None:
    found = context(reading(everybody(0.25), ambition=6))
    everything = build_advice(found, None)
    own = build_advice(found, "professional")
    assert {part.actor for part in (*own.first, *own.later)} == {"Professionals"}
    elsewhere = {part.title for part in everything.first if part.actor != "Professionals"}
    assert {item.title for item in own.agenda} == elsewhere
    raised = {item.what_to_do for item in own.agenda}
    assert raised <= {"Agendeer dit bij de organisatie.", "Geef dit als signaal door aan beleid en bestuur."}


def test_a_recommendation_names_its_grounds_its_source_and_a_first_step() -> None:
    (first, *_) = build_advice(context(reading(everybody(0.25), ambition=6)), None).first
    assert [one.label for one in first.reasons] == ["Nood", "Breedte", "Eensgezindheid", "Volgorde"]
    assert first.sources
    assert first.first_step
    assert first.because.startswith(f"Wij noemen ‘{first.title}’ als nummer {first.rank}")


def test_the_filter_gives_the_whole_page_to_a_browser_and_only_the_list_to_htmx(demo: PageClient) -> None:
    address = f"{HOUTEN}/advies?voor=beleid"
    page = demo.get(address)
    part = demo.http.get(address, headers={"HX-Request": "true"})
    assert "HX-Request" in part.headers["vary"]
    assert part.text.strip().startswith('<div id="adviezen"')
    assert "<html" not in part.text
    listed, _, announced = part.text.strip().partition('<p id="melding" hx-swap-oob="innerHTML">')
    assert listed.strip() in page.html
    assert announced.startswith("Beleid en bestuur: 1"), "it is also said aloud"
    current = [link.text for link in page.by_id("adviezen").all("a") if link.get("aria-current")]
    assert current == ["Beleid en bestuur"]


def test_htmx_gets_the_whole_page_when_it_goes_back_in_the_history(demo: PageClient) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in demo.http.get(f"{HOUTEN}/advies?voor=beleid", headers=headers).text


def test_each_choice_of_the_filter_is_a_link_with_the_same_address_for_htmx(demo: PageClient) -> None:
    links = [link for link in demo.get(f"{HOUTEN}/advies").all("a") if link.get("hx-get")]
    assert len(links) == 4
    assert all(link["hx-get"] == link["href"] for link in links)


def test_an_actor_that_does_not_exist_is_refused_in_dutch(demo: PageClient) -> None:
    assert demo.get(f"{HOUTEN}/advies?voor=koning", 422).heading == "Er klopt iets niet in wat u invulde"


# --- Account ----------------------------------------------------------------------------------------------------------


def test_the_account_names_counts_minimums_and_what_was_used(edge: PageClient) -> None:
    page = edge.get("/scans/beleid/verantwoording")
    for part in (EDITION.id, "mm-1.0", "nergens voor", "Niemand vulde dit venster in."):
        assert part in page.text
    assert "/scans/beleid/uitslag.json" in page.links()
    assert "/verantwoording" in page.links()
