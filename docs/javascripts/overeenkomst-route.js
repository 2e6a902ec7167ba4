// Filling in beforehand from a route. A later choice takes the place of an earlier one; what somebody typed stays.

import { gevuld } from "./overeenkomst-staat.js";
import { bij, naamVan, t, velden, zeg } from "./overeenkomst-blad.js";

const lijst = bij("uit-route");
const klein = (naam) => naam[0].toLowerCase() + naam.slice(1);
const namen = (alle) => alle.map((veld) => klein(naamVan(veld))).join(", ");

/** Fills the blanks that have a place in a route; the texts that are still as a route filled them in come back. */
export function vulUitRoute(vooraf) {
  const route = lijst.value ? lijst.selectedOptions[0].dataset : {};
  const delen = { ingevuld: [], leeg: [], gebleven: [] };
  const nieuw = {};
  for (const veld of velden.filter(({ dataset }) => dataset.uit)) {
    const waarde = route[veld.dataset.uit] ?? "";
    if (gevuld(veld.value) && veld.value !== vooraf[veld.dataset.veld]) {
      if (lijst.value) delen.gebleven.push(veld);
      continue;
    }
    veld.value = waarde;
    if (waarde) nieuw[veld.dataset.veld] = veld.value;
    if (lijst.value) delen[waarde ? "ingevuld" : "leeg"].push(veld);
  }
  const zinnen = Object.entries(delen).filter(([, alle]) => alle.length).map(([naam, alle]) => t(`route-${naam}`, { lijst: namen(alle) }));
  zeg(bij("route-status"), lijst.value ? zinnen.join(" ") : t("route-geen"));
  return nieuw;
}

/** Beside the list: of which year the texts of the route are, and whether the school has confirmed them. */
export function toonRoute({ route, vooraf }) {
  lijst.value = [...lijst.options].some(({ value }) => value === route) ? route : "";
  const stand = Object.keys(vooraf).length ? lijst.selectedOptions[0].dataset.stand ?? "" : "";
  zeg(bij("route-stand"), stand);
  bij("route-stand").hidden = !stand;
}
