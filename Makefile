# What one types. `make` alone lists it.

PYTHON ?= python3
BIN := .venv/bin

# with it, nothing is byte-compiled and every start takes twice as long
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run demo screenshots test check format bench clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 13

setup: ## make a fresh clone ready: uv, .venv, the libraries of Qt
	@$(PYTHON) scripts/bootstrap.py

run: setup ## the demonstration, open in the window
	@$(BIN)/python -m alize_desktop demo --open demo-output

demo: setup ## the demonstration without a window: minutes, schedules, pictures in demo-output/
	@$(BIN)/alize-desktop demo demo-output

screenshots: setup ## pictures: of the documentation, and every layout of the room in demo-output/room/
	@$(BIN)/python scripts/screenshots.py demo-output

test: ## every check: ruff, mypy, import contracts, tests, coverage floors
	@$(PYTHON) scripts/bootstrap.py --tests
	@$(BIN)/python scripts/check.py

check: setup ## the quick ones: ruff, mypy, import contracts
	@$(BIN)/python scripts/check.py --quick

format: setup ## put the code into its usual form
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

bench: setup ## the speed of what a person waits for, as ratios
	@$(BIN)/python tests/benchmarks/run.py

clean: ## remove what the tools and the demonstration left (not .venv)
	@rm -rf .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist demo-output
	@find alize_desktop scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
