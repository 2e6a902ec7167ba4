// Answers the questions of gevallen/zoekvragen.json with the site's own module: [[address, …], …], and what was fetched.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Zoeker } from "../docs/javascripts/zoek-rang.js";

const [map] = process.argv.slice(2);
const vragen = JSON.parse(readFileSync(0, "utf8"));
const gehaald = new Map();
const haal = (naam) => {
  const tekst = readFileSync(`${map}/zoeken/${naam}`, "utf8");
  gehaald.set(naam, gzipSync(tekst).length);
  return JSON.parse(tekst);
};
const hoofd = haal("index.json");
const antwoorden = [];
const bytes = [];
const duur = [];
for (const vraag of vragen) {
  gehaald.clear();
  haal("index.json");
  const zoeker = new Zoeker(hoofd, async (naam) => haal(naam));
  const { treffers } = await zoeker.zoek(vraag);
  const begin = performance.now();
  await zoeker.zoek(vraag);
  duur.push(performance.now() - begin);
  antwoorden.push(treffers.slice(0, 10).map((nummer) => hoofd.paginas[nummer][0]));
  bytes.push([...gehaald.values()].reduce((som, aantal) => som + aantal, 0));
}
console.log(JSON.stringify({ antwoorden, bytes, duur }));
