#!/bin/sh
# All tests: style, the fast ones, then the browser over the built site, in two workers.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/ruff check .
.venv/bin/python -m macros check
exec .venv/bin/python -m pytest -n 2 --dist loadgroup
