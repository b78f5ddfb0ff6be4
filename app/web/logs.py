"""What the server may write about a visit: what was asked and how it ended, never by whom or with which code."""

from __future__ import annotations

import logging
import re

ACCESS_LOG = "uvicorn.access"
NOBODY, LEFT_OUT = "-", "[code]"
ACCESS_FIELDS = 5
"""Address, method, path, version and status: what uvicorn logs of a visit."""

_CODE = "(?:[CDFGHJKMNPQRTVWXY34679]{4}-?){2,3}[CDFGHJKMNPQRTVWXY34679]{4}"
_WITH_CODE = re.compile(rf"(/+[mv]/).*|(/+){_CODE}(?=/|$)", re.IGNORECASE | re.DOTALL)


class WithoutVisitors(logging.Filter):
    """Take the address, the query and every code out of a line of the access log.

    A line that does not have the form that we know is not written at all.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the line may be written, after taking out what may not."""
        if not isinstance(record.args, tuple) or len(record.args) != ACCESS_FIELDS:
            return False
        _, method, path, version, status = record.args
        record.args = (NOBODY, method, without_codes(str(path)), version, status)
        return True


def without_codes(path: str) -> str:
    """Return an address as it may be logged: without its query and without any code.

    >>> without_codes("/m/CDFG-HJKM-NPQR?x=1"), without_codes("/meedoen?via=link"), without_codes("/cdfghjkmnpqr")
    ('/m/[code]', '/meedoen', '/[code]')
    """
    return _WITH_CODE.sub(rf"\1\2{LEFT_OUT}", path.partition("?")[0])


def keep_visitors_out_of_logs() -> None:
    """Let the access log of the server, however that was started, know nobody and no code."""
    log = logging.getLogger(ACCESS_LOG)
    if not any(isinstance(one, WithoutVisitors) for one in log.filters):
        log.addFilter(WithoutVisitors())
