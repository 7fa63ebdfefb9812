# The developer's whole interface. Needs Python 3.11 or newer and make; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILED := .venv-compiled
READY := $(VENV)/.ready
OUT ?= vigie-output
MINUTES ?= 60

.PHONY: help lock run test lint types docs gate bench compiled torture fuzz screenshots gazetteer fmt clean

help:  ## What can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 14

$(READY): pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $(READY)

lock:  ## Resolve the dependencies again into requirements.lock (hashes, all platforms)
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade --group dev pyproject.toml -o requirements.lock

run: $(READY)  ## Read the bundled examples into a record and a draft site
	@$(BIN)/vigie run examples --output $(OUT)

test: $(READY) lint types  ## What CI runs: lint, types, tests, the quality gate, the docs check
	@$(BIN)/pytest -n 2 --dist worksteal
	@$(MAKE) --no-print-directory gate docs

lint: $(READY)  ## Style, and which room may import which
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports

types: $(READY)  ## Types, strictly
	@$(BIN)/mypy

gate: $(READY)  ## Scores against people's coding; no figure may fall under its floor
	@$(BIN)/vigie evaluate --gate

docs: $(READY)  ## What the docs show is what the commands print
	@$(BIN)/python scripts/check_docs.py

bench: $(READY)  ## Benchmarks; results are written to docs/
	@$(BIN)/python benchmarks/extract.py
	@test ! -x $(COMPILED)/bin/python || $(COMPILED)/bin/python benchmarks/extract.py
	@$(BIN)/python benchmarks/copies.py
	@$(BIN)/python benchmarks/times.py --write
	@$(BIN)/python benchmarks/places.py
	@$(BIN)/python benchmarks/linking.py

compiled: $(READY)  ## The rules compiled to machine code, in .venv-compiled (needs a C compiler; all works without)
	@$(BIN)/python scripts/compiled.py --possible
	@test -x $(COMPILED)/bin/python || $(PYTHON) -m venv $(COMPILED)
	@$(BIN)/uv pip install --quiet --python $(COMPILED)/bin/python --require-hashes -r requirements.lock
	@rm -rf dist/compiled
	@VIGIE_COMPILED=1 $(COMPILED)/bin/python -m hatchling build -t wheel -d dist/compiled
	@$(BIN)/uv pip install --quiet --python $(COMPILED)/bin/python --no-deps --reinstall dist/compiled/*.whl
	@$(BIN)/python scripts/compiled.py $(COMPILED)/bin/python

torture: $(READY)  ## Long fuzzers and killed processes (hours; MINUTES=60 for the mangled files)
	@$(BIN)/pytest -m torture
	@$(BIN)/python scripts/torture.py --minutes $(MINUTES)

fuzz: $(READY)  ## Coverage-guided fuzzing of the parsers that are ours (Linux; MINUTES=60)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --group fuzz
	@$(BIN)/python scripts/fuzz.py --minutes $(MINUTES)

gazetteer: $(READY)  ## Build the gazetteer again from GeoNames and the hand-written tables
	@$(BIN)/python scripts/build_gazetteer.py

leaflet: $(READY)  ## Fetch Leaflet for the site's map again (needs Node; without it the map is drawn by the server)
	@$(BIN)/python scripts/leaflet.py

screenshots: $(READY)  ## Pictures of the draft site for the README (needs Debian's chromium: apt-get install chromium)
	@$(BIN)/python scripts/screenshots.py

fmt: $(READY)  ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:  ## Remove what make made
	rm -rf $(VENV) $(COMPILED) $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache
