import { expect, it } from "vitest";
import sample from "../../../../reference/demonstration/health-file.json" with { type: "json" };
import { itemOf, meaningOf, mendOf } from "../checkups/checkup.rules.ts";
import { type Checkup, CheckupContent } from "../model/entry.schema.ts";
import { asFhir } from "./fhir.rules.ts";
import { readNationalXml } from "./national-xml.rules.ts";
import { readAny } from "./taken-in.rules.ts";

const readIn = (text: string) => readAny(text)?.checkups;

const observation = (code: string, value: string, more = "") =>
  `<entry><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="1.2.392.200119.6.1005"/>${value}${more}</observation></entry>`;
const quantity = (value: string, unit: string) => `<value xsi:type="PQ" value="${value}" unit="${unit}"/>`;

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<code code="10" codeSystem="1.2.392.200119.6.1001"/><effectiveTime value="20260701"/>
<recordTarget><patientRole><patient><name>ミホン</name><birthTime value="19700101"/></patient></patientRole></recordTarget>
<author><assignedAuthor><representedOrganization><name>見本保険者</name></representedOrganization></assignedAuthor></author>
<documentationOf><serviceEvent><code code="010"/><effectiveTime value="20260512"/><performer><assignedEntity>
<representedOrganization><name>見本健診センター</name></representedOrganization></assignedEntity></performer></serviceEvent></documentationOf>
<component><structuredBody><component><section><code code="01010"/>
${observation("9A751000000000001", quantity("141", "mm[Hg]"))}
${observation("9A752000000000001", quantity("133", "mm[Hg]"))}
${observation("3F015000002327101", quantity("180", "mg/dL"), '<interpretationCode code="H"/><referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="30"/><high value="149"/></value></observationRange></referenceRange>')}
${observation("3D046000001906202", '<value xsi:type="PQ" nullFlavor="NI"/>')}
${observation("1A010000000190111", '<value xsi:type="CO" code="2"/>')}
${observation("9N736000000000011", '<value xsi:type="CD" code="3"/>')}
</section></component></structuredBody></component></ClinicalDocument>`;

const READ = {
  day: "2026-05-12",
  kind: "specific",
  institution: "見本健診センター",
  fasting: "fasting",
  values: {
    sbp: { raw: "133", letter: "", range: "" },
    tg_fasting: { raw: "180", letter: "H", range: "30-149" },
    hba1c: { raw: "未実施", letter: "", range: "" },
    urine_protein: { raw: "±", letter: "", range: "" },
  },
};

it("reads a national document: the second blood pressure before the first, what was not done, and no questionnaire", () => {
  const [read, ...none] = readIn(XML) ?? [];
  expect(read).toMatchObject(READ);
  expect(Object.keys(read!.values).toSorted()).toEqual(Object.keys(READ.values).toSorted());
  expect(none).toEqual([]);
});

it("reads the same document where its elements have a prefix", () => {
  const prefixed = XML.replace(/<(\/?)(?=[A-Za-z])/g, "<$1cda:");
  expect(readIn(prefixed)?.[0]).toMatchObject(READ);
});

it("never joins an HbA1c of before 2013 (JDS) with one of today, nor a value after a meal with a fasting one", () => {
  const old = XML.replace("3D046000001906202", "3D045000001906202").replace('nullFlavor="NI"', 'value="5.2"');
  const values = readIn(old.replace("3F015000002327101", "3F015129902327101"))![0]!.values;
  expect(values).toMatchObject({ hba1c_jds: { raw: "5.2" }, tg_casual: { raw: "180" } });
  expect(values.hba1c ?? values.tg_fasting).toBeUndefined();
});

const CHECKUP: Checkup = {
  id: "01900000-0000-7000-8000-000000000001",
  ...CheckupContent.parse({
    ...{ day: "2025-06-03", kind: "employer", institution: "見本健診センター", overall: "C" },
    values: {
      sbp: { raw: "128", letter: "B", range: "≦129" },
      hba1c_jds: { raw: "5.2" },
      ast: { raw: "<5" },
      urine_glucose: { raw: "−" },
    },
  }),
};

it("gives a FHIR bundle that reads back as the checkups it was made of", () => {
  const [read, ...none] = readIn(asFhir([CHECKUP])) ?? [];
  const { day, kind, institution, overall, values } = CHECKUP;
  expect(read).toMatchObject({ day, kind, institution, overall, values });
  expect(none).toEqual([]);
});

it.each([
  [
    "nested so deep that reading it would hold up the server",
    `${"<a>".repeat(300_000)}${"</a>".repeat(300_000)}`,
  ],
  ["of too many elements", "<a/>".repeat(300_000)],
  ["that ends in the middle", "<observation><code"],
])("reads no document %s", (_, content) => {
  const within = XML.replace("</ClinicalDocument>", `${content}</ClinicalDocument>`);
  expect(readNationalXml(within)).toBeUndefined();
});

it("reads no document that declares words of its own", () => {
  const declared = XML.replace("?>", '?><!DOCTYPE x [<!ENTITY a "9A755000000000001">]>');
  expect(readNationalXml(declared)).toBeUndefined();
});

it("reads an eCheckup report by the national codes", () => {
  const system = "urn:oid:1.2.392.200119.6.1005";
  const seen = (code: string, more: object) => ({
    resource: { resourceType: "Observation", code: { coding: [{ system, code }] }, ...more },
  });
  const entry = [
    {
      resource: {
        ...{ resourceType: "Composition", date: "2026-05-12T09:00:00+09:00" },
        event: [{ code: [{ coding: [{ system: "urn:oid:1.2.392.200119.6.1002", code: "030" }] }] }],
      },
    },
    { resource: { resourceType: "Organization", name: "見本健診センター" } },
    seen("9A755000000000001", { valueQuantity: { value: 128, unit: "mmHg" } }),
    seen("3B035000002327201", { valueQuantity: { value: 5, comparator: "<" } }),
    seen("1A020000000190111", { valueCodeableConcept: { coding: [{ code: "1" }] } }),
    // A height and a waist as they are written elsewhere: kept as they stand, for they are no centimetres.
    seen("9N001000000000001", { valueQuantity: { value: 70, unit: "in" } }),
    seen("9N016160100000001", { valueQuantity: { value: 35, unit: "inches", code: "[in_i]" } }),
  ];
  const [read] = readIn(JSON.stringify({ resourceType: "Bundle", type: "document", entry })) ?? [];
  expect(read).toMatchObject({
    ...{ day: "2026-05-12", kind: "employer", institution: "見本健診センター" },
    values: {
      sbp: { raw: "128" },
      ast: { raw: "<5" },
      urine_glucose: { raw: "−" },
      height: { raw: "70 in" },
      waist: { raw: "35 inches" },
    },
  });
});

it.each([
  "",
  "{",
  "[]",
  "<html></html>",
  '{"resourceType":"Bundle","entry":[]}',
  "<a><ClinicalDocument></a>",
])("takes %j for no checkup", (text) => {
  expect(readAny(text)).toBeUndefined();
});

it("reads the sample, whose every value stands as a sheet prints it, in three sets of letters", () => {
  const checkups = readIn(JSON.stringify(sample)) ?? [];
  const wrong = checkups.flatMap(({ values }) =>
    Object.entries(values).filter(([key, { raw }]) => !itemOf(key) || mendOf(itemOf(key)!, raw)),
  );
  expect(wrong).toEqual([]);
  expect([...new Set(checkups.map(({ set }) => set))]).toEqual([
    "dock-present",
    "words-2013",
    "dock-2016",
    "",
  ]);
  const letters = checkups.flatMap(({ set, values }) =>
    Object.values(values).filter(({ letter }) => letter !== "" && !meaningOf(set, letter)),
  );
  expect(letters).toEqual([]);
});
