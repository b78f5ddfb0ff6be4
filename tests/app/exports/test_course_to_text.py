"""The course between two measurements as text: what is said, what cannot be told, and what to be careful about."""

from __future__ import annotations

from typing import Any

import pytest

from app.demo import demo_documents
from app.exports.course_to_text import course_text
from questionnaires import Edition, load_current
from scoring import Response, course_of, frozen_record, read_scan, score_scan
from tests.scoring.builders import many

EDITION: Edition = load_current()
Record = dict[str, Any]


def record(document: dict[str, Any]) -> Record:
    scan = read_scan(document, EDITION.instrument)
    return frozen_record(score_scan(EDITION.instrument, scan.responses, scan.minimum, scan.ambition))


def of(people: list[Response]) -> Record:
    return frozen_record(score_scan(EDITION.instrument, people))


def text_of(old: Record, new: Record) -> str:
    """The text on one line, with single spaces."""
    course = course_of(EDITION.instrument, old, new)
    return " ".join(course_text(old["result"], new["result"], course, EDITION).split())


@pytest.fixture(scope="module")
def houten() -> tuple[Record, Record]:
    documents = demo_documents(EDITION)
    return record(documents["voorbeeld-houten-fase-1"]), record(documents["voorbeeld-houten-fase-2"])


@pytest.fixture(scope="module")
def woerden() -> tuple[Record, Record]:
    documents = demo_documents(EDITION)
    return record(documents["voorbeeld-woerden-fase-1"]), record(documents["voorbeeld-woerden-fase-2"])


def test_a_difference_carries_its_margin_its_verdict_and_who_stands_behind_it(houten: tuple[Record, Record]) -> None:
    text = text_of(*houten)

    assert "Van 2,4 naar 5,9: +3,5 (marge 0,4), echte verandering." in text
    assert "Aantal mensen daarachter: 22 bij de eerste en 20 bij de tweede meting." in text


def test_no_line_is_longer_than_a_terminal_is_wide(houten: tuple[Record, Record]) -> None:
    old, new = houten
    text = course_text(old["result"], new["result"], course_of(EDITION.instrument, old, new), EDITION)

    assert max(len(line) for line in text.splitlines()) <= 100


def test_what_one_side_lacks_is_not_compared(houten: tuple[Record, Record]) -> None:
    text = text_of(record({"responses": []}), houten[1])

    assert "een van de twee metingen heeft geen plek" in text
    assert "Geen enkel kenmerk is in beide metingen bekend." in text
    assert "Er zijn geen twee vensters die in beide metingen te vergelijken zijn." in text
    assert "None" not in text


def test_at_most_five_features_are_named_and_chance_is_named_too(houten: tuple[Record, Record]) -> None:
    features = text_of(*houten).split("Kenmerken die veranderden")[1].split("Verschillen tussen")[0]

    assert features.count("op een schaal van 0 tot 100") == 5
    assert "Dat zijn de grootste vijf; 8 andere veranderden ook." in features
    assert "Vergeleken zijn 14 kenmerken." in features
    assert "gemiddeld hooguit 1,4 door toeval boven de marge uit" in features


def test_without_a_change_there_is_none_to_name(houten: tuple[Record, Record]) -> None:
    text = text_of(houten[0], houten[0])

    assert "Geen enkel kenmerk is aantoonbaar veranderd." in text
    assert "gesloten" not in text.casefold()
    assert "Verdwenen:" not in text


def test_a_learning_status_goes_with_its_score(houten: tuple[Record, Record]) -> None:
    """Ruling 67."""
    assert "Van in ontwikkeling naar gerealiseerd." in text_of(*houten)

    nearly, just = of(many(3, "organisatie", 0.5)), of(many(3, "organisatie", 0.5, org_leren_3=0.75))
    for side, status in ((nearly, "in ontwikkeling"), (just, "gerealiseerd")):
        for order in side["result"]["learning"]["orders"].values():
            order["status"] = status
    text = text_of(nearly, just)
    assert "De tweede meting alleen zou ‘gerealiseerd’ geven." in text
    assert "dus wij houden ‘in ontwikkeling’ aan" in text


def test_gaps_say_what_became_of_them(houten: tuple[Record, Record]) -> None:
    text = text_of(*houten)

    assert "Mogelijk gesloten: ‘Luisteren en respect’, inwoner en professional, van +30 naar 0." in text
    assert "Gebleven: ‘Gedeelde visie’, professional en beleid, van +57 naar +22." in text


def test_results_without_an_insight_do_not_tell_whether_a_gap_closed(houten: tuple[Record, Record]) -> None:
    text = text_of({"result": houten[0]["result"]}, {"result": houten[1]["result"]})

    assert "hoe zeker die verschillen zijn, staat niet in deze uitslagen" in text
    assert "hoe zeker die verschillen zijn" not in text_of(*houten)
    assert "- Gesloten:" not in text


def test_advice_is_gone_stayed_or_new(houten: tuple[Record, Record]) -> None:
    advice = text_of(*houten).split("Aanbevelingen")[1].split("Let op")[0]

    assert "Verdwenen: - Leg vast wie welke regie heeft" in advice
    assert "Gebleven: - Zet het werkproces op papier" in advice
    assert "Nieuw: - Breek de financiële schotten af" in advice


def test_other_windows_behind_the_position_are_a_warning(
    houten: tuple[Record, Record], woerden: tuple[Record, Record]
) -> None:
    """In the first scan of Woerden too few residents answered."""
    warning = "eerst op professional en organisatie, nu op inwoner, professional en organisatie"

    assert warning in text_of(*woerden)
    assert "De plek rust op andere vensters" not in text_of(*houten)


def staff(social: int, work: int) -> list[Response]:
    return [*many(social, "professional", 0.25), *many(work, "professional", 0.75, role="werk_inkomen")]


def test_a_shift_of_roles_is_a_warning_with_the_change_as_if_there_were_none() -> None:
    text = text_of(of(staff(10, 30)), of(staff(30, 10)))

    assert "De verdeling over de rollen is bij professional sterk veranderd (50 procent van de antwoorden)." in text
    assert "Bij de verdeling van de eerste meting zou het verschil zijn:" in text
    assert f"- {EDITION.dimensions['pro_regie'].label}: 0 (marge" in text


def test_where_that_cannot_be_told_the_warning_says_so() -> None:
    text = text_of(of(staff(5, 15)), of(staff(15, 5)))

    assert "Hoe het verschil bij de eerdere verdeling zou zijn, is niet te zeggen." in text


def test_every_comparison_names_its_source_its_edition_and_what_it_is_not(houten: tuple[Record, Record]) -> None:
    text = text_of(*houten)

    for part in (EDITION.file.attribution, EDITION.file.disclaimer, f"Editie {EDITION.id}."):
        assert part in text
