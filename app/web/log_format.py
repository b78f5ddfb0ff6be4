"""How a line of the log looks: JSON where others read it, plain text for a developer. One form for all loggers."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import structlog
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name

from app.web.faults import WithoutValues

if TYPE_CHECKING:
    from typing import TextIO

    from structlog.typing import EventDict, Processor

ROOM = "app"
"""The logger of which all our own are children."""
FIELDS = ("method", "path", "status", "ms", "request_id")
"""What a line may bring along besides its words."""
TO_THE_SECOND = "%Y-%m-%dT%H:%M:%SZ"


def set_up_logging(*, as_json: bool, stream: TextIO | None = None) -> None:
    """Let every line of this process go to standard error in one form: JSON, or readable text.

    What others log is written from a warning on; of ourselves also one line for each request.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutValues())
    handler.setFormatter(_formatter(as_json=as_json, colours=stream.isatty()))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(ROOM).setLevel(logging.INFO)


def _formatter(*, as_json: bool, colours: bool) -> ProcessorFormatter:
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=structlog.dev.plain_traceback)
    )
    return ProcessorFormatter(
        foreign_pre_chain=[
            structlog.processors.TimeStamper(fmt=TO_THE_SECOND, utc=True, key="time" if as_json else "timestamp"),
            add_log_level,
            add_logger_name,
            ExtraAdder(allow=FIELDS),
            _fault,
        ],
        processors=[ProcessorFormatter.remove_processors_meta, renderer],
    )


def _fault(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Bring along the description of an error, made by `WithoutValues`."""
    if text := event["_record"].exc_text:
        event["exception"] = text
    return event
