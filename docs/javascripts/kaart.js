// The map of Amsterdam: Leaflet draws it (assets/vendor/kaart/kaart.js), the list on the page holds what it says.
// A name in the list, an area or a point opens its part of the list in a panel. Words come from #kaart-teksten.

const KLASSEN = [0, 1, 3, Infinity]; // the most routes of each class of colour

export const klasse = (aantal) => KLASSEN.findIndex((meest) => aantal <= meest);

/** Whether a route has every chosen value. */
export const past = (waarden, keuzes) =>
  Object.entries(keuzes).every(([naam, waarde]) => !waarde || waarden[naam].split(" ").includes(waarde));

async function begin() {
  const vlak = document.getElementById("map_leerroutes");
  const teksten = document.getElementById("kaart-teksten").dataset;
  const paneel = document.getElementById("kaart-paneel");
  const formulier = document.getElementById("kaart-keuze");
  vlak.hidden = false;
  document.getElementById("kaart-tekening").classList.add("kb-alleen-print");
  const { teken } = await import(new URL("../assets/vendor/kaart/kaart.js", import.meta.url));
  const { kaart, gebieden, mbo, punten } = teken();
  const lagen = {};
  gebieden.eachLayer((laag) => { lagen[laag.feature.properties.id] = laag; });
  let terug = null;

  const telling = (n) => (n === 0 ? teksten.geen : n === 1 ? teksten.een : teksten.meer.replace("{aantal}", n));

  function kies() {
    const keuzes = Object.fromEntries([...formulier.querySelectorAll("select")].map(({ name, value }) => [name, value]));
    let totaal = 0;
    for (const regel of document.querySelectorAll("[data-route]")) {
      regel.hidden = !past(regel.dataset, keuzes);
    }
    for (const school of document.querySelectorAll("section [data-school]")) {
      school.hidden = !school.querySelector("[data-route]:not([hidden])");
      const punt = punten[`school:${school.dataset.school}`];
      punt?.getElement()?.classList.toggle("kb-punt-uit", school.hidden);
    }
    for (const deel of document.querySelectorAll(".kb-kaart-lijst > [data-gebied]")) {
      const { gebied } = deel.dataset;
      const aantal = deel.querySelectorAll("[data-route]:not([hidden])").length;
      totaal += aantal;
      deel.querySelector("[data-telling]").textContent = telling(aantal);
      punten[`nummer:${gebied}`].getElement().textContent = aantal;
      const vorm = lagen[gebied].getElement();
      vorm.setAttribute("class", `kb-gebied kb-klasse-${klasse(aantal)} leaflet-interactive`);
    }
    const zonder = document.querySelectorAll(".kb-kaart-zonder [data-route]:not([hidden])").length;
    const lijst = document.getElementById("kaart-zonder");
    if (lijst) lijst.hidden = !zonder;
    document.getElementById("kaart-status").textContent = teksten.telling
      .replace("{aantal}", telling(totaal + zonder)).replace("{zonder}", telling(zonder));
    sluit(false);
  }

  function open(sleutel, van) {
    const [soort, id] = sleutel.split(":");
    const deel = document.querySelector(`.kb-kaart-lijst [data-${soort}="${id}"]`);
    const kopie = deel.cloneNode(true);
    for (const knop of kopie.querySelectorAll("button")) knop.remove();
    for (const deel of kopie.querySelectorAll("[id]")) deel.removeAttribute("id");
    // the panel stands above the heads of the list: its own head is one level higher
    for (const kop of kopie.querySelectorAll("h3")) {
      const hoger = document.createElement("h2");
      hoger.append(...kop.childNodes);
      kop.replaceWith(hoger);
    }
    kopie.removeAttribute("aria-labelledby");
    const inhoud = document.getElementById("kaart-inhoud");
    inhoud.replaceChildren(...(kopie.tagName === "LI" ? kopie.childNodes : [kopie]));
    paneel.hidden = false;
    terug = van ?? vlak;
    paneel.focus();
    if (soort === "gebied") kaart.fitBounds(lagen[id].getBounds(), { maxZoom: 13, animate: false });
    else if (punten[sleutel]) kaart.setView(punten[sleutel].getLatLng(), 14, { animate: false });
  }

  function sluit(focus = true) {
    if (paneel.hidden) return;
    paneel.hidden = true;
    if (focus) terug?.focus();
  }

  for (const knop of document.querySelectorAll("button[data-toon]")) {
    knop.addEventListener("click", () => {
      vlak.scrollIntoView({ block: "nearest" });
      open(knop.dataset.toon, knop);
    });
  }
  for (const [id, laag] of Object.entries(lagen)) laag.on("click", () => open(`gebied:${id}`));
  for (const [sleutel, punt] of Object.entries(punten)) {
    if (sleutel.startsWith("school:")) punt.on("click", () => open(sleutel));
  }
  document.getElementById("kaart-sluit").addEventListener("click", () => sluit());
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") sluit(); });
  document.getElementById("kaart-mbo").addEventListener("change", ({ target }) => {
    if (target.checked) mbo.addTo(kaart);
    else mbo.remove();
  });
  formulier.addEventListener("change", ({ target }) => { if (target.name) kies(); });
  kies();
  vlak.dataset.klaar = "";
}

if (typeof document !== "undefined") begin();
