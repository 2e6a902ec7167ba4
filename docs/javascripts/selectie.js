// The print view of chosen routes: ?routes=a,b. Each sheet is one A4, made from factsheets/bladen/<id>.json; the words
// come from the page (data-… of #selectie). Texts are set as text, never as HTML.

const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");

/** The ids in an address that are routes of this site, each once, in the order asked. */
export function gevraagd(vraag, bekend) {
  const ids = (new URLSearchParams(vraag).get("routes") ?? "").split(",");
  return [...new Set(ids)].filter((id) => bekend.includes(id));
}

/** An element with its text or its parts. */
function maak(soort, klas, ...delen) {
  const element = document.createElement(soort);
  if (klas) element.className = klas;
  element.append(...delen);
  return element;
}

function rij(deel, n) {
  const inhoud = deel.lijst ? maak("ul", "", ...deel.zinnen.map((zin) => maak("li", "", zin))) : alinea(deel.zinnen, n);
  return maak("div", "kb-blad-rij", maak("h3", "", deel.label), inhoud);
}

const alinea = (zinnen, n) => maak("p", "", zinnen.slice(0, n).join(" ") + (zinnen.length > n ? " …" : ""));

function opbouw(jaren, n) {
  const koppen = jaren.map(({ kop }) => Object.assign(maak("th", "", `${kop} →`), { scope: "col" }));
  const cellen = jaren.map(({ kop, zinnen }) => {
    const cel = maak("td", "", alinea(zinnen, n));
    cel.dataset.label = kop;
    return cel;
  });
  return maak("table", "kb-blad-jaren", maak("thead", "", maak("tr", "", ...koppen)), maak("tbody", "", maak("tr", "", ...cellen)));
}

/** One sheet with at most `n` sentences of each text. */
function blad(b, n, { dataset }) {
  const w = (naam) => dataset[`woord${naam[0].toUpperCase()}${naam.slice(1)}`];
  const code = Object.assign(document.createElement("img"), { src: `${dataset.wortel}factsheets/bladen/${b.id}.svg`, alt: vul(w("qr"), { adres: b.url }) });
  const link = Object.assign(maak("a", "", b.url), { href: b.url });
  const ingekort = [...b.rijen.filter(({ lijst }) => !lijst), ...b.opbouw].some(({ zinnen }) => zinnen.length > n);
  const kop = maak("h2", "", b.titel);
  kop.id = `blad-${b.id}`;
  const vel = maak("section", "kb-blad",
    maak("p", "kb-blad-soort", `${w("site")} · ${w("soort")}`),
    maak("p", "kb-blad-proef", b.proefversie),
    maak("p", b.stop ? "kb-blad-status kb-blad-stop" : "kb-blad-status", b.status),
    kop,
    maak("p", "kb-blad-van", b.van_naar),
    maak("div", "kb-blad-rijen", ...b.rijen.map((deel) => rij(deel, n))),
    maak("h3", "", w("opbouw")),
    b.opbouw.length ? opbouw(b.opbouw, n) : maak("p", "", w("geenOpbouw")),
    maak("div", "kb-blad-onder",
      maak("div", "kb-blad-ruimte", maak("h3", "", w("ruimte")), ...["contact", "openDag", "stempel"].map((naam) => maak("p", "", `${w(naam)}:`))),
      maak("div", "kb-blad-weg", code, maak("p", "", ingekort ? `${w("meer")} ` : "", `${w("lees")} `, link))),
    maak("p", "kb-blad-bron", `${w("bronnen")}. ${b.standaard} ${b.bronnen.join("; ")}. ${b.gecontroleerd} ${b.gemaakt} ${b.uitgeverregel}`),
  );
  vel.setAttribute("aria-labelledby", kop.id);
  return vel;
}

/** The sheet with as many sentences as one A4 has room for; measured at the size of the paper. */
function passend(b, vak) {
  let vel;
  for (const n of [99, 6, 5, 4, 3, 2, 1]) {
    vel = blad(b, n, vak);
    vel.classList.add("kb-blad-meet");
    vak.append(vel);
    const past = vel.scrollHeight <= vel.clientHeight;
    vel.remove();
    vel.classList.remove("kb-blad-meet");
    if (past) break;
  }
  return vel;
}

async function haal(id, wortel) {
  const antwoord = await fetch(`${wortel}factsheets/bladen/${id}.json`);
  if (!antwoord.ok) throw new Error(id);
  return antwoord.json();
}

async function begin() {
  const vak = document.getElementById("selectie");
  const teksten = vak.dataset;
  const status = document.getElementById("selectie-status");
  const ids = gevraagd(location.search, teksten.routes.split(" "));
  if (!ids.length) {
    status.textContent = teksten.geen;
    return;
  }
  document.getElementById("selectie-terug").search = location.search;
  status.textContent = teksten.bezig;
  try {
    const bladen = await Promise.all(ids.map((id) => haal(id, teksten.wortel)));
    await document.fonts.ready;
    vak.append(...bladen.map((b) => passend(b, vak)));
    await Promise.all([...vak.querySelectorAll("img")].map((beeld) => beeld.decode()));
    status.textContent = vul(teksten.klaar, { aantal: ids.length });
    const knop = document.getElementById("selectie-print");
    knop.hidden = false;
    knop.addEventListener("click", () => print());
  } catch {
    status.textContent = teksten.mislukt;
  }
}

if (typeof document !== "undefined") begin();
