"""The learning orders: which are realised, what holds the next one back, and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.results.page import ResultPage
from app.results.pictures.learning import REALISED
from app.results.pictures.windows import margin

if TYPE_CHECKING:
    from app.results.charts import Drawing
    from app.results.context import ResultContext
    from questionnaires import LearningOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPart:
    """One learning order."""

    label: str
    summary: str
    description: str
    status: str
    status_explanation: str
    on_the_edge: bool
    score: str
    margin: str
    block: str
    what_helps: str
    indicators: Drawing | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class LearningPage(ResultPage):
    """The three learning orders and their indicators."""

    introduction: str
    level: str
    block: str
    paper_learning: str
    plot: Drawing | None
    orders: tuple[OrderPart, ...]


def build_learning(context: ResultContext) -> LearningPage:
    """The learning page of a result."""
    reading = context.reading
    content, found = reading.edition.learning, reading.record.result.learning
    return LearningPage(
        **context.frame("leerordes", "Hoe u samen leert"),
        introduction=content.introduction,
        level=story.learning(reading),
        block=story.learning_block(reading),
        paper_learning=content.paper_learning if found.paper_learning else "",
        plot=context.drawing("leerordes"),
        orders=tuple(_order(context, order) for order in reading.orders),
    )


def _order(context: ResultContext, order: LearningOrder) -> OrderPart:
    reading = context.reading
    found = reading.record.result.learning.order(order.number)
    texts = {text.value: text.explanation for text in reading.edition.learning.statuses}
    return OrderPart(
        label=order.label,
        summary=order.summary,
        description=order.description,
        status=found.status,
        status_explanation=texts[found.status],
        on_the_edge=is_on_the_edge(found.low, found.high),
        score="" if found.score is None else story.beside_limits(found.score, story.LEARNING_LIMITS),
        margin=margin(found.low, found.high),
        block=story.order_block(reading, order.number),
        what_helps=order.what_helps,
        indicators=context.drawing(f"leerorde-{order.number}"),
        origin=context.origin("orde", str(order.number)),
    )


def is_on_the_edge(low: float | None, high: float | None) -> bool:
    """Whether the interval holds the score from which an order counts, so that it could go either way (section 4.3)."""
    return low is not None and high is not None and low <= REALISED <= high
