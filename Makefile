# Two commands do everything: `make serve` and `make test`. Both install what they need into .venv.
# PYTHON picks the interpreter (3.11 to 3.13); HOST, PORT, WORKERS and APP_* are read by the service.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --no-input --require-hashes --no-deps

# Where the generators of the client SDKs are.
export NODE_TOOLS ?= contract/node_modules
export TOOLS ?= .venv-tools

.PHONY: help install serve test check evaluate validate report contract content format clean
.PHONY: sdk sdk-mobile sdk-test site site-test clients-test

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

sdk: $(VENV)/runtime.stamp  ## Generate the TypeScript and Python clients into sdk/out
	@sdk/generate

sdk-mobile: $(VENV)/runtime.stamp  ## Generate the Kotlin and Swift clients into sdk/out (needs Java) and look through them
	@sdk/generate mobile

sdk-test: $(VENV)/dev.stamp sdk  ## Type-check the clients and run the quick starts against a service of their own
	@$(BIN)/python -m scripts.with_service -- sdk/test

site: sdk  ## Build the partner site into examples/partner-site/out
	@examples/partner-site/build

site-test: $(VENV)/dev.stamp site  ## Drive the partner site in headless Chromium
	@$(BIN)/python -m scripts.with_service --sites 2 -- examples/partner-site/test

clients-test: $(VENV)/dev.stamp site  ## Both, beside one service, as CI does
	@$(BIN)/python -m scripts.with_service --sites 2 -- bash -c 'sdk/test && examples/partner-site/test'

format: $(VENV)/dev.stamp  ## Format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

clean:  ## Remove the environment and the embedded database
	rm -rf $(VENV) data
