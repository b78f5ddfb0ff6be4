"""A long list in parts."""

from __future__ import annotations

from app.web.paging import AT_A_TIME, part_of

MANY = range(2 * AT_A_TIME + 1)


def test_each_part_follows_on_the_one_before() -> None:
    parts = [part_of(MANY, number, "/lijst") for number in (1, 2, 3)]
    assert [one for here, _ in parts for one in here] == list(MANY)
    assert [paging.number for _, paging in parts] == [1, 2, 3]


def test_there_is_a_way_to_the_parts_beside_it_with_what_was_searched_for() -> None:
    query = {"zoek": "wonen & zorg", "archief": ""}
    ways = [
        (paging.previous, paging.following)
        for _, paging in (part_of(MANY, number, "/lijst", query) for number in (1, 2, 3))
    ]
    first = "/lijst?zoek=wonen+%26+zorg"
    assert ways == [("", f"{first}&pagina=2"), (first, f"{first}&pagina=3"), (f"{first}&pagina=2", "")]


def test_beyond_the_end_is_the_last_part_and_a_short_list_is_whole() -> None:
    here, paging = part_of(MANY, 99, "/lijst")
    assert (list(here), paging.number) == ([2 * AT_A_TIME], 3)
    here, paging = part_of(range(AT_A_TIME), 2, "/lijst")
    assert (len(here), paging.parts, paging.previous, paging.following) == (AT_A_TIME, 1, "", "")
    assert part_of([], 1, "/lijst")[1].parts == 1
