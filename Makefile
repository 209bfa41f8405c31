# Everything one does with this project. `make` or `make help` lists it.
PYTHON ?= python3
MANAGE = .venv/bin/python manage.py
# What the deploy check looks at: a site as it stands on the internet.
DEPLOYED = SITE_URL=https://voorbeeld.example EMAIL_URL=smtp://localhost:25 DEBUG=0
SOURCES = advice bin blog charts comments demo docs dutch guard images leads liefdesverdriet mailing pagecache search tests manage.py
TEMPLATES = $(shell find templates -name '*.html')

.DEFAULT_GOAL := help
.PHONY: help run dev test check format lock demo password budget bench setup setup-dev \
	formatted lint templates types architecture migrations deployable

help: ## List what make can do
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  \033[1mmake %-10s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  Settings, e.g. make run PORT=9000: PORT, HOST, DATA_DIR, DATABASE_URL, SITE_URL (docs/operations.md has all)"

run: setup ## Start the site: installs, migrates and loads the demo where that is still to do
	@exec $(MANAGE) serve

dev: setup-dev ## Start the site for developing: reloads itself, DEBUG on, debug toolbar
	@DEBUG=1 exec $(MANAGE) serve --dev

test: setup-dev ## Run all tests, on SQLite or on DATABASE_URL; ARGS="-k name" chooses
	@exec .venv/bin/python -m pytest -n 2 $(ARGS)

check: setup-dev ## Lint, types, architecture, migrations and the deploy check
	@$(MAKE) --no-print-directory --keep-going \
		formatted lint templates types architecture migrations deployable

formatted:
	.venv/bin/ruff format --check --output-format concise $(SOURCES)

lint:
	.venv/bin/ruff check --output-format concise $(SOURCES)

templates:
	@.venv/bin/djhtml --check --tabwidth 2 $(TEMPLATES)

types:
	.venv/bin/mypy

architecture:
	.venv/bin/lint-imports

migrations:
	$(MANAGE) makemigrations --check --dry-run

deployable:
	$(DEPLOYED) $(MANAGE) check --deploy --fail-level WARNING

format: setup-dev ## Format the code and the templates
	.venv/bin/ruff check --fix-only --quiet $(SOURCES)
	.venv/bin/ruff format $(SOURCES)
	.venv/bin/djhtml --tabwidth 2 $(TEMPLATES)

budget: setup-dev ## Measure queries, transfer and requests against their limits
	@exec .venv/bin/python -m tests.benchmarks.budget

bench: setup-dev ## Measure what must be quick, into docs/benchmarks.md; ARGS=quick, or ARGS="speed growth"
	@exec .venv/bin/python -m tests.benchmarks.bench $(ARGS)

demo: setup ## Load the demo site into an empty site
	@$(MANAGE) migrate --verbosity 0
	@exec $(MANAGE) demo

password: setup ## Give the coach a new password and print it; LOGIN=name for another user
	@exec $(MANAGE) password $(LOGIN)

lock: ## Choose the newest allowed versions and lock them with hashes (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-emit-index-url --no-emit-find-links requirements-dev.in -o requirements-dev.txt

setup:
	@$(PYTHON) bin/setup.py

setup-dev:
	@$(PYTHON) bin/setup.py --dev
