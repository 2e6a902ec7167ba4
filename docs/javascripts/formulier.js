// The page /meewerken/formulier/: pick a route, change its fields, and take the file along. Nothing is sent.
// What is not handed in yet is kept in this browser under `leerroutes-formulier`.

import { keur } from "./formulier-keur.js";
import { haal, lang, splits } from "./formulier-splits.js";

const SLEUTEL = "leerroutes-formulier";
const LEEG = "_leeg";
const bij = (id) => document.getElementById(id);
const blok = bij("formulier");
const woord = (naam, woorden = {}) => bij("formulier-teksten").getAttribute(`data-${naam}`)
  .replace(/\{(\w+)\}/g, (_, sleutel) => woorden[sleutel] ?? "");
const bericht = (code) => bij("formulier-berichten").getAttribute(`data-${code.replaceAll("_", "-")}`);
const rijen = new Map([...document.querySelectorAll(".kb-form-rij")].map((rij) => [rij.dataset.pad, rij]));
const vorm = (rij) => JSON.parse(rij.dataset.vorm);
const BIJ = ["bron", "plaats", "schooljaar", "gecontroleerd_op"];

let bestand = null;
let wijzigingen = new Map(); // path → value: a fact in its long form, or a plain value

// --- what is kept

const bewaard = () => {
  try {
    const gelezen = JSON.parse(localStorage.getItem(SLEUTEL));
    return typeof gelezen?.route === "string" && Array.isArray(gelezen.wijzigingen) ? gelezen : null;
  } catch {
    return null;
  }
};

function bewaar() {
  try {
    if (wijzigingen.size) localStorage.setItem(SLEUTEL, JSON.stringify({ route: bij("formulier-route").value, wijzigingen: [...wijzigingen] }));
    else localStorage.removeItem(SLEUTEL);
  } catch {
    // the browser keeps nothing; the work stays on the page
  }
}

// --- values in words

const keuzes = (rij) => [...rij.querySelector("template").content.querySelectorAll("option")];
const naamVan = (rij, waarde) => keuzes(rij).find((optie) => optie.value === String(waarde))?.textContent ?? String(waarde);
const inWoorden = (rij, waarde) => [waarde].flat().map((deel) => naamVan(rij, deel)).join("; ");

function lees(rij, waarde) {
  if (waarde === undefined) return woord("niets");
  if (rij.dataset.soort === "veld") return inWoorden(rij, waarde);
  const feit = lang(waarde);
  const jaar = feit.schooljaar ? ` (${feit.schooljaar})` : "";
  if (feit.onbekend) return woord("onbekend", { reden: feit.onbekend });
  if (feit.waarden) return woord("verschillen", { lezingen: feit.waarden.map((deel) => inWoorden(rij, deel.waarde ?? `${deel.van}–${deel.tot}`)).join(" / ") });
  const kern = "van" in feit ? `${feit.van}–${feit.tot}` : inWoorden(rij, feit.waarde);
  return [feit.aanduiding, kern, rij.dataset.eenheid].filter(Boolean).join(" ") + jaar;
}

const huidig = (pad) => (wijzigingen.has(pad) ? wijzigingen.get(pad) : haal(bestand.waarden, pad));

// --- the editor of one field

const veld = (editor, naam) => editor.querySelector(`[name="${naam}"]`);

function vulKeuzes(lijst, opties, gekozen, leeg) {
  lijst.replaceChildren(...(leeg === undefined ? [] : [new Option(leeg, "")]), ...opties.map((optie) => optie.cloneNode(true)));
  for (const optie of lijst.options) optie.selected = gekozen.map(String).includes(optie.value);
}

/** The control in which a value is given: a list to choose from, lines of text, or a field. */
function invoerVoor(rij, waarde) {
  const opties = keuzes(rij);
  const lijst = rij.dataset.lijst === "ja";
  const groot = vorm(rij).code === "tekst";
  const invoer = document.createElement(opties.length ? "select" : groot ? "textarea" : "input");
  if (opties.length) {
    invoer.multiple = lijst;
    vulKeuzes(invoer, opties, [waarde].flat(), lijst ? undefined : woord("kies"));
    if (lijst) invoer.size = Math.min(opties.length, 8);
  } else {
    invoer.value = [waarde ?? ""].flat().join("\n");
    if (groot) invoer.rows = lijst ? 6 : 4;
    else invoer.autocomplete = "off";
  }
  invoer.name = "waarde";
  return invoer;
}

function open(rij) {
  sluit();
  const editor = bij("formulier-editor").content.firstElementChild.cloneNode(true);
  const pad = rij.dataset.pad;
  const waarde = huidig(pad);
  const isFeit = rij.dataset.soort === "feit";
  const feit = isFeit ? lang(waarde) : { waarde };
  editor.querySelector("legend").textContent = rij.dataset.label;
  editor.querySelector("[data-uitleg]").textContent = rij.dataset.uitleg;
  if (rij.dataset.lijst === "ja") editor.querySelector("[data-lijst]").hidden = false;
  editor.querySelector("[data-plek=waarde]").append(invoerVoor(rij, feit.waarde));
  const getal = "minimum" in vorm(rij) && rij.dataset.lijst !== "ja";
  for (const deel of editor.querySelectorAll("[data-feit]")) deel.hidden = !isFeit;
  editor.querySelector("[data-bereik]").hidden = !getal || !isFeit;
  const soort = feit.onbekend ? "onbekend" : "van" in feit ? "bereik" : "waarde";
  editor.querySelector(`[name=soort][value=${soort}]`).checked = true;
  for (const naam of ["van", "tot", "onbekend", "plaats", "schooljaar"]) veld(editor, naam).value = feit[naam] ?? "";
  vulKeuzes(veld(editor, "bron"), [...bij("formulier-bronnen").content.children], [feit.bron ?? ""], woord("bron-route"));
  veld(editor, "gecontroleerd_op").value = blok.dataset.vandaag;
  editor.addEventListener("change", () => toonDelen(editor));
  editor.addEventListener("submit", (event) => { event.preventDefault(); neem(rij, editor); });
  editor.querySelector("[data-annuleer]").addEventListener("click", () => { sluit(); rij.querySelector("button").focus(); });
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { sluit(); rij.querySelector("button").focus(); }
  });
  koppel(editor);
  toonDelen(editor);
  rij.querySelector("dd").append(editor);
  rij.querySelector("button").setAttribute("aria-expanded", "true");
  editor.querySelector("legend").focus();
}

/** Every control gets an id, its label and its place for a mistake. */
function koppel(editor) {
  for (const plek of editor.querySelectorAll("[data-plek]")) {
    const invoer = plek.querySelector("input, select, textarea");
    invoer.id = `formulier-${plek.dataset.plek}`;
    plek.querySelector("label").htmlFor = invoer.id;
    plek.querySelector(".kb-plan-fout").id = `${invoer.id}-fout`;
    invoer.setAttribute("aria-describedby", `${invoer.id}-fout`);
  }
}

function toonDelen(editor) {
  const soort = editor.querySelector("[name=soort]:checked").value;
  for (const deel of editor.querySelectorAll("[data-bij]")) deel.hidden = deel.dataset.bij !== soort;
}

function sluit() {
  document.querySelector("form.kb-form-editor")?.remove();
  for (const rij of rijen.values()) rij.querySelector("button").setAttribute("aria-expanded", "false");
}

// --- from the editor to a value

class Fouten extends Map {}

function lijstOfEen(rij, editor, fouten) {
  const invoer = veld(editor, "waarde");
  const ruw = invoer.multiple ? [...invoer.selectedOptions].map((optie) => optie.value)
    : rij.dataset.lijst === "ja" ? invoer.value.split("\n").filter((regel) => regel.trim()) : [invoer.value];
  const delen = (ruw.length ? ruw : [""]).map((deel) => keur(vorm(rij), deel));
  const fout = delen.find((deel) => deel.fout);
  if (fout) fouten.set("waarde", fout.fout);
  const waarden = delen.map((deel) => deel.waarde);
  return rij.dataset.lijst === "ja" ? waarden : waarden[0];
}

function neemFeit(rij, editor, fouten) {
  const soort = editor.querySelector("[name=soort]:checked").value;
  const oud = lang(haal(bestand.waarden, rij.dataset.pad));
  const keurIn = (naam, hoe) => {
    const { waarde, fout } = keur(hoe, veld(editor, naam).value);
    if (fout) fouten.set(naam, fout);
    return waarde;
  };
  const feit = { ...oud };
  for (const weg of ["waarde", "van", "tot", "waarden", "keuze", "onbekend", ...BIJ]) delete feit[weg];
  const kern = {};
  if (soort === "waarde") kern.waarde = lijstOfEen(rij, editor, fouten);
  else if (soort === "onbekend") kern.onbekend = keurIn("onbekend", { code: "tekst" });
  else {
    Object.assign(kern, { van: keurIn("van", vorm(rij)), tot: keurIn("tot", vorm(rij)) });
    if (!fouten.size && kern.van > kern.tot) fouten.set("tot", "bereik_omgekeerd");
  }
  const herkomst = {};
  for (const naam of BIJ) {
    const hoe = JSON.parse(bij("formulier-bij").getAttribute(`data-${naam.replaceAll("_", "-")}`));
    if (veld(editor, naam).value) herkomst[naam] = keurIn(naam, hoe);
  }
  if (herkomst.bron && !herkomst.plaats) fouten.set("plaats", "leeg");
  // the fields keep the order in which they stood, so that no line moves
  const alles = { ...kern, ...feit, ...herkomst };
  const volgorde = [...Object.keys(oud).filter((naam) => naam in alles), ...Object.keys(alles).filter((naam) => !(naam in oud))];
  return Object.fromEntries(volgorde.map((naam) => [naam, alles[naam]]));
}

function neem(rij, editor) {
  const fouten = new Fouten();
  const waarde = rij.dataset.soort === "feit" ? neemFeit(rij, editor, fouten) : lijstOfEen(rij, editor, fouten);
  if (toonFouten(rij, editor, fouten)) return;
  const pad = rij.dataset.pad;
  const oud = haal(bestand.waarden, pad);
  const zelfde = JSON.stringify(rij.dataset.soort === "feit" ? lang(oud) : oud) === JSON.stringify(waarde);
  if (zelfde) wijzigingen.delete(pad);
  else wijzigingen.set(pad, waarde);
  sluit();
  toon();
  bij("formulier-status").textContent = woord("bewaard", { veld: rij.dataset.label });
  rij.querySelector("button").focus();
}

/** Tells each mistake at its field and together above, where the focus goes; true when there are any. */
function toonFouten(rij, editor, fouten) {
  for (const plek of editor.querySelectorAll("[data-plek]")) {
    const code = fouten.get(plek.dataset.plek);
    const invoer = plek.querySelector("input, select, textarea");
    plek.querySelector(".kb-plan-fout").textContent = code ? foutzin(rij, code, invoer.value) : "";
    if (code) invoer.setAttribute("aria-invalid", "true");
    else invoer.removeAttribute("aria-invalid");
  }
  const vak = editor.querySelector(".kb-reken-fouten");
  vak.hidden = !fouten.size;
  if (!fouten.size) return false;
  vak.querySelector("ul").replaceChildren(...[...fouten].map(([naam]) => {
    const punt = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#formulier-${naam}`;
    link.textContent = bij(`formulier-${naam}-fout`).textContent;
    link.addEventListener("click", (event) => { event.preventDefault(); bij(`formulier-${naam}`).focus(); });
    punt.append(link);
    return punt;
  }));
  vak.focus();
  return true;
}

function foutzin(rij, code, staat) {
  const opties = (vorm(rij).enum ?? []).join(", ");
  const verwacht = bericht(code).replace("{keuzes}", opties).replace("{lengte}", staat.length);
  return woord("fout", { staat: staat.trim().slice(0, 80) || woord("niets"), verwacht });
}

// --- the whole

function toon() {
  for (const [pad, rij] of rijen) {
    const nu = huidig(pad);
    rij.querySelector("[data-waarde]").textContent = lees(rij, nu);
    rij.classList.toggle("kb-form-gewijzigd", wijzigingen.has(pad));
    const vast = rij.dataset.soort === "feit" && Boolean(lang(nu).waarden);
    rij.querySelector("button").hidden = vast;
  }
  bij("formulier-lijst").replaceChildren(...[...wijzigingen].map(([pad, waarde]) => {
    const rij = rijen.get(pad);
    const punt = document.createElement("li");
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "kb-knop kb-knop-licht";
    knop.textContent = woord("terug", { veld: rij.dataset.label });
    knop.addEventListener("click", () => { wijzigingen.delete(pad); toon(); bij("formulier-klaar-kop").focus(); });
    punt.append(`${rij.dataset.label}: ${lees(rij, haal(bestand.waarden, pad))} → ${lees(rij, waarde)} `, knop);
    return punt;
  }));
  bij("formulier-klaar").hidden = !wijzigingen.size;
  bij("formulier-geen").hidden = Boolean(wijzigingen.size);
  if (wijzigingen.size) lever();
  bewaar();
}

const tekst = () => splits(bestand, [...wijzigingen].map(([pad, waarde]) => ({ pad, waarde, feit: rijen.get(pad).dataset.soort === "feit" })));

function lever() {
  const yml = tekst();
  const naam = bestand.bestand.split("/").at(-1);
  const nieuw = bij("formulier-route").value === LEEG;
  const bestandsnaam = nieuw ? `${huidig("id") ?? "nieuw-route"}.yml` : naam;
  bij("formulier-yml").value = yml;
  const op = bij("formulier-op");
  URL.revokeObjectURL(op.href);
  op.href = URL.createObjectURL(new Blob([yml], { type: "text/yaml" }));
  op.download = bestandsnaam;
  const zinnen = [...bij("formulier-lijst").children].map((punt) => `- ${punt.firstChild.textContent.trim()}`).join("\n");
  const { repository, postvak } = blok.dataset;
  const plek = nieuw ? `new/main/data/routes?filename=${encodeURIComponent(bestandsnaam)}` : `edit/main/${bestand.bestand}`;
  const stuur = bij("formulier-stuur");
  if (stuur && repository) stuur.href = `${repository}/${plek}`;
  const mail = bij("formulier-mail");
  if (mail && postvak) mail.href = `mailto:${postvak}?subject=${encodeURIComponent(bestandsnaam)}&body=${encodeURIComponent(zinnen)}`;
}

async function kies(id, oude = []) {
  const antwoord = await fetch(`${encodeURIComponent(id)}.json`);
  if (!antwoord.ok) {
    bij("formulier-status").textContent = woord("mislukt");
    return;
  }
  bestand = await antwoord.json();
  wijzigingen = new Map(oude.filter(([pad]) => rijen.has(pad)));
  rijen.get("id").hidden = id !== LEEG;
  bij("formulier-velden").hidden = false;
  sluit();
  toon();
  bij("formulier-status").textContent = woord("geopend", { naam: bij("formulier-route").selectedOptions[0].textContent });
}

function begin() {
  const lijst = bij("formulier-route");
  for (const [, rij] of rijen) rij.querySelector("button").addEventListener("click", () => open(rij));
  bij("formulier-kies").addEventListener("submit", (event) => { event.preventDefault(); if (lijst.value) kies(lijst.value); });
  bij("formulier-kopieer").addEventListener("click", async () => {
    bij("formulier-yml").select();
    await navigator.clipboard?.writeText(bij("formulier-yml").value).catch(() => document.execCommand("copy"));
    bij("formulier-status").textContent = woord("gekopieerd");
  });
  bij("formulier-wis").addEventListener("click", () => { wijzigingen.clear(); toon(); bij("formulier-status").textContent = woord("gewist"); });
  for (const deel of document.querySelectorAll("#formulier .kb-met-script")) deel.hidden = false;
  const gevraagd = new URLSearchParams(location.search).get("route");
  const oud = bewaard();
  const id = [gevraagd, oud?.route].find((naam) => naam && [...lijst.options].some((optie) => optie.value === naam));
  if (!id) return;
  lijst.value = id;
  kies(id, oud?.route === id ? oud.wijzigingen : []);
}

begin();
