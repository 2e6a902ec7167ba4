// Reads [text, …] from standard input and prints what another program than ours makes of each: npm's yaml, version 1.2.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map((tekst) => parse(tekst))));
