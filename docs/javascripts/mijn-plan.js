// The plan of all steps: notes and dates per step, dates of the fixed moments, and the plan as a file.

import { leesDag, MAANDEN } from "./dagen.js";
import { bewaar, isDag, isLeeg, leeg, lees, meld, valideer, volg, wijzig } from "./plan-bewaren.js";
import "./vinkjes.js";

const GROOTST = 1_000_000; // bytes of a file; a full plan is far smaller
const bij = (id) => document.getElementById(id);

const delen = (dag) => dag.split("-").map(Number);
const cijfers = (dag) => delen(dag).reverse().join("-");

function voluit(dag) {
  const [jaar, maand, nummer] = delen(dag);
  return `${nummer} ${MAANDEN[maand - 1]} ${jaar}`;
}

// --- a step: progress, target date, notes

/** `Bezig: 3 van 12 taken klaar`; a note or a date is a beginning too. */
function voortgang(klaar, taken, begonnen) {
  const woord = klaar && klaar === taken ? "Klaar" : klaar || begonnen ? "Bezig" : "Nog niet begonnen";
  return `${woord}: ${klaar} van ${taken} taken klaar`;
}

function fout(veld, melding, tekst) {
  melding.textContent = tekst;
  if (tekst) veld.setAttribute("aria-invalid", "true");
  else veld.removeAttribute("aria-invalid");
}

function maakStap(deel) {
  const { stap } = deel.dataset;
  const titel = deel.querySelector("h2").textContent;
  const datum = deel.querySelector("[data-veld=datum]");
  const notitie = deel.querySelector("[data-veld=notitie]");
  const melding = deel.querySelector(".kb-plan-fout");
  const taken = [...deel.querySelectorAll("[data-taak]")].map((regel) => regel.dataset.taak);
  const zet = (veld, waarde) => wijzig((plan) => {
    plan.stappen[stap] = { datum: "", notitie: "", ...plan.stappen[stap], [veld]: waarde };
  });
  // a browser brings only the line of the caret into sight
  notitie.addEventListener("focus", () => notitie.scrollIntoView({ block: "nearest" }));
  notitie.addEventListener("input", () => {
    if (!zet("notitie", notitie.value)) meld("", false);
  });
  datum.addEventListener("change", () => {
    const dag = datum.value.trim() ? leesDag(datum.value) : "";
    if (dag === null || (dag && !isDag(dag))) {
      fout(datum, melding, `De streefdatum voor ${titel} klopt niet. Schrijf een dag die bestaat, zoals 15-3-2027.`);
      meld(melding.textContent);
      return;
    }
    fout(datum, melding, "");
    meld(dag ? `Streefdatum ${voluit(dag)} bewaard.` : "Streefdatum gewist.", zet("datum", dag));
  });
  return (plan) => {
    const eigen = plan.stappen[stap] ?? { datum: "", notitie: "" };
    const klaar = taken.filter((taak) => plan.taken.includes(taak)).length;
    deel.querySelector(".kb-voortgang").textContent = voortgang(klaar, taken.length, Boolean(eigen.datum || eigen.notitie));
    if (notitie.value !== eigen.notitie) notitie.value = eigen.notitie;
    // a date that is not right yet stays as it was typed, until the plan holds another one
    if (datum.getAttribute("aria-invalid") !== "true" || datum.dataset.bewaard !== eigen.datum) {
      datum.value = eigen.datum && cijfers(eigen.datum);
      fout(datum, melding, "");
    }
    datum.dataset.bewaard = eigen.datum;
    deel.querySelector("[data-toon=datum]").textContent = eigen.datum && voluit(eigen.datum);
    deel.querySelector("[data-toon=notitie]").textContent = eigen.notitie;
    return { klaar, taken: taken.length, titel, datum: eigen.datum };
  };
}

// --- the whole plan: totals, fixed moments, dates in order

function toonMomenten(start) {
  const keuze = bij("plan-start");
  if (start && ![...keuze.options].some((optie) => optie.value === String(start))) {
    keuze.add(new Option(`1 augustus ${start}`, start));
  }
  keuze.value = start ?? "";
  return [...document.querySelectorAll("[data-dag]")].map((plek) => {
    const datum = start ? `${start}-${plek.dataset.dag}` : "";
    plek.textContent = datum && ` (bij uw start: ${voluit(datum)})`;
    const rij = plek.closest(".kb-rij");
    return { datum, titel: `${rij.querySelector("dt").textContent}, ${rij.querySelector("strong").textContent}` };
  });
}

function toonDatums(datums) {
  const gevuld = datums.filter(({ datum }) => datum).sort((een, ander) => een.datum.localeCompare(ander.datum));
  bij("plan-volgorde").querySelector("ol").replaceChildren(...gevuld.map(({ datum, titel }) => {
    const regel = document.createElement("li");
    regel.textContent = `${voluit(datum)}: ${titel}`;
    return regel;
  }));
  bij("plan-volgorde").hidden = !gevuld.length;
}

function toon(plan, stappen) {
  const stand = stappen.map((toonStap) => toonStap(plan));
  const som = (naam) => stand.reduce((totaal, stap) => totaal + stap[naam], 0);
  bij("plan-totaal").textContent = `Alle stappen samen: ${som("klaar")} van ${som("taken")} taken klaar.`;
  toonDatums([...toonMomenten(plan.start), ...stand.map(({ datum, titel }) => ({ datum, titel: `streefdatum ${titel}` }))]);
}

function startKeuze() {
  const nu = new Date();
  const eerste = nu.getFullYear() + (nu.getMonth() < 7 ? 0 : 1); // the first 1 August to come
  for (let jaar = eerste; jaar < eerste + 7; jaar += 1) bij("plan-start").add(new Option(`1 augustus ${jaar}`, jaar));
  bij("plan-start").addEventListener("change", ({ target }) => {
    const start = Number(target.value) || null;
    const bewaard = wijzig((plan) => { plan.start = start; });
    meld(start ? `Uw plan rekent met een start op 1 augustus ${start}.` : "Uw plan heeft geen startjaar.", bewaard);
  });
}

// --- the plan as a file, and none at all

/** Asks in the page itself; the focus goes to the safe answer, and back when it is chosen. */
function vraag(tekst, ja, terug, doe) {
  const blok = bij("plan-vraag");
  const sluit = () => { blok.hidden = true; terug.focus(); };
  bij("plan-vraag-tekst").textContent = tekst;
  bij("plan-ja").textContent = ja;
  bij("plan-ja").onclick = () => { sluit(); doe(); };
  bij("plan-nee").onclick = () => { sluit(); meld("Er is niets veranderd."); };
  blok.onkeydown = ({ key }) => { if (key === "Escape") bij("plan-nee").click(); };
  blok.hidden = false;
  bij("plan-nee").focus();
}

/** Another plan altogether: what was typed but never right goes too. */
function vervang(plan) {
  document.querySelectorAll("[data-veld=datum]").forEach((veld) => veld.removeAttribute("aria-invalid"));
  return bewaar(plan);
}

function bewaarBestand() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(lees(), null, 2)], { type: "application/json" }));
  link.download = "mijn-leerroute-plan.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  meld("Uw plan staat in het bestand mijn-leerroute-plan.json.");
}

async function openBestand({ target: veld }) {
  const [bestand] = veld.files;
  if (!bestand) return;
  const plan = await lezen(bestand);
  veld.value = ""; // or the same file cannot be chosen again
  bij("plan-vraag").hidden = true;
  fout(veld, bij("plan-open-fout"), plan ? "" : `Het bestand ${bestand.name} is geen plan van deze site. Kies een bestand dat u hier hebt bewaard. Uw plan is niet veranderd.`);
  if (!plan) {
    meld("Dit bestand is niet geopend.");
    return;
  }
  meld(""); // what was told of an earlier file
  const neemOver = () => meld(`Het plan uit ${bestand.name} is geopend.`, vervang(plan));
  if (isLeeg(lees())) neemOver();
  else vraag("Dit bestand vervangt uw plan in deze browser. Wilt u dat?", "Ja, vervang mijn plan", veld, neemOver);
}

async function lezen(bestand) {
  try {
    return bestand.size > GROOTST ? null : valideer(JSON.parse(await bestand.text()));
  } catch {
    return null;
  }
}

function begin() {
  startKeuze();
  const stappen = [...document.querySelectorAll("[data-stap]")].map(maakStap);
  volg((plan) => toon(plan, stappen));
  bij("plan-bewaar").addEventListener("click", bewaarBestand);
  bij("plan-open").addEventListener("change", openBestand);
  bij("plan-wis").addEventListener("click", ({ target }) =>
    vraag("Weet u het zeker? Al uw vinkjes, notities en datums verdwijnen uit deze browser. Ook uw beslisnotitie.", "Ja, wis alles", target, () =>
      meld("Uw plan is gewist.", vervang(leeg()))));
}

begin();
