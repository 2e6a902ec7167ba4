// The memo for the board: fields on the left, the memo itself beside it. Both follow the plan in this browser.

import { meld, volg, wijzig } from "./plan-bewaren.js";

const BLAD = (263 - 6) * 96 / 25.4; // px: A4 within its margins, less the line with the address below the memo
const bij = (id) => document.getElementById(id);
const blad = bij("notitie-blad");
const dag = () => new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
let teLang = null; // not measured yet

// --- the memo

const leeg = new Map([...blad.querySelectorAll("[data-vul]")].map((plek) => [plek.dataset.vul, [...plek.childNodes]]));
const velden = blad.querySelectorAll("[data-vul] .kb-leeg").length;

/** Fills a place of the memo with text or elements; without any its blank comes back. */
function vul(naam, ...inhoud) {
  const gevuld = inhoud.filter(Boolean);
  blad.querySelector(`[data-vul="${naam}"]`).replaceChildren(...(gevuld.length ? gevuld : leeg.get(naam)));
}

/** Puts a number beside every known minimum that belongs to it. */
function vergelijk(naam, getal) {
  for (const plek of blad.querySelectorAll(`[data-bij="${naam}"]`)) {
    const { vul: eigen, grens, boven, precies, onder } = plek.dataset;
    const verschil = Math.sign(getal - Number(grens));
    vul(eigen, getal === null ? "" : [onder, precies, boven][verschil + 1]);
  }
}

function toonRisicos(naam, gekozen) {
  vul(naam, ...gekozen.map((vakje) => {
    const regel = document.createElement("li");
    regel.append(...vakje.nextElementSibling.cloneNode(true).childNodes);
    return regel;
  }));
  const genoemd = [...blad.querySelectorAll(`[data-vul="${naam}"] a`)].map((link) => link.href);
  blad.querySelectorAll("[data-bron]").forEach((bron) => { bron.hidden = !genoemd.includes(bron.querySelector("a").href); });
}

function toonPunt(vakje) {
  const regel = blad.querySelector(`[data-punt="${vakje.value}"]`);
  regel.classList.toggle("kb-af", vakje.checked);
  regel.querySelector(".kb-notitie-klaar").hidden = !vakje.checked;
}

/** Whether the memo, as it prints, needs a second sheet. */
function pastNiet() {
  const proef = blad.cloneNode(true);
  proef.classList.add("kb-notitie-proef");
  proef.inert = true;
  [proef, ...proef.querySelectorAll("[id]")].forEach((deel) => deel.removeAttribute("id"));
  blad.after(proef);
  const hoogte = proef.getBoundingClientRect().height;
  proef.remove();
  return hoogte > BLAD;
}

function toonStand() {
  const open = blad.querySelectorAll("[data-vul] .kb-leeg").length;
  bij("notitie-stand").textContent = open
    ? `Nog in te vullen: ${open} van de ${velden} onderdelen.`
    : "Alle onderdelen zijn ingevuld.";
  const was = teLang;
  teLang = pastNiet();
  bij("notitie-lang").hidden = !teLang;
  if (teLang && was === false) meld("Uw notitie is nu langer dan één bladzijde.");
  if (was && !teLang) meld("Uw notitie past weer op één bladzijde.");
}

// --- the fields

const zet = (naam, waarde) => wijzig((plan) => { plan.notitie = { ...plan.notitie, [naam]: waarde }; });

/** Keeps a value; says so only when this browser refuses to keep it. */
function bewaar(naam, waarde) {
  if (!zet(naam, waarde)) meld("", false);
}

function maakVakjes(deel, naam) {
  const vakjes = [...deel.querySelectorAll("[type=checkbox]")];
  const risico = deel.dataset.soort === "risico";
  let onbekend = 0;
  const gekozen = () => vakjes.filter((vakje) => vakje.checked);
  deel.addEventListener("change", () => {
    const was = teLang;
    const bewaard = zet(naam, gekozen().map((vakje) => vakje.value));
    const wat = risico ? "risico's gekozen" : "punten klaar";
    if (teLang === was) meld(`${gekozen().length} van de ${vakjes.length} ${wat}.`, bewaard);
  });
  return (plan) => {
    const ids = [plan.notitie?.[naam] ?? []].flat();
    vakjes.forEach((vakje) => { vakje.checked = ids.includes(vakje.value); });
    if (risico) toonRisicos(naam, gekozen());
    else vakjes.forEach(toonPunt);
    deel.querySelectorAll("details").forEach((groep) => {
      const aantal = groep.querySelectorAll(":checked").length;
      groep.querySelector("[data-telling]").textContent = aantal ? `(${aantal} gekozen)` : "";
    });
    const weg = ids.length - gekozen().length;
    if (weg > onbekend) meld(`Van uw keuzes bestaan er ${weg} niet meer op deze site. Kies opnieuw.`);
    onbekend = weg;
  };
}

function maakGetal(invoer, naam) {
  const melding = bij(`fout-${naam}`);
  const lees = () => (/^\s*\d{1,5}\s*$/.test(invoer.value) ? String(Number(invoer.value)) : null);
  const fout = (tekst) => {
    melding.textContent = tekst;
    if (tekst) invoer.setAttribute("aria-invalid", "true");
    else invoer.removeAttribute("aria-invalid");
  };
  invoer.addEventListener("input", () => {
    if (lees() !== null || !invoer.value.trim()) fout("");
    bewaar(naam, lees() ?? "");
  });
  invoer.addEventListener("change", () => {
    if (lees() !== null || !invoer.value.trim()) return;
    fout("Schrijf een heel getal in cijfers, zoals 18.");
    meld(melding.textContent);
  });
  return (plan) => {
    const waarde = plan.notitie?.[naam] ?? "";
    const getal = /^\d{1,5}$/.test(waarde) ? Number(waarde) : null;
    // what is no number stays as it was typed, to be put right
    if (document.activeElement !== invoer && invoer.getAttribute("aria-invalid") !== "true") invoer.value = waarde;
    vul(naam, getal === null ? "" : `${getal}.`);
    vergelijk(naam, getal);
  };
}

function maakInvoer(invoer, naam) {
  const keuze = invoer.matches("select");
  invoer.addEventListener("input", () => bewaar(naam, invoer.value));
  return (plan) => {
    const waarde = [plan.notitie?.[naam] ?? ""].flat()[0] ?? "";
    if (invoer.value !== waarde) invoer.value = waarde;
    if (keuze && invoer.selectedIndex < 0) invoer.value = "";
    vul(naam, keuze ? invoer.selectedOptions[0].dataset.tekst : waarde.trim());
  };
}

/** The button that copies the notes at the step of a field; it is there only while there are notes to copy. */
function maakOverneemknop(deel, invoer, naam) {
  const knop = bij(`over-${naam}`);
  if (!knop) return () => {};
  const aantekening = (plan) => plan.stappen[deel.dataset.bijStap]?.notitie.trim() ?? "";
  knop.addEventListener("click", () => {
    let past = true;
    const bewaard = wijzig((plan) => {
      const tekst = [plan.notitie?.[naam]?.trim(), aantekening(plan)].filter(Boolean).join("\n");
      past = tekst.length <= invoer.maxLength;
      if (past) plan.notitie = { ...plan.notitie, [naam]: tekst };
    });
    invoer.focus();
    meld(past ? "Uw aantekening staat nu in dit veld." : "Uw aantekening is te lang voor dit veld.", bewaard);
  });
  return (plan) => {
    const tekst = aantekening(plan);
    knop.hidden = !tekst || (plan.notitie?.[naam] ?? "").includes(tekst);
  };
}

/** Marks the part of the memo that a field fills, and brings it into sight within the sheet. */
function wijsAan(naam) {
  blad.querySelectorAll(".kb-notitie-hier").forEach((deel) => deel.classList.remove("kb-notitie-hier"));
  const plek = blad.querySelector(`[data-deel="${naam}"]`);
  if (!plek) return;
  plek.classList.add("kb-notitie-hier");
  if (blad.scrollHeight > blad.clientHeight) blad.scrollTop = plek.offsetTop - blad.clientHeight / 3;
}

function maakVeld(deel) {
  const { notitie: naam, soort } = deel.dataset;
  const invoer = bij(`veld-${naam}`);
  deel.addEventListener("focusin", () => wijsAan(naam));
  if (soort === "akkoord") return [];
  if (soort === "punten" || soort === "risico") return [maakVakjes(deel, naam)];
  if (soort === "getal") return [maakGetal(invoer, naam)];
  return [maakInvoer(invoer, naam), maakOverneemknop(deel, invoer, naam)];
}

// --- Word

function leesbaar(plek) {
  const zichtbaar = plek.cloneNode(true);
  zichtbaar.querySelectorAll("[hidden]").forEach((deel) => deel.remove());
  return zichtbaar.textContent;
}

/** What the memo says now, by the name of its places; empty where it is still blank. */
function inhoud() {
  const waarden = {};
  for (const plek of blad.querySelectorAll("[data-vul]")) {
    const regels = plek.matches("ul") ? [...plek.children].map(leesbaar) : leesbaar(plek);
    waarden[plek.dataset.vul] = plek.querySelector(".kb-leeg") ? "" : regels;
  }
  for (const punt of blad.querySelectorAll("[data-punt]")) {
    waarden[punt.dataset.punt] = `${punt.classList.contains("kb-af") ? "☑" : "☐"} ${leesbaar(punt)}`;
  }
  return waarden;
}

async function download({ currentTarget: knop }) {
  try {
    const { maakWord } = await import("./notitie-word.js");
    const sjabloon = await fetch(knop.dataset.bestand);
    if (!sjabloon.ok) throw new Error(sjabloon.status);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(maakWord(await sjabloon.arrayBuffer(), inhoud()));
    link.download = "beslisnotitie.docx";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    meld("Uw notitie staat in het bestand beslisnotitie.docx.");
  } catch {
    meld("Het Word-bestand is niet gemaakt. Controleer uw verbinding en probeer het opnieuw.");
  }
}

function begin() {
  vul("datum", dag());
  blad.querySelectorAll(".kb-zonder-script").forEach((deel) => deel.remove());
  const tonen = [...document.querySelectorAll("[data-notitie]")].flatMap(maakVeld);
  volg((plan) => {
    tonen.forEach((toon) => toon(plan));
    toonStand();
  });
  document.fonts.ready.then(toonStand);
  bij("notitie-word").addEventListener("click", download);
}

begin();
