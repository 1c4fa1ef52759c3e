# Two commands do everything: `make serve` and `make test`. Both install what they need into .venv.
# PYTHON picks the interpreter (3.11 to 3.13); HOST, PORT, WORKERS and APP_* are read by the service.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --no-input --require-hashes --no-deps
# The checkout itself, for the command `nutrient-signs`: built by what is locked, with no network.
SELF_FLAGS := --quiet --disable-pip-version-check --no-input --no-build-isolation --no-deps --no-index

# Tools of the checks and generators of the clients, in places of their own.
export TOOLS := .venv-tools
export NODE_TOOLS := contract/node_modules
FUZZ_FLAGS ?= --max-examples 10 --workers 2

.PHONY: help install serve test faults soak check fuzz evaluate validate report contract content breaking
.PHONY: release sdk sdk-mobile sdk-test site site-test clients-test bench bench-growth bench-guard format clean

help:  ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

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

# Tools that don't run beside the service's own packages have an environment of their own.
$(TOOLS)/stamp: requirements/tools.txt
	@echo "installing tools for the contract into $(TOOLS)"
	@test -x $(TOOLS)/bin/python || $(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install $(PIP_FLAGS) -r requirements/tools.txt
	@touch $@

$(NODE_TOOLS)/stamp: contract/package.json contract/package-lock.json
	@command -v npm > /dev/null || { echo "the checks of the contract need Node 20.19 or newer with npm" >&2; exit 1; }
	@echo "installing linters for the contract into $(NODE_TOOLS)"
	@cd contract && npm ci --silent
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

# An empty expression for -m runs the slow ones too.
faults: $(VENV)/dev.stamp  ## Break what the service rests on, and look what is lost
	@$(BIN)/python -m pytest -m "" tests/faults $(PYTEST_FLAGS)

soak: $(VENV)/dev.stamp  ## Load the service for SOAK_SECONDS (600), and look whether its memory stays flat
	@$(BIN)/python -m tests.faults.soak $(or $(SOAK_SECONDS),600)

check: $(VENV)/dev.stamp $(NODE_TOOLS)/stamp  ## Lint, types, seed, contract (needs Node too)
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/check

fuzz: $(VENV)/runtime.stamp $(TOOLS)/stamp  ## Send the running service all that its contract allows, and what it forbids
	@bash scripts/fuzz $(FUZZ_FLAGS)

content: contract report  ## After editing seed/: validate, load, renew examples, contract and coverage page

evaluate: $(VENV)/dev.stamp  ## Measure the assessment on the public vignettes
	@$(BIN)/python -m app evaluate

validate: $(VENV)/runtime.stamp  ## Check every seed file
	@$(BIN)/python -m app validate

report: $(VENV)/runtime.stamp  ## Say what the seed covers, and write docs/coverage.html
	@$(BIN)/python -m app report --html docs/coverage.html

contract: $(VENV)/dev.stamp  ## Write openapi/openapi.json and its examples anew
	@$(BIN)/python -m scripts.contract

breaking: $(VENV)/dev.stamp  ## Tell what changed in the contract since the last release
	@$(BIN)/python -m scripts.openapi_breaking

release: $(VENV)/dev.stamp  ## On a release: later changes are compared with the contract of now
	@$(BIN)/python -m scripts.openapi_breaking --release

sdk: $(VENV)/runtime.stamp $(TOOLS)/stamp $(NODE_TOOLS)/stamp  ## Generate the TypeScript and Python clients into sdk/out
	@sdk/generate

sdk-mobile: $(VENV)/runtime.stamp $(TOOLS)/stamp $(NODE_TOOLS)/stamp  ## Generate the Kotlin and Swift clients into sdk/out (needs Java) and look through them
	@sdk/generate mobile

sdk-test: $(VENV)/dev.stamp sdk  ## Type-check the clients and run the quick starts against a service of their own
	@$(BIN)/python -m scripts.with_service -- sdk/test

site: sdk  ## Build the partner site into examples/partner-site/out
	@examples/partner-site/build

site-test: $(VENV)/dev.stamp site  ## Drive the partner site in headless Chromium
	@$(BIN)/python -m scripts.with_service --sites 2 -- examples/partner-site/test

clients-test: $(VENV)/dev.stamp site  ## Both, beside one service, as CI does
	@$(BIN)/python -m scripts.with_service --sites 2 -- bash -c 'sdk/test && examples/partner-site/test'

bench: $(VENV)/runtime.stamp .venv-bench/stamp  ## Measure beside Starlette, FastAPI, Datasette, ROAPI (wrk, taskset; BENCH_FLAGS)
	@$(BIN)/python -m bench peers $(BENCH_FLAGS)

bench-growth: $(VENV)/runtime.stamp  ## Measure how cost grows with foods, symptoms, findings, workers
	@$(BIN)/python -m bench growth $(BENCH_FLAGS)

bench-guard: $(VENV)/runtime.stamp  ## Compare the work of fixed requests with bench/baseline.json
	@$(BIN)/python -m bench.guard

format: $(VENV)/dev.stamp  ## Format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

clean:  ## Remove the environment and the embedded database
	rm -rf $(VENV) $(TOOLS) $(NODE_TOOLS) .venv-bench data
