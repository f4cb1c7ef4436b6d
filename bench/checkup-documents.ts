import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Zip, ZipDeflate } from "fflate";
import { keyOf } from "../src/sensitive/checkups/checkup.testing.ts";

/** Items of a specific checkup by their codes, in the order of their sections. */
const NUMBERS = [
  ...["9N001000000000001", "9N006000000000001", "9N011000000000001", "9N016160100000001"],
  ...[
    "9A755000000000001",
    "9A765000000000001",
    "3F015000002327101",
    "3F070000002327101",
    "3F077000002327101",
  ],
  ...[
    "3B035000002327201",
    "3B045000002327201",
    "3B090000002327101",
    "3D010000001926101",
    "3D046000001906202",
  ],
];
const ANSWERS = Array.from({ length: 22 }, (_, i) => `9N${701 + i * 5}000000000011`);
const TEXT = "標準的な質問票と検査の結果です。".repeat(8);

const entry = (code: string, value: string) =>
  `<entry><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="1.2.392.200119.6.1005" displayName="検査項目"/>` +
  `${value}<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/></observation></entry>`;

/** A document of the national XML as a provider hands it over: the key stands among the ids of the person. */
function documentOf(i: number): string {
  const value = (code: string, at: number) =>
    entry(code, `<value xsi:type="PQ" value="${70 + ((i * 7 + at * 13) % 60)}" unit="1"/>`);
  const answer = (code: string) => entry(code, `<value xsi:type="CD" code="${1 + (i % 2)}"/>`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<recordTarget><patientRole><id root="1.2.392.200119.6.205" extension="${keyOf(`d${i}`)}"/><patient>` +
    `<administrativeGenderCode code="${1 + (i % 2)}"/><birthTime value="19${50 + (i % 35)}0402"/></patient></patientRole></recordTarget>` +
    `<documentationOf><serviceEvent><code code="010"/><effectiveTime value="20250601"/></serviceEvent></documentationOf>` +
    `<component><structuredBody><component><section><code code="01010"/><text>${TEXT}</text>${NUMBERS.map(value).join("")}` +
    `</section></component><component><section><code code="01020"/><text>${TEXT}</text>${ANSWERS.map(answer).join("")}` +
    `</section></component></structuredBody></component></ClinicalDocument>`
  );
}

/** So many documents as the national ZIP. */
export async function writeDocuments(path: string, documents: number): Promise<void> {
  const file = createWriteStream(path);
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    file.write(piece);
  });
  const encoder = new TextEncoder();
  for (let i = 0; i < documents; i++) {
    const one = new ZipDeflate(`F/DATA/h${i}.xml`, { level: 6 });
    zip.add(one);
    one.push(encoder.encode(documentOf(i)), true);
    if (file.writableNeedDrain) await once(file, "drain");
  }
  zip.end();
  file.end();
  await once(file, "finish");
}
