"""A published edition never changes silently; a better one is a new one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from questionnaires.library import SHELVES, available_editions, check_all, load_edition, open_edition
from questionnaires.problems import ContentError
from questionnaires.publishing import LOCK, publish, published_editions, start_edition

EDITION, NEXT = "integraal-werken/2026.1", "integraal-werken/2026.2"
ENGLISH = "translations/en/inwoner.yaml"


@pytest.fixture
def shelves(tmp_path: Path) -> Path:
    """A copy of the edition on shelves of its own, where nothing has been published yet."""
    shutil.copytree(Path(str(SHELVES)) / EDITION, tmp_path / EDITION)
    (tmp_path / LOCK).write_text("# Published editions.\n", encoding="utf-8")
    return tmp_path


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_published_edition_is_what_it_was():
    for edition, fingerprint in published_editions(SHELVES).items():
        assert load_edition(edition).hash == fingerprint


def test_publishing_writes_the_fingerprint_of_the_edition(shelves: Path):
    edition = open_edition(shelves, EDITION)

    publish(edition, shelves)

    assert published_editions(shelves) == {EDITION: edition.hash}


def test_publishing_the_same_content_again_changes_nothing(shelves: Path):
    for _ in range(2):
        publish(open_edition(shelves, EDITION), shelves)

    assert (shelves / LOCK).read_text(encoding="utf-8").count(EDITION) == 1


def test_a_published_edition_that_changed_is_refused(shelves: Path):
    edition = open_edition(shelves, EDITION)
    publish(edition, shelves)
    rewrite(shelves / EDITION / "barriers.yaml", "at_most: 3", "at_most: 2")

    with pytest.raises(ContentError, match="deze editie is gepubliceerd en mag niet meer veranderen"):
        open_edition(shelves, EDITION)


def test_other_content_is_not_published_under_the_same_id(shelves: Path):
    edition = open_edition(shelves, EDITION)
    (shelves / LOCK).write_text(f"{EDITION} {'0' * 64}\n", encoding="utf-8")

    with pytest.raises(ContentError, match="maak een nieuwe editie"):
        publish(edition, shelves)
    assert published_editions(shelves) == {EDITION: "0" * 64}


def test_comments_and_line_breaks_may_change_after_publication(shelves: Path):
    publish(open_edition(shelves, EDITION), shelves)
    file = shelves / EDITION / "barriers.yaml"
    file.write_bytes(b"# Another remark.\r\n" + file.read_bytes())

    assert open_edition(shelves, EDITION).id == EDITION


def test_golden_cases_and_translations_may_change_after_publication(shelves: Path):
    publish(open_edition(shelves, EDITION), shelves)
    (shelves / EDITION / "golden" / "extra.yaml").write_text('name: "Extra"\n', encoding="utf-8")
    rewrite(shelves / EDITION / ENGLISH, "Never", "Not once")

    assert open_edition(shelves, EDITION).id == EDITION
    assert open_edition(shelves, EDITION).translations["en"].words.scales.freq4[0] == "Not once"


def test_a_published_edition_may_not_disappear(shelves: Path):
    (shelves / LOCK).write_text(f"integraal-werken/2025.1 {'0' * 64}\n", encoding="utf-8")

    assert [str(problem) for problem in check_all(shelves)] == [
        "published.lock · integraal-werken/2025.1: is gepubliceerd, maar bestaat niet meer"
    ]


@pytest.mark.parametrize(
    "lines", [[f"{EDITION} abc"], [EDITION], [f"{EDITION} {'0' * 64}", f"{EDITION} {'1' * 64}"], ["2026.1 " + "0" * 64]]
)
def test_a_lock_that_cannot_be_trusted_is_refused(lines: list[str], shelves: Path):
    (shelves / LOCK).write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(ContentError, match="moet één keer een editie en haar vingerafdruk bevatten"):
        published_editions(shelves)
    assert [problem.file for problem in check_all(shelves)] == [LOCK]


def test_without_a_lock_nothing_is_published(tmp_path: Path):
    assert published_editions(tmp_path) == {}


def test_a_new_edition_starts_as_a_copy_under_its_own_id(shelves: Path):
    folder = start_edition(EDITION, NEXT, shelves)

    assert folder == shelves / NEXT
    assert available_editions(shelves) == (EDITION, NEXT)
    assert open_edition(shelves, NEXT).id == NEXT
    assert open_edition(shelves, EDITION).id == EDITION
    assert check_all(shelves) == []


def test_translations_of_a_new_edition_are_drafts_until_somebody_looked_at_them(shelves: Path):
    assert not open_edition(shelves, EDITION).translations["en"].is_draft

    start_edition(EDITION, NEXT, shelves)

    assert open_edition(shelves, NEXT).translations["en"].is_draft


def test_a_new_edition_can_be_compared_with_the_one_that_it_was_copied_from(shelves: Path):
    start_edition(EDITION, NEXT, shelves)

    comparability = open_edition(shelves, NEXT).comparable[EDITION]

    assert comparability.is_whole
    assert comparability.mapping.position


def test_a_copy_of_a_copy_can_be_compared_with_both(shelves: Path):
    start_edition(EDITION, NEXT, shelves)
    start_edition(NEXT, "integraal-werken/2027.1", shelves)

    assert set(open_edition(shelves, "integraal-werken/2027.1").comparable) == {EDITION, NEXT}
    assert check_all(shelves) == []


def test_what_an_edition_says_of_earlier_ones_is_frozen_with_it(shelves: Path):
    start_edition(EDITION, NEXT, shelves)
    publish(open_edition(shelves, NEXT), shelves)
    file = shelves / NEXT / "comparability.yaml"
    file.write_text(file.read_text(encoding="utf-8") + '    not_comparable: {position: "Anders."}\n', encoding="utf-8")

    with pytest.raises(ContentError, match="deze editie is gepubliceerd en mag niet meer veranderen"):
        open_edition(shelves, NEXT)


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("integraal-werken/1999.1", NEXT, "deze editie bestaat niet"),
        ("../2026.1", NEXT, "deze editie bestaat niet"),
        (EDITION, EDITION, "deze editie bestaat al"),
        (EDITION, "integraal-werken/volgende", "een editie heet naar naam, jaar en volgnummer"),
        (EDITION, "../2026.2", "een editie heet naar naam, jaar en volgnummer"),
    ],
)
def test_a_new_edition_needs_a_source_and_a_free_name(source: str, target: str, message: str, shelves: Path):
    with pytest.raises(ContentError, match=message):
        start_edition(source, target, shelves)
    assert available_editions(shelves) == (EDITION,)
