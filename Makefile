# Two commands do everything: `make serve` and `make test`. Both install what they need into .venv.
# PYTHON picks the interpreter (3.11 to 3.13); HOST, PORT, WORKERS and APP_* are read by the service.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --no-input --require-hashes --no-deps
# The checkout itself, for the command `nutrient-signs`: built by what is locked, with no network.
SELF_FLAGS := --quiet --disable-pip-version-check --no-input --no-build-isolation --no-deps --no-index

.PHONY: help install serve test faults soak check evaluate validate report contract content format clean

help:  ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/runtime.stamp: requirements/runtime.txt pyproject.toml
	@echo "installing into $(VENV) (first time only)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/runtime.txt
	@$(BIN)/python -m pip install $(SELF_FLAGS) -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/runtime.stamp
	@echo "installing what tests and checks need"
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/dev.txt
	@touch $@

install: $(VENV)/runtime.stamp  ## Install what the service needs

serve: $(VENV)/runtime.stamp  ## Install, migrate, seed and serve on HOST:PORT (127.0.0.1:8000)
	@exec $(BIN)/python -m app serve

test: $(VENV)/dev.stamp  ## Install and run the tests
	@$(BIN)/python -m pytest -n 2 $(PYTEST_FLAGS)

# An empty expression for -m runs the slow ones too.
faults: $(VENV)/dev.stamp  ## Break what the service rests on, and look what is lost
	@$(BIN)/python -m pytest -m "" tests/faults $(PYTEST_FLAGS)

soak: $(VENV)/dev.stamp  ## Load the service for SOAK_SECONDS (600), and look whether its memory stays flat
	@$(BIN)/python -m tests.faults.soak $(or $(SOAK_SECONDS),600)

check: $(VENV)/dev.stamp  ## Lint, types, seed, contract
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/check

content: contract report  ## After editing seed/: validate, load, renew examples, contract and coverage page

evaluate: $(VENV)/dev.stamp  ## Measure the assessment on the public vignettes
	@$(BIN)/python -m app evaluate

validate: $(VENV)/runtime.stamp  ## Check every seed file
	@$(BIN)/python -m app validate

report: $(VENV)/runtime.stamp  ## Say what the seed covers, and write docs/coverage.html
	@$(BIN)/python -m app report --html docs/coverage.html

contract: $(VENV)/dev.stamp  ## Write openapi/openapi.json and its examples anew
	@$(BIN)/python -m scripts.contract

format: $(VENV)/dev.stamp  ## Format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

clean:  ## Remove the environment and the embedded database
	rm -rf $(VENV) data
