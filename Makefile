# Every target does its own set-up; only Python 3.11+, git and make are needed.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test check bench format lock manuals words wheel set-up-run set-up-dev

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sort | sed -e 's/:.*## /\t/' | awk -F '\t' '{printf "make %-8s %s\n", $$1, $$2}'

run: set-up-run ## Serve with example data on this machine and print the address
	@.venv/bin/python -m app.cli serve --demo

# A file of tests stays together, so that what its tests share is made once. Each process has a PostgreSQL and a Chromium.
test: set-up-dev ## Run all tests, on SQLite, PostgreSQL and in Chromium, on all cores
	@.venv/bin/python -m scripts.browser
	@.venv/bin/python -m pytest --numprocesses=auto --maxprocesses=8 --dist=loadfile

check: set-up-dev ## Check format, style, types, imports and content, and run the fast tests (under two minutes)
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache
	.venv/bin/python -m app.cli check
	.venv/bin/python -m pytest --quiet -m "not slow" tests/scoring tests/questionnaires tests/architecture

bench: set-up-dev ## Measure speed as ratios within one run (see bench/README.md)
	@.venv/bin/python -m bench

format: set-up-dev ## Format the code and repair what can be repaired
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

lock: set-up-dev ## Lock the dependencies again (UPGRADE=1: to the newest versions that fit)
	.venv/bin/python -m scripts.lock $(if $(UPGRADE),--upgrade)

manuals: set-up-dev ## Take the pictures of the manuals anew, from the service as it is now
	@.venv/bin/python -m scripts.browser
	@RENEW_MANUALS=1 .venv/bin/python -m pytest --quiet tests/journeys/test_manuals.py

words: set-up-dev ## Collect what pages say to respondents, for the translations in app/locale/
	@.venv/bin/python -m scripts.words

wheel: set-up-dev ## Build the wheel into dist/
	.venv/bin/python -m hatchling build --target wheel

set-up-run:
	@$(PYTHON) -m scripts.bootstrap run

set-up-dev:
	@$(PYTHON) -m scripts.bootstrap dev
