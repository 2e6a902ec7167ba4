// Chooses which routes stand side by side: ?routes=a,b. The words come from the page (data-… of #vergelijk-teksten).

const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");
const kaal = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** The ids in an address that are routes of this site: at most four, each once. */
export function uitVraag(vraag, bekend) {
  const gevraagd = (new URLSearchParams(vraag).get("routes") ?? "").split(",");
  return [...new Set(gevraagd)].filter((id) => bekend.includes(id)).slice(0, 4);
}

/** Whether a value counts as unknown: its reason may differ, but it is no difference between routes. */
export const verschilt = (teksten) => new Set(teksten).size > 1;

function begin() {
  const tabel = document.getElementById("vergelijk-tabel");
  const teksten = document.getElementById("vergelijk-teksten").dataset;
  const kolommen = [...tabel.querySelectorAll("thead [data-route]")].map(({ dataset }) => dataset.route);
  const keuzes = [...document.querySelectorAll("#vergelijk-keuze select")];
  const alleen = document.getElementById("vergelijk-alleen");
  const waarde = (cel) => (cel.querySelector(".kb-onbekend-kort") ? "onbekend" : kaal(cel));

  const gekozen = () => keuzes.map(({ value }) => value).filter(Boolean);

  function toon() {
    const ids = [...new Set(gekozen())];
    const genoeg = ids.length > 1;
    let anders = 0;
    for (const rij of tabel.rows) {
      const cellen = [...rij.children].slice(1);
      cellen.forEach((cel, n) => { cel.hidden = !ids.includes(kolommen[n]); });
      if (rij.parentElement.tagName === "THEAD") continue;
      const verschil = verschilt(cellen.filter(({ hidden }) => !hidden).map(waarde));
      anders += Number(verschil);
      rij.querySelector("th .kb-label").textContent = genoeg ? (verschil ? teksten.verschilt : teksten.gelijk) : "";
      rij.hidden = genoeg && alleen.checked && !verschil;
    }
    tabel.parentElement.hidden = !ids.length;
    const dubbel = gekozen().length > ids.length ? ` ${teksten.dubbel}` : "";
    const telling = vul(teksten.telling, { routes: ids.length, anders, totaal: tabel.tBodies[0].rows.length });
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
