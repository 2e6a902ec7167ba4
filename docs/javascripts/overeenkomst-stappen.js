// One subject a page: the articles of a subject together, each with an address of its own (#stap-…), so that Back, a
// bookmark and a link work. The list tells of every subject whether it is complete.

import { klaar } from "./overeenkomst-staat.js";
import { artikelen, bij, geldt, kop, maak, naamVanOnderwerp, t } from "./overeenkomst-blad.js";

const MERK = "#stap-";

/** The steps of this variant; articles that follow each other on one subject of the law are one step. */
function stappen() {
  return artikelen.filter(geldt).reduce((eerder, artikel) => {
    const vorige = eerder.at(-1);
    if (artikel.onderwerp && vorige?.[0].onderwerp === artikel.onderwerp) vorige.push(artikel);
    else eerder.push([artikel]);
    return eerder;
  }, []);
}

const naam = ([eerste]) => (eerste.onderwerp ? naamVanOnderwerp(eerste.onderwerp) : kop(eerste.deel));
const adres = (stap) => `${MERK}${stap[0].id}`;

let huidig = ""; // the article that the address names; another place on the page, like #controle, changes nothing
function uitAdres() {
  if (location.hash.startsWith(MERK)) huidig = location.hash.slice(MERK.length);
  else if (!location.hash) huidig = "";
}

/** The number of the step that is shown; -1 when that is the whole model. */
const plek = (alle) => alle.findIndex((stap) => stap.some(({ id }) => id === huidig));

export const alleen = () => plek(stappen()) >= 0;

/** Shows the step of the address, or all of the model. */
export function toonStap(antwoorden) {
  const alle = stappen();
  const nummer = plek(alle);
  const open = nummer >= 0;
  for (const artikel of artikelen) artikel.deel.classList.toggle("kb-weg", open && !alle[nummer].includes(artikel));
  bij("een-voor-een").setAttribute("aria-pressed", String(open));
  for (const id of ["stappen-knoppen", "stappen", "stap-nu"]) bij(id).hidden = !open;
  bij("stap-nu").textContent = open ? t("stap", { nummer: nummer + 1, totaal: alle.length, naam: naam(alle[nummer]) }) : "";
  bij("vorige").disabled = nummer <= 0;
  bij("volgende").textContent = t(nummer === alle.length - 1 ? "controle" : "volgende");
  bij("stappen-lijst").replaceChildren(...alle.map((stap, n) => {
    const [regel, link] = [maak("li"), maak("a", naam(stap))];
    link.href = adres(stap);
    if (n === nummer) link.setAttribute("aria-current", "step");
    regel.append(link, " – ", t(stap.every((artikel) => klaar(artikel, antwoorden)) ? "stap-klaar" : "stap-open"));
    return regel;
  }));
}

function focus([{ deel }]) {
  const titel = deel.querySelector("h3");
  titel.setAttribute("aria-describedby", "stap-nu");
  titel.focus();
}

/** To another address, as a step of its own in the history of the browser. */
function naar(hash) {
  if (location.hash !== hash) history.pushState(null, "", hash || location.pathname + location.search);
  uitAdres();
}

/** Goes to the step that holds an element, without moving the focus. */
export function naarDeel(deel) {
  const stap = stappen().find((artikelen_) => artikelen_.some((artikel) => artikel.deel.contains(deel)));
  if (stap) naar(adres(stap));
}

export function begin(toon) {
  const ga = (hash) => { naar(hash); toon(); };
  const stapje = (richting) => {
    const alle = stappen();
    const nieuw = alle[plek(alle) + richting];
    if (nieuw) {
      ga(adres(nieuw));
      focus(nieuw);
    } else bij("controle-kop").focus();
  };
  bij("een-voor-een").addEventListener("click", () => {
    const [eerste] = stappen();
    const aan = !alleen();
    ga(aan ? adres(eerste) : "");
    if (aan) focus(eerste);
  });
  bij("vorige").addEventListener("click", () => stapje(-1));
  bij("volgende").addEventListener("click", () => stapje(1));
  // a link to a step, Back and Forward
  addEventListener("hashchange", () => {
    uitAdres();
    toon();
    const alle = stappen();
    if (location.hash.startsWith(MERK) && alleen()) focus(alle[plek(alle)]);
  });
  uitAdres();
}
