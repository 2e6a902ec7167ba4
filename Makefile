# Every command sets itself up in .venv on first use; only Python 3.11.5 or newer and make are needed.
PYTHON ?= python3
POORT ?= 8000
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help serve test check pr build bench lighthouse slot archief uitgeven terug opmerking publiceren wekelijks

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: .venv/klaar  ## the site at http://127.0.0.1:8000, rebuilt on every change (POORT=8001 for another port)
	@$(PY) -m macros serve --poort $(POORT)

test: .venv/klaar-test  ## everything, the real browser included
	@tests/alles.sh

check: .venv/klaar  ## data only: every mistake with its file and line
	@$(PY) -m macros check

pr: .venv/klaar  ## what a pull request would be told, against BASE=origin/main
	@$(PY) -m macros pr $(or $(BASE),origin/main)

build: .venv/klaar  ## the whole site in site/
	@$(PY) -m macros build

publiceren: .venv/klaar  ## the whole site in site/, refused without a settled publisher or with far fewer records (MINDER=ja)
	@$(PY) -m macros build --publiceren $(if $(MINDER),--minder-records)

archief: .venv/klaar-archief  ## keeps the site that was built: in one file, with the list of its parts
	@$(PY) -m macros archief

uitgeven: .venv/klaar  ## (workflow) puts what was kept at GitHub as the release VERSIE
	@$(PY) -m macros uitgeven $(VERSIE)

terug: .venv/klaar  ## puts a version that was kept back in site/: the release VERSIE, or what is in archief/
	@$(PY) -m macros terug $(VERSIE)

opmerking: .venv/klaar  ## (workflow) puts the remark of `make pr` at pull request NUMMER
	@$(PY) -m macros opmerking $(NUMMER)

wekelijks: .venv/klaar  ## (workflow) the weekly lists, each as one issue
	@$(PY) -m macros wekelijks --plaatsen

bench: .venv/klaar-test  ## the benchmarks as a table
	@$(PY) -m tests.bench

lighthouse: .venv/klaar-test  ## Lighthouse on the phone profile, as a table
	@npm ci --prefix tests/lighthouse --silent --no-audit --no-fund --ignore-scripts
	@$(PY) -m tests.lighthouse

slot: .venv/klaar-archief  ## renew the two .lock files after a change of a version in requirements*.txt
	@for deel in requirements requirements-dev; do .venv/bin/uv pip compile --quiet --universal --python-version 3.11.5 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header $$deel.txt --output-file $$deel.lock; done

.venv/klaar: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
		{ echo "Python 3.11.5 of nieuwer is nodig. Geef hem op met: make PYTHON=python3.12 …"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv .venv || \
		{ echo "Kan geen .venv maken. Op Debian en Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Eenmalig: de onderdelen worden klaargezet …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# The Python packages of the developers, without the browser and the programs that only the tests need.
.venv/klaar-archief: .venv/klaar requirements-dev.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/klaar-test: .venv/klaar requirements-dev.lock tests/package.json tests/opzet.sh
	@tests/opzet.sh & $(MAKE) --no-print-directory .venv/klaar-archief && wait $$!
	@touch $@
