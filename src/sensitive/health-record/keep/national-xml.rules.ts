import { SaxesParser } from "saxes";
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
  name: string;
  attributes: Readonly<Record<string, string>>;
  within: (Node | string)[];
}>;

/** A document has some thousand elements, a dozen deep; a longer one would hold up everybody else. */
const DEEPEST = 100;
const MOST_ELEMENTS = 200_000;

const isNode = (one: Node | string): one is Node => typeof one !== "string";
const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.within.filter(isNode).find((one) => one.name === name);
const within = (node: Node | undefined, ...path: readonly string[]) => path.reduce(child, node);
const all = (node: Node, name: string): Node[] =>
  node.within.filter(isNode).flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
const said = (node: Node | undefined, name: string) => node?.attributes[name]?.trim() ?? "";
const textOf = (node: Node | undefined): string =>
  (node?.within ?? []).map((one) => (isNode(one) ? textOf(one) : one)).join("");

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
    institution: textOf(performer ?? author)
      .trim()
      .slice(0, 200),
    fasting: fastingOf(coded),
    sources: ["健診データ（XML）"],
    values: valuesOfCodes(coded),
  });
  return read.success && Object.keys(read.data.values).length > 0 ? read.data : undefined;
}

/** Undefined where it is no such document, too large for one, or declares words of its own. Names go without their prefix. */
function documentOf(text: string): Node | undefined {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  if (!/^<[\s\S]*?<(\w+:)?ClinicalDocument[\s>]/.test(plain.slice(0, 5000))) return undefined;
  const top: Node = { name: "", attributes: {}, within: [] };
  const open = [top];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = () => {
    throw new RangeError("no such document");
  };
  const add = (words: string) => void open.at(-1)!.within.push(words);
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (open.length > DEEPEST || elements > MOST_ELEMENTS) refuse();
    const node: Node = { name: name.slice(name.indexOf(":") + 1), attributes, within: [] };
    open.at(-1)!.within.push(node);
    open.push(node);
  });
  parser.on("closetag", () => void open.pop());
  try {
    parser.write(plain).close();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return top.within.find(isNode);
}

/** A value with its code; what was not done says so, and a group of others has no code. */
function codedOf(observation: Node): CodedValue[] {
  const code = said(child(observation, "code"), "code");
  if (code === "") return [];
  const value = child(observation, "value");
  const none = said(observation, "negationInd") === "true" || said(value, "nullFlavor") !== "";
  const raw = none ? "未実施" : said(value, "value") || said(value, "code") || textOf(value).trim();
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
