# Everything here may be repeated: what is already done is not done again.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check evaluate bench docs lock clean pages

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

test: pages  ## Set everything up and run the tests
	$(BIN)/python -m pytest

check: pages  ## Format, lint, types, import contract and tests with coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python frontend/build.py check
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=90

evaluate: $(READY)  ## Score the finding against answer keys and hold it to evaluation/floors.json
	$(BIN)/python -m evaluation floors

bench: $(READY)  ## Measure speed and memory, side by side with the bare parser and with other solvers
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.memory
	$(BIN)/python -m benchmarks.balance
	$(BIN)/python -m benchmarks.networks
	$(BIN)/python -m benchmarks.matters

docs: $(READY)  ## Write docs/commands.md, docs/schema and the pictures from the program
	$(BIN)/python docs/generate_commands.py
	$(BIN)/python docs/generate_schema.py
	$(BIN)/python docs/generate_openapi.py
	$(BIN)/python docs/make_pictures.py

lock: $(READY)  ## Resolve requirements.lock anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header pyproject.toml --output-file requirements.lock

clean:  ## Remove what was built and installed
	rm -rf $(VENV) build dist frontend/node_modules src/dissensus/web/built .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage .coverage.*
