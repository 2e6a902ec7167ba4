"""Lighthouse on the phone profile, as a report: python -m tests.lighthouse [SITE] (`make lighthouse` installs it)."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import pages, table
from tests.browser import harness
from tests.project import WORTEL

PROGRAM = WORTEL / "tests/lighthouse/node_modules/.bin/lighthouse"
KINDS = {"performance": "performance", "accessibility": "accessibility", "best-practices": "practice", "seo": "SEO"}
RUNS = 3  # of each page; the median counts


def scores(address: str) -> dict[str, float]:
    """The four scores of a page (0 to 100), and its largest paint in seconds and shift of layout."""
    flags = f"--chrome-flags=--headless {' '.join(harness.FLAGS)}"
    command = [str(PROGRAM), address, "--output=json", "--quiet", flags, f"--only-categories={','.join(KINDS)}"]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    found = json.loads(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    values = {name: 100 * found["categories"][kind]["score"] for kind, name in KINDS.items()}
    values["LCP, s"] = found["audits"]["largest-contentful-paint"]["numericValue"] / 1000
    values["CLS"] = found["audits"]["cumulative-layout-shift"]["numericValue"]
    for name, audit in found["audits"].items():
        if audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary":
            print(f"{address}: {name}: {audit['title']}", file=sys.stderr)
    return values


def main() -> None:
    """Builds (or takes SITE), measures the pages that have a budget, and prints a row for each."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as temporary:
        site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary) / "site"
        if not site.exists():
            harness.build(site)
        rows = []
        with harness.serve(site) as address:
            for name, path in pages(site).items():
                runs = [scores(address + path) for _ in range(RUNS)]
                middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
                rows.append([name, *(f"{value:.{0 if value > 20 else 2}f}" for value in middle.values())])
        print(table(["page", *middle], rows))


if __name__ == "__main__":
    main()
