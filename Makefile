# Samverkan. `make demo` and `make test` are all the set-up there is: each makes .venv, installs what is pinned, and runs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= auto
DOCUMENTS ?= 1000
# What is compiled is kept: the tests start hundreds of programs, and each would compile the whole library anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test check bench serve lock clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

demo: $(VENV)/.run  ## load the sample documents into a graph of their own and open the site on it
	$(BIN)/samverkan demo

serve: $(VENV)/.run  ## serve the graph of your own (see the settings in README.md)
	$(BIN)/samverkan serve

test: $(VENV)/.check  ## run the tests
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

check: $(VENV)/.check  ## what continuous integration runs: style, types, imports, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

bench: $(VENV)/.check  ## measure, as ratios to the raw engine in the same run; DOCUMENTS=10000 for a larger graph
	@for each in storing questions pairs serving; do echo "== $$each"; $(BIN)/python bench/$$each.py $(DOCUMENTS) || exit 1; done
	@echo "== pages"; $(BIN)/python bench/pages.py 100 || exit 1
	@for each in drawing reading candidates checking kills; do echo "== $$each"; $(BIN)/python bench/$$each.py || exit 1; done

lock: $(VENV)/.check  ## write the pinned requirements anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	printf 'hatchling\neditables\n' | $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet pyproject.toml - -o requirements/run.txt
	printf 'hatchling\neditables\n' | $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --all-extras pyproject.toml - -o requirements/check.txt

clean:  ## remove the environment and all caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .demo

# An environment of its own; a stamp a set of requirements, made anew when these change.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Samverkan needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.check: requirements/check.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/check.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run
