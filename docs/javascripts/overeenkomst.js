// Filling in a model agreement on its own page: answers go into the text, a live check says what the law still asks,
// and the result leaves as Word, paper or a file. Everything stays in this browser.

import { botsende, botst, gevuld, leeg, nogNiet, sleutel, valideer } from "./overeenkomst-staat.js";
import { artikelen, bij, blok, geef, geldt, knoppen, maak, meld, naamVan, naamVanOnderwerp, nu, t, variant, velden, zeg } from "./overeenkomst-blad.js";
import { alleen, begin as beginStappen, naarDeel, toonStap } from "./overeenkomst-stappen.js";
import { toonRoute, vulUitRoute } from "./overeenkomst-route.js";
import { vergelijk } from "./overeenkomst-vergelijk.js";
import { maakWord } from "./overeenkomst-word.js";

const { model, stam, versie } = blok.dataset; // this page, what files are named after, and the version of its text
let antwoorden = leeg(stam);

// --- the answers

function lees() {
  try {
    return valideer(JSON.parse(localStorage.getItem(sleutel(model))), stam) ?? leeg(stam);
  } catch {
    return leeg(stam);
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

/** Puts answers in every control, and shows what follows. */
function zet(nieuw) {
  antwoorden = nieuw;
  for (const veld of velden) veld.value = nieuw.velden[veld.dataset.veld] ?? "";
  for (const knop of knoppen) knop.checked = nieuw.keuzes[knop.name.slice(6)] === knop.value;
  if (variant) variant.value = [...variant.options].some(({ value }) => value === nieuw.variant) ? nieuw.variant : variant.options[0].value;
  toon();
}

function neem(vooraf = antwoorden.vooraf) {
  antwoorden = valideer({
    versie: 1, model: stam, modelversie: versie, variant: nu(),
    velden: Object.fromEntries(velden.map(({ dataset, value }) => [dataset.veld, value])),
    keuzes: Object.fromEntries(knoppen.filter(({ checked }) => checked).map(({ name, value }) => [name.slice(6), value])),
    route: bij("uit-route").value, vooraf,
  }, stam) ?? antwoorden;
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
  let nummer = 0; // as Word numbers them: those that stay
  for (const artikel of artikelen) {
    artikel.deel.classList.toggle("kb-vervalt", !geldt(artikel));
    const cijfer = artikel.deel.querySelector(".kb-artikelnummer");
    if (cijfer && geldt(artikel)) cijfer.textContent = `Artikel ${nummer += 1}.`;
  }
}

/** The clashes of the choices that are made now. */
const botsingen = () => [...bij("botsingen").children].filter(({ dataset }) => botst(dataset.als.split(" "), nu(), antwoorden.keuzes));

/** `2 keuzes botsen …`; empty when none do. */
function botszin() {
  const aantal = botsende(botsingen().map(({ dataset }) => dataset.als.split(" ")));
  return aantal ? t(aantal === 1 ? "botst" : "botsen", { aantal }) : "";
}

/** The clashes above the model, again above the answers, and at each choice that takes part in one. */
function toonBotsingen() {
  blok.querySelectorAll(".kb-botst").forEach((oud) => oud.remove());
  const actief = botsingen();
  for (const regel of bij("botsingen").children) regel.hidden = !actief.includes(regel);
  bij("botsingen-controle").replaceChildren(...actief.map((regel) => regel.cloneNode(true)));
  for (const regel of actief) {
    for (const deel of regel.dataset.als.split(" ")) {
      blok.querySelector(`[data-keuze="${deel.split("=")[0]}"]`)?.append(maak("p", regel.textContent, "kb-let-op kb-botst"));
    }
  }
}

function toonStand() {
  const gevraagd = (variant?.selectedOptions[0].dataset.onderwerpen ?? "").split(" ").filter(Boolean);
  const open = nogNiet(artikelen, gevraagd, nu(), antwoorden);
  const geld = antwoorden.keuzes.geld === "nee" ? ` ${t("niet-nodig")}` : "";
  const botsen = botszin();
  const eerste = t(botsen ? "ingevuld" : "geregeld", { aantal: gevraagd.length - open.length, totaal: gevraagd.length });
  const rest = open.length ? t("nog", { lijst: open.map(naamVanOnderwerp).join(", ") }) : botsen ? "" : t("klaar");
  const stand = gevraagd.length ? `${eerste} ${rest}${geld}` : "";
  zeg(bij("stand"), `${botsen} ${stand}`.trim());
  bij("stand").classList.toggle("kb-let-op", Boolean(botsen));
}

/** A row: what it is about, the answer, and a way back to its control. */
function rij(naam, antwoord, doel) {
  const [regel, inhoud] = [maak("div", "", "kb-rij"), maak("dd", "", gevuld(antwoord) ? "kb-waarde" : "kb-waarde kb-open")];
  const link = maak("a", t("wijzig", { naam }));
  link.href = `#${doel.id || doel.closest("[data-artikel]").id}`;
  link.addEventListener("click", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (alleen()) naarDeel(doel);
    toonStap(antwoorden);
    doel.focus();
  });
  inhoud.append(gevuld(antwoord) ? antwoord : t("antwoord-leeg"), " ", link);
  regel.append(maak("dt", naam), inhoud);
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
  toonRoute(antwoorden);
  toonTekst();
  toonBotsingen();
  toonStand();
  toonAntwoorden();
  toonStap(antwoorden);
}

// --- in and out

const inBestand = (inhoud) => ({ ...inhoud, modelversie: versie, variant: nu() });

async function open({ target }, doe) {
  const bestanden = [...target.files];
  const gelezen = await Promise.all(bestanden.map(async (bestand) => {
    try {
      return valideer(JSON.parse(await bestand.text()), stam);
    } catch {
      return null;
    }
  }));
  target.value = "";
  if (gelezen.length && gelezen.every(Boolean)) doe(gelezen, bestanden.map(({ name }) => t("bestand", { naam: name })));
  else if (gelezen.length) meld(t("mislukt"));
}

/** Takes over a file, and tells when it belongs to another version of the model or holds what has no place here. */
function neemOver([inhoud]) {
  zet(inhoud);
  zeg(bij("route-status"), "");
  neem();
  const bekend = new Set([...velden.map(({ dataset }) => dataset.veld), ...knoppen.map(({ name, value }) => `${name.slice(6)}=${value}`)]);
  const delen = [...Object.keys(inhoud.velden), ...Object.entries(inhoud.keuzes).map((keuze) => keuze.join("="))];
  const aantal = delen.filter((deel) => !bekend.has(deel)).length;
  const anders = inhoud.modelversie !== versie ? ` ${t("gelezen-anders", { bestand: inhoud.modelversie || "?", versie })}` : "";
  meld(`${t("gelezen")}${anders}${aantal ? ` ${t("vervallen", { aantal })}` : ""}`);
}

/** What stands on top of the Word file while choices clash: a line, and each clash. */
function waarschuwing() {
  const zin = botszin();
  return zin ? [t("word-botst", { zin }), ...botsingen().map(({ dataset }) => dataset.melding)] : [];
}

async function word() {
  try {
    const antwoord = await fetch(`${blok.dataset.wortel}overeenkomst/${model}.docx`);
    if (!antwoord.ok) throw new Error(antwoord.status);
    const valtWeg = artikelen.filter((artikel) => !geldt(artikel)).map(({ id }) => id);
    geef(maakWord(await antwoord.arrayBuffer(), { ...antwoorden, variant: nu() }, valtWeg, waarschuwing()), `${model}.docx`);
  } catch {
    meld(t("word-fout"));
  }
}

function wis() {
  if (!confirm(t("vraag-wissen"))) return;
  try { localStorage.removeItem(sleutel(model)); } catch { /* nothing was kept */ }
  zet(leeg(stam));
  zeg(bij("route-status"), "");
  bij("verschillen").replaceChildren();
  meld(t("gewist"));
}

blok.addEventListener("input", ({ target }) => { if (target.matches("[data-veld]")) neem(); });
blok.addEventListener("change", ({ target }) => { if (target === variant || target.matches('[name^="keuze-"]')) neem(); });
bij("uit-route").addEventListener("change", () => neem(vulUitRoute(antwoorden.vooraf)));
bij("word").addEventListener("click", word);
bij("bewaar").addEventListener("click", () => geef(new Blob([JSON.stringify(inBestand(antwoorden), null, 1)], { type: "application/json" }), `${model}.json`));
bij("open").addEventListener("change", (gebeurtenis) => open(gebeurtenis, neemOver));
bij("vergelijk").addEventListener("change", (gebeurtenis) => open(gebeurtenis, ([een, ander], [naam, andere]) =>
  (ander ? vergelijk([naam, een], [andere, ander]) : vergelijk([t("hier"), antwoorden], [naam, een]))));
bij("wis").addEventListener("click", wis);
for (const deel of document.querySelectorAll(".kb-met-script:not(.kb-per-stap)")) deel.hidden = false;
beginStappen(toon);
zet(lees());
