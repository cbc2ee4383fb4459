# Two commands matter: `make demo` and `make test`. Everything else is for those who work on the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check format bench lock clean

demo: $(VENV)/.base  ## the whole system with a made-up country, in a browser
	$(BIN)/ondiris demo $(ARGS)

test: $(VENV)/.dev  ## checks of the code and all tests
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/browser $(ARGS)
	$(BIN)/python -m pytest -n auto --dist worksteal tests/browser  # apart: a browser's loop and the database do not mix

check: $(VENV)/.dev  ## style, types, borders between the floors, texts and generated pages
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ondiris texts check
	$(BIN)/ondiris docs --check
	ONDIRIS_ROLE=owner DJANGO_SETTINGS_MODULE=ondiris.project.settings $(BIN)/python -m django makemigrations --check --dry-run

format: $(VENV)/.dev
	$(BIN)/ruff check --fix src tests
	$(BIN)/ruff format src tests

bench: $(VENV)/.dev  ## how fast the rules and the pages are, beside a floor in the same run
	$(BIN)/python bench/rules.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/ownership.py
	$(BIN)/python bench/contracts.py
	$(BIN)/python bench/imports.py

lock:  ## resolve the dependencies again: versions and hashes, no addresses
	cd requirements && uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --upgrade -q base.in -o base.txt
	cd requirements && uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --upgrade -q dev.in -o dev.txt

$(VENV)/.python:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.base: $(VENV)/.python requirements/base.txt pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.base requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) .ondiris build
