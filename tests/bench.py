"""The benchmarks as a table (python -m tests.bench): page weight, growth, fact sheets; each with its peer."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import bench_groei, bench_papier
from tests.browser import harness

KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JS", "font": "fonts", "image": "images"}
COLUMNS = ("HTML", "CSS", "JS", "fonts", "images", "other")
DRAWN = ("fonts", "images")
ICON = "assets/favicon.svg"
MAP = "leerroutes/kaart/"
# bytes a second and milliseconds: a phone with a middling signal
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
TOGETHER = 4  # pages; with more the processor, and not the line, decides what comes when
MOVED = """async () => {
    let sum = 0;
    const add = (entries) => entries.forEach(({ value }) => { sum += value; });
    const seen = new PerformanceObserver((list) => add(list.getEntries()));
    seen.observe({ type: "layout-shift", buffered: true });
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    add(seen.takeRecords());
    return sum;
}"""

LATER = "/zoeken/p/"  # the words around a hit, asked for when the hits are there


@dataclass(frozen=True)
class Budget:
    """What a page may cost who opens it for the first time: kB of 1,000 bytes as they go over the line."""

    kilobytes: float
    requests: int
    html: float
    css: float
    js: float
    drawn: float  # the goal for images and letters together; above it as long as it stays below DRAWN_NOW

    def broken(self, weight: Weight) -> list[str]:
        """What is more than it may be."""
        most = {None: self.kilobytes, "HTML": self.html, "CSS": self.css, "JS": self.js}
        wrong = [
            f"{kind or 'total'} {weight.kilobytes(kind):.1f} kB (at most {kb})"
            for kind, kb in most.items()
            if weight.kilobytes(kind) > kb
        ]
        if weight.drawn > DRAWN_NOW:
            wrong.append(f"images and letters {weight.drawn:.1f} kB (at most {DRAWN_NOW})")
        return wrong + [f"{weight.requests} requests (at most {self.requests})"] * (weight.requests > self.requests)


# Home and route: what a phone on a slow line still opens in three seconds. A search: up to its first hit.
BUDGETS = {
    "home": Budget(90, 9, 10, 28, 45, 10),
    "route page": Budget(90, 9, 12, 28, 45, 15),
    "longest route page": Budget(90, 9, 17, 28, 45, 15),  # its HTML is more than a route page should have
    "table": Budget(120, 10, 40, 28, 55, 0),
    "map": Budget(220, 14, 12, 32, 55, 0),
    "search": Budget(160, 14, 12, 28, 45, 0),
}
# No page holds the goal for images and letters, which counts on the letter of the system: two weights of ours are
# 27.8 kB on each page. They fit in the total and come after the text; this limit holds them where they are.
DRAWN_NOW = 29


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

    @property
    def drawn(self) -> float:
        """Kilobytes of images and letters."""
        return sum(map(self.kilobytes, DRAWN))


def pages(site: Path) -> dict[str, str]:
    """The addresses that are weighed; of the route pages one of middling length, and the longest."""
    routes = harness.routes(site)
    return {
        "home": "",
        "route page": routes[len(routes) // 2],
        "longest route page": routes[0],
        "table": "leerroutes/",
        "map": MAP,
        "search": "zoeken/?q=route",
    }


def weigh(browser: Browser, address: str, icon: Path) -> Weight:
    """Opens a page in a browser that knows nothing yet, and adds up what it asks for.

    The icon always counts: a browser with a window asks for it, one without does so or not.
    """
    asked = []
    with harness.new_page(browser, 390, 844) as page:
        page.on("request", lambda request: asked.append(request))
        page.goto(address, wait_until="networkidle")
        asked = [one for one in asked if LATER not in one.url]
        sizes = {one.url: 0 if one.failure else one.sizes()["responseBodySize"] for one in asked}
        found = {one.url: (KINDS.get(one.resource_type, "other"), sizes[one.url]) for one in asked}
        icon_address = page.locator('link[rel="icon"]').evaluate("(link) => link.href")
    return Weight({icon_address: ("other", len(harness.packed(icon)))} | found)


def moves(browser: Browser, addresses: Iterable[str], width: int = 390) -> dict[str, float]:
    """Address → the share of the window that moves while its page comes in on a slow line, as browsers count it (CLS).

    Each page has a line of its own; a few come in together, for they mostly wait.
    """
    left, moved = list(addresses), {}
    while left:
        with ExitStack() as stack:
            coming = {}
            for address in left[:TOGETHER]:
                page = coming[address] = stack.enter_context(harness.new_page(browser, width))
                page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
                page.goto(address, wait_until="commit")
            for address, page in coming.items():
                page.wait_for_load_state("networkidle")
                moved[address] = page.evaluate(MOVED)
        del left[:TOGETHER]
    return moved


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
    return [
        name,
        f"{weight.requests} (≤ {budget.requests})",
        f"{weight.kilobytes():.1f} (≤ {budget.kilobytes:.0f})",
        f"{weight.kilobytes('HTML'):.1f} (≤ {budget.html:.0f})",
        *(f"{weight.kilobytes(kind):.1f}" for kind in COLUMNS[1:]),
        f"{weight.drawn:.1f} (goal {budget.drawn})" + " NOT HELD" * (weight.drawn > budget.drawn),
        "; ".join(budget.broken(weight)) or "yes",
    ]


def main() -> None:
    """Builds, measures and prints."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        site = Path(temporary) / "site"
        harness.build(site)
        with sync_playwright() as playwright, harness.serve(site) as address:
            browser = harness.launch(playwright)
            found = weights(browser, address, site)
            moved = moves(browser, [address + path for path in pages(site).values()])
            shares = [f"{share:.2f}" for share in moved.values()]
            browser.close()
    print("Page weight, first visit, kB packed (budget)\n")
    rows = [[*weight_row(*item), share] for item, share in zip(found.items(), shares, strict=True)]
    print(table(["page", "requests", "total", *COLUMNS, "images and fonts", "held", "moves"], rows))
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
