"""The table of a chart: what of it a phone folds, and what it shows below."""

from __future__ import annotations

from app.results.charts import Cell, Row, Table


def test_a_column_with_sentences_folds_on_a_phone_and_a_column_with_words_does_not() -> None:
    sentence = "Een tekst die te lang is voor een kolom op een smal scherm."
    words = Table("Titel", ("Rij", "Score", "Oordeel"), (Row("a", (Cell("5"), Cell("eensgezind", numeric=False))),))
    long = Table("Titel", ("Rij", "Score", "Uitleg"), (Row("a", (Cell("5"), Cell(sentence, numeric=False))),))

    assert not words.folds
    assert [long.holds_sentences(place) for place in range(3)] == [False, False, True]


def test_of_many_columns_a_phone_shows_the_last_ones_below_unless_all_are_numbers() -> None:
    columns = ("Dimensie", "Score", "Marge", "Antwoorden", "Eensgezindheid")
    numbers = (Cell("5"), Cell("1 – 9"), Cell("7"))
    mixed = Table("Titel", columns, (Row("a", (*numbers, Cell("verdeeld", numeric=False))),))
    plain = Table("Titel", columns, (Row("a", (*numbers, Cell("8"))),))

    assert [mixed.sits_below(place) for place in range(5)] == [False, False, False, True, True]
    assert not plain.folds
