// Choosing and ordering the rows of the table of routes. What is chosen stands in the address, so that it can be mailed:
// ?stadsdeel=noord,oost&leerweg=basis&sorteer=school&volgorde=af. The words come from the page (data-… of #filter-teksten).

const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");

/** Whether a row passes: for every filter in use it has one of the chosen values. */
export const past = (waarden, gekozen, zonder = "") =>
  Object.entries(gekozen).every(([naam, keuzes]) => naam === zonder || !keuzes.length || keuzes.some((keuze) => waarden[naam].includes(keuze)));

/** The filter that holds back most: without it most rows pass. Null when no single filter helps. */
export function blokkade(rijen, gekozen) {
  const actief = Object.keys(gekozen).filter((naam) => gekozen[naam].length);
  const over = actief.map((naam) => [naam, rijen.filter(({ waarden }) => past(waarden, gekozen, naam)).length]);
  const [beste] = over.sort(([, een], [, ander]) => ander - een);
  return beste?.[1] ? { naam: beste[0], aantal: beste[1] } : null;
}

/** A line of a CSV file for Dutch spreadsheets; a text that a spreadsheet would run as a formula gets a quote before it. */
export function csvregel(cellen) {
  return cellen
    .map((cel) => (/^[=+\-@\t\r]/.test(cel) ? `'${cel}` : cel))
    .map((cel) => (/[";\n\r]/.test(cel) ? `"${cel.replaceAll('"', '""')}"` : cel))
    .join(";");
}

const kaal = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** What a cell says; a row head holds a control besides its link. */
const tekst = (cel) => kaal((cel.matches("th") && cel.querySelector("a")) || cel);

function begin() {
  const tabel = document.querySelector("#routes-bijschrift").closest("table");
  const teksten = document.getElementById("filter-teksten").dataset;
  const formulier = document.getElementById("filters");
  const namen = [...formulier.querySelectorAll("[data-filter]")].map(({ dataset }) => dataset.filter);
  const koppen = [...tabel.querySelectorAll("thead th")];
  const titels = koppen.map(kaal);
  const bijschrift = tabel.caption.textContent;
  const rijen = [...tabel.querySelectorAll("tbody tr")].map((tr) => ({
    tr,
    waarden: Object.fromEntries(namen.map((naam) => [naam, tr.getAttribute(`data-${naam}`).split(" ")])),
  }));
  const vergelijk = new Intl.Collator("nl", { numeric: true }).compare;
  const orde = { kolom: null, af: false };

  const vakjes = (naam) => [...formulier.querySelectorAll(`[name="${naam}"]`)];
  const gekozen = () =>
    Object.fromEntries(namen.map((naam) => [naam, vakjes(naam).filter(({ checked }) => checked).map(({ value }) => value)]));
  const label = (vakje) => kaal(vakje.parentElement.querySelector(".kb-optie"));
  const kop = (naam) => kaal(formulier.querySelector(`[data-filter="${naam}"] legend`));

  function uitAdres() {
    const vraag = new URLSearchParams(location.search);
    for (const naam of namen) {
      const waarden = (vraag.get(naam) ?? "").split(",");
      for (const vakje of vakjes(naam)) vakje.checked = waarden.includes(vakje.value);
    }
    const breed = matchMedia("(min-width: 48rem)").matches;
    if (breed && formulier.querySelector(":checked")) document.getElementById("filter-paneel").open = true;
    const kolom = koppen.findIndex(({ dataset }) => dataset.kolom === vraag.get("sorteer"));
    orde.kolom = kolom < 0 ? null : kolom;
    // until November 2026 the order stood under the name of a filter; what was mailed then still works
    orde.af = [vraag.get("volgorde"), vraag.get("richting")].includes("af");
  }

  function naarAdres(keuzes) {
    const vraag = new URLSearchParams(location.search);
    for (const naam of namen) {
      if (keuzes[naam].length) vraag.set(naam, keuzes[naam].join(","));
      else vraag.delete(naam);
    }
    if (orde.kolom === null) vraag.delete("sorteer");
    else vraag.set("sorteer", koppen[orde.kolom].dataset.kolom);
    if (orde.af) vraag.set("volgorde", "af");
    else vraag.delete("volgorde");
    const regel = vraag.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", regel ? `?${regel}` : location.pathname);
  }

  function tel(keuzes) {
    for (const naam of namen) {
      const over = rijen.filter(({ waarden }) => past(waarden, keuzes, naam));
      for (const vakje of vakjes(naam)) {
        const aantal = over.filter(({ waarden }) => waarden[naam].includes(vakje.value)).length;
        vakje.parentElement.querySelector(".kb-aantal").textContent = `(${aantal})`;
        vakje.parentElement.classList.toggle("kb-optie-leeg", !aantal);
      }
      const n = keuzes[naam].length;
      formulier.querySelector(`[data-filter="${naam}"] .kb-filter-gekozen`).textContent = n ? `(${vul(teksten.gekozen, { aantal: n })})` : "";
    }
  }

  function labels() {
    const lijst = document.getElementById("filter-actief");
    lijst.replaceChildren(...namen.flatMap((naam) => vakjes(naam).filter(({ checked }) => checked)).map((vakje) => {
      const regel = document.createElement("li");
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = "kb-filter-label";
      knop.textContent = vul(teksten.weg, { label: `${kop(vakje.name)}: ${label(vakje)}` });
      knop.addEventListener("click", () => {
        const plek = [...lijst.children].indexOf(regel);
        vakje.checked = false;
        toon();
        (lijst.children[Math.min(plek, lijst.children.length - 1)]?.firstChild ?? document.querySelector("#filter-paneel > summary")).focus();
      });
      regel.append(knop);
      return regel;
    }));
    document.getElementById("filter-wis").hidden = !lijst.children.length;
  }

  function leeg(keuzes, aantal) {
    const vak = document.getElementById("filter-leeg");
    const blok = aantal ? null : blokkade(rijen, keuzes);
    vak.hidden = aantal > 0;
    const naam = blok && `${kop(blok.naam)}: ${vakjes(blok.naam).filter(({ checked }) => checked).map(label).join(", ")}`;
    vak.querySelector("p").textContent = blok ? vul(teksten.blokkeert, { label: naam, aantal: blok.aantal }) : teksten.leeg;
    const knop = vak.querySelector("button");
    knop.textContent = blok ? vul(teksten.weg, { label: naam }) : teksten.wis;
    knop.onclick = () => { wis(blok ? [blok.naam] : namen); };
  }

  function wis(welke) {
    for (const naam of welke) for (const vakje of vakjes(naam)) vakje.checked = false;
    toon();
    document.querySelector("#filter-paneel > summary").focus();
  }

  function sorteer() {
    for (const [nummer, th] of koppen.entries()) {
      if (nummer === orde.kolom) th.setAttribute("aria-sort", orde.af ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    }
    const sleutel = ({ tr }) => tr.children[orde.kolom ?? 0].querySelector(".kb-onbekend-kort") ? "" : tekst(tr.children[orde.kolom ?? 0]);
    // what is not known comes last, whichever way the column runs
    const volgorde = [...rijen].sort((een, ander) => {
      const [links, rechts] = [sleutel(een), sleutel(ander)];
      if (!links || !rechts) return Number(!links) - Number(!rechts);
      return vergelijk(links, rechts) * (orde.af ? -1 : 1);
    });
    tabel.tBodies[0].append(...volgorde.map(({ tr }) => tr));
    document.getElementById("filter-sorteer").value = koppen[orde.kolom ?? 0].dataset.kolom;
  }

  /** Orders by a column; the same column again, or `keer`, turns the order round. */
  function zetOrde(nummer, keer = orde.kolom === nummer) {
    orde.af = keer && !orde.af;
    orde.kolom = nummer;
    sorteer();
    naarAdres(gekozen());
  }

  function toonVergelijk() {
    const ids = rijen.filter(({ kies }) => kies.checked).map(({ tr }) => tr.dataset.route);
    const link = document.getElementById("filter-vergelijk");
    link.hidden = ids.length < 2 || ids.length > 4;
    link.textContent = vul(teksten.vergelijk, { aantal: ids.length });
    link.search = `?routes=${ids.join(",")}`;
    document.getElementById("filter-vergelijk-status").textContent = ids.length && link.hidden ? vul(teksten.gekozenroutes, { aantal: ids.length }) : "";
  }

  function toon() {
    const keuzes = gekozen();
    let aantal = 0;
    for (const { tr, waarden } of rijen) {
      tr.hidden = !past(waarden, keuzes);
      if (!tr.hidden) aantal += 1;
    }
    document.getElementById("filter-status").textContent = vul(teksten.telling, { aantal, totaal: rijen.length });
    tabel.parentElement.hidden = !aantal;
    const kort = namen.some((naam) => keuzes[naam].length);
    tabel.caption.textContent = kort ? vul(teksten.bijschrift, { aantal, totaal: rijen.length }) : bijschrift;
    const druk = document.getElementById("filter-print");
    druk.hidden = !aantal;
    druk.search = `?routes=${rijen.filter(({ tr }) => !tr.hidden).map(({ tr }) => tr.dataset.route).join(",")}`;
    tel(keuzes);
    labels();
    leeg(keuzes, aantal);
    naarAdres(keuzes);
  }

  for (const [nummer, th] of koppen.entries()) {
    const knop = document.createElement("button");
    knop.type = "button";
    knop.textContent = titels[nummer];
    knop.addEventListener("click", () => zetOrde(nummer));
    th.replaceChildren(knop);
  }
  // on a telephone the rows are cards without column heads: there the order is chosen from a list
  const keuze = document.getElementById("filter-sorteer");
  keuze.append(...titels.map((titel, nummer) => new Option(titel, koppen[nummer].dataset.kolom)));
  keuze.addEventListener("change", () => zetOrde(keuze.selectedIndex, false));
  document.getElementById("filter-omkeer").addEventListener("click", () => zetOrde(orde.kolom ?? 0, true));
  for (const rij of rijen) {
    const vak = document.createElement("label");
    vak.className = "kb-kies kb-met-script";
    rij.kies = Object.assign(document.createElement("input"), { type: "checkbox" });
    rij.kies.setAttribute("aria-label", vul(teksten.kies, { route: kaal(rij.tr.querySelector("th a")) }));
    rij.kies.addEventListener("change", toonVergelijk);
    vak.append(rij.kies, ` ${teksten.kieskort}`);
    rij.tr.querySelector("th").append(vak);
  }
  document.getElementById("filter-csv").addEventListener("click", () => {
    const zichtbaar = [...tabel.querySelectorAll("tbody tr:not([hidden])")];
    const regels = [titels, ...zichtbaar.map((tr) => [...tr.children].map(tekst))];
    const blob = new Blob([`\ufeff${regels.map(csvregel).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: "leerroutes-amsterdam.csv" });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  formulier.addEventListener("change", toon);
  formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  document.getElementById("filter-wis").addEventListener("click", () => wis(namen));
  addEventListener("popstate", () => { uitAdres(); sorteer(); toon(); });
  uitAdres();
  if (orde.kolom !== null) sorteer();
  toon();
}

if (typeof document !== "undefined") begin();
