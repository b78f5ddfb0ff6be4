"""One page that says hello: what a server costs that does nothing."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse


def make_app(_folder: Path) -> FastAPI:
    """Make the application."""
    app = FastAPI(openapi_url=None)

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse("<!DOCTYPE html><title>Hallo</title><h1>Hallo</h1>")

    return app
