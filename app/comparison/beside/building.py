"""From a comparison to its page. Every list keeps the order of the sides: nothing is ever sorted by a value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from app.accounts.dependencies import AFTERWARDS, SIGN_IN
from app.comparison.beside import words
from app.comparison.beside.differences import differences, lessons
from app.comparison.beside.page import (
    BesidePage,
    DifferenceRow,
    HeatRow,
    Invitation,
    Learning,
    Name,
    OrderRow,
    PlaceRow,
    Shade,
    SmallRadar,
)
from app.comparison.beside.pictures import MOST_RADARS, columns_of, positions_plot, small_radar, values_of, view_label
from app.comparison.beside.service import CHOOSE, EXAMPLES, MOST_ON_A_PAGE
from app.comparison.beside.wanted import VIEWS
from app.results.charts import draw
from app.results.charts.style import step
from app.web.errors import not_found
from app.web.formatting import counted, enumeration, number
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.beside.differences import Difference, Lesson, Lessons
    from app.comparison.beside.sides import Comparison, Side
    from app.comparison.beside.wanted import Address, View
    from app.results.charts import ChartAddress
    from questionnaires import Edition

TITLE, OF_EXAMPLES = "Samenwerkingen naast elkaar", "De voorbeelden naast elkaar"
HIGHEST = 100.0


def build_page(comparison: Comparison, address: Address) -> BesidePage:
    """Build the page. Raises `Refusal`: 404 for somebody to learn for who is not among the sides."""
    wanted, edition = address.wanted, comparison.edition
    about = side_with(comparison, wanted.about)
    shown = comparison.sides
    plot = positions_plot(comparison)
    of_examples = address.root == EXAMPLES
    return BesidePage(
        title=OF_EXAMPLES if of_examples else TITLE,
        section="home" if of_examples else "vergelijken",
        breadcrumbs=() if of_examples else (Link("Vergelijken", CHOOSE),),
        is_example=comparison.is_example,
        count=counted(len(comparison.sides), "samenwerking", "samenwerkingen"),
        aliased=comparison.aliased,
        notices=tuple(_notices(comparison)),
        left_out=comparison.left_out,
        plot=draw(plot, _at(address, plot.id)) if plot else None,
        places=tuple(_place(side, edition) for side in shown),
        views=tuple(_views(edition, address)),
        view_heading=view_label(edition, wanted.window),
        columns=tuple(label for _, label in columns_of(edition, wanted.window)),
        radars=tuple(_radars(comparison, address)),
        without_radars=_without_radars(comparison),
        heat=tuple(_heat(side, edition, wanted.window) for side in shown),
        orders=tuple(_orders(side) for side in shown),
        differences=tuple(_difference(one) for one in differences(comparison, about)),
        differences_heading=f"Verschillen in plek met {about.name}" if about else "Verschillen in plek",
        learning=tuple(_learning(one, edition) for one in lessons(comparison, about)),
        about=about.key if about else "",
        options=tuple((side.key, side.name) for side in comparison.sides) if len(comparison.sides) > 1 else (),
        kept=address.pairs(about=""),
        action=address.root,
        switch=_switch(comparison, address),
        files=(Link("CSV voor een spreadsheet", address.to(".csv")), Link("JSON", address.to(".json"))),
        choose=_choose(address),
        disclaimer=edition.file.disclaimer,
        attribution=edition.file.attribution,
        edition=edition.id,
    )


def side_with(comparison: Comparison, key: str) -> Side | None:
    """The side with this key, None without a key. Raises `Refusal` (404) for a key that no side has."""
    if not key:
        return None
    if key not in comparison.by_key:
        raise not_found()
    return comparison.by_key[key]


def _choose(address: Address) -> Link:
    if address.root == EXAMPLES:
        return Link("Log in om zelf te vergelijken", f"{SIGN_IN}?{urlencode({AFTERWARDS: CHOOSE})}")
    return Link("Andere keuze maken", replace(address, root=CHOOSE).to())


def _switch(comparison: Comparison, address: Address) -> Link:
    """From names to aliases and back; who is looked at stays behind, because their key changes."""
    label = "Toon de namen" if comparison.aliased else "Vervang de namen door aliassen"
    return Link(label, address.to(aliased=not comparison.aliased, about=""))


def _notices(comparison: Comparison) -> Iterator[str]:
    if len(comparison.sides) == 1:
        yield "Er is één samenwerking gekozen. Kies er meer om te vergelijken."
    if comparison.moved:
        yield (
            f"Van {counted(comparison.moved, 'samenwerking', 'samenwerkingen')} had de scan een eerdere editie van de "
            "vragen. Wat daarvan niet te vergelijken is, blijft leeg."
        )
    if comparison.total > MOST_ON_A_PAGE:
        order = "alias" if comparison.aliased else "naam"
        yield (
            f"Er passen er {number(comparison.total)}. Deze pagina toont de eerste {number(MOST_ON_A_PAGE)} op "
            f"volgorde van {order}; in de bestanden onderaan staan ze allemaal."
        )


def _name(side: Side) -> Name:
    return Name(side.name, f"/scans/{side.source.scan_id}" if side.source else "")


def _place(side: Side, edition: Edition) -> PlaceRow:
    place, low, high = side.position
    ambition = side.ambition
    return PlaceRow(
        name=_name(side),
        place="–" if place is None else number(place, 1),
        margin=words.margin(low, high, 1),
        ambition="–" if ambition is None else f"{ambition} {edition.continuum.models[ambition - 1].label}",
        distance=words.distance(side),
        people=number(side.people(edition)),
    )


def _views(edition: Edition, address: Address) -> Iterator[Link]:
    for view in VIEWS:
        href = address.to(place="per-venster", window=view)
        yield Link(view_label(edition, view), href, current=view == address.wanted.window)


def _at(address: Address, chart: str) -> ChartAddress:
    """Where the files of a chart are, with the same choice."""
    return lambda ending: address.to(f"/grafieken/{chart}.{ending}")


def _radars(comparison: Comparison, address: Address) -> Iterator[SmallRadar]:
    if len(comparison.sides) > MOST_RADARS:
        return
    view = address.wanted.window
    for place, side in enumerate(comparison.sides, start=1):
        radar = small_radar(place, side, comparison.edition, view)
        drawing = draw(radar, _at(address, radar.id)) if radar else None
        yield SmallRadar(_name(side), drawing, _why_hidden(side, view))


def _without_radars(comparison: Comparison) -> str:
    if len(comparison.sides) <= MOST_RADARS:
        return ""
    return (
        f"Van meer dan {MOST_RADARS} samenwerkingen zijn geen losse figuren te overzien. "
        "De tabel hieronder houdt ze naast elkaar."
    )


def _why_hidden(side: Side, view: View) -> str:
    if view == "kenmerken":
        return words.TOO_FEW
    return words.WHY_HIDDEN.get(side.status(view), words.TOO_FEW)


def _heat(side: Side, edition: Edition, view: View) -> HeatRow:
    values = values_of(side, edition, view)
    if all(value is None for value in values):
        return HeatRow(_name(side), (), _why_hidden(side, view))
    return HeatRow(_name(side), tuple(_shade(value) for value in values), "")


def _shade(value: float | None) -> Shade:
    return Shade("–", None) if value is None else Shade(number(value), step(value, HIGHEST))


def _orders(side: Side) -> OrderRow:
    found = (side.order(order) for order in (1, 2, 3))
    return OrderRow(
        _name(side),
        tuple(
            (
                "–" if one["score"] is None else number(one["score"]),
                words.margin(one["low"], one["high"]),
                one["status"] or words.TOO_FEW,
            )
            for one in found
        ),
    )


def _difference(one: Difference) -> DifferenceRow:
    between = words.as_written(one)
    return DifferenceRow(
        who=(one.a.name, one.b.name),
        says=words.difference(one),
        margin=(between and between.margin) or "–",
        verdict=words.verdict(one) if between else "–",
        people=f"{number(one.people[0])} en {number(one.people[1])}" if one.people else "–",
    )


def _learning(one: Lessons, edition: Edition) -> Learning:
    invitations = tuple(_invitation(lesson, edition) for lesson in one.lessons if lesson.stronger)
    features = {feature.id: feature.label for feature in edition.continuum.features}
    others = [features[lesson.feature] for lesson in one.lessons if not lesson.stronger]
    return Learning(_name(one.side), _learning_sentence(one, len(invitations)), invitations, enumeration(others))


def _learning_sentence(one: Lessons, found: int) -> str:
    if one.side.ambition is None:
        return "Er is nog geen ambitie gekozen. Daarom is niet te zeggen wat er voor die ambitie nog ontbreekt."
    if not one.lessons:
        return "Van de bekende kenmerken ontbreekt er geen voor de eigen ambitie."
    missed = f"Voor de eigen ambitie {'ontbreekt' if len(one.lessons) == 1 else 'ontbreken'} nog "
    missed += counted(len(one.lessons), "kenmerk", "kenmerken")
    if not one.comparable:
        return f"{missed}. Onder de gekozen samenwerkingen is geen andere van dezelfde soort met dezelfde ambitie."
    if not found:
        return f"{missed}. Bij geen daarvan is een ander aantoonbaar verder; bespreek het samen."
    some = counted(found, "kenmerk", "kenmerken")
    return f"{missed}. Over {some} kunt u het gesprek aangaan met wie aantoonbaar verder is."


def _invitation(lesson: Lesson, edition: Edition) -> Invitation:
    feature = next(one for one in edition.continuum.features if one.id == lesson.feature)
    return Invitation(
        feature=feature.label,
        description=feature.description,
        still=f"nog {number(HIGHEST * lesson.shortfall)} van de 100 tot de ambitie",
        whom=tuple(_whom(one, lesson.feature) for one in lesson.stronger),
    )


def _whom(one: Difference, feature: str) -> str:
    """Whom to ask, with what stands behind it: both values, the margin, the verdict and the people of both."""
    here, there = one.a.feature(feature) or 0.0, one.b.feature(feature) or 0.0
    margin = "" if one.margin is None else f", marge {number(HIGHEST * one.margin)}"
    n = f"; {number(one.people[1])} en {number(one.people[0])} invullingen" if one.people else ""
    return f"{one.b.name}: {number(there)} tegenover {number(here)}{margin}, {words.verdict(one)}{n}"
