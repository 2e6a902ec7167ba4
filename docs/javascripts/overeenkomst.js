// Filling in a model agreement on its own page: answers go into the text, a live check says what the law still asks,
// and the result leaves as Word, paper or a file. Everything stays in this browser.

import { botst, leeg, nogNiet, sleutel, valideer, verschillen } from "./overeenkomst-staat.js";
import { maakWord } from "./overeenkomst-word.js";

const bij = (id) => document.getElementById(id);
const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");
const blok = bij("overeenkomst");
const model = blok.dataset.model;
const t = (naam) => blok.getAttribute(`data-t-${naam}`);
const delen = [...blok.querySelectorAll("[data-artikel]")];
const velden = [...blok.querySelectorAll("[data-veld]")];
const variant = bij("variant");
const naamVan = (veld) => blok.querySelector(`label[for="${veld.id}"]`).textContent;
const kop = (deel) => deel.querySelector("h3").textContent.replace(/\s+/g, " ").trim();

// --- what the page knows of the model

const veldVan = (element) => ({ id: element.dataset.veld, nodig: element.dataset.nodig === "True" });
const artikelen = delen.map((deel) => {
  const keuzes = [...deel.querySelectorAll("[data-keuze]")].map((keuze) => ({
    id: keuze.dataset.keuze,
    opties: Object.fromEntries([...keuze.querySelectorAll("[data-optie]")].map((optie) =>
      [optie.dataset.optie, [...optie.querySelectorAll("[data-veld]")].map(veldVan)])),
  }));
  return {
    deel, id: deel.dataset.artikel, keuzes, onderwerp: deel.dataset.onderwerp ?? "",
    nietBij: (deel.dataset.nietBij ?? "").split(" ").filter(Boolean),
    velden: [...deel.querySelectorAll("[data-veld]")].filter((veld) => !veld.closest("[data-optie]")).map(veldVan),
  };
});

// --- the answers

let antwoorden = leeg(model);
const nu = () => variant?.value ?? "";
const geldt = ({ nietBij }) => !nietBij.includes(nu());

function lees() {
  try {
    return valideer(JSON.parse(localStorage.getItem(sleutel(model))), model) ?? leeg(model);
  } catch {
    return leeg(model);
  }
}

function bewaar() {
  try {
    localStorage.setItem(sleutel(model), JSON.stringify(antwoorden));
    return true;
  } catch {
    return false;
  }
}

const meld = (tekst) => { bij("melding").textContent = tekst; };

/** Puts answers in every control, and shows what follows. */
function zet(nieuw) {
  antwoorden = nieuw;
  for (const veld of velden) veld.value = nieuw.velden[veld.dataset.veld] ?? "";
  for (const knop of blok.querySelectorAll('[name^="keuze-"]')) knop.checked = nieuw.keuzes[knop.name.slice(6)] === knop.value;
  if (variant) variant.value = [...variant.options].some(({ value }) => value === nieuw.variant) ? nieuw.variant : variant.options[0].value;
  toon();
}

function neem() {
  antwoorden = valideer({
    versie: 1, model, variant: nu(),
    velden: Object.fromEntries(velden.map(({ dataset, value }) => [dataset.veld, value])),
    keuzes: Object.fromEntries([...blok.querySelectorAll('[name^="keuze-"]:checked')].map(({ name, value }) => [name.slice(6), value])),
  }, model) ?? antwoorden;
  meld(bewaar() ? "" : t("bewaart-niet"));
  toon();
}

// --- what follows from them

function toonTekst() {
  for (const plek of blok.querySelectorAll("[data-plek]")) {
    const waarde = antwoorden.velden[plek.dataset.plek];
    plek.dataset.naam ??= plek.textContent;
    plek.textContent = waarde ?? plek.dataset.naam;
    plek.className = waarde ? "kb-gevuld" : "kb-leeg";
  }
  for (const optie of blok.querySelectorAll("[data-optie]")) {
    const gekozen = antwoorden.keuzes[optie.closest("[data-keuze]").dataset.keuze];
    optie.classList.toggle("kb-niet-gekozen", Boolean(gekozen) && gekozen !== optie.dataset.optie);
    optie.classList.toggle("kb-gekozen", gekozen === optie.dataset.optie);
  }
  for (const deel of blok.querySelectorAll("[data-variant]")) deel.hidden = deel.dataset.variant !== nu();
  for (const artikel of artikelen) artikel.deel.classList.toggle("kb-vervalt", !geldt(artikel));
}

function toonStand() {
  const gevraagd = (variant?.selectedOptions[0].dataset.onderwerpen ?? "").split(" ").filter(Boolean);
  const open = nogNiet(artikelen, gevraagd, nu(), antwoorden);
  const namen = open.map((letter) => `${letter}. ${blok.getAttribute(`data-onderwerp-${letter}`)}`).join(", ");
  const geld = antwoorden.keuzes.geld === "nee" ? ` ${t("niet-nodig")}` : "";
  const eerste = vul(t("geregeld"), { aantal: gevraagd.length - open.length, totaal: gevraagd.length });
  bij("stand").textContent = gevraagd.length ? `${eerste} ${open.length ? vul(t("nog"), { lijst: namen }) : t("klaar")}${geld}` : "";
  for (const regel of bij("botsingen").children) regel.hidden = !botst(regel.dataset.als.split(" "), nu(), antwoorden.keuzes);
}

/** A row: what it is about, the answer, and a way back to its control. */
function rij(naam, antwoord, doel) {
  const [regel, term, inhoud, link] = ["div", "dt", "dd", "a"].map((soort) => document.createElement(soort));
  regel.className = "kb-rij";
  term.textContent = naam;
  inhoud.className = antwoord ? "kb-waarde" : "kb-waarde kb-open";
  inhoud.append(antwoord || t("antwoord-leeg"), " ");
  link.href = `#${doel.id || doel.closest("[data-artikel]").id}`;
  link.textContent = vul(t("wijzig"), { naam });
  link.addEventListener("click", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (alleen()) ga(artikelen.findIndex(({ deel }) => deel.contains(doel)), false);
    doel.focus();
  });
  inhoud.append(link);
  regel.append(term, inhoud);
  return regel;
}

function toonAntwoorden() {
  const rijen = artikelen.filter(geldt).flatMap(({ deel }) => {
    const keuzes = [...deel.querySelectorAll("[data-keuze]")].map((keuze) => {
      const gekozen = keuze.querySelector("input[type=radio]:checked");
      return rij(keuze.querySelector("legend").textContent, gekozen?.parentElement.textContent.trim() ?? "", gekozen ?? keuze.querySelector("input"));
    });
    const open = (veld) => !veld.closest("[data-optie]") || veld.closest("[data-optie]").classList.contains("kb-gekozen");
    const eigen = [...deel.querySelectorAll("[data-veld]")].filter(open).map((veld) => rij(naamVan(veld), veld.value.trim(), veld));
    return [...keuzes, ...eigen];
  });
  bij("antwoorden").replaceChildren(...rijen);
}

function toon() {
  toonTekst();
  toonStand();
  toonAntwoorden();
}

// --- one article at a time

let plek = 0;
const alleen = () => bij("een-voor-een").getAttribute("aria-pressed") === "true";

function ga(nieuw, focus = true) {
  const over = artikelen.filter(geldt);
  plek = Math.max(0, Math.min(nieuw, artikelen.length - 1));
  while (!geldt(artikelen[plek]) && plek < artikelen.length - 1) plek += 1;
  for (const [n, { deel }] of artikelen.entries()) deel.classList.toggle("kb-weg", alleen() && n !== plek);
  bij("stappen-knoppen").hidden = !alleen();
  bij("vorige").disabled = artikelen[plek] === over[0];
  bij("volgende").disabled = artikelen[plek] === over.at(-1);
  if (focus && alleen()) artikelen[plek].deel.querySelector("h3").focus();
}

const stap = (richting) => {
  let naar = plek + richting;
  while (artikelen[naar] && !geldt(artikelen[naar])) naar += richting;
  ga(naar);
};

// --- in and out

function geef(blob, naam) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: naam });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function open({ target }, doe) {
  const [bestand] = target.files;
  if (!bestand) return;
  let inhoud = null;
  try {
    inhoud = valideer(JSON.parse(await bestand.text()), model);
  } catch { /* told below */ }
  target.value = "";
  if (inhoud) doe(inhoud);
  else meld(t("mislukt"));
}

function vergelijk(ander) {
  const naam = ([soort, id]) => (soort === "velden" ? naamVan(bij(`veld-${id}`) ?? velden[0])
    : soort === "keuzes" ? blok.querySelector(`[data-keuze="${id}"] legend`)?.textContent ?? id : blok.querySelector('label[for="variant"]').textContent);
  const keuze = (id, optie) => blok.querySelector(`[data-keuze="${id}"] [data-optie="${optie}"] strong`)?.textContent ?? optie;
  const toonbaar = (soort, id, waarde) => (soort === "keuzes" ? keuze(id, waarde)
    : soort === "variant" ? [...variant.options].find(({ value }) => value === waarde)?.textContent ?? "" : waarde) || t("geen-verschil");
  const lijst = verschillen(antwoorden, ander).filter(([soort, id]) => soort !== "velden" || bij(`veld-${id}`));
  meld(lijst.length ? vul(t("verschil"), { aantal: lijst.length }) : t("gelijk"));
  bij("verschillen").replaceChildren(...lijst.map(([soort, id, mijn, hun]) => {
    const [regel, term, inhoud, oud, nieuw] = ["div", "dt", "dd", "del", "ins"].map((soort_) => document.createElement(soort_));
    regel.className = "kb-rij";
    const deel = (blok.querySelector(`[data-keuze="${id}"]`) ?? bij(`veld-${id}`))?.closest("[data-artikel]");
    term.textContent = deel ? `${kop(deel)}: ${naam([soort, id])}` : naam([soort, id]);
    oud.textContent = toonbaar(soort, id, mijn);
    nieuw.textContent = toonbaar(soort, id, hun);
    inhoud.className = "kb-waarde";
    inhoud.append(oud, " → ", nieuw);
    regel.append(term, inhoud);
    return regel;
  }));
}

async function word() {
  const antwoord = await fetch(`${blok.dataset.wortel}overeenkomst/${model}.docx`);
  const valtWeg = artikelen.filter((artikel) => !geldt(artikel)).map(({ id }) => id);
  geef(maakWord(await antwoord.arrayBuffer(), { ...antwoorden, variant: nu() }, valtWeg), `${model}.docx`);
}

function uitRoute({ target }) {
  const route = target.selectedOptions[0].dataset;
  for (const veld of velden) {
    const waarde = route[veld.dataset.uit];
    if (veld.dataset.uit && waarde && !veld.value.trim()) veld.value = waarde;
  }
  neem();
}

blok.addEventListener("input", ({ target }) => { if (target.matches("[data-veld]")) neem(); });
blok.addEventListener("change", ({ target }) => {
  if (target.matches('[name^="keuze-"]')) neem();
  if (target === variant) { neem(); ga(plek, false); }
});
bij("uit-route").addEventListener("change", uitRoute);
bij("een-voor-een").addEventListener("click", ({ currentTarget }) => {
  currentTarget.setAttribute("aria-pressed", String(!alleen()));
  ga(0);
});
bij("vorige").addEventListener("click", () => stap(-1));
bij("volgende").addEventListener("click", () => stap(1));
bij("word").addEventListener("click", word);
bij("bewaar").addEventListener("click", () => geef(new Blob([JSON.stringify({ ...antwoorden, variant: nu() }, null, 1)], { type: "application/json" }), `${model}.json`));
bij("open").addEventListener("change", (gebeurtenis) => open(gebeurtenis, (inhoud) => { zet(inhoud); bewaar(); meld(t("gelezen")); }));
bij("vergelijk").addEventListener("change", (gebeurtenis) => open(gebeurtenis, vergelijk));
bij("wis").addEventListener("click", () => {
  if (!confirm(t("vraag-wissen"))) return;
  try { localStorage.removeItem(sleutel(model)); } catch { /* nothing was kept */ }
  zet(leeg(model));
  meld(t("gewist"));
});
for (const deel of document.querySelectorAll(".kb-met-script")) if (deel.id !== "stappen-knoppen") deel.hidden = false;
zet(lees());
ga(0, false);
