"""The method page says what the scoring does: its numbers are those of the method."""

from __future__ import annotations

import pytest

from app.web.formatting import number
from questionnaires import load_current
from scoring import method
from tests.app.page_client import Element, PageClient


@pytest.fixture
def page(demo: PageClient) -> Element:
    return demo.get("/verantwoording")


def part(page: Element, place: str) -> str:
    (section,) = [section for section in page.all("section") if section.get("aria-labelledby") == place]
    return section.text


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("scores", f"ten minste {number(method.WINDOW_SCORE_COVERAGE * 100)} procent van de onderwerpen"),
        ("scores", f"{number(method.UNKNOWN_SHARE * 100)} procent of meer ‘weet ik niet’"),
        ("continuum", f"de gelijkenis is {number(method.SIMILARITY_TYPED)} of hoger en alle kernkenmerken"),
        ("continuum", f"de gelijkenis is {number(method.SIMILARITY_FEATURES_OF)} of hoger."),
        ("continuum", f"hoogstens {number(method.CORE_TOLERANCE, 2)} onder de verwachte waarde"),
        ("continuum", f"de restafstand is groter dan {number(method.RESIDUAL_MIXED, 2)}"),
        ("continuum", f"als het {number(method.MISSING_STEP, 2)} of meer onder de verwachte waarde ligt"),
        ("continuum", f"‘eenzelfde doel’ ten minste {number(method.NETWORK_SHARED_GOAL, 2)} is"),
        ("continuum", f"professionals ten minste {number(method.NETWORK_VISION)} scoort"),
        ("continuum", f"ook beleid ten minste {number(method.NETWORK_POLICY)}"),
        ("continuum", f"{number(method.NETWORK_OWN_GOALS, 2)} of lager"),
        ("leerordes", f"de score is {number(method.LEARNING_REALISED)} of hoger"),
        ("leerordes", f"geen onderdeel is lager dan {number(method.LEARNING_MINIMUM)}"),
        ("leerordes", f"ten minste {number(method.LEARNING_COVERAGE * 100)} procent van de onderdelen"),
        ("leerordes", f"met een gemiddelde van {number(method.LAYER_SCORE)} of hoger"),
        ("leerordes", f"Vanaf {number(method.LEARNING_DEVELOPING)} is een orde in ontwikkeling"),
        ("zekerheid", f"({number(method.PRIOR_SPREAD_SCORE)} punten op 100"),
        ("zekerheid", f"of {number(method.PRIOR_SPREAD_POSITION, 1)} stap op de lijn)"),
        ("zekerheid", f"s² = ({method.PRIOR_WEIGHT} × s₀²"),
        ("eensgezind", f"Tot en met {number(method.SPREAD_STRONG)} punten"),
        ("eensgezind", f"tot en met {number(method.SPREAD_AGREED)} eensgezind"),
        ("spiegel", f"ten minste {number(method.GAP_REAL)} punten"),
        ("spiegel", f"of {number(method.GAP_REAL_RESIDENT)} als het om inwoners gaat"),
        ("spiegel", f"gemiddeld {number(method.SIGNAL_BIAS)} punten of meer hoger"),
        ("spiegel", f"vanaf {number(method.CONGRUENT)}."),
        ("spiegel", f"vanaf {number(method.PARTLY_CONGRUENT)}."),
        ("verandering", f"Groot genoeg is {number(method.CHANGE_POSITION, 1)} op de lijn"),
        ("verandering", f"{number(method.CHANGE_SCORE)} punten op 100, of {number(method.CHANGE_FEATURE, 2)}"),
        ("verandering", f"meer dan {number(method.ROLE_MIX_SHIFT * 100)} procent verschoven"),
        ("advies", f"andere scores onder {number(method.NEED_TARGET)}"),
        ("advies", f"({number(method.NEED_CONFIRMED, 2)} of meer)"),
        ("advies", f"een nood van {number(method.NEED_SHOWN, 2)} of meer"),
        ("advies", f"{number(method.SEQUENCE_NEXT, 2)} of {number(method.SEQUENCE_LATER, 2)}"),
        ("advies", f"{number(method.SEQUENCE_UNMET, 2)} keer zoveel"),
        ("lenzen", f"ten minste {number(method.DOMINANT_LEAD, 2)} hoger"),
        ("lenzen", f"ten minste {number(method.BOTTLENECK_LEAD)} punten onder de volgende"),
    ],
)
def test_a_number_on_the_page_is_that_of_the_method(page: Element, place: str, sentence: str) -> None:
    assert sentence in part(page, place)


def test_counts_in_words_are_those_of_the_method() -> None:
    assert (method.TEAM_FORM_WEIGHT, method.UNKNOWN_MINIMUM_N, method.SPREAD_MINIMUM_N) == (3, 3, 3)
    assert (method.PAIR_MINIMUM_CODES, method.LAYERS_NEEDED) == (3, 2)
    assert (method.SHOWN_AT_MOST, method.SHOWN_PER_GROUP) == (5, 2)
    assert (method.USABLE_SHARE, method.COVERAGE_MINIMUM) == (0.5, 0.5)


def test_the_example_of_the_weights_is_true(page: Element) -> None:
    weights = 10**0.5, 5**0.5
    weighted = (weights[0] * 80 + weights[1] * 40) / sum(weights)
    plain = (10 * 80 + 5 * 40) / 15
    assert f"geven {number(weighted, 1)}. Zou iedereen even zwaar tellen, dan werd het {number(plain, 1)}" in page.text


def test_the_table_holds_every_weight_and_every_expected_value(page: Element) -> None:
    (table,) = [table for table in page.all("table") if "verwachte waarde" in table.one("caption").text]
    features = load_current().continuum.features
    rows = table.one("tbody").all("tr")
    assert len(rows) == len(features) == 15
    for row, feature in zip(rows, features, strict=True):
        cells = [cell.text for cell in row.all("td")]
        assert row.one("th").text == feature.label
        assert cells[0] == number(feature.weight, 1)
        expected = zip(feature.expected, feature.evidence, strict=True)
        assert cells[1:] == [f"{number(value, 2)} {origin}" for value, origin in expected]


def test_the_table_of_minimums_is_that_of_the_method(page: Element) -> None:
    (table,) = [table for table in page.all("table") if "minimum" in table.one("caption").text]
    rows = [[cell.text for cell in row.all("th", "td")] for row in table.one("tbody").all("tr")]
    choices = {"inwoner": "elk hoger aantal", "professional": "3", "organisatie": "3 of 5", "beleid": "3 of 5"}
    windows = load_current().windows
    assert rows == [
        [windows[window].short_label, str(minimum), choices[window]]  # type: ignore[index]
        for window, minimum in method.MINIMUM_DEFAULT.items()
    ]
    others = {
        window: {*(allowed or ())} - {method.MINIMUM_DEFAULT[window]}
        for window, allowed in method.MINIMUM_CHOICES.items()
    }
    assert others == {"inwoner": set(), "professional": {3}, "organisatie": {3, 5}, "beleid": {3, 5}}


def test_the_page_says_on_what_it_stands(page: Element) -> None:
    edition = load_current()
    assert edition.id in part(page, "editie")
    assert edition.hash in part(page, "editie")
    assert edition.file.method in part(page, "editie")
    for source in edition.file.sources:
        assert " ".join(source.reference.split()) in part(page, "bronnen")


def test_the_page_says_what_the_scan_cannot_do(page: Element) -> None:
    for limit in (
        "Of inwoners er beter van worden",
        "nog beoordelen",
        "nog niet met invullers in de praktijk beproefd",
    ):
        assert limit in part(page, "grenzen")


def test_the_contents_lead_to_every_part(page: Element) -> None:
    parts = [section["aria-labelledby"] for section in page.all("section")]
    listed = [link["href"][1:] for nav in page.all("nav") for link in nav.all("a") if link["href"].startswith("#")]
    assert listed == parts
