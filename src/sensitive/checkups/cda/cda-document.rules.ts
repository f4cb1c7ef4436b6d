import { SaxesParser, type SaxesTagNS } from "saxes";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import type { IdentityPart } from "../hashing/identity-key.rules.ts";
import { itemOfCode } from "../records/record-header.rules.ts";
import { CDA_NOTHING } from "./cda.messages.ts";

/** What one document says of an item: its cell, and the code under which it came. */
export type CdaValue = Readonly<{ text: string; code: string; worded: boolean }>;
/** One person's checkup, as a document of the national XML (HL7 CDA R2) tells it. */
export type CdaDocument = Readonly<{
  key: string;
  examDay: string;
  birth: string;
  sex: string;
  /** Everything that tells who somebody is; empty where the provider took it out. */
  who: Readonly<Partial<Record<IdentityPart, string>>>;
  values: ReadonlyMap<string, CdaValue>;
}>;
export type CdaFault = "not-document" | "declared";
export class CdaBroken extends Error {
  readonly fault: CdaFault;
  constructor(fault: CdaFault) {
    super(fault);
    this.fault = fault;
  }
}

const NAMESPACE = "urn:hl7-org:v3";
const DEEPEST = 100;
const KEY = /^[0-9a-f]{64}$/i;
const DAY = /^(\d{4})(\d{2})(\d{2})/;
/** Roots of the ids of a patient: number of the insurer, symbol and number of the insurance, branch. */
const ROOTS: Readonly<Record<string, IdentityPart>> = {
  "1.2.392.200119.6.101": "insurer",
  "1.2.392.200119.6.204": "symbol",
  "1.2.392.200119.6.205": "number",
  "1.2.392.200119.6.211": "branch",
};
const MEAL_CODE = "9N141";
export const MEAL = "meal";
const WORDED = new Set(["ST", "ED", "SC"]);
const KIND_OF = new Map(CHECKUP_ITEMS.map(({ key, kind }) => [key, kind]));

type Observation = { code: string; text: string; worded: boolean; negated: boolean; missing: boolean };
type Told = {
  -readonly [Part in "key" | "examDay" | "birth" | "sex"]: string;
} & { who: Partial<Record<IdentityPart, string>>; values: Map<string, CdaValue> };

/**
 * Reads one document piece by piece. A document type is refused before anything of it is looked up: entities, from inside
 * or outside, do not exist here. Parser: saxes, which holds to well-formed XML.
 */
export class CdaReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #path: string[] = [];
  readonly #observations: Observation[] = [];
  readonly #told: Told = { key: "", examDay: "", birth: "", sex: "", who: {}, values: new Map() };
  #document = false;

  constructor() {
    const parser = this.#parser;
    parser.on("doctype", () => {
      throw new CdaBroken("declared");
    });
    parser.on("error", () => {
      throw new CdaBroken("not-document");
    });
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
    parser.on("closetag", (tag) => this.#close(tag));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): CdaDocument {
    this.#parser.close();
    if (!this.#document || this.#told.examDay === "") throw new CdaBroken("not-document");
    return this.#told;
  }

  /** Whether the last elements on the way down are these. */
  #below(...names: readonly string[]): boolean {
    const from = this.#path.length - names.length;
    return from >= 0 && names.every((name, i) => this.#path[from + i] === name);
  }

  #open(tag: SaxesTagNS): void {
    if (this.#path.length === 0) {
      if (tag.local !== "ClinicalDocument" || tag.uri !== NAMESPACE) throw new CdaBroken("not-document");
      this.#document = true;
    }
    this.#path.push(tag.local);
    if (this.#path.length > DEEPEST) throw new CdaBroken("not-document");
    const said = (name: string): string => tag.attributes[name]?.value.trim() ?? "";
    const one = this.#observations.at(-1);
    if (tag.local === "observation")
      this.#observations.push({
        ...{ code: "", text: "", worded: false, missing: false },
        negated: said("negationInd") === "true",
      });
    else if (one && this.#below("observation", "code")) one.code = said("code");
    else if (one && this.#below("observation", "value")) {
      one.worded = WORDED.has(said("xsi:type").replace(/^.*:/, ""));
      one.missing = said("nullFlavor") !== "";
      one.text = said("value") || said("code");
    } else if (this.#below("recordTarget", "patientRole", "id"))
      this.#identified(said("root"), said("extension"));
    else if (this.#below("participant", "associatedEntity", "id")) this.#tell("other", said("extension"));
    else if (this.#below("patientRole", "telecom")) this.#tell("other", said("value"));
    else if (this.#below("patientRole", "patient", "administrativeGenderCode")) this.#told.sex = said("code");
    else if (this.#below("patientRole", "patient", "birthTime")) this.#told.birth = dayOf(said("value"));
    else if (this.#path.includes("serviceEvent") && tag.local === "effectiveTime") this.#day(said("value"));
    else if (this.#path.includes("serviceEvent") && this.#below("effectiveTime", "low"))
      this.#day(said("value"));
  }

  #day(text: string): void {
    if (this.#told.examDay === "") this.#told.examDay = dayOf(text);
  }

  #identified(root: string, extension: string): void {
    if (KEY.test(extension)) this.#told.key = extension.toLowerCase();
    else this.#tell(ROOTS[root] ?? "other", extension);
  }

  #tell(part: IdentityPart, text: string): void {
    if (text !== "") this.#told.who[part] = `${this.#told.who[part] ?? ""}${text}`;
  }

  #text(text: string): void {
    const one = this.#observations.at(-1);
    if (one && this.#below("observation", "value")) {
      if (one.text.length < 200) one.text += text.trim();
    } else if (text.trim() === "") return;
    else if (this.#path.includes("patientRole"))
      this.#tell(
        this.#path.includes("patient") && this.#path.includes("name") ? "kana" : "other",
        text.trim(),
      );
  }

  #close(tag: SaxesTagNS): void {
    this.#path.pop();
    if (tag.local !== "observation") return;
    const { code, text, negated, missing, worded } = this.#observations.pop()!;
    const item = code.startsWith(MEAL_CODE) ? MEAL : itemOfCode(code);
    if (item === undefined) return;
    const cell = negated ? CDA_NOTHING.notDone : missing ? CDA_NOTHING.notMeasurable : text;
    const held = this.#told.values.get(item);
    // Of two that mean the same the first counts; what is written out stands back behind its code.
    if (held && !(held.worded && !worded)) return;
    if (worded && KIND_OF.get(item) === "number" && !negated && !missing && !/\d/.test(text)) return;
    if (cell !== "") this.#told.values.set(item, { text: cell, code, worded });
  }
}

const dayOf = (text: string): string => {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return year ? `${year}-${month}-${day}` : "";
};
