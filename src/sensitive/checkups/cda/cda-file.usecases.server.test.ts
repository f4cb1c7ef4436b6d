import { createHmac } from "node:crypto";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { agreementAt, type Brought, bring, keyOf, takeIn, viewOf } from "../checkup.testing.ts";
import { hashFile } from "../hashing/hash-file.usecases.server.ts";
import { identityText } from "../hashing/identity-key.rules.ts";

const base = testApp();
const AREA = "sma-32-02" as AreaId;
let place: Brought;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yui-cda-"));
  const app: App = { ...base, config: { ...base.config, dataFolder: folder } };
  await loadReferenceAreas(app);
  const actor = person("analyst", AREA);
  place = { app, actor, area: AREA, agreement: await agreementAt(app, actor, AREA) };
});

const observation = (code: string, value: string, more = "") =>
  `<entry><observation classCode="OBS" moodCode="EVN"${more}><code code="${code}"/>${value}</observation></entry>`;
const quantity = (value: string, unit: string) => `<value xsi:type="PQ" value="${value}" unit="${unit}"/>`;
const coded = (code: string) => `<value xsi:type="CD" code="${code}" codeSystem="1.2.392.200119.6.2100"/>`;
const USUAL = [
  observation("9N001000000000001", quantity("170.2", "cm")),
  observation("9A755000000000001", quantity("128", "mm[Hg]")),
  observation("9A765000000000001", quantity("80", "mm[Hg]")),
  observation("3D046000001906202", quantity("5.4", "%")),
  observation("1A010000000190111", coded("1")),
  observation("9N701000000000011", coded("2")),
];
const IDS = (key: string) => `<id root="1.2.392.200119.6.205" extension="${key}"/>`;
const NAMED = `<id root="1.2.392.200119.6.101" extension="01130012"/><id root="1.2.392.200119.6.204" extension="１２"/>
  <id root="1.2.392.200119.6.205" extension="345"/><addr><postalCode>100-0001</postalCode></addr>`;
type Doc = Readonly<{
  ids?: string;
  name?: string;
  day?: string;
  entries?: readonly string[];
  before?: string;
}>;
const documentOf = ({
  ids = IDS(keyOf("a")),
  name = "",
  day = "20260601",
  entries = USUAL,
  before = "",
}: Doc) =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><effectiveTime value="20270101"/>
<recordTarget><patientRole>${ids}<patient><name>${name}</name><administrativeGenderCode code="1"/><birthTime value="19750402"/></patient></patientRole></recordTarget>
<documentationOf><serviceEvent><code code="010"/><effectiveTime value="${day}"/></serviceEvent></documentationOf>
<component><structuredBody><component><section><code code="01010"/>${entries.join("")}</section></component></structuredBody></component></ClinicalDocument>`;
const zipOf = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const refused = async (file: string | Uint8Array, sentence: RegExp) => {
  expect(await bring(place, file, "kenshin.zip")).toMatchObject({
    ok: false,
    error: { fields: { file: [expect.stringMatching(sentence)] } },
  });
};

describe("a national XML", () => {
  it("comes in alone, by the codes of its items", async () => {
    const id = await takeIn(place, documentOf({}));
    const { batch } = await viewOf(place, id);
    expect(batch).toMatchObject({ state: "done", counts: { read: 1, added: 1, rejected: 0 } });
    expect(batch.header).toContain("HbA1c 3D046000001906202");
    expect(batch.mapping).toContainEqual({ role: "hba1c", code: "3D046000001906202" });
  });

  it("comes in as a ZIP, and keeps not done and not measurable apart", async () => {
    const files = Array.from({ length: 12 }, (_, i) => {
      const entries =
        i === 0
          ? [
              observation("9A755000000000001", quantity("131", "mm[Hg]")),
              observation("3D046000001906202", "", ' negationInd="true"'),
            ]
          : i === 1
            ? [observation("3D046000001927102", '<value xsi:type="PQ" nullFlavor="NI"/>')]
            : USUAL;
      return [`F/DATA/h${i}.xml`, documentOf({ ids: IDS(keyOf(`z${i}`)), entries })] as const;
    });
    const zip = zipOf({
      ...Object.fromEntries(files),
      ...{ "F/ix08_V08.xml": "<index/>", "F/CLAIMS/c1.xml": "<x/>", "F/DATA/g1.xml": "<x/>" },
    });
    const id = await takeIn(place, zip);
    const { batch } = await viewOf(place, id);
    expect(batch.counts).toMatchObject({ read: 12, added: 12, rejected: 0 });
    const at = batch.header!.indexOf("HbA1c");
    expect(batch.sample!.slice(0, 3).map((cells) => cells[at])).toEqual(["未実施", "測定不能", "5.4"]);
  });

  it("is refused where it tells who somebody is, and nothing of it stays", async () => {
    await refused(documentOf({ ids: NAMED, name: "ミホン イチロウ" }), /yui checkups hash/);
    await refused(documentOf({ name: "ミホン イチロウ" }), /氏名/);
    await refused(
      zipOf({ "DATA/h1.xml": documentOf({}), "DATA/h2.xml": documentOf({ ids: NAMED }) }),
      /h2\.xml/,
    );
    const left = await readdir(join(folder, "imports"));
    expect(left.filter((file) => /\.(part|rows)$/.test(file))).toEqual([]);
  });

  it("is hashed where the provider is, by the same key as its tables", async () => {
    const [from, to] = [join(folder, "h.zip"), join(folder, "out.csv")];
    await writeFile(from, zipOf({ "DATA/h1.xml": documentOf({ ids: NAMED, name: "ミホン イチロウ" }) }));
    expect(await hashFile(from, to, "a key of the provider")).toMatchObject({ ok: true, value: { rows: 1 } });
    const text = await readFile(to, "utf8");
    const who = {
      insurer: "01130012",
      symbol: "12",
      number: "345",
      kana: "ミホン イチロウ",
      birth: "1975/4/2",
      sex: "1",
    };
    expect(text).toContain(
      createHmac("sha256", "a key of the provider").update(identityText(who)).digest("hex"),
    );
    expect(text).not.toMatch(/イチロウ|345|100-0001/);
    const id = await takeIn(place, text);
    expect((await viewOf(place, id)).batch.counts).toMatchObject({ added: 1 });
  });
});

describe("an attack by XML or ZIP", () => {
  it("gets one sentence: entities, from inside and outside", async () => {
    const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
    await refused(documentOf({ before: laughs, name: "&b;" }), /DOCTYPE/);
    await refused(documentOf({ before: '<!DOCTYPE l SYSTEM "file:///etc/passwd">' }), /DOCTYPE/);
    await refused(documentOf({ name: "&b;" }), /読み取れません/);
  });

  it("gets one sentence: what is no document, not whole, too deep, or not in UTF-8", async () => {
    await refused("<html><body/></html>", /読み取れません/);
    await refused(documentOf({}).slice(0, -30), /読み取れません/);
    await refused(documentOf({ entries: ["<a>".repeat(5000)] }), /読み取れません/);
    await refused(documentOf({ day: "" }), /読み取れません/);
    await refused(Buffer.concat([Buffer.from("<a>"), Buffer.from([0x83, 0x7e])]), /読み取れません/);
  });

  it("gets one sentence: bombs, wrong sizes, paths that lead out, an archive without results", async () => {
    const bomb = documentOf({ name: "x".repeat(5 * 1024 * 1024) });
    await refused(zipOf({ "DATA/h1.xml": bomb }), /4MB/);
    await refused(bomb, /4MB/);
    // The archive says that the bomb is small.
    const lying = Buffer.from(zipOf({ "DATA/h1.xml": bomb }));
    const central = lying.lastIndexOf("PK\x01\x02", undefined, "latin1");
    lying.writeUInt32LE(1000, central + 24);
    await refused(lying, /ZIPを開けません/);
    await refused(zipOf({ "../../h1.xml": documentOf({}) }), /ZIPを開けません/);
    await refused(zipOf({ "CLAIMS/c1.xml": "<x/>" }), /DATA/);
    await refused(Buffer.from(zipOf({ "DATA/h1.xml": documentOf({}) })).subarray(0, 200), /ZIPを開けません/);
  });
});
