// The search page: ranks (zoek-rang.js), lists the hits as links, and shows the words found where they stand.
// Only here is an index fetched: a list of pages, a part per first letter, and the text of the pages that are shown.

import { Zoeker, vouw } from "./zoek-rang.js";

const LENGTE = 180; // characters of context around the first word found
const MEEST = 50; // hits on the page
const TEKSTEN = 10; // hits with their words in context at once; the others when somebody gets there

const bij = (id) => document.getElementById(id);
const woord = (naam, woorden = {}) => bij("zoek-teksten").getAttribute(`data-${naam}`)
  .replace(/\{(\w+)\}/g, (_, sleutel) => woorden[sleutel] ?? "");
const laad = async (naam) => (await fetch(new URL(naam, document.baseURI))).json();

let zoeker = null;
let soort = "";
let beurt = 0; // an answer that comes late is not shown

/** Fills `element` with text in which the words found are marked. */
function markeer(element, tekst, woorden) {
  const gevouwen = vouw(tekst);
  if (gevouwen.length !== tekst.length) { element.append(tekst); return; }
  let vanaf = 0;
  while (vanaf < tekst.length) {
    const volgende = woorden
      .map((deel) => [gevouwen.indexOf(deel, vanaf), deel.length])
      .filter(([plek]) => plek >= 0)
      .sort(([een], [ander]) => een - ander)[0];
    if (!volgende) break;
    const [plek, lengte] = volgende;
    element.append(tekst.slice(vanaf, plek));
    const merk = document.createElement("mark");
    merk.textContent = tekst.slice(plek, plek + lengte);
    element.append(merk);
    vanaf = plek + lengte;
  }
  element.append(tekst.slice(vanaf));
}

function fragment(tekst, woorden) {
  const gevouwen = vouw(tekst);
  const plekken = woorden.map((deel) => gevouwen.indexOf(deel)).filter((plek) => plek >= 0);
  if (!plekken.length) return `${tekst.slice(0, LENGTE)} …`;
  const plek = Math.min(...plekken);
  const begin = plek < 60 ? 0 : tekst.indexOf(" ", plek - 60) + 1;
  const stuk = tekst.slice(begin, begin + LENGTE);
  return `${begin ? "… " : ""}${stuk.slice(0, stuk.lastIndexOf(" ") > 60 ? stuk.lastIndexOf(" ") : LENGTE)} …`;
}

function element(naam, klasse, tekst = "") {
  const nieuw = document.createElement(naam);
  if (klasse) nieuw.className = klasse;
  nieuw.textContent = tekst;
  return nieuw;
}

const adresVan = (adres) => {
  const doel = new URL(`../${adres}`, document.baseURI);
  return doel.pathname + doel.hash;
};

function treffer(nummer, woorden) {
  const [adres, titel, soortNummer, status = "", extra = "", bestand = ""] = zoeker.paginas[nummer];
  const regel = element("li");
  regel.dataset.hit = "";
  const kop = element("h2");
  const link = element("a");
  link.href = adresVan(adres);
  markeer(link, titel, woorden);
  kop.append(link);
  regel.append(element("p", "kb-treffer-soort", zoeker.soorten[soortNummer]), kop);
  regel.append(element("p", "kb-treffer-tekst"));
  if (status) regel.append(element("p", "kb-treffer-status", status));
  if (bestand) {
    const papier = element("a", "", extra);
    papier.href = adresVan(bestand);
    papier.setAttribute("aria-label", `${extra}: ${titel}`);
    const plek = element("p", "kb-treffer-extra");
    plek.append(papier);
    regel.append(plek);
  }
  return regel;
}

/** The text of a hit comes after the hit itself: who sees the title need not wait for it. */
async function vulTekst(regel, nummer, woorden, eigen) {
  const tekst = await laad(`p/${nummer}.json`);
  if (eigen === beurt) markeer(regel.querySelector(".kb-treffer-tekst"), fragment(tekst, woorden), woorden);
}

async function toonUitleg(vraag, eigen) {
  const nummer = zoeker.begrip(vraag);
  const vak = bij("zoek-uitleg");
  vak.hidden = nummer === null;
  if (nummer === null) return;
  const [adres, titel] = zoeker.paginas[nummer];
  const tekst = await laad(`p/${nummer}.json`);
  if (eigen !== beurt) return;
  const link = element("a", "", titel);
  link.href = adresVan(adres);
  const kop = element("p", "kb-zoek-begrip");
  kop.append(link);
  vak.replaceChildren(kop, element("p", "", tekst));
}

/** A button per kind among the hits; one is pressed. */
function toonSoorten(treffers, vraag) {
  const telling = new Map();
  for (const nummer of treffers) telling.set(zoeker.paginas[nummer][2], (telling.get(zoeker.paginas[nummer][2]) ?? 0) + 1);
  if (soort !== "" && !telling.has(soort)) soort = "";
  const knop = (waarde, tekst) => {
    const nieuw = element("button", "kb-zoek-soort", tekst);
    nieuw.type = "button";
    nieuw.setAttribute("aria-pressed", String(soort === waarde));
    nieuw.addEventListener("click", async () => {
      soort = waarde;
      await toon(vraag);
      bij("zoek-soorten").querySelector('[aria-pressed="true"]')?.focus();
    });
    return nieuw;
  };
  const vak = bij("zoek-soorten");
  vak.hidden = telling.size < 2;
  vak.replaceChildren(knop("", woord("alle", { aantal: treffers.length })), ...[...telling].map(([nummer, aantal]) => knop(nummer, `${zoeker.soorten[nummer]} (${aantal})`)));
}

function meld(aantal, vraag, anders) {
  const zin = aantal === 1 ? woord("een", { vraag }) : woord("meer", { aantal, vraag });
  const bedoeld = anders.size ? ` ${woord("anders", { woorden: [...anders].map(([geschreven, gevonden]) => `${geschreven} → ${gevonden}`).join(", ") })}` : "";
  bij("zoek-status").textContent = aantal ? zin + bedoeld : woord("niets", { vraag });
}

async function toon(vraag) {
  const eigen = ++beurt;
  zoeker ??= new Zoeker(await laad("index.json"), laad);
  const { treffers, woorden, anders } = await zoeker.zoek(vraag);
  if (eigen !== beurt) return;
  toonSoorten(treffers, vraag);
  const gekozen = treffers.filter((nummer) => soort === "" || zoeker.paginas[nummer][2] === soort).slice(0, MEEST);
  const regels = gekozen.map((nummer) => treffer(nummer, woorden));
  const lijst = bij("zoek-treffers");
  lijst.replaceChildren(...regels);
  lijst.hidden = !regels.length;
  bij("zoek-alles").hidden = regels.length > 0;
  bij("zoek-wegen").hidden = regels.length > 0;
  meld(regels.length, vraag, anders);
  toonUitleg(vraag, eigen);
  const kijker = new IntersectionObserver((gezien) => {
    for (const { isIntersecting, target } of gezien) {
      if (!isIntersecting) continue;
      kijker.unobserve(target);
      vulTekst(target, Number(target.dataset.nummer), woorden, eigen);
    }
  });
  regels.forEach((regel, plek) => {
    regel.dataset.nummer = gekozen[plek];
    if (plek < TEKSTEN) vulTekst(regel, gekozen[plek], woorden, eigen);
    else kijker.observe(regel);
  });
}

function leegmaken() {
  beurt += 1;
  for (const id of ["zoek-treffers", "zoek-soorten", "zoek-uitleg", "zoek-wegen"]) bij(id).hidden = true;
  bij("zoek-alles").hidden = false;
  bij("zoek-status").textContent = "";
}

/** Who types gets the hits at once; the address follows, so that it can be mailed. */
function typ(veld) {
  const vraag = veld.value.trim();
  history.replaceState(null, "", vraag ? `?q=${encodeURIComponent(vraag)}` : location.pathname);
  for (const ander of document.querySelectorAll('input[name="q"]')) if (ander !== veld) ander.value = veld.value;
  if (vraag) toon(vraag);
  else leegmaken();
}

function begin() {
  const eigen = bij("kb-zoek-pagina");
  eigen.addEventListener("input", () => typ(eigen));
  document.querySelector(".kb-blok").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== eigen) eigen.focus();
  });
  const vraag = (new URLSearchParams(location.search).get("q") ?? "").trim();
  if (!vraag) return;
  for (const veld of document.querySelectorAll('input[name="q"]')) veld.value = vraag;
  toon(vraag);
}

begin();
