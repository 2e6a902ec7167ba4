// Days as a Dutch visitor writes them: 15-3-2027, 15/3/2027 or 15 maart 2027; the site itself writes 2027-03-15.

export const MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** Whether a text is a day that exists, as 2027-03-15. */
export function isDag(tekst) {
  if (typeof tekst !== "string" || !/^(19|20)\d\d-\d\d-\d\d$/.test(tekst)) return false;
  const dag = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst);
}

/** A day as a visitor writes it, as 2027-03-15; null when it is no day. */
export function leesDag(tekst) {
  const gevonden = /^(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)[-/. ]+(\d{4})$/.exec(tekst.trim().toLowerCase());
  if (!gevonden) return null;
  const maand = Number(gevonden[2]) || MAANDEN.indexOf(gevonden[2]) + 1;
  const dag = `${gevonden[3]}-${String(maand).padStart(2, "0")}-${gevonden[1].padStart(2, "0")}`;
  return isDag(dag) ? dag : null;
}
