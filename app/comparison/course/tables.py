"""The tables of a comparison: learning orders, features, dimensions and congruence, each row with its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.course.changed import real_features
from app.comparison.course.rows import ChangeTable, both, change_row
from app.comparison.verdicts import DEMONSTRABLE
from app.web.formatting import capitalised, counted, enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.course.document import Both, CourseDocument
    from app.comparison.course.rows import ChangeRow
    from app.comparison.course.service import Course
    from app.results.reading import Reading
    from app.results.record import WindowName

BY_CHANCE = (
    "Ook als er niets verandert, lijken van {tested} er {few} veranderd door toeval. Daarom staan hier hooguit de vijf "
    "grootste verschillen."
)


def order_table(course: Course, document: CourseDocument) -> ChangeTable:
    """The learning orders: their scores, and whether their status may be called changed (ruling 67)."""
    rows = []
    for order in course.now.reading.orders:
        key = str(order.number)
        then, now = (one.record.result.learning.orders[key].score for one in (course.before, course.now.reading))
        rows.append(
            change_row(
                order.label,
                (then, now),
                document.comparison.orders[key],
                both(document.counts.orders.get(key)),
                href=course.now.result.origin("orde", key),
                note=_status(course, document, key),
            )
        )
    return ChangeTable("orden", "De drie leerordes, van 0 tot 100", "Leerorde", tuple(rows))


def _status(course: Course, document: CourseDocument, key: str) -> str:
    before, after = (one.record.result.learning.orders[key].status for one in (course.before, course.now.reading))
    if before == after:
        return f"Toen en nu: {after}."
    if document.orders[key].changed:
        return f"Van ‘{before}’ naar ‘{after}’."
    if document.comparison.orders[key].verdict in DEMONSTRABLE:
        return f"Toen: {before}. Nu: {after}."
    return (
        f"De stand was ‘{before}’ en zou nu ‘{after}’ zijn, maar het verschil kan toeval zijn. Wij noemen de stand "
        "daarom niet veranderd."
    )


def feature_table(course: Course, document: CourseDocument) -> ChangeTable:
    """The features that changed, at most five, the largest first."""
    reading = course.now.reading
    rows = []
    for code in document.features.changed:
        found = document.comparison.features[code]
        rows.append(
            change_row(
                reading.feature(code).label,
                (course.before.feature_value(code), reading.feature_value(code)),
                found.hundredfold(),
                both(document.counts.features.get(code)),
                href=course.now.result.origin("kenmerk", code),
            )
        )
    return ChangeTable("kenmerken", "Kenmerken die veranderden, van 0 tot 100", "Kenmerk", tuple(rows))


def by_chance(reading: Reading, document: CourseDocument) -> str:
    """How many features may seem changed by chance, and which others than those in the table changed too."""
    few = "een of twee" if document.features.by_chance >= 1 else "hooguit één"
    text = BY_CHANCE.format(tested=counted(document.features.tested, "kenmerk", "kenmerken"), few=few)
    others = [code for code in real_features(document) if code not in document.features.changed]
    if not others:
        return text
    named = enumeration([f"‘{reading.feature(code).label}’" for code in others])
    return f"{text} Nog {counted(len(others), 'kenmerk is', 'kenmerken zijn')} ook veranderd, maar minder: {named}."


def dimension_table(course: Course, document: CourseDocument, window: WindowName) -> ChangeTable:
    """Every dimension of a window that is shown both then and now."""
    then, now = course.before, course.now.reading
    return ChangeTable(
        f"dimensies-{window}",
        f"Elke dimensie van {now.label(window)}, van 0 tot 100",
        "Dimensie",
        tuple(
            change_row(
                content.label,
                (then.dimension(window, content.id).score, now.dimension(window, content.id).score),
                document.comparison.dimensions[content.id],
                both(document.counts.dimensions.get(content.id)),
                href=course.now.result.origin("dimensie", content.id),
            )
            for content in now.edition.dimensions_of(window)
        ),
    )


def reweighted_table(course: Course, document: CourseDocument, window: WindowName) -> ChangeTable | None:
    """The dimensions with the role groups counting as they did then; `None` where that is not needed or not known."""
    found = document.role_mix[window].reweighted if window in document.role_mix else None
    if not found:
        return None
    then = course.before
    rows = []
    for content in course.now.reading.edition.dimensions_of(window):
        before, one = then.dimension(window, content.id).score, found[content.id]
        after = None if before is None or one.delta is None else before + one.delta
        people = both(document.counts.dimensions.get(content.id))
        rows.append(change_row(content.label, (before, after), one, people))
    return ChangeTable(f"rollen-{window}", "Als de rollen nu evenveel meetelden als toen", "Dimensie", tuple(rows))


def congruence_table(course: Course, document: CourseDocument) -> ChangeTable:
    """How far the windows agree, pair by pair, and the two means of that."""
    rows = tuple(row for row in _congruence(course, document) if row is not None)
    return ChangeTable(
        "overeenstemming",
        "Hoe ver de beelden overeenkomen, van 0 tot 100",
        "Vensters",
        rows,
        people="Invullers toen en nu",
    )


def _congruence(course: Course, document: CourseDocument) -> Iterator[ChangeRow | None]:
    now = course.now.reading
    for pair in document.congruence:
        label = capitalised(f"{now.label(pair.a)} en {now.label(pair.b)}")
        yield _agreement(label, pair, _filled(course, (pair.a, pair.b)))
    windows = tuple(now.windows)
    yield _agreement("Verticaal: gemiddeld over de paren", document.vertical, _filled(course, windows))
    yield _agreement(
        "Horizontaal: tussen de rollen van professionals", document.horizontal, _filled(course, windows[1:2])
    )


def _agreement(label: str, found: Both, people: str) -> ChangeRow | None:
    """A row, unless neither side knows the number."""
    if found.old is None and found.new is None:
        return None
    return change_row(label, (found.old, found.new), found, people)


def _filled(course: Course, windows: tuple[WindowName, ...]) -> str:
    """How many answers were used in these windows, then and now."""
    return both((course.before.usable(windows), course.now.reading.usable(windows)))
