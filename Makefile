# Two targets for people, `make run` and `make test`. Both make .venv when it is missing and install
# into it; the stamp lets a second call start at once, and a changed pyproject.toml install anew.

PYTHON ?= python3
STAMP := .venv/installed

run: $(STAMP)
	@.venv/bin/python -m bot run

test: $(STAMP)
	@.venv/bin/python -m pytest --numprocesses auto --dist worksteal

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Footnote needs Python 3.11 or later; name one: make PYTHON=python3.12'; exit 1; }
	@test -x .venv/bin/python -a -x .venv/bin/pip || $(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

.PHONY: run test
