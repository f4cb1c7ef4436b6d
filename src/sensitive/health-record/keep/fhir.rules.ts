import { z } from "zod";
import { KIND_WORDS } from "../checkups/checkup.messages.ts";
import { SHEET_ITEMS } from "../checkups/checkup.rules.ts";
import { type Checkup, CheckupContent } from "../model/entry.schema.ts";
import {
  type CodedValue,
  dayOf,
  fastingOf,
  kindOfProgramme,
  rangeText,
  valuesOfCodes,
} from "./coded-item.rules.ts";

/** Our own codes of items; a sheet tells no method, so none of the national list of 17 characters can be said. */
const OWN = "urn:yui:checkup-item";
const KIND = "urn:yui:checkup-kind";

/** Units as UCUM writes them. */
const UCUM: Readonly<Record<string, string>> = {
  mmHg: "mm[Hg]",
  "mL/min/1.73m2": "mL/min/{1.73_m2}",
  "10^4/μL": "10*4/uL",
  "/μL": "/uL",
};

/** All checkups as one FHIR R4 bundle: for each a DiagnosticReport with its Observations. It names nobody. */
export function asFhir(checkups: readonly Checkup[]): string {
  const entry = checkups.flatMap((one) => {
    const observations = SHEET_ITEMS.flatMap(({ key, label, unit }) => {
      const value = one.values[key];
      if (!value) return [];
      const number = /^\d+(\.\d+)?$/.test(value.raw) ? Number(value.raw) : undefined;
      const measured =
        unit === "" ? {} : { unit, system: "http://unitsofmeasure.org", code: UCUM[unit] ?? unit };
      const resource = {
        ...{ resourceType: "Observation", id: `${one.id}-${key.replaceAll("_", "-")}`, status: "final" },
        code: { coding: [{ system: OWN, code: key, display: label }], text: label },
        effectiveDateTime: one.day,
        ...(number === undefined
          ? { valueString: value.raw }
          : { valueQuantity: { value: number, ...measured } }),
        ...(value.letter && { interpretation: [{ text: value.letter }] }),
        ...(value.range && { referenceRange: [{ text: value.range }] }),
      };
      return [resource];
    });
    const report = {
      ...{ resourceType: "DiagnosticReport", id: one.id, status: "final", effectiveDateTime: one.day },
      code: { coding: [{ system: KIND, code: one.kind }], text: KIND_WORDS[one.kind] },
      ...(one.institution && { performer: [{ display: one.institution }] }),
      ...(one.overall && { conclusion: one.overall }),
      result: observations.map(({ id }) => ({ reference: `Observation/${id}` })),
    };
    return [report, ...observations].map((resource) => ({ resource }));
  });
  return `${JSON.stringify({ resourceType: "Bundle", type: "collection", entry }, null, 2)}\n`;
}

const Coding = z.object({ system: z.string().default(""), code: z.string().default("") });
const Concept = z.object({ coding: z.array(Coding).default([]), text: z.string().default("") });
const Quantity = z
  .object({
    value: z.number(),
    comparator: z.string().default(""),
    unit: z.string().default(""),
    code: z.string().default(""),
  })
  .partial({ value: true });
const Resource = z.object({
  resourceType: z.string(),
  id: z.string().default(""),
  code: Concept.optional(),
  effectiveDateTime: z.string().default(""),
  date: z.string().default(""),
  valueQuantity: Quantity.optional(),
  valueString: z.string().optional(),
  valueCodeableConcept: Concept.optional(),
  dataAbsentReason: z.unknown().optional(),
  interpretation: z.array(Concept).default([]),
  referenceRange: z
    .array(z.object({ low: Quantity.optional(), high: Quantity.optional(), text: z.string().optional() }))
    .default([]),
  performer: z
    .array(z.object({ display: z.string().default("") }))
    .catch([])
    .default([]),
  conclusion: z.string().default(""),
  event: z
    .array(z.object({ code: z.array(Concept).default([]) }))
    .catch([])
    .default([]),
  name: z.unknown().optional(),
});
type Resource = z.output<typeof Resource>;
const Bundle = z.object({
  resourceType: z.literal("Bundle"),
  entry: z.array(z.object({ resource: z.unknown() })).max(50_000),
});

/** Checkups of a FHIR R4 bundle, ours or an eCheckup report; undefined where the text is something else. */
export function readFhir(text: string): readonly CheckupContent[] | undefined {
  const bundle = Bundle.safeParse(jsonOf(text));
  if (!bundle.success) return undefined;
  const all = bundle.data.entry.flatMap(({ resource }) => Resource.safeParse(resource).data ?? []);
  const of = (type: string) => all.filter(({ resourceType }) => resourceType === type);
  const [composition] = of("Composition");
  const organisation = of("Organization").find(({ name }) => typeof name === "string")?.name;
  const reports = of("DiagnosticReport");
  const dayOfOne = (one: Resource) => dayOf(one.effectiveDateTime || composition?.date || "");
  const days = [...new Set(of("Observation").map(dayOfOne))];
  const read = days.map((day) => {
    const own = of("Observation").filter((one) => dayOfOne(one) === day);
    const report = reports.find((one) => dayOfOne(one) === day);
    const coded = own.flatMap(codedOf);
    const kind = report?.code?.coding.find(({ system }) => system === KIND)?.code;
    const programme = composition?.event[0]?.code[0]?.coding[0]?.code ?? "";
    return CheckupContent.safeParse({
      ...{ day, kind: kind ?? kindOfProgramme(programme), fasting: fastingOf(coded) },
      institution: report?.performer[0]?.display ?? (organisation as string | undefined) ?? "",
      overall: report?.conclusion ?? "",
      sources: ["健診データ（FHIR）"],
      values: { ...valuesOfCodes(coded), ...Object.fromEntries(own.flatMap(ownOf)) },
    }).data;
  });
  const found = read.filter((one) => one !== undefined && Object.keys(one.values).length > 0);
  return found.length > 0 ? (found as CheckupContent[]) : undefined;
}

const codedOf = (one: Resource): CodedValue[] => {
  const code = one.code?.coding.find(({ system }) => system !== OWN)?.code;
  const value = valueOfOne(one);
  return code && value ? [{ code, ...value }] : [];
};

/** A value under one of our own codes. */
const ownOf = (one: Resource) => {
  const key = one.code?.coding.find(({ system }) => system === OWN)?.code;
  const value = SHEET_ITEMS.some((item) => item.key === key) ? valueOfOne(one) : undefined;
  return key && value ? [[key, value] as const] : [];
};

/** Units of other countries, as UCUM and as people write them. */
const FOREIGN = /^(\[?(in|ft|lb|oz|st)(_[a-z]+)?\]?|inch(es)?|[mun]?mol\/L|[µμ]mol\/L|kPa|g\/L|mg\/L)$/i;

/** In a unit that no sheet here prints (70 in) a value stays as it was written: it is no figure to set beside others. */
const isForeign = (unit: string): boolean => FOREIGN.test(unit);

function valueOfOne(one: Resource): Omit<CodedValue, "code"> | undefined {
  const { value, comparator = "", unit = "", code = "" } = one.valueQuantity ?? {};
  const raw =
    value !== undefined
      ? `${comparator}${value}${[code, unit].some(isForeign) ? ` ${unit || code}` : ""}`
      : (one.valueString ??
        one.valueCodeableConcept?.coding[0]?.code ??
        (one.dataAbsentReason ? "未実施" : ""));
  if (raw === "") return undefined;
  const [range] = one.referenceRange;
  const bound = (side: "low" | "high") => String(range?.[side]?.value ?? "");
  const [said] = one.interpretation;
  return {
    ...{ raw: raw.slice(0, 60), letter: (said?.text || said?.coding[0]?.code || "").slice(0, 200) },
    range: (range?.text ?? rangeText(bound("low"), bound("high"))).slice(0, 60),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no bundle.
    return undefined;
  }
}
