# All commands of the project; `make` alone lists them.

PORT ?= 8501
PYTHON ?= python3.13 python3.12 python3.11 python3

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
COMPILE := pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run validate test lint format lock clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\): .*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

run: $(READY) ## check the datasets and serve the dashboard at http://localhost:8501 (another port: PORT=8502)
	@$(BIN)/python dashboard.py --port "$(PORT)"

validate: $(READY) ## check the datasets and print every problem with its file and line
	@$(BIN)/caspian validate

test: $(READY_TO_TEST) lint ## run all checks and tests, with a real Chromium
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest

lint: $(READY_TO_TEST) ## check style, formatting and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(READY_TO_TEST) ## put all Python files into the one format
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

lock: $(BIN)/python ## pin the requirements of pyproject.toml anew (newer versions: UPGRADE=1)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(BIN)/python -m venv "$$folder" && "$$folder/bin/pip" install --quiet uv==0.13.9 && \
	"$$folder/bin/uv" $(COMPILE) --output-file requirements.txt pyproject.toml && \
	"$$folder/bin/uv" $(COMPILE) --output-file requirements-test.txt --constraint requirements.txt --group test

clean: ## remove the environment and all caches
	@rm -rf $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find components tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python that is new enough and can make an environment. Each is tried, since a name may stand for nothing.
$(BIN)/python:
	@for python in $(PYTHON); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		new=$$python; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
		exec "$$python" -m venv --clear $(VENV); \
	done; \
	if [ -n "$$new" ]; then \
		name=python$$("$$new" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
		echo "$$new cannot make a virtual environment: its venv module is missing." >&2; \
		echo "Install it (on Debian and Ubuntu: apt-get install $$name-venv) and try again." >&2; \
	else \
		echo "Python 3.11 or newer is needed, and none of these is one: $(PYTHON)." >&2; \
		echo "Install it, or say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; \
	fi; exit 1

$(READY): requirements.txt $(BIN)/python
	@echo "Installing what the dashboard needs into $(VENV); this happens once."
	@$(INSTALL) -r requirements.txt
	@printf '#!/bin/sh\nPYTHONPATH="%s" exec "%s/$(BIN)/python" -m components.cli "$$@"\n' "$(CURDIR)" "$(CURDIR)" > $(BIN)/caspian
	@chmod +x $(BIN)/caspian
	@touch $@

$(READY_TO_TEST): requirements-test.txt $(READY)
	@echo "Installing what the tests need into $(VENV); this happens once."
	@$(INSTALL) -r requirements.txt -r requirements-test.txt
	@touch $@
