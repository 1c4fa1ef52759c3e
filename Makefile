# Two commands do everything: `make serve` and `make test`. Both install what they need into .venv.
# PYTHON picks the interpreter (3.11 to 3.13); HOST, PORT, WORKERS and APP_* are read by the service.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --no-input --require-hashes --no-deps

.PHONY: help install serve test check evaluate validate report contract content format bench bench-growth bench-guard clean

help:  ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/runtime.stamp: requirements/runtime.txt
	@echo "installing into $(VENV) (first time only)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/runtime.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/runtime.stamp
	@echo "installing what tests and checks need"
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/dev.txt
	@touch $@

# Datasette, ROAPI and the rest that ours is measured beside: an environment of their own.
.venv-bench/stamp: requirements/bench.txt
	@echo "installing what benchmarks compare with"
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install $(PIP_FLAGS) -r requirements/bench.txt
	@touch $@

install: $(VENV)/runtime.stamp  ## Install what the service needs

serve: $(VENV)/runtime.stamp  ## Install, migrate, seed and serve on HOST:PORT (127.0.0.1:8000)
	@exec $(BIN)/python -m app serve

test: $(VENV)/dev.stamp  ## Install and run the tests
	@$(BIN)/python -m pytest -n 2 $(PYTEST_FLAGS)

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

bench: $(VENV)/runtime.stamp .venv-bench/stamp  ## Measure beside Starlette, FastAPI, Datasette, ROAPI (wrk, taskset; BENCH_FLAGS)
	@$(BIN)/python -m bench peers $(BENCH_FLAGS)

bench-growth: $(VENV)/runtime.stamp  ## Measure how cost grows with foods, symptoms, findings, workers
	@$(BIN)/python -m bench growth $(BENCH_FLAGS)

bench-guard: $(VENV)/runtime.stamp  ## Compare the work of fixed requests with bench/baseline.json
	@$(BIN)/python -m bench.guard

format: $(VENV)/dev.stamp  ## Format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

clean:  ## Remove the environment and the embedded database
	rm -rf $(VENV) .venv-bench data
