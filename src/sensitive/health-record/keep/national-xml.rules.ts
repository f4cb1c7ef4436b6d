import { DOMParser } from "linkedom";
import { CheckupContent } from "../model/entry.schema.ts";
import {
  type CodedValue,
  dayOf,
  fastingOf,
  kindOfProgramme,
  rangeText,
  valuesOfCodes,
} from "./coded-item.rules.ts";

type Node = Readonly<{
  localName: string;
  textContent: string | null;
  children: Iterable<Node>;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): Iterable<Node>;
}>;

const child = (node: Node | undefined, name: string): Node | undefined =>
  node && [...node.children].find((one) => one.localName === name);
const within = (node: Node | undefined, ...path: readonly string[]) => path.reduce(child, node);
const all = (node: Node, name: string) => [...node.getElementsByTagName(name)];
const said = (node: Node | undefined, name: string) => node?.getAttribute(name)?.trim() ?? "";

/**
 * A checkup as the national document brings it (特定健診情報ファイル, HL7 CDA R2; the portal's own download is one): undefined
 * where the text is something else.
 */
export function readNationalXml(text: string): CheckupContent | undefined {
  const root = documentOf(text);
  if (!root) return undefined;
  const event = all(root, "serviceEvent")[0];
  const time = child(event, "effectiveTime");
  const coded = all(root, "observation").flatMap(codedOf);
  const performer = within(event, "performer", "assignedEntity", "representedOrganization", "name");
  const author = within(root, "author", "assignedAuthor", "representedOrganization", "name");
  const read = CheckupContent.safeParse({
    day: dayOf(said(time, "value") || said(child(time, "low"), "value")),
    kind: kindOfProgramme(said(child(event, "code"), "code")),
    institution: ((performer ?? author)?.textContent ?? "").trim().slice(0, 200),
    fasting: fastingOf(coded),
    sources: ["健診データ（XML）"],
    values: valuesOfCodes(coded),
  });
  return read.success && Object.keys(read.data.values).length > 0 ? read.data : undefined;
}

function documentOf(text: string): Node | undefined {
  if (!/^\uFEFF?\s*<[\s\S]*?<(\w+:)?ClinicalDocument[\s>]/.test(text.slice(0, 5000))) return undefined;
  // Names without their prefix: files name the same elements with and without one.
  const plain = text.replace(/<(\/?)[A-Za-z][\w.-]*:(?=[A-Za-z])/g, "<$1");
  const root = new DOMParser().parseFromString(plain, "text/xml").documentElement as unknown as Node | null;
  return root ?? undefined;
}

/** A value with its code; what was not done says so, and a group of others has no code. */
function codedOf(observation: Node): CodedValue[] {
  const code = said(child(observation, "code"), "code");
  if (code === "") return [];
  const value = child(observation, "value");
  const none = said(observation, "negationInd") === "true" || said(value, "nullFlavor") !== "";
  const raw = none
    ? "未実施"
    : said(value, "value") || said(value, "code") || (value?.textContent ?? "").trim();
  const range = within(observation, "referenceRange", "observationRange", "value");
  return raw === ""
    ? []
    : [
        {
          ...{ code, raw: raw.slice(0, 60), letter: said(child(observation, "interpretationCode"), "code") },
          range: rangeText(said(child(range, "low"), "value"), said(child(range, "high"), "value")),
        },
      ];
}
