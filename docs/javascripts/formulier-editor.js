// The editor of one value in the form for a route: its controls, its mistakes, and where the value comes from.

import { keurInvoer } from "./formulier-keur.js";
import { lang } from "./formulier-splits.js";
import { bericht, BIJ, bij, bronVan, huidig, keuzes, naamVanBron, oud, staat, vandaag, vorm, woord } from "./formulier-staat.js";

const ZELFDE = "_zelfde"; // the source stays what it is
const KERN = ["waarde", "van", "tot", "aanduiding", "onbekend", "toelichting"];
const veld = (editor, naam) => editor.querySelector(`[name="${naam}"]`);
const soortVan = (editor) => editor.querySelector("[name=soort]:checked").value;

export function vulKeuzes(lijst, opties, gekozen, leeg) {
  lijst.replaceChildren(...(leeg === undefined ? [] : [new Option(leeg, "")]), ...opties.map((optie) => optie.cloneNode(true)));
  for (const optie of lijst.options) optie.selected = gekozen.map(String).includes(optie.value);
}

/** The control in which a value is given: a list to choose from, lines of text, or a field. */
export function invoerVoor(rij, waarde, naam = "waarde") {
  const opties = keuzes(rij);
  const lijst = rij.dataset.lijst === "ja";
  const groot = vorm(rij).code === "tekst";
  const invoer = document.createElement(opties.length ? "select" : groot ? "textarea" : "input");
  if (opties.length) {
    invoer.multiple = lijst;
    vulKeuzes(invoer, opties, [waarde ?? ""].flat(), lijst ? undefined : woord("kies"));
    if (lijst) invoer.size = Math.min(opties.length, 8);
  } else {
    invoer.value = [waarde ?? ""].flat().join("\n");
    if (groot) invoer.rows = lijst ? 6 : 3;
    else invoer.autocomplete = "off";
  }
  invoer.name = naam;
  return invoer;
}

/** Opens an editor at the end of `plek`. `knop` opened it and gets the focus back; `neem` takes over what was typed. */
export function openEditor(editor, plek, knop, neem) {
  sluit();
  const dicht = () => { sluit(); knop.focus(); };
  editor.addEventListener("change", () => toonDelen(editor));
  editor.addEventListener("submit", (event) => { event.preventDefault(); neem(); });
  editor.querySelector("[data-annuleer]").addEventListener("click", dicht);
  editor.addEventListener("keydown", (event) => { if (event.key === "Escape") dicht(); });
  koppel(editor);
  toonDelen(editor);
  plek.append(editor);
  knop.setAttribute("aria-expanded", "true");
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
  const soort = editor.querySelector("[name=soort]:checked")?.value ?? "waarde";
  for (const deel of editor.querySelectorAll("[data-bij]")) deel.hidden = !deel.dataset.bij.split(" ").includes(soort);
}

export function sluit() {
  document.querySelector("form.kb-form-editor")?.remove();
  for (const knop of document.querySelectorAll("#formulier [aria-expanded=true]")) knop.setAttribute("aria-expanded", "false");
}

// --- where a value comes from

/** Fills the part that asks for source, place, year and day. `nu`: what stands there; `alles`: whether the file has a place for it. */
export function vulHerkomst(editor, pad, nu, alles) {
  const zelfde = new Option(woord("bron-zelfde", { bron: naamVanBron(nu.bron ?? bronVan(pad)) }), ZELFDE);
  vulKeuzes(veld(editor, "bron"), [zelfde, ...bij("formulier-bronnen").content.children], [], woord("kies"));
  for (const naam of ["plaats", "schooljaar"]) veld(editor, naam).value = nu[naam] ?? "";
  veld(editor, "gecontroleerd_op").value = vandaag();
  veld(editor, "schooljaar").closest("[data-plek]").hidden = !alles;
}

/** Reads that part. Source and day are asked for every change; another source has another place. */
export function leesHerkomst(editor, nu, fouten) {
  const uit = {};
  for (const naam of BIJ) {
    const ruw = veld(editor, naam).value;
    if (naam === "bron" && ruw === ZELFDE) {
      if (nu.bron) uit.bron = nu.bron;
    } else if (ruw) {
      const { waarde, fout } = keurInvoer(JSON.parse(bij("formulier-bij").getAttribute(`data-${naam.replaceAll("_", "-")}`)), ruw);
      if (fout) fouten.set(naam, fout);
      else uit[naam] = waarde;
    } else if (naam === "bron" || naam === "gecontroleerd_op") fouten.set(naam, "leeg");
  }
  if (veld(editor, "bron").value !== ZELFDE && uit.bron && !uit.plaats) fouten.set("plaats", "leeg");
  if (uit.gecontroleerd_op > vandaag()) fouten.set("gecontroleerd_op", "toekomst");
  return uit;
}

// --- a row

export function openRij(rij, knop, klaar) {
  const editor = bij("formulier-editor").content.firstElementChild.cloneNode(true);
  const pad = rij.dataset.pad;
  const isFeit = rij.dataset.soort === "feit";
  const feit = isFeit ? lang(huidig(pad)) : { waarde: huidig(pad) };
  editor.querySelector("legend").textContent = rij.dataset.label;
  editor.querySelector("[data-uitleg]").textContent = rij.dataset.uitleg;
  if (rij.dataset.lijst === "ja") editor.querySelector("[data-lijst]").hidden = false;
  editor.querySelector("[data-plek=waarde] label").after(invoerVoor(rij, feit.waarde));
  const getal = isFeit && "minimum" in vorm(rij) && rij.dataset.lijst !== "ja";
  const lezing = /\.waarden\.\d+$/.test(pad);
  if (!isFeit) editor.querySelector("[data-feit]").remove();
  for (const [naam, blijft] of Object.entries({ bereik: getal, aanduiding: getal, verschillen: Boolean(feit.waarden), onbekend: !lezing, toelichting: isFeit && !lezing })) {
    if (!blijft) editor.querySelectorAll(`[data-mits=${naam}]`).forEach((deel) => deel.remove());
  }
  const soort = feit.waarden ? "verschillen" : feit.onbekend ? "onbekend" : "van" in feit ? "bereik" : "waarde";
  const keus = editor.querySelector(`[name=soort][value=${soort}]`);
  if (keus) keus.checked = true;
  for (const naam of KERN) if (naam !== "waarde" && veld(editor, naam)) veld(editor, naam).value = feit[naam] ?? "";
  if (feit.waarden) vulKeuzes(veld(editor, "keuze"), feit.waarden.map((_, nummer) => new Option(nummer + 1, nummer + 1)), [feit.keuze]);
  if (["id", "gecontroleerd_op"].includes(pad)) editor.querySelector("[data-herkomst]").remove();
  else vulHerkomst(editor, pad, isFeit ? feit : {}, isFeit);
  openEditor(editor, rij.querySelector("dd"), knop, () => neem(rij, editor, knop, klaar));
}

export function lijstOfEen(rij, editor, fouten, naam = "waarde") {
  const invoer = veld(editor, naam);
  const ruw = invoer.multiple ? [...invoer.selectedOptions].map((optie) => optie.value)
    : rij.dataset.lijst === "ja" ? invoer.value.split("\n").filter((regel) => regel.trim()) : [invoer.value];
  const delen = (ruw.length ? ruw : [""]).map((deel) => keurInvoer(vorm(rij), deel));
  const fout = delen.find((deel) => deel.fout);
  if (fout) fouten.set(naam, fout.fout);
  const waarden = delen.map((deel) => deel.waarde);
  return rij.dataset.lijst === "ja" ? waarden : waarden[0];
}

function neemFeit(rij, editor, fouten) {
  const soort = rij.dataset.soort === "feit" && editor.querySelector("[name=soort]") ? soortVan(editor) : "waarde";
  const eerst = lang(oud(rij.dataset.pad));
  const keurIn = (naam, hoe) => {
    const { waarde, fout } = keurInvoer(hoe, veld(editor, naam).value);
    if (fout) fouten.set(naam, fout);
    return waarde;
  };
  const nieuw = {};
  if (soort === "waarde") nieuw.waarde = lijstOfEen(rij, editor, fouten);
  else if (soort === "onbekend") nieuw.onbekend = keurIn("onbekend", { code: "tekst" });
  else if (soort === "verschillen") Object.assign(nieuw, { waarden: eerst.waarden, keuze: Number(veld(editor, "keuze").value) });
  else {
    Object.assign(nieuw, { van: keurIn("van", vorm(rij)), tot: keurIn("tot", vorm(rij)) });
    if (!fouten.size && nieuw.van > nieuw.tot) fouten.set("tot", "bereik_omgekeerd");
  }
  if (["waarde", "bereik"].includes(soort) && veld(editor, "aanduiding")?.value) nieuw.aanduiding = veld(editor, "aanduiding").value;
  if (veld(editor, "toelichting")?.value.trim() || soort === "verschillen") nieuw.toelichting = keurIn("toelichting", { code: "tekst" });
  Object.assign(nieuw, leesHerkomst(editor, eerst, fouten));
  // the fields keep the order in which they stood, so that no line moves
  const volgorde = [...Object.keys(eerst).filter((naam) => naam in nieuw), ...Object.keys(nieuw).filter((naam) => !(naam in eerst))];
  return Object.fromEntries(volgorde.map((naam) => [naam, nieuw[naam]]));
}

function neem(rij, editor, knop, klaar) {
  const fouten = new Map();
  const isFeit = rij.dataset.soort === "feit";
  const pad = rij.dataset.pad;
  const waarde = isFeit ? neemFeit(rij, editor, fouten) : lijstOfEen(rij, editor, fouten);
  const waar = !isFeit && veld(editor, "bron") ? herkomstInWoorden(leesHerkomst(editor, {}, fouten)) : "";
  if (toonFouten(editor, fouten, () => rij)) return;
  // another form of the fact: changes of the readings that were there have no place any more
  for (const onder of [...staat.wijzigingen.keys()]) if (onder.startsWith(`${pad}.waarden.`) && !waarde.waarden) staat.wijzigingen.delete(onder);
  if (JSON.stringify(isFeit ? lang(oud(pad)) : oud(pad)) === JSON.stringify(waarde)) staat.wijzigingen.delete(pad);
  else staat.wijzigingen.set(pad, { soort: rij.dataset.soort, waarde, waar });
  klaar(rij.dataset.label);
  knop.focus();
}

export const herkomstInWoorden = ({ bron, plaats, gecontroleerd_op: dag }) => [bron ? naamVanBron(bron) : woord("bron-gelijk"), plaats, dag].filter(Boolean).join(", ");

// --- mistakes

/** Tells each mistake at its field and together above, where the focus goes; true when there are any. */
export function toonFouten(editor, fouten, rijVan) {
  for (const plek of editor.querySelectorAll("[data-plek]")) {
    const code = fouten.get(plek.dataset.plek);
    const invoer = plek.querySelector("input, select, textarea");
    plek.querySelector(".kb-plan-fout").textContent = code ? foutzin(rijVan(plek), code, invoer.value) : "";
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
    link.textContent = `${bij(`formulier-${naam}`).closest("[data-plek]").querySelector("label").textContent}. ${bij(`formulier-${naam}-fout`).textContent}`;
    link.addEventListener("click", (event) => { event.preventDefault(); bij(`formulier-${naam}`).focus(); });
    punt.append(link);
    return punt;
  }));
  vak.focus();
  return true;
}

function foutzin(rij, code, staat_) {
  const opties = (rij ? vorm(rij).enum ?? [] : []).join(", ");
  const verwacht = bericht(code).replace("{keuzes}", opties).replace("{lengte}", staat_.length).replace("{vandaag}", vandaag());
  return woord("fout", { staat: staat_.trim().slice(0, 80) || woord("niets"), verwacht });
}
