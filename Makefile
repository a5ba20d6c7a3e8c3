PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
# Larger word lists to train with, where they stand beside the repository.
VOCABULARY := $(wildcard ../shared/vocabulary)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_PROGRESS_BAR := off

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test units lint bench scores model samples clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

run: $(STAMP) ## read raw/ and write the dataset to processed/
	$(BIN)/programme run raw --out processed

test: lint units ## check style and types, and run the tests

units: $(STAMP) ## run the tests only
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: $(STAMP) ## check style and types only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(STAMP) ## time the pipeline against a plain script and other readers, and many programmes
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/readers.py
	$(BIN)/python benchmarks/scaling.py

scores: $(STAMP) ## score the pipeline on invented and real programmes
	$(BIN)/python benchmarks/scores.py

model: $(STAMP) ## train the model of models/ again and make the tables of its card
	$(BIN)/programme train --out models/blocs $(VOCABULARY:%=--vocabulary %)
	$(BIN)/python benchmarks/ablation.py
	$(BIN)/python benchmarks/designs.py

samples: $(STAMP) ## draw the PDFs of raw/ again and rebuild processed/
	$(BIN)/python raw/make_samples.py
	$(BIN)/programme run raw --out processed

clean: ## remove the environment, builds and caches
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@
