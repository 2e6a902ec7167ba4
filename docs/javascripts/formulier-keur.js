// Judges what is typed in the form, as far as the editor schema can say; the answers are those of `make check`
// (tests/gevallen/formulier.json). `vorm` is a field of the schema: {code, pattern, minimum, maximum, enum, …}.

import { isDag, leesDag } from "./dagen.js";

const LANGST = 2000;
// What comes along with text from Word or a PDF and nobody sees; the check refuses it (ONZICHTBAAR in loader.py).
const ONZICHTBAAR = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

function tekst(invoer) {
  if (/<[a-zA-Z/!]/.test(invoer)) return "opmaak";
  if (/\b((javascript|vbscript)\s*:\s*[\w(]|data\s*:\s*\w+\/)/i.test(invoer)) return "script";
  return invoer.length > LANGST ? "te_lang" : null;
}

function isSchooljaar(invoer) {
  const [, van, tot] = /^((?:19|20)\d\d)-((?:19|20)\d\d)$/.exec(invoer) ?? [];
  return Boolean(van) && Number(tot) === Number(van) + 1;
}

const HEEL = new Set(["aantal", "niveau", "leerjaar"]);
const GETAL = new Set([...HEEL, "percentage", "jaren", "breedtegraad", "lengtegraad"]);

function getal(vorm, invoer) {
  const goed = HEEL.has(vorm.code) ? /^-?(0|[1-9]\d{0,15})$/ : /^-?(0|[1-9]\d{0,15})(\.\d{1,15})?$/;
  const waarde = Number(invoer);
  return goed.test(invoer) && waarde >= vorm.minimum && waarde <= vorm.maximum ? { waarde } : { fout: vorm.code };
}

/** A year as a number, or a school year as text. */
function jaar(vorm, invoer) {
  const heel = /^\d{4}$/.test(invoer) && Number(invoer) >= vorm.minimum && Number(invoer) <= vorm.maximum;
  return heel ? { waarde: Number(invoer) } : isSchooljaar(invoer) ? { waarde: invoer } : { fout: "jaar" };
}

/** {waarde} as it goes in the file, or {fout: code of the message}. */
export function keur(vorm, invoer) {
  const schoon = invoer.split(/[^\S\ufeff]+/).map((woord) => woord.replace(ONZICHTBAAR, "")).filter(Boolean).join(" ");
  if (!schoon) return { fout: "leeg" };
  if (vorm.code === "jaar") return jaar(vorm, schoon);
  if (GETAL.has(vorm.code)) return getal(vorm, schoon);
  const fout = {
    tekst: () => tekst(schoon),
    keuze: () => (vorm.enum.includes(schoon) ? null : "keuze"),
    datum: () => (isDag(schoon) ? null : "datum"),
    schooljaar: () => (isSchooljaar(schoon) || (schoon === "onbekend" && vorm.pattern.includes("onbekend")) ? null : "schooljaar"),
  }[vorm.code] ?? (() => (new RegExp(vorm.pattern).test(schoon) ? null : vorm.code));
  const code = fout();
  return code ? { fout: code } : { waarde: schoon };
}

/** The same of what somebody typed: a day may be written as 31-10-2014 or 31 oktober 2014. */
export const keurInvoer = (vorm, invoer) => keur(vorm, (vorm.code === "datum" && leesDag(invoer)) || invoer);
