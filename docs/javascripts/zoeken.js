// The search page: ranks (zoek-rang.js), lists the hits as links, and shows the words found where they stand.
// Only here is an index fetched: a list of pages, a part per two first letters, and the text of the pages that are shown.

import { Zoeker } from "./zoek-rang.js";
import { fragment, plekken } from "./zoek-woorden.js";

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
function markeer(element, tekst, antwoord) {
  let vanaf = 0;
  for (const [begin, eind] of plekken(tekst, antwoord)) {
    const merk = document.createElement("mark");
    merk.textContent = tekst.slice(begin, eind);
    element.append(tekst.slice(vanaf, begin), merk);
    vanaf = eind;
  }
  element.append(tekst.slice(vanaf));
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

function treffer(nummer, antwoord) {
  const [adres, titel, soortNummer, status = "", extra = "", bestand = ""] = zoeker.paginas[nummer];
  const regel = element("li");
  regel.dataset.hit = "";
  const kop = element("h2");
  const link = element("a");
  link.href = adresVan(adres);
  markeer(link, titel, antwoord);
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
async function vulTekst(regel, nummer, antwoord, eigen) {
  const [tekst, namen] = await laad(`p/${nummer}.json`);
  if (eigen !== beurt) return;
  const vak = regel.querySelector(".kb-treffer-tekst");
  markeer(vak, fragment(tekst, antwoord, LENGTE), antwoord);
  if (regel.querySelector("mark")) return;
  const naam = namen.split(" · ").find((deel) => plekken(deel, antwoord).length); // why it is found at all
  if (naam) markeer(vak, ` ${woord("naam", { naam })}`, antwoord);
}

async function toonUitleg(nummer, eigen) {
  const vak = bij("zoek-uitleg");
  vak.hidden = nummer === null;
  if (nummer === null) return;
  const [adres, titel] = zoeker.paginas[nummer];
  const [tekst] = await laad(`p/${nummer}.json`);
  if (eigen !== beurt) return;
  const link = element("a", "", titel);
  link.href = adresVan(adres);
  const kop = element("p", "kb-zoek-begrip");
  kop.append(link);
  vak.replaceChildren(kop, element("p", "", tekst));
}

const soortVan = (nummer) => zoeker.soorten[zoeker.paginas[nummer][2]];

/** A button per kind among the hits; one is pressed. */
function toonSoorten(treffers, vraag) {
  const telling = new Map();
  for (const nummer of treffers) telling.set(soortVan(nummer), (telling.get(soortVan(nummer)) ?? 0) + 1);
  if (!telling.has(soort)) soort = "";
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
  vak.replaceChildren(knop("", woord("alle", { aantal: treffers.length })), ...[...telling].map(([naam, aantal]) => knop(naam, `${naam} (${aantal})`)));
}

/** One sentence each: how many, how many of them here, what was looked for instead, what was not found. */
function meld(aantal, vraag, { anders, zonder }) {
  const zinnen = [woord(["niets", "een"][aantal] ?? "meer", { aantal, vraag })];
  if (aantal > MEEST) zinnen.push(woord("eerste", { aantal: MEEST }));
  if (anders.size) zinnen.push(woord("anders", { woorden: [...anders].map((paar) => paar.join(" → ")).join(", ") }));
  if (zonder.length) zinnen.push(woord("zonder", { woorden: zonder.join(", ") }));
  bij("zoek-status").textContent = zinnen.join(" ");
}

/** Who finds nothing gets words of the site that look like the question, each a search of its own. */
async function toonNabij(vraag, eigen) {
  const woorden = await zoeker.nabij(vraag);
  if (eigen !== beurt) return;
  const links = woorden.map((deel) => Object.assign(element("a", "", deel), { href: `?q=${encodeURIComponent(deel)}` }));
  bij("zoek-nabij").hidden = !links.length;
  bij("zoek-nabij").lastElementChild.replaceChildren(...links.flatMap((link, n) => (n ? [", ", link] : [link])));
}

/** The address follows what is shown, so that it can be mailed. */
function schrijfAdres(vraag) {
  const delen = new URLSearchParams(vraag ? { q: vraag, ...(soort && { soort }) } : {});
  history.replaceState(null, "", vraag ? `?${delen}` : location.pathname);
}

async function toon(vraag) {
  const eigen = ++beurt;
  zoeker ??= new Zoeker(await laad("index.json"), laad);
  const antwoord = await zoeker.zoek(vraag);
  if (eigen !== beurt) return;
  toonSoorten(antwoord.treffers, vraag);
  schrijfAdres(vraag);
  const gekozen = antwoord.treffers.filter((nummer) => soort === "" || soortVan(nummer) === soort);
  const regels = gekozen.slice(0, MEEST).map((nummer) => treffer(nummer, antwoord));
  bij("zoek-treffers").replaceChildren(...regels);
  bij("zoek-treffers").hidden = !regels.length;
  for (const id of ["zoek-alles", "zoek-wegen"]) bij(id).hidden = regels.length > 0;
  bij("zoek-nabij").hidden = true;
  meld(gekozen.length, vraag, antwoord);
  toonUitleg(antwoord.begrip, eigen);
  if (!regels.length) toonNabij(vraag, eigen);
  vulTeksten(regels, gekozen, antwoord, eigen);
}

function vulTeksten(regels, gekozen, antwoord, eigen) {
  const kijker = new IntersectionObserver((gezien) => {
    for (const { isIntersecting, target } of gezien) {
      if (!isIntersecting) continue;
      kijker.unobserve(target);
      vulTekst(target, Number(target.dataset.nummer), antwoord, eigen);
    }
  });
  regels.forEach((regel, plek) => {
    regel.dataset.nummer = gekozen[plek];
    if (plek < TEKSTEN) vulTekst(regel, gekozen[plek], antwoord, eigen);
    else kijker.observe(regel);
  });
}

function leegmaken() {
  beurt += 1;
  for (const id of ["zoek-treffers", "zoek-soorten", "zoek-uitleg", "zoek-wegen", "zoek-nabij"]) bij(id).hidden = true;
  bij("zoek-alles").hidden = false;
  bij("zoek-status").textContent = "";
}

/** Where the index does not come (no connection), the list of all pages stays, and the reader is told. */
async function zoek(vraag) {
  try {
    await toon(vraag);
  } catch {
    bij("zoek-status").textContent = woord("fout");
  }
}

/** Who types gets the hits at once; the address follows, so that it can be mailed. */
function typ(veld) {
  const vraag = veld.value.trim();
  schrijfAdres(vraag);
  for (const ander of document.querySelectorAll('input[name="q"]')) if (ander !== veld) ander.value = veld.value;
  if (vraag) zoek(vraag);
  else leegmaken();
}

function begin() {
  const eigen = bij("kb-zoek-pagina");
  eigen.addEventListener("input", () => typ(eigen));
  document.querySelector(".kb-blok").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== eigen) eigen.focus();
  });
  const gegeven = new URLSearchParams(location.search);
  const vraag = (gegeven.get("q") ?? "").trim();
  soort = gegeven.get("soort") ?? "";
  if (!vraag) return;
  for (const veld of document.querySelectorAll('input[name="q"]')) veld.value = vraag;
  zoek(vraag);
}

begin();
