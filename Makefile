# What people type. Anything with logic is in hub/demo/launch, which says in plain sentences what went wrong.

# The Python that .venv was made with, where there is one that still works; otherwise the computer's own.
PYTHON ?= $(shell .venv/bin/python -c "print('.venv/bin/python')" 2>/dev/null || echo python3)
PORT ?= 8000
LAUNCH = @$(PYTHON) -m hub.demo.launch
BIN = .venv/bin
# More than four at once only wait for the disk.
PYTEST = $(BIN)/pytest -n auto --maxprocesses 4 --dist loadgroup
COVERED = $(BIN)/coverage run -m pytest -n auto --maxprocesses 4 --dist loadgroup
LOCK = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

# Without compiled files every start of Python would read all of Django and Wagtail anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset run assets test lint types bench ci lock clean tools python

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: python ## Prepare and serve the demonstration: make demo PORT=8001, make demo PYTHON=python3.12
	$(LAUNCH) demo --port "$(PORT)"

demo-reset: python ## Throw away what was changed in the demonstration and load it afresh
	$(LAUNCH) reset

run: tools ## Serve for development, with errors in the browser, on what the demonstration left
	$(BIN)/python manage.py migrate --noinput
	$(BIN)/python manage.py runserver $(PORT)

assets: python ## Build the styles and scripts
	$(LAUNCH) assets

test: tools ## Run the whole suite on SQLite and again on PostgreSQL
	$(PYTEST)
	$(PYTEST) -p tests.postgres

lint: tools ## Check style, templates, the direction of imports, migrations and production settings
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/djhtml --check templates
	PYTHONPATH=calendar $(BIN)/lint-imports --no-logo
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

# As a council would set it, with names that lead nowhere.
PRODUCTION = DJANGO_SETTINGS_MODULE=hub.settings.production \
	SECRET_KEY=an-example-of-sufficient-length-0123456789-abcdefghijklmnop \
	ALLOWED_HOSTS=hub.example.org SITE_URL=https://hub.example.org \
	DATABASE_URL=sqlite:///var/check.sqlite3 \
	EMAIL_URL=smtp+tls://hub:secret@mail.example.org:587 DEFAULT_FROM_EMAIL=hub@example.org

types: tools ## Check the types
	$(BIN)/mypy .

bench: tools ## Measure the speed of the pages that matter
	$(BIN)/python -m tests.bench

ci: export BROWSER = required
ci: export REDIS = required
ci: lint types ## Check everything, browser journeys included, and the share of code that tests reach
	$(BIN)/coverage erase
	$(COVERED)
	$(COVERED) -p tests.postgres
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --fail-under=95

lock: tools ## Pin every package with its hashes; newest versions with: make lock UPGRADE=1
	$(BIN)/python -m pip install -q $$($(BIN)/python -c \
		'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["lock"])')
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(LOCK) --group pyproject.toml:node -o requirements-node.txt

clean: ## Remove all that can be made again; what was changed in the demonstration stays
	rm -rf .venv node_modules hub/static var/cache var/static var/static-dev var/stamps.json var/*.log
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.*

tools: python
	$(LAUNCH) tools

python:
	@command -v $(PYTHON) >/dev/null || { \
		echo 'There is no program "$(PYTHON)" on this computer. Install Python 3.11 or newer, or name the one to' \
		'use, for example:  make demo PYTHON=python3.12'; exit 1; }
