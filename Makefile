# Everything here may be repeated: what is already done is not done again.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check evaluate bench docs lock clean pages chromium lint

help:  ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dissensus needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

pages: $(READY)  ## Build the pages that `dissensus serve` shows
	$(BIN)/python frontend/build.py

demo: pages  ## Set everything up, read the example texts and print a first look
	$(BIN)/dissensus demo

chromium:  ## Install the browser of the tests, where that is possible
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "The tests of the pages need Chromium and are skipped without it: sudo apt-get install chromium" >&2; fi

test: pages chromium  ## Set everything up and run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: pages  ## Format, lint, types of Python and of the pages, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python frontend/build.py check

check: lint chromium  ## All of `lint`, and the tests with their coverage
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=90

evaluate: $(READY)  ## Score the finding against answer keys and hold it to evaluation/floors.json
	$(BIN)/python -m evaluation floors

bench: $(READY)  ## Measure speed and memory, side by side with the bare parser and with other solvers
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.memory
	$(BIN)/python -m benchmarks.balance
	$(BIN)/python -m benchmarks.networks
	$(BIN)/python -m benchmarks.matters
	$(BIN)/python -m benchmarks.web

docs: $(READY)  ## Write docs/commands.md, docs/schema and the pictures from the program
	$(BIN)/python docs/generate_commands.py
	$(BIN)/python docs/generate_schema.py
	$(BIN)/python docs/generate_openapi.py
	$(BIN)/python docs/make_pictures.py
	$(BIN)/python docs/make_page_pictures.py

lock: $(READY)  ## Resolve requirements.lock anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header pyproject.toml --output-file requirements.lock

clean:  ## Remove what was built and installed
	rm -rf $(VENV) build dist frontend/node_modules src/dissensus/web/built .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage .coverage.*
