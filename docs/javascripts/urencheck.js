// Own hours held against the least hours of the law. The answer equals macros/urencheck.py (tests/gevallen/urencheck.json).

export const VELDEN = ["totaal", "begeleid", "bpv"];

/** A whole number in klokuren from what somebody typed (`2.400`, `2400`); null when empty, NaN when it is no number. */
export function lees(tekst) {
  const kaal = tekst.trim().replace(/(?<=\d)[.\s](?=\d{3}(\D|$))/g, "");
  if (!kaal) return null;
  return /^\d{1,5}$/.test(kaal) ? Number(kaal) : NaN;
}

/** Per field its verdict (`genoeg`, `te-weinig`, `leeg`) and the difference; `som` when the parts exceed the total. */
export function oordeel(norm, uren) {
  const uitkomst = VELDEN.map((veld) => {
    if (uren[veld] === null) return [veld, "leeg", 0];
    const verschil = uren[veld] - norm[veld];
    return [veld, verschil >= 0 ? "genoeg" : "te-weinig", verschil];
  });
  const alle = VELDEN.every((veld) => uren[veld] !== null);
  if (alle && uren.begeleid + uren.bpv > uren.totaal) {
    uitkomst.push(["totaal", "som", uren.totaal - uren.begeleid - uren.bpv]);
  }
  return uitkomst;
}

const duizend = (getal) => String(getal).replace(/\B(?=(\d{3})+$)/g, ".");
const vul = (tekst, woorden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => woorden[naam] ?? "");

function begin() {
  const formulier = document.getElementById("uren-formulier");
  const teksten = document.getElementById("uren-teksten").dataset;
  const uitkomst = document.getElementById("uren-uitkomst");
  const keuze = (naam) => document.getElementById(`uren-${naam}`);
  const veld = (naam) => formulier.querySelector(`[data-veld="${naam}"]`);

  function norm() {
    const regels = [...document.querySelectorAll("#uren-normen li")];
    const regel = regels.find(({ dataset }) => dataset.soort === keuze("soort").value && dataset.jaren === keuze("jaren").value);
    return regel && Object.fromEntries(VELDEN.map((naam) => [naam, Number(regel.dataset[naam])]));
  }

  const alinea = (tekst, klasse = "") => Object.assign(document.createElement("p"), { textContent: tekst, className: klasse });

  function fouten(uren) {
    for (const naam of VELDEN) {
      const fout = Number.isNaN(uren[naam]);
      veld(naam).setAttribute("aria-invalid", String(fout));
      document.getElementById(`uren-${naam}-fout`).textContent = fout ? teksten.getal : "";
    }
    return VELDEN.filter((naam) => Number.isNaN(uren[naam]));
  }

  function regels(grens, uren) {
    const uit = oordeel(grens, uren);
    const punten = uit.map(([naam, oordeel, verschil]) => {
      const sleutel = oordeel === "te-weinig" ? "teWeinig" : oordeel;
      const label = formulier.querySelector(`label[for="uren-${naam}"]`).textContent;
      const woorden = { veld: label, uren: duizend(uren[naam] ?? 0), norm: duizend(grens[naam]), tekort: duizend(-verschil) };
      const regel = document.createElement("li");
      regel.className = `kb-uren-${oordeel}`;
      regel.textContent = vul(teksten[sleutel], woorden);
      return regel;
    });
    const soorten = uit.map(([, oordeel]) => oordeel);
    const slot = soorten.includes("te-weinig") ? teksten.nietGoed : soorten.includes("leeg") ? teksten.onvolledig : soorten.includes("som") ? "" : teksten.goed;
    return [slot, punten];
  }

  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const uren = Object.fromEntries(VELDEN.map((naam) => [naam, lees(veld(naam).value)]));
    const fout = fouten(uren);
    uitkomst.replaceChildren();
    if (fout.length) { veld(fout[0]).focus(); return; }
    const [slot, punten] = regels(norm(), uren);
    const lijst = document.createElement("ul");
    lijst.append(...punten);
    const gekozen = (naam) => keuze(naam).selectedOptions[0].textContent;
    const waarmee = alinea(vul(teksten.vergeleken, { soort: gekozen("soort"), duur: gekozen("jaren") }));
    uitkomst.append(waarmee, ...(slot ? [alinea(slot, "kb-urencheck-slot")] : []), lijst);
  });
  // a verdict holds for what was compared, not for what is filled in since
  formulier.addEventListener("input", () => {
    if (uitkomst.querySelector("ul")) uitkomst.replaceChildren(alinea(teksten.veranderd));
  });
}

if (typeof document !== "undefined") begin();
