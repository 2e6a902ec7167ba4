// The search page: fetches the index only here, ranks the pages, and lists them as links.
// Words match at the start of a word first, then inside one, so that "overeenkomst" finds "samenwerkingsovereenkomst".

const VELDEN = [["titel", 40], ["namen", 40], ["koppen", 8], ["status", 4], ["tekst", 2]];
const LENGTE = 180; // characters of context around the first word found

export const vouw = (tekst) => tekst.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

export const woordenVan = (vraag) => vouw(vraag).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function punten(veld, woord) {
  const plek = veld.indexOf(woord);
  if (plek < 0) return 0;
  const begin = new RegExp(`(^|[^\\p{L}\\p{N}])${woord}`, "u").test(veld);
  const heel = new RegExp(`(^|[^\\p{L}\\p{N}])${woord}($|[^\\p{L}\\p{N}])`, "u").test(veld);
  // inside a word a short run of letters says little: "ma" stands in "maken" and in "Amsterdam"
  return heel ? 3 : begin ? 2 : woord.length > 3 ? 1 : 0.01;
}

/** The pages on which every word occurs, best first; the order of equal pages is the order of the index. */
export function zoek(index, vraag) {
  const woorden = woordenVan(vraag);
  if (!woorden.length) return [];
  const gevonden = [];
  for (const pagina of index) {
    let totaal = 0;
    for (const woord of woorden) {
      const score = VELDEN.reduce((som, [veld, weegt]) => som + weegt * punten(pagina.gevouwen[veld], woord), 0);
      if (!score) { totaal = 0; break; }
      totaal += score;
    }
    if (totaal) gevonden.push({ pagina, totaal });
  }
  return gevonden.sort((een, ander) => ander.totaal - een.totaal).map(({ pagina }) => pagina);
}

/** The question, and the question in words of this site: `stage` also asks for `bpv`. */
export function vragen(vraag, woorden) {
  const gevouwen = ` ${woordenVan(vraag).join(" ")} `;
  const anders = Object.entries(woorden)
    .map(([woord, naam]) => [` ${woordenVan(woord).join(" ")} `, naam])
    .filter(([woord]) => gevouwen.includes(woord))
    .map(([woord, naam]) => gevouwen.replace(woord, ` ${naam} `).trim());
  return [vraag, ...anders];
}

/** The pages for every form of the question: those for the question as it was asked come first. */
export const zoekAlles = ({ paginas, woorden }, vraag) =>
  [...new Set(vragen(vraag, woorden).flatMap((vorm) => zoek(paginas, vorm)))];

/** Fills `element` with text in which the words found are marked. */
function markeer(element, tekst, woorden) {
  const gevouwen = vouw(tekst);
  if (gevouwen.length !== tekst.length) { element.append(tekst); return; }
  let vanaf = 0;
  while (vanaf < tekst.length) {
    const volgende = woorden
      .map((woord) => [gevouwen.indexOf(woord, vanaf), woord.length])
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
  const plek = Math.max(0, Math.min(...woorden.map((woord) => gevouwen.indexOf(woord)).filter((p) => p >= 0), tekst.length));
  if (plek === tekst.length) return tekst.slice(0, LENGTE);
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

function treffer(pagina, woorden) {
  const regel = element("li");
  regel.dataset.hit = "";
  const kop = element("h2");
  const link = element("a");
  const doel = new URL(`../${pagina.adres}`, document.baseURI);
  link.href = doel.pathname + doel.hash;
  markeer(link, pagina.titel, woorden);
  kop.append(link);
  const stuk = element("p", "kb-treffer-tekst");
  markeer(stuk, fragment(pagina.tekst, woorden), woorden);
  regel.append(element("p", "kb-treffer-soort", pagina.soort), kop, stuk);
  if (pagina.status) regel.append(element("p", "kb-treffer-status", pagina.status));
  return regel;
}

function toon(index, vraag) {
  const lijst = document.getElementById("zoek-treffers");
  const gevonden = zoekAlles(index, vraag);
  const woorden = vragen(vraag, index.woorden).flatMap(woordenVan);
  lijst.replaceChildren(...gevonden.map((pagina) => treffer(pagina, woorden)));
  lijst.hidden = !gevonden.length;
  document.getElementById("zoek-alles").hidden = gevonden.length > 0;
  const aantal = gevonden.length === 1 ? "1 pagina gevonden" : `${gevonden.length} pagina's gevonden`;
  document.getElementById("zoek-status").textContent = gevonden.length
    ? `${aantal} voor “${vraag}”.`
    : `Niets gevonden voor “${vraag}”. Probeer een korter of ander woord, of kies hieronder een pagina.`;
}

async function begin() {
  const vraag = (new URLSearchParams(location.search).get("q") ?? "").trim();
  if (!vraag) return;
  for (const veld of document.querySelectorAll('input[name="q"]')) veld.value = vraag;
  const antwoord = await fetch(new URL("index.json", document.baseURI));
  const { paginas, woorden } = await antwoord.json();
  const gevouwen = (pagina) => Object.fromEntries(VELDEN.map(([veld]) => [veld, vouw(pagina[veld])]));
  toon({ paginas: paginas.map((pagina) => ({ ...pagina, gevouwen: gevouwen(pagina) })), woorden }, vraag);
}

if (typeof document !== "undefined") begin();
