"""The benchmarks as a table (python -m tests.bench): page weight, growth, fact sheets; each with its peer."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import bench_groei, bench_papier
from tests.browser import harness

KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JS", "font": "fonts"}
COLUMNS = ("HTML", "CSS", "JS", "fonts", "other")
ICON = "assets/favicon.svg"


@dataclass(frozen=True)
class Budget:
    """What a page may cost who opens it for the first time: kB of 1,000 bytes as they go over the line."""

    kilobytes: float
    requests: int
    html: float


# Home and route: what a phone on a slow line still opens in three seconds. A search adds its index.
BUDGETS = {
    "home": Budget(90, 9, 10),
    "route page": Budget(90, 9, 12),
    "table": Budget(120, 10, 40),
    "search": Budget(160, 14, 12),
}


@dataclass(frozen=True)
class Weight:
    """What a page asked for: the packed bytes of every file, by kind."""

    files: dict[str, tuple[str, int]]

    @property
    def requests(self) -> int:
        """How many files."""
        return len(self.files)

    def kilobytes(self, kind: str | None = None) -> float:
        """Of one kind of file, or of all."""
        return sum(size for of, size in self.files.values() if kind in (None, of)) / 1000


def pages(site: Path) -> dict[str, str]:
    """The addresses that are weighed; of the route pages the heaviest."""
    return {"home": "", "route page": harness.routes(site)[0], "table": "leerroutes/", "search": "zoeken/?q=route"}


def weigh(browser: Browser, address: str, icon: Path) -> Weight:
    """Opens a page in a browser that knows nothing yet, and adds up what it asks for.

    The icon always counts: a browser with a window asks for it, one without does so or not.
    """
    asked = []
    with harness.new_page(browser, 390, 844) as page:
        page.on("request", lambda request: asked.append(request))
        page.goto(address, wait_until="networkidle")
        sizes = {one.url: 0 if one.failure else one.sizes()["responseBodySize"] for one in asked}
        found = {one.url: (KINDS.get(one.resource_type, "other"), sizes[one.url]) for one in asked}
        icon_address = page.locator('link[rel="icon"]').evaluate("(link) => link.href")
    return Weight({icon_address: ("other", len(harness.packed(icon)))} | found)


def weights(browser: Browser, address: str, site: Path) -> dict[str, Weight]:
    """The weight of each page, by name."""
    return {name: weigh(browser, address + path, site / ICON) for name, path in pages(site).items()}


def table(head: list[str], rows: list[list[str]]) -> str:
    """Rows as a table in Markdown, its columns aligned."""
    lines = [head, ["-" * len(cell) for cell in head], *rows]
    wide = [max(len(line[at]) for line in lines) for at in range(len(head))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, wide, strict=True)) + " |" for line in lines
    )


def weight_row(name: str, weight: Weight) -> list[str]:
    """One page with its budget beside it."""
    budget = BUDGETS[name]
    held = weight.kilobytes() <= budget.kilobytes and weight.requests <= budget.requests
    return [
        name,
        f"{weight.requests} (≤ {budget.requests})",
        f"{weight.kilobytes():.1f} (≤ {budget.kilobytes:.0f})",
        f"{weight.kilobytes('HTML'):.1f} (≤ {budget.html:.0f})",
        *(f"{weight.kilobytes(kind):.1f}" for kind in COLUMNS[1:]),
        "yes" if held else "NO",
    ]


def main() -> None:
    """Builds, measures and prints."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        site = Path(temporary) / "site"
        harness.build(site)
        with sync_playwright() as playwright, harness.serve(site) as address:
            browser = harness.launch(playwright)
            found = weights(browser, address, site)
            browser.close()
    print("Page weight, first visit, kB packed (budget)\n")
    print(table(["page", "requests", "total", *COLUMNS, "held"], [weight_row(*item) for item in found.items()]))
    rows, growth, changes = bench_groei.report()
    print("\nThe work by number of routes beside the real ones\n")
    print(table(bench_groei.HEAD, rows))
    print("\nGrowth of the part that depends on the routes (processor time; 1 is in step, goal at most 1.1)\n")
    print(table(["what", "exponent"], growth))
    print("\nFrom a saved YAML file to the changed page, seconds (goal: under 1, and under 3 at 1,500)\n")
    print(table(["routes beside the real ones", "seconds"], changes))
    print("\nFact sheets as PDF\n")
    print(table(bench_papier.HEAD, bench_papier.rows()))


if __name__ == "__main__":
    main()
