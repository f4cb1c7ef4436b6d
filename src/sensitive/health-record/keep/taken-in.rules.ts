import { readFhir } from "./fhir.rules.ts";
import { readTakenAlong, type TakenIn } from "./keep.rules.ts";
import { readNationalXml } from "./national-xml.rules.ts";

/** What a file of any kind that can be read in brings. */
export function readAny(text: string): TakenIn | undefined {
  const national = readNationalXml(text);
  if (national) return { checkups: [national], diary: [] };
  const checkups = readFhir(text);
  return checkups ? { checkups, diary: [] } : readTakenAlong(text);
}
