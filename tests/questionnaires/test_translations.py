"""Translations: read with their edition, refused with everything that is wrong, and put in the place of the Dutch."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from questionnaires.assembly import draft_of
from questionnaires.edition import Edition
from questionnaires.library import (
    SHELVES,
    available_editions,
    check_all,
    check_translations,
    load_edition,
    open_edition,
    with_translations_from,
)
from questionnaires.problems import ContentError
from questionnaires.schema import LanguageCode, TranslationFile
from questionnaires.shape import shaped
from questionnaires.translating import what_residents_read
from questionnaires.translation import translation_of
from tests.questionnaires.changes import changed

EDITION = "integraal-werken/2026.1"
ENGLISH = "translations/en/inwoner.yaml"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(EDITION)


@pytest.fixture
def shelves(tmp_path: Path) -> Path:
    """A copy of the edition on shelves of its own."""
    shutil.copytree(Path(str(SHELVES)) / EDITION, tmp_path / "shelves" / EDITION)
    return tmp_path / "shelves"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of who runs an installation, with a corrected English translation."""
    folder = tmp_path / "own"
    target = folder / EDITION / "en" / "inwoner.yaml"
    target.parent.mkdir(parents=True)
    shutil.copy(Path(str(SHELVES)) / EDITION / ENGLISH, target)
    replace(target, "Never", "Not once")
    return folder


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_of(shelves: Path) -> list[str]:
    return [str(problem).removeprefix(f"{EDITION}/") for problem in check_all(shelves)]


# --- in the place of the Dutch ----------------------------------------------------------------------------------------


def test_every_translation_that_comes_with_the_program_is_of_a_known_language(edition: Edition):
    assert edition.translations.keys() <= set(get_args(LanguageCode))
    assert not edition.translations["en"].is_draft


def test_in_another_language_residents_read_other_words(edition: Edition):
    english = edition.in_language("en")

    assert english.windows["inwoner"].start.title == "How was the support for you?"
    assert english.windows["inwoner"].comment.label == "Would you like to say more about this?"
    assert english.dimensions["inw_regie"].label == "Choosing your own direction"
    assert english.items["inw_regie_1"].text.startswith("How often could you say")
    assert english.options_of(english.items["inw_regie_1"])[0] == (0, "Never")
    assert english.scales.unknown["inwoner"] == "I do not know"
    assert english.roles.roles["inwoner"][0].label == "For myself"
    assert english.continuum.models[6].label == "integrative"
    assert english.recommendations.recommendations[0].title == "Build a real working relationship with the resident"
    assert english.mirrors.mirrors[0].label == "The resident at the table"
    assert english.file.disclaimer.startswith("The result is a start")


def test_a_translation_changes_words_and_nothing_else(edition: Edition):
    english = edition.in_language("en")

    assert english.instrument is edition.instrument
    assert (english.id, english.hash) == (edition.id, edition.hash)
    assert list(english.items) == list(edition.items)
    assert [role.id for role in english.roles.roles["inwoner"]] == ["zelf", "vertegenwoordiger"]
    for item in english.items_of("inwoner"):
        assert [value for value, _ in english.options_of(item)] == [value for value, _ in edition.options_of(item)]
    assert english.windows["inwoner"].comment.max_length == edition.windows["inwoner"].comment.max_length
    assert english.windows["professional"] is edition.windows["professional"]
    assert english.dimensions["pro_visie"] is edition.dimensions["pro_visie"]


def test_no_text_that_residents_read_stays_dutch(edition: Edition):
    def texts(one: Edition) -> list[str]:
        window, items = one.windows["inwoner"], one.items_of("inwoner")
        pages = (window.start, window.check, window.thanks, window.comment)
        written = [value for page in pages for value in _flat(page.model_dump())]
        written += [window.role_question, window.role_help or ""]
        written += [
            text for item in items for text in (item.text, item.text_representative or "", item.help or "") if text
        ]
        written += [text for part in one.dimensions_of("inwoner") for text in (part.label, part.introduction)]
        return written

    for language in edition.translations:
        together = zip(texts(edition), texts(edition.in_language(language)), strict=True)
        assert [dutch for dutch, own in together if dutch == own] == [], language


def _flat(value: Any) -> list[str]:
    if isinstance(value, dict | list | tuple):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in _flat(one)]
    return [value] if isinstance(value, str) else []


def test_from_every_language_one_can_go_to_every_other(edition: Edition):
    assert edition.in_language("nl") is edition
    assert edition.in_language("en").in_language("nl") is edition
    assert edition.in_language("en").in_language("en") is edition.in_language("en")
    with pytest.raises(KeyError):
        edition.in_language("fr")


def test_the_fingerprint_changes_with_every_text_and_with_nothing_else(english: dict[str, Any]):
    def fingerprint(**change: str) -> str:
        data = changed(
            {"x": english}, {"change": {"x": {path.replace("__", "."): new for path, new in change.items()}}}
        )
        return translation_of(shaped(TranslationFile, data["x"], "x")).fingerprint

    assert fingerprint() == fingerprint(version="2", status="draft")
    others = {
        fingerprint(window__start__title="Other"),
        fingerprint(summary__disclaimer="Other."),
        fingerprint(invitation__scan="Other."),
        fingerprint(items__inw_regie_1__text="Other?"),
    }
    assert len(others | {fingerprint()}) == 5


# --- what is refused --------------------------------------------------------------------------------------------------


def test_a_broken_translation_closes_the_edition_with_all_its_problems(shelves: Path):
    file = shelves / EDITION / ENGLISH
    replace(file, '  title: "Also in English"\n', "")
    replace(file, 'begin: "Start the questions"', 'begin: ""')
    replace(file, 'status: "ready"', 'status: "final"')
    replace(file, 'language: "en"', 'language: "xx"')
    replace(file, 'role_question: "', 'roll_question: "')

    assert problems_of(shelves) == [
        f"{ENGLISH} · invitation.title: ontbreekt",
        f"{ENGLISH} · language: moet een van deze waarden zijn: en, ar, tr, pl of uk",
        f"{ENGLISH} · status: moet een van deze waarden zijn: draft of ready",
        f"{ENGLISH} · window.role_question: ontbreekt",
        f"{ENGLISH} · window.roll_question: is geen bekende sleutel (een tikfout?)",
        f"{ENGLISH} · window.start.begin: mag niet leeg zijn",
    ]
    with pytest.raises(ContentError):
        open_edition(shelves, EDITION)


def test_what_does_not_fit_the_dutch_is_named_for_all_translations_at_once(shelves: Path):
    folder = shelves / EDITION / "translations"
    shutil.copytree(folder / "en", folder / "pl", dirs_exist_ok=True)
    replace(folder / "pl" / "inwoner.yaml", 'language: "en"', 'language: "pl"')
    replace(folder / "pl" / "inwoner.yaml", "  zelf:", "  zelfs:")
    replace(folder / "en" / "inwoner.yaml", '      - "Did you skip a question? That is fine."\n', "")

    assert problems_of(shelves) == [
        f"{ENGLISH} · window.check.paragraphs: heeft 2 onderdelen; de Nederlandse tekst heeft er 3",
        "translations/pl/inwoner.yaml · roles.zelf: ontbreekt",
        "translations/pl/inwoner.yaml · roles.zelfs: hoort hier niet; de Nederlandse tekst heeft dit niet",
    ]


def test_a_language_stands_in_its_own_folder_and_once(shelves: Path):
    folder = shelves / EDITION / "translations"
    shutil.copytree(folder / "en", folder / "xx")
    (folder / "en" / "professional.yaml").write_text('language: "en"\n', encoding="utf-8")
    (folder / "en" / "lees mij.txt").write_text("Hallo", encoding="utf-8")

    assert problems_of(shelves) == [
        "translations/en/lees mij.txt: hoort niet in een editie; inhoud staat in .yaml-bestanden",
        "translations/en/professional.yaml: dit bestand hoort hier niet; een vertaling staat in <taal>/inwoner.yaml",
        "translations/xx/inwoner.yaml · language: deze taal staat er twee keer, ook in translations/en/inwoner.yaml",
        "translations/xx/inwoner.yaml · language: moet gelijk zijn aan de naam van de map: xx",
    ]


def test_an_edition_that_is_wrong_itself_and_a_translation_without_shape_are_reported_together(shelves: Path):
    replace(shelves / EDITION / "barriers.yaml", "at_most: 3", "at_most: 9")
    replace(shelves / EDITION / ENGLISH, 'version: "1"', 'version: "eerste"')

    assert [problem.partition(" ")[0] for problem in problems_of(shelves)] == ["barriers.yaml", ENGLISH]


# --- of who runs an installation --------------------------------------------------------------------------------------


def test_who_runs_an_installation_replaces_a_translation(own: Path, edition: Edition):
    assert check_translations(own) == []

    with_own = with_translations_from(edition, own)

    assert with_own.in_language("en").scales.scales[0].options[0].label == "Not once"
    assert with_own.translations["en"].fingerprint != edition.translations["en"].fingerprint
    assert with_own.in_language("en").in_language("nl") is with_own
    assert edition.in_language("en").scales.scales[0].options[0].label == "Never"


def test_who_runs_an_installation_adds_a_language(own: Path, edition: Edition):
    shutil.move(own / EDITION / "en", own / EDITION / "pl")
    replace(own / EDITION / "pl" / "inwoner.yaml", 'language: "en"', 'language: "pl"')

    with_own = with_translations_from(edition, own)

    assert with_own.translations.keys() == {*edition.translations, "pl"}
    assert with_own.in_language("pl").scales.scales[0].options[0].label == "Not once"


def test_an_edition_without_translations_in_the_folder_stays_as_it_is(tmp_path: Path, edition: Edition):
    assert check_translations(tmp_path) == []
    assert with_translations_from(edition, tmp_path) is edition


def test_a_folder_is_checked_as_what_came_with_the_program(own: Path, edition: Edition):
    (own / "integraal-werken" / "1999.1").mkdir()
    replace(own / EDITION / "en" / "inwoner.yaml", "  zelf:", "  zelfs:")

    file = own / EDITION / "en" / "inwoner.yaml"
    assert [str(problem) for problem in check_translations(own)] == [
        f"{own / 'integraal-werken/1999.1'}: deze editie bestaat niet; er is {', '.join(available_editions())}",
        f"{file} · roles.zelf: ontbreekt",
        f"{file} · roles.zelfs: hoort hier niet; de Nederlandse tekst heeft dit niet",
    ]
    with pytest.raises(ContentError):
        with_translations_from(edition, own)


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path):
    missing = tmp_path / "nergens"

    assert [str(problem) for problem in check_translations(missing)] == [
        f"{missing}: deze map met vertalingen bestaat niet"
    ]


def test_an_edition_is_loaded_with_its_translations():
    assert "en" in load_edition(EDITION).translations


# --- an edition in which residents read the same ----------------------------------------------------------------------

INWONER = "windows/inwoner"
RESIDENTS_READ: dict[str, tuple[str, str]] = {
    "the start page": (f"{INWONER}/window.yaml", "start.who_sees_what.2"),
    "the question about the role": (f"{INWONER}/window.yaml", "role_question"),
    "help with a comment": (f"{INWONER}/window.yaml", "comment.help"),
    "the page with all answers": (f"{INWONER}/window.yaml", "check.paragraphs.1"),
    "the last page": (f"{INWONER}/window.yaml", "thanks.title"),
    "a role": ("roles.yaml", "roles.inwoner.zelf.label"),
    "an answer": ("scales.yaml", "scales.freq4.options.1.label"),
    "not knowing": ("scales.yaml", "unknown.inwoner"),
    "not about me": ("scales.yaml", "not_applicable"),
    "an introduction": (f"{INWONER}/inw_regie.yaml", "introduction"),
    "a question": (f"{INWONER}/inw_regie.yaml", "items.inw_regie_1.text"),
    "a question to who answers for others": (f"{INWONER}/inw_regie.yaml", "items.inw_regie_1.text_representative"),
    "a model": ("continuum.yaml", "models.1.summary"),
    "a subject of the summary": ("mirrors.yaml", "mirrors.tafel.label"),
    "an advice": ("recommendations.yaml", "recommendations.R01.title"),
    "what a result is not": ("edition.yaml", "disclaimer"),
}


@pytest.mark.parametrize(("file", "place"), RESIDENTS_READ.values(), ids=RESIDENTS_READ)
def test_another_dutch_text_for_residents_is_seen(file: str, place: str, files: dict[str, Any]):
    other = draft_of(changed(files, {"change": {file: {place: "Dit stond er eerst niet."}}}))

    assert what_residents_read(other) != what_residents_read(draft_of(files))


def test_other_words_for_staff_leave_what_residents_read(files: dict[str, Any]):
    staff = {
        "windows/beleid/window.yaml": {"start.lead": "Anders."},
        "windows/beleid/bel_visie.yaml": {"items.bel_visie_2.text": "Anders?"},
        "scales.yaml": {"unknown.beleid": "Anders"},
        "edition.yaml": {"id": "integraal-werken/2027.1"},
    }

    assert what_residents_read(draft_of(changed(files, {"change": staff}))) == what_residents_read(draft_of(files))


def test_the_shorter_edition_for_staff_asks_residents_the_same():
    assert load_edition("integraal-werken/2026.2").same_for_residents == (
        "integraal-werken/2026.2",
        "integraal-werken/2026.1",
    )
