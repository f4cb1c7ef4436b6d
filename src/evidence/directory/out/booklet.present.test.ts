import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import qrcode from "qrcode";
import { expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import type { Resource } from "../model/resource.schema.ts";
import { KINDS } from "../model/resource-lists.schema.ts";
import { bookletInputs, LEAFLET_PAGES } from "./booklet.present.ts";

const long = (n: number) => ({
  ...{
    id: `e${n}`,
    kind: KINDS[n % 12]!,
    name: `石見はまべ中央診療所 相談 ${n}`,
    kana: "",
    provider: "見本の会",
  },
  ...{
    description: "長い説明が続きます。".repeat(20),
    phone: "0855-00-0001",
    address: "島根県浜田市見本町一丁目1番地",
  },
  ...{ fee: "paid", feeNote: "1回500円", eligibility: "従業員50人未満の事業所", checkedOn: "2026-11-22" },
  hours: {
    rows: [
      { weeks: [], days: ["MO", "TU", "WE", "TH", "FR"], from: "08:30", to: "17:15" },
      { weeks: [], days: ["SA"], from: "09:00", to: "12:30" },
    ],
    ...{ closedOnHolidays: true, exceptions: [], note: "" },
  },
});

it.each(["ja", "easy"] as const)(
  "a leaflet in %s has two sides and an index, however much there is",
  async (language) => {
    const all = Array.from({ length: 60 }, (_, n) => long(n)) as unknown as Resource[];
    const code = await qrcode.toString("http://localhost/directory", { type: "svg", margin: 0 });
    const today = "2026-11-22" as PlainDate;
    const inputs = bookletInputs(all, { form: "leaflet", language, area: "浜田圏域", today, code });
    const pdf = await getDocument({ data: new Uint8Array(renderPdf(LEAFLET_PAGES, inputs)), verbosity: 0 })
      .promise;
    expect(pdf.numPages).toBe(2);
    const { items } = await (await pdf.getPage(2)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expect(text).toContain("おもて");
    expect(text).toContain(inputs.labels.index.slice(0, 4));
  },
);

it("says kinds, fees and hours in easy words in the easy booklet", async () => {
  const code = await qrcode.toString("http://localhost/directory", { type: "svg", margin: 0 });
  const today = "2026-11-22" as PlainDate;
  const all = KINDS.map((kind, n) => ({ ...long(n), kind })) as unknown as Resource[];
  const { sections } = bookletInputs(all, { form: "a4", language: "easy", area: "浜田圏域", today, code });
  expect(sections).toHaveLength(KINDS.length);
  for (const { name, entries } of sections) {
    expect(name).toMatch(/[ぁ-ん]/);
    expect(entries[0]).toMatchObject({
      fee: "お金（かね）が いります 1回500円",
      hours: expect.stringContaining("月曜日（げつようび）"),
    });
  }
});
