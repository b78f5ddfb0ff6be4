"""What an author sees in a file is what the program gets, or the author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires.loader import read_files, read_golden, read_yaml
from questionnaires.problems import ContentError


def problems_of(text: str | bytes) -> list[str]:
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ContentError) as error:
        read_yaml(content, "roles.yaml")
    return [str(problem) for problem in error.value.problems]


def test_a_file_holds_text_numbers_lists_and_nothing():
    text = 'a: "één"\nb: [1, 0.25, -3, 0]\nc: {d: null, e: true}\nf: >-\n  twee\n  regels\n'

    assert read_yaml(text.encode(), "roles.yaml") == {
        "a": "één",
        "b": [1, 0.25, -3, 0],
        "c": {"d": None, "e": True},
        "f": "twee regels",
    }


def test_text_without_quotes_stays_text():
    assert read_yaml(b"a: Op Koers\nb: nee\nc: l1a\n", "roles.yaml") == {"a": "Op Koers", "b": "nee", "c": "l1a"}


def test_a_number_in_quotes_stays_text():
    assert read_yaml(b"a: \"2026\"\nb: 'no'\n", "roles.yaml") == {"a": "2026", "b": "no"}


def test_a_key_that_stands_twice_is_refused_with_its_place():
    assert problems_of("items:\n  - id: a\n    text: b\n    text: c\n") == [
        "roles.yaml · items.1.text: deze sleutel staat hier twee keer (regel 4)"
    ]


def test_anchors_and_aliases_are_refused():
    assert problems_of("a: &tekst hallo\nb: *tekst\n") == [
        "roles.yaml · a: YAML-ankers (& en *) mogen niet; schrijf de tekst uit (regel 1)",
        "roles.yaml · b: YAML-ankers (& en *) mogen niet; schrijf de tekst uit (regel 2)",
    ]


@pytest.mark.parametrize("text", ["a: !!python/object:os.system x\n", "a: !mijn x\n", "a: !!str x\n"])
def test_tags_are_refused(text: str):
    assert [problem.split(" (")[0] for problem in problems_of(text)] == ["roles.yaml · a: YAML-tags"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("no", "bool"),
        ("Yes", "bool"),
        ("on", "bool"),
        ("True", "bool"),
        ("2026-01-01", "timestamp"),
        ("010", "int"),
        ("0x1F", "int"),
        ("1_000", "int"),
        ("12:30", "int"),
        ("1.", "float"),
        (".5", "float"),
        (".nan", "float"),
        ("~", "null"),
        ("Null", "null"),
        ("<<", "merge"),
    ],
)
def test_what_yaml_would_silently_change_is_refused(value: str, kind: str):
    assert problems_of(f"a: {value}\n") == [
        f"roles.yaml · a: YAML leest ‘{value}’ als {kind}; zet er aanhalingstekens om (regel 1)"
    ]


def test_a_key_without_a_value_is_refused():
    assert problems_of("color: #993300\n") == [
        "roles.yaml · color: heeft geen waarde; laat de sleutel weg of vul hem in (regel 1)"
    ]


def test_a_key_that_is_no_word_is_refused():
    assert problems_of("1: a\n") == ["roles.yaml: een sleutel moet een woord zijn (regel 1)"]


def test_text_that_is_not_utf_8_is_refused():
    assert problems_of("a: goed\nb: één\n".encode("latin-1")) == ["roles.yaml: is geen UTF-8 (regel 2)"]


def test_what_is_no_yaml_is_refused_with_its_line():
    (problem,) = problems_of("a: b\n  c: d\n")

    assert problem.startswith("roles.yaml: is geen geldige YAML (regel 2): ")


def test_two_documents_or_none_are_refused():
    assert problems_of("a: b\n---\nc: d\n") == ["roles.yaml: moet één document zijn"]
    assert problems_of("# niets\n") == ["roles.yaml: is leeg"]


def test_all_problems_of_a_file_come_at_once():
    assert len(problems_of("a: no\nb: &x c\na: d\ne:\n")) == 4


def test_an_edition_is_read_with_the_problems_of_all_its_files(tmp_path: Path):
    (tmp_path / "windows" / "inwoner").mkdir(parents=True)
    (tmp_path / "roles.yaml").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "windows" / "inwoner" / "inw_regie.yaml").write_text("a: no\n", encoding="utf-8")
    (tmp_path / "notities.txt").write_text("", encoding="utf-8")

    files, problems = read_files(tmp_path)

    assert files == {"roles.yaml": {"a": "b"}}
    assert sorted(map(str, problems)) == [
        "notities.txt: hoort niet in een editie; inhoud staat in .yaml-bestanden",
        "windows/inwoner/inw_regie.yaml · a: YAML leest ‘no’ als bool; zet er aanhalingstekens om (regel 1)",
    ]


def test_golden_cases_and_translations_are_no_part_of_the_frozen_content(tmp_path: Path):
    for folder in ("golden", "translations"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "een.yaml").write_text("a: b\n", encoding="utf-8")

    assert read_files(tmp_path) == ({}, [])
    assert read_golden(tmp_path) == ({"golden/een.yaml": {"a": "b"}}, [])


def test_an_edition_without_golden_cases_has_none(tmp_path: Path):
    assert read_golden(tmp_path) == ({}, [])
