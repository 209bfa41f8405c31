# Everything one does with this project. `make` or `make help` lists it.
PYTHON ?= python3
MANAGE = .venv/bin/python manage.py
# What the deploy check looks at: a site as it stands on the internet.
DEPLOYED = SITE_URL=https://voorbeeld.example EMAIL_URL=smtp://localhost:25 DEBUG=0
SOURCES = accounts advice audit bin blog charts comments demo docs dutch guard images leads liefdesverdriet mailing \
	operations pagecache privacy search tests wordpress manage.py
# What bears the number of a guarantee in its name, and what stands beside it.
SECURITY = tests/security $(shell find tests -name 'test_s[0-9]*_*.py' -not -path 'tests/security/*') \
	tests/e2e/test_hostile_words.py tests/e2e/test_admin_policy.py \
	tests/deploy/test_nginx.py::test_s6_files_of_private_collections_are_left_to_the_site
SBOM = sbom.cdx.json
TEMPLATES = $(shell find templates -name '*.html')

# How long the fault tests may take on two quiet cores; more for a slower machine.
FAULT_MINUTES ?= 8

.DEFAULT_GOAL := help
.PHONY: help run dev test test-faults check format lock demo password second-factor budget bench setup setup-dev \
	test-security sbom audit formatted lint templates types architecture migrations deployable

help: ## List what make can do
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  \033[1mmake %-10s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  Settings, e.g. make run PORT=9000: PORT, HOST, DATA_DIR, DATABASE_URL, SITE_URL (docs/operations.md has all)"

run: setup ## Start the site: installs, migrates and loads the demo where that is still to do
	@exec $(MANAGE) serve

dev: setup-dev ## Start the site for developing: reloads itself, DEBUG on, debug toolbar
	@DEBUG=1 exec $(MANAGE) serve --dev

test: setup-dev ## Run all tests, on SQLite or on DATABASE_URL; ARGS="-k name" chooses
	@exec .venv/bin/python -m pytest -n 2 $(ARGS)

test-faults: setup-dev ## Kill, cut off and flood it, and see that nothing is lost (R1-R16); at most 8 minutes
	@exec timeout --signal=INT $(FAULT_MINUTES)m .venv/bin/python -m pytest -n 2 $(ARGS) tests/faults

test-security: setup-dev ## Run the tests that show that nobody gets in (docs/security.md)
	@exec .venv/bin/python -m pytest -n 2 $(SECURITY) $(ARGS)

sbom: setup-dev ## Write down what the site is made of, as CycloneDX, from the lock file
	@.venv/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible \
		--of JSON -o $(SBOM) 2>/dev/null && echo "$(SBOM) is written."

audit: setup-dev ## Ask whether a weakness is known of what is locked; says so when that cannot be asked
	@.venv/bin/python bin/audit.py

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

second-factor: setup ## Take away a lost second factor; LOGIN=name says whose
	@exec $(MANAGE) reset_second_factor $(LOGIN)

lock: ## Choose the newest allowed versions and lock them with hashes (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-emit-index-url --no-emit-find-links requirements-extra.in -o requirements-extra.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-emit-index-url --no-emit-find-links requirements-dev.in -o requirements-dev.txt

setup:
	@$(PYTHON) bin/setup.py

setup-dev:
	@$(PYTHON) bin/setup.py --dev
