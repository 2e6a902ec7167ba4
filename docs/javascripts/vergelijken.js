// Chooses which routes stand side by side: ?routes=a,b. The words come from the page (data-… of #vergelijk-teksten).

const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");

/** The ids in an address that are routes of this site: at most four, each once. */
export function uitVraag(vraag, bekend) {
  const gevraagd = (new URLSearchParams(vraag).get("routes") ?? "").split(",");
  return [...new Set(gevraagd)].filter((id) => bekend.includes(id)).slice(0, 4);
}

/** What values say of each other. Unknown ("") is no value: it differs from nothing and equals nothing. */
export function oordeel(groepen) {
  const bekend = groepen.filter(Boolean);
  if (new Set(bekend).size > 1) return "verschilt";
  if (!bekend.length) return "onbekend";
  return bekend.length === groepen.length ? "gelijk" : "deels";
}

function begin() {
  const tabel = document.getElementById("vergelijk-tabel");
  const teksten = document.getElementById("vergelijk-teksten").dataset;
  const kolommen = [...tabel.querySelectorAll("thead [data-route]")].map(({ dataset }) => dataset.route);
  const keuzes = [...document.querySelectorAll("#vergelijk-keuze select")];
  const alleen = document.getElementById("vergelijk-alleen");

  const gekozen = () => keuzes.map(({ value }) => value).filter(Boolean);

  function toon() {
    const ids = [...new Set(gekozen())];
    const genoeg = ids.length > 1;
    const aantal = { verschilt: 0, gelijk: 0, deels: 0, onbekend: 0 };
    for (const rij of tabel.rows) {
      const cellen = [...rij.children].slice(1);
      cellen.forEach((cel, n) => { cel.hidden = !ids.includes(kolommen[n]); });
      if (rij.parentElement.tagName === "THEAD") continue;
      const uitkomst = oordeel(cellen.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.groep));
      aantal[uitkomst] += 1;
      const label = rij.querySelector("th .kb-label");
      label.textContent = genoeg ? teksten[uitkomst] : "";
      label.dataset.oordeel = genoeg ? uitkomst : "";
      rij.hidden = genoeg && alleen.checked && uitkomst !== "verschilt";
    }
    tabel.parentElement.hidden = !ids.length;
    const dubbel = gekozen().length > ids.length ? ` ${teksten.dubbel}` : "";
    const woorden = { routes: ids.length, anders: aantal.verschilt, totaal: aantal.verschilt + aantal.gelijk };
    const rest = aantal.deels + aantal.onbekend;
    const telling = vul(teksten.telling, { ...woorden, rest });
    const minder = genoeg && alleen.checked ? ` ${teksten.minder}` : "";
    document.getElementById("vergelijk-status").textContent = (genoeg ? telling : teksten.teWeinig) + minder + dubbel;
  }

  function uitAdres() {
    const gevraagd = uitVraag(location.search, kolommen);
    const vooraf = kolommen.filter((id) => !tabel.querySelector(`thead [data-route="${id}"]`).hidden);
    const ids = gevraagd.length ? gevraagd : vooraf;
    keuzes.forEach((keuze, n) => { keuze.value = ids[n] ?? ""; });
  }

  document.getElementById("vergelijk-keuze").addEventListener("change", () => {
    const ids = [...new Set(gekozen())];
    history.replaceState(null, "", ids.length ? `?routes=${ids.join(",")}` : location.pathname);
    toon();
  });
  addEventListener("popstate", () => { uitAdres(); toon(); });
  uitAdres();
  toon();
}

if (typeof document !== "undefined") begin();
