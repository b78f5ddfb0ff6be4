"""Serve one of the bare applications until the process is asked to stop: python -m bench.reference KIND FOLDER PORT."""

import sys
from importlib import import_module
from pathlib import Path

import uvicorn

if __name__ == "__main__":
    kind, folder, port = sys.argv[1:]
    app = import_module(f"bench.reference.{kind}").make_app(Path(folder))
    uvicorn.run(app, port=int(port), log_level="warning", access_log=False, server_header=False)
